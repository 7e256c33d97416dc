/** MATLAB, Octave and Scilab. */
import { readMatrix } from '../matrix/readMatrix';
import { readMatlab } from '../prints/readMatlabDisplay';
import { readRMatrix } from '../prints/readRDisplay';
import { readSparse } from '../prints/sparse';
import { PLAIN } from './common';
import type { Dialect } from '../types/Dialect';

export const matlab: Dialect = {
  ...PLAIN,
  lineComments: ['%', '#'],
  blockComments: [['%{', '%}']],
  braces: 'cell',
  spaces: true,
  matrix: { vectors: false, continuation: true },
  typedBrackets: true,
  bracket: readMatrix,
  displays: [readSparse, readMatlab, readRMatrix],
};

export const scilab: Dialect = { ...matlab, lineComments: ['//'], blockComments: [['/*', '*/']] };
