/** `time`: a clock that does not advance, so that every run gives the same result. */
import { NONE, float } from '../../value';
import type { Builtins } from './table';

export const TIME: Builtins = {
  time: ['', () => float(0)],
  perf_counter: ['', () => float(0)],
  process_time: ['', () => float(0)],
  sleep: ['seconds', () => NONE],
};
