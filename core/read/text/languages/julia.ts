/** Julia. */
import { msg } from '../../../message';
import { readMatrix } from '../matrix/readMatrix';
import { readJulia } from '../prints/readJuliaDisplay';
import { readRMatrix } from '../prints/readRDisplay';
import { HASH, PLAIN } from './common';
import type { Dialect } from '../types/Dialect';

export const julia: Dialect = {
  ...HASH,
  ...PLAIN,
  blockComments: [['#=', '=#']],
  braces: 'object',
  spaces: true,
  matrix: { vectors: true, continuation: false },
  typedBrackets: true,
  wholePrint: msg('values are left out here; print the array whole with show(stdout, array)'),
  bracket: readMatrix,
  displays: [readJulia, readRMatrix],
};
