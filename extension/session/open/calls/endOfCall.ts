/** The end of a call in a text that is not parsed. */
import { afterBracket } from '../../../../core/read/text/scan/afterBracket';
import { lineAt } from '../../source/assignment';

/** After the closing bracket; `from`: after the opening one. */
export function endOfCall(text: string, from: number): number {
  return afterBracket(text, from, from + 10_000, 1) ?? lineAt(text, from).end;
}
