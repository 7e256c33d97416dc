/** JavaScript and TypeScript. */
import { msg } from '../../../message';
import { readRMatrix } from '../prints/readRDisplay';
import { PLAIN, SLASHES } from './common';
import type { Dialect } from '../types/Dialect';

export const javascript: Dialect = {
  ...SLASHES,
  ...PLAIN,
  braces: 'object',
  quotes: '"\'`',
  typePrefix: true,
  typedBrackets: true,
  wholePrint: msg('values are left out here; print the array whole with JSON.stringify(array)'),
  displays: [readRMatrix],
};
