/** `functools`. */
import { integer } from '../../value/constructors';
import { iteratorOf } from '../operations/iterate';
import type { Builtins } from './table';

export const FUNCTOOLS: Builtins = {
  reduce: [
    'function iterable initial?',
    (call, machine) => {
      const next = iteratorOf(call.value('iterable'), machine);
      let result = call.has('initial') ? call.value('initial') : (next() ?? integer(0));
      for (let item = next(); item !== undefined; item = next())
        result = machine.call(call.value('function'), [result, item]);
      return result;
    },
  ],
  partial: [
    'function *values',
    (call, machine) => {
      const callee = call.value('function');
      const first = [...call.rest];
      return {
        kind: 'function',
        name: 'partial',
        call: (args) => machine.invoke(callee, { ...args, positional: [...first, ...args.positional] }),
      };
    },
  ],
  /** `@wraps(function)` leaves the wrapper as it is. */
  wraps: ['function', () => ({ kind: 'function', name: 'wraps', call: ({ positional }) => positional[0]!.value })],
};
