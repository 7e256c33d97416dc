/** Whether brackets were meant to hold numbers. */
import type { Dialect } from '../types/Dialect';
import { readElement } from './readElement';
import { skipBlank } from './skip';

/** Whether the brackets that open at `at` are empty or begin with a number. */
export function startsNumeric(text: string, at: number, dialect: Dialect): boolean {
  let inner = at;
  for (let depth = 0; depth < 33 && /[[({]/.test(text[inner] ?? ''); depth++)
    inner = skipBlank(text, inner + 1, dialect);
  if (text[inner - 1] === '(' && !('detail' in readElement(text, inner - 1, dialect))) return true;
  return /[-+.\d\]})]/.test(text[inner] ?? '') || !('detail' in readElement(text, inner, dialect));
}
