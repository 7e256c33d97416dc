/** The text at the beginning of a program, a class or a function that describes it: `__doc__`. */
import type { Statement } from './ast';

export function docOf([first]: readonly Statement[]): string | undefined {
  return first?.type === 'expression' && first.value.type === 'text' ? first.value.value : undefined;
}
