/** `functools`. */
import { typeError } from '../../runtime/PythonError';
import { iteratorOf } from '../operations/iterate';
import type { Builtins } from './table';

export const FUNCTOOLS: Builtins = {
  reduce: [
    'function iterable initial?',
    (call, machine) => {
      const next = iteratorOf(call.value('iterable'), machine);
      let result = call.has('initial') ? call.value('initial') : next();
      if (!result) throw typeError('reduce() of empty iterable with no initial value');
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
  /** The wrapper has the name of the function. */
  wraps: [
    'function',
    (call, machine) => ({
      kind: 'function',
      name: 'wraps',
      call: ({ positional }) => {
        const wrapper = positional[0]!.value;
        const name = machine.attribute(call.value('function'), '__name__');
        if (wrapper.kind === 'function') wrapper.user?.attributes.set('__name__', name);
        return wrapper;
      },
    }),
  ],
};
