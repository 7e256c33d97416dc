/** Go. */
import { c } from './c';
import type { Dialect } from '../types/Dialect';

export const go: Dialect = {
  ...c,
  quotes: '"`',
  typePrefix: true,
};
