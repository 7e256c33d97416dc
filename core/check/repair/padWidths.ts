/** Sources of the widths that `np.pad` takes: around the rows and columns of an array whose order of axes is not known. */
export function padWidths(pad: string): string[] {
  const both = `(${pad}, ${pad})`;
  return AXES.map(([before, after]) => {
    const axes = [...Array<string>(before).fill('(0, 0)'), both, both, ...Array<string>(after).fill('(0, 0)')];
    return `(${axes.join(', ')})`;
  });
}

/** Axes before and after them: channels first, channels last, and without examples. */
const AXES = [
  [2, 0],
  [1, 1],
  [1, 0],
  [0, 1],
  [0, 0],
] as const;
