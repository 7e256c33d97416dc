/** Rust. */
import { readRMatrix } from '../prints/readRDisplay';
import { readRustRepeat } from '../literals/readRustRepeat';
import { PLAIN, SLASHES } from './common';
import type { Dialect } from '../types/Dialect';

export const rust: Dialect = {
  ...SLASHES,
  ...PLAIN,
  braces: 'object',
  quotes: '"',
  typedBrackets: true,
  bracket: readRustRepeat,
  displays: [readRMatrix],
};
