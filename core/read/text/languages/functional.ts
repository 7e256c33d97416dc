/** F#, Haskell, OCaml, Lua and Futhark. */
import { PLAIN } from './common';
import type { Dialect } from '../types/Dialect';

export const functional: Dialect = {
  ...PLAIN,
  lineComments: ['--', '//'],
  blockComments: [
    ['{-', '-}'],
    ['(*', '*)'],
  ],
  braces: 'array',
  quotes: '"',
  displays: [],
};
