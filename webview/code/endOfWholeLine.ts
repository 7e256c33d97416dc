/** Where a listing ends so that no line of text is cut off in its middle, in pixels from its first row. */

/** A row may be taller than its lines by less than this. */
const slack = 2;

/** `seen`: pixels from the first row to the lower edge of what is seen. */
export function endOfWholeLine(rows: readonly HTMLElement[], first: number, seen: number): number {
  const last = rows.filter((row) => !row.hidden && row.offsetTop - first < seen).at(-1);
  if (!last) return seen;
  const start = last.offsetTop - first;
  if (start + last.offsetHeight <= seen + slack) return seen;
  const line = Number.parseFloat(getComputedStyle(last).lineHeight);
  return start + Math.floor((seen - start + slack) / line) * line;
}
