/** The end of a call in a text that is not parsed. */
import { lineAt } from '../../source/assignment';

/** After the closing bracket; `from`: after the opening one. */
export function endOfCall(text: string, from: number): number {
  let depth = 1;
  for (let at = from; at < Math.min(text.length, from + 10_000); at++) {
    if ('([{'.includes(text[at]!)) depth += 1;
    else if (')]}'.includes(text[at]!) && --depth === 0) return at + 1;
  }
  return lineAt(text, from).end;
}
