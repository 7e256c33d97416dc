import type { TextRange } from '../../read/ParseResult';

/** The lines of a text that a range touches. */
export function linesAround(source: string, [from, to]: TextRange): string {
  const end = source.indexOf('\n', to);
  return source.slice(source.lastIndexOf('\n', from - 1) + 1, end < 0 ? undefined : end);
}
