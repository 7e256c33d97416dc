/** Python with NumPy, PyTorch, TensorFlow and pandas. */
import { readEmptyFrame } from '../prints/readEmptyFrame';
import { readRMatrix } from '../prints/readRDisplay';
import { readSparse } from '../prints/sparse';
import { readTorch } from '../prints/readTorchDisplay';
import { HASH, PLAIN } from './common';
import type { Dialect } from '../types/Dialect';

export const python: Dialect = {
  ...HASH,
  ...PLAIN,
  suffixes: false,
  braces: 'dictionary',
  tuples: true,
  spaces: true,
  python: 'always',
  table: 'fallback',
  displays: [readSparse, readEmptyFrame, readRMatrix, readTorch],
};
