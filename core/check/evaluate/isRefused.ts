/** Errors of the interpreter, not of the text. */
import type { Outcome } from '../compare/runCase';

/** Whether the interpreter does not know something that the function uses: not a mistake. */
export function isRefused({ error }: Outcome): boolean {
  return error?.type === 'NotSupported' && !error.isMisuse;
}
