/** Of several statements on one option, those about the layer at hand: not those of questions and of other cases. */

export interface WrittenNumber<T> {
  readonly value: T;
  /** Its place in the words. */
  readonly at: number;
}

/** "What happens with padding 0?", "if the stride were 2", "instead of padding 1". */
const OTHER_CASE =
  /\?\s*$|(?<!\p{L})(?:if|would|were|suppose|imagine|instead|versus|vs|unlike|rather than|otherwise|compared?|repeat|falls|wenn|würde|wäre|statt|stattdessen)(?!\p{L})|如果|若|假如|而不是/iu;
/** "Compute the output with stride 1 and padding 1." */
const TASK =
  /(?<!\p{L})(?:comput|calculat|determin|find|appl(?:y|ied)|perform|us(?:e|ing)|work out|berechne|bestimme|verwende)\p{L}*(?!\p{L})|stride\p{L}*[^]*padd|padd\p{L}*[^]*stride|计算|求/iu;

/** The different values in the order of the words. */
export function meantStatements<T>(words: string, statements: readonly WrittenNumber<T>[]): T[] {
  const ordered = [...statements].sort((a, b) => a.at - b.at);
  const valuesOf = (some: readonly WrittenNumber<T>[]): T[] => [...new Set(some.map(({ value }) => value))];
  const all = valuesOf(ordered);
  if (all.length < 2) return all;
  const definite = ordered.filter(({ at }) => !OTHER_CASE.test(sentenceAt(words, at)));
  const tasks = definite.filter(({ at }) => TASK.test(sentenceAt(words, at)));
  const [meant = ordered] = [tasks, definite].filter(({ length }) => length > 0);
  return valuesOf(meant);
}

/** Ends of sentences, blank lines, and lines that begin an item or a part of an exercise. */
const BREAK = /[.!?。？](?:\s|$)|\n\n|\n(?=[ \t]*(?:[-*+>]|\(?\w{1,2}[.)])\s)/g;

function sentenceAt(words: string, at: number): string {
  const before = [...words.slice(0, at).matchAll(BREAK)].at(-1);
  const start = before ? before.index + before[0].length : 0;
  const end = words.slice(at).search(BREAK);
  return words.slice(start, end < 0 ? words.length : at + end + 1).trim();
}
