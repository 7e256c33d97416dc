/**
 * `npm test -- --all` (or `CHECK_CORPUS=all`) runs every program and case of the long tests. Otherwise they run a part, the same
 * one in every run.
 */
export const everything = process.env['CHECK_CORPUS'] === 'all';

/** The runs of a property that takes seconds, or the length of its texts: a fifth of those of the whole set. */
export function runsOf(whole: number): number {
  return everything ? whole : Math.ceil(whole / 5);
}
