/** Nested lists of an array: one row of the last axis a line. */

export interface ListStyle {
  readonly open: string;
  readonly close: string;
  /** Columns by which lines after the first are indented; undefined: everything on one line. */
  readonly indent: number | undefined;
}

/** `element(k)` is the text of flat element k in C order. The 0-d shape [] is one element without brackets. */
export function nest(shape: readonly number[], { open, close, indent }: ListStyle, element: (k: number) => string) {
  let next = 0;
  const list = (axis: number): string => {
    if (axis === shape.length) return element(next++);
    const items = Array.from({ length: shape[axis]! }, () => list(axis + 1));
    const isRow = axis === shape.length - 1 || indent === undefined;
    return open + items.join(isRow ? ', ' : `,\n${' '.repeat(indent + (axis + 1) * open.length)}`) + close;
  };
  return list(0);
}
