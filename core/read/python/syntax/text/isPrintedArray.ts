/** Recognizes printed arrays that are also valid Python: in `[-1. -2.]` a sign follows a space, so it is not a subtraction. */

const PRINTED = /^\s*(?:[A-Za-z_][\w.[\], ]*=\s*)?(\[[-+\s\d.eEnaif[\]]*\])\s*$/;
const SIGN_AFTER_SPACE = /[\d.]\s+[-+][\d.]/;
const NOTEBOOK_OUTPUT = /^\s*Out\[\d*\]:/;

export function isPrintedArray(source: string): boolean {
  const numbers = PRINTED.exec(source)?.[1];
  return NOTEBOOK_OUTPUT.test(source) || (numbers !== undefined && SIGN_AFTER_SPACE.test(numbers));
}
