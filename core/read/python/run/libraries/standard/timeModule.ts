/** `time`: what the clock shows is not known. In the editor's mode it is 0, so that durations are numbers. */
import { NONE, UNKNOWN, pyFloat } from '../../../value/constructors';
import type { Builtins } from '../../builtins/table';

const CLOCK: Builtins[string] = [
  '',
  (_, machine) => {
    if (machine.lenient) return pyFloat(0);
    machine.missing.add('time');
    return UNKNOWN;
  },
];

export const TIME: Builtins = {
  time: CLOCK,
  perf_counter: CLOCK,
  process_time: CLOCK,
  monotonic: CLOCK,
  sleep: ['seconds', () => NONE],
};
