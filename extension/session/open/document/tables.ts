/** Tables of numbers in the words of a text. */

/** Two rows of numbers, a matrix of LaTeX, a nested list, a table of HTML. */
export const TABLE =
  /(?:^[ \t|]*-?[\d.]+(?:[ \t]*[|,&\t ][ \t]*-?[\d.]+)+[ \t|]*\n(?:[ \t|:-]*-[ \t|:-]*\n)?){2,}|\\begin\{(?:[bBpvV]?(?:small)?matrix\*?|array)\}|\[\s*\[\s*-?[\d.]|<table\b/gm;

export function tablesIn(text: string): number {
  return text.match(TABLE)?.length ?? 0;
}
