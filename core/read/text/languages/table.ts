/** Texts that are one table: CSV, TSV, columns separated by spaces. */
import { HASH, PLAIN } from './common';
import type { Dialect } from '../types/Dialect';

export const table: Dialect = {
  ...HASH,
  ...PLAIN,
  suffixes: false,
  braces: 'object',
  table: 'always',
  typedBrackets: true,
  displays: [],
};
