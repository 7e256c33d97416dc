/** Pairs of brackets in a text whose strings and comments are not known. */

/**
 * The position after the bracket that closes the one at `from`, or the one before it where `depth` is 1; undefined where
 * none does before `limit`.
 */
export function afterBracket(text: string, from: number, limit = text.length, depth = 0): number | undefined {
  let level = depth;
  for (let at = from; at < Math.min(text.length, limit); at++) {
    if ('([{'.includes(text[at]!)) level += 1;
    else if (')]}'.includes(text[at]!) && --level <= 0) return at + 1;
  }
  return undefined;
}
