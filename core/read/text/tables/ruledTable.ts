/** A table of Markdown among words. */
import type { ParsedArray } from '../../ParseResult';
import type { Dialect } from '../types/Dialect';
import { readTable } from './readTable';

/** The only table of Markdown, with a line below its header, among words; undefined where there are several, or no table. */
export function ruledTable(text: string, dialect: Dialect): ParsedArray | undefined {
  const [block, ...others] = text.matchAll(
    /^[^\n]*\|[^\n]*\n[ \t]*\|?[ \t]*:?-[-:| \t]*\n(?:[^\n]*\|[^\n]*(?:\n|$)){2,}/gm,
  );
  if (!block || others.length > 0) return undefined;
  const [from, to] = [block.index, block.index + block[0].length];
  const table = readTable(`${blank(text.slice(0, from))}${block[0]}${blank(text.slice(to))}`, dialect);
  return 'detail' in table ? undefined : table;
}

function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ');
}
