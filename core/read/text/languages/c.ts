/** C and its family: C++, CUDA, C#, Java, Kotlin, Scala, Swift. */
import { readRMatrix } from '../prints/readRDisplay';
import { PLAIN, SLASHES } from './common';
import type { Dialect } from '../types/Dialect';

export const c: Dialect = {
  ...SLASHES,
  ...PLAIN,
  braces: 'array',
  octal: true,
  fractions: 'float',
  typedBrackets: true,
  displays: [readRMatrix],
};
