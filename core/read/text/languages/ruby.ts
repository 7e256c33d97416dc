/** Ruby. */
import { PLAIN } from './common';
import type { Dialect } from '../types/Dialect';

export const ruby: Dialect = {
  ...PLAIN,
  lineComments: ['#'],
  blockComments: [['=begin', '=end']],
  braces: 'object',
  quotes: '"\'',
  displays: [],
};
