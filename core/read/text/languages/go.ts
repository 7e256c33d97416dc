/** Go. */
import { c } from './c';
import type { Dialect } from '../types/Dialect';

export const go: Dialect = {
  ...c,
  quotes: '"`',
  nonFinite: ['math.NaN()', 'math.Inf(1)', 'math.Inf(-1)'],
  typePrefix: true,
};
