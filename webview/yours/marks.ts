/** Steps that differ from the layer: the next one, and where they are on the timeline. */

/** The first mark after `step`, or the first of all. */
export function nextMark(marks: readonly number[], step: number): number | undefined {
  return marks.find((mark) => mark > step) ?? marks[0];
}

/** The last mark before `step`, or the last of all. */
export function previousMark(marks: readonly number[], step: number): number | undefined {
  return marks.filter((mark) => mark < step).at(-1) ?? marks.at(-1);
}

/** Sections of the timeline that the panel draws at most. */
const MAX_SECTIONS = 120;

export interface Section {
  /** Shares of the timeline, 0 … 1. */
  readonly start: number;
  readonly end: number;
}

/** Neighbouring marks as one section; marks that are closer than a section is wide are joined. */
export function sectionsOf(marks: readonly number[], count: number): Section[] {
  const last = Math.max(1, count - 1);
  const width = Math.max(1, last / MAX_SECTIONS);
  const sections: { start: number; end: number }[] = [];
  for (const mark of marks) {
    const before = sections.at(-1);
    if (before && mark - before.end <= width && width > 1) before.end = mark;
    else sections.push({ start: mark, end: mark });
  }
  return sections.map(({ start, end }) => ({ start: start / last, end: end / last }));
}
