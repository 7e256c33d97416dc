/** Errors of the interpreter, not of the text. */
import type { Outcome } from '../compare/runCase';

/** NumPy would read foreign memory or refuse too: windows of different sizes, a helper that returns nothing. */
const WRONG =
  /as_strided (?:reads memory outside|with strides that are not multiples)|the list is ragged|an array is needed, not None/;

/** Whether the interpreter does not know something that the function uses: not a mistake. */
export function isRefused({ error }: Outcome): boolean {
  return error?.type === 'NotSupported' && !WRONG.test(error.message);
}
