/** `name = value`, or the value alone for an array without a name. */
import type { ExportedArray } from './ExportFormat';
import { identifierOf } from './identifier';

/** `write` receives how many characters come before the value on its line. */
export function assignment(
  { name }: ExportedArray,
  write: (column: number) => string,
  style: { readonly before?: string; readonly equals?: string; readonly end?: string } = {},
): string {
  if (name === undefined) return write(0);
  const head = `${style.before ?? ''}${identifierOf(name, 'array')}${style.equals ?? ' = '}`;
  return head + write(head.length) + (style.end ?? '');
}
