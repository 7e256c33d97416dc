/** Plain text, prints and unknown languages: read by what they look like. */
import { readEmptyFrame } from '../prints/readEmptyFrame';
import { readJulia } from '../prints/readJuliaDisplay';
import { readMatlab } from '../prints/readMatlabDisplay';
import { readR, readRMatrix } from '../prints/readRDisplay';
import { readSparse } from '../prints/sparse';
import { readTorch } from '../prints/readTorchDisplay';
import { readRowsOnLines, readSemicolons } from '../matrix/readSemicolons';
import { PLAIN } from './common';
import { matlab } from './matlab';
import type { Dialect } from '../types/Dialect';

export const any: Dialect = {
  ...PLAIN,
  lineComments: ['#', '//'],
  blockComments: [
    ['/*', '*/'],
    ['(*', '*)'],
  ],
  braces: 'array',
  tuples: true,
  spaces: true,
  quotes: '"\'`',
  python: 'maybe',
  table: 'fallback',
  guessed: true,
  floorDivision: true,
  typePrefix: true,
  typedBrackets: true,
  bracket: (text, at) => readRowsOnLines(text, at, matlab),
  retry: (text, at, failure) => readSemicolons(text, at, failure, matlab),
  displays: [readSparse, readEmptyFrame, readMatlab, readJulia, readRMatrix, readR, readTorch],
};
