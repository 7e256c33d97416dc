/** Mathematica. */
import { readRMatrix } from '../prints/readRDisplay';
import { PLAIN } from './common';
import type { Dialect } from '../types/Dialect';

export const mathematica: Dialect = {
  ...PLAIN,
  lineComments: [],
  blockComments: [['(*', '*)']],
  braces: 'array',
  quotes: '"',
  typedBrackets: true,
  fractions: 'all',
  displays: [readRMatrix],
};
