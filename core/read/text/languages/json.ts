/** JSON, with the comments of JSONC and JSON5. */
import { readRMatrix } from '../prints/readRDisplay';
import { PLAIN, SLASHES } from './common';
import type { Dialect } from '../types/Dialect';

export const json: Dialect = {
  ...SLASHES,
  ...PLAIN,
  suffixes: false,
  arithmetic: false,
  braces: 'object',
  quotes: '"',
  displays: [readRMatrix],
};
