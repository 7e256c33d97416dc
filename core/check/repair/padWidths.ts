/** Sources of the widths that `np.pad` takes: around the rows and columns of an array whose order of axes is not known, or around one axis. */
export function padWidths(pad: string): string[] {
  const both = `(${pad}, ${pad})`;
  return AXES.map(([before, padded, after]) => {
    const axes = [...repeated('(0, 0)', before), ...repeated(both, padded), ...repeated('(0, 0)', after)];
    return axes.length === 1 ? axes[0]! : `(${axes.join(', ')})`;
  });
}

function repeated(text: string, count: number): string[] {
  return Array<string>(count).fill(text);
}

/** Numbers of axes before the padded ones, of padded ones, and after them: channels first, channels last, without examples. */
const AXES = [
  [2, 2, 0],
  [1, 2, 1],
  [1, 2, 0],
  [0, 2, 1],
  [0, 2, 0],
  [2, 1, 0],
  [1, 1, 1],
  [1, 1, 0],
  [0, 1, 0],
] as const;
