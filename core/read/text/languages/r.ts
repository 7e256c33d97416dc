/** R. */
import { readRArray } from '../literals/readRArray';
import { readR, readRMatrix } from '../prints/readRDisplay';
import { HASH, PLAIN } from './common';
import type { Dialect } from '../types/Dialect';

export const r: Dialect = {
  ...HASH,
  ...PLAIN,
  braces: 'object',
  table: 'fallback',
  typedBrackets: true,
  call: readRArray,
  displays: [readRMatrix, readR],
};
