/** `functools`. */
import { typeError } from '../../../runtime/PythonError';
import { pyInteger, pyText, pyTuple } from '../../../value/constructors';
import { hashKey } from '../../../value/hashKey';
import type { Py } from '../../../value/Py';
import type { Machine } from '../../machine/Machine';
import { makeClass } from '../../objects/classes';
import { compare as comparison } from '../../operations/compare';
import { iteratorOf } from '../../operations/iterate';
import type { Builtins } from '../../builtins/table';

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
    'function *values **names',
    (call, machine) => {
      const callee = call.value('function');
      const { rest, named } = call;
      return {
        kind: 'function',
        name: 'partial',
        call: (args) =>
          machine.invoke(callee, {
            ...args,
            positional: [...rest, ...args.positional],
            named: new Map([...named, ...args.named]),
          }),
      };
    },
  ],
  /** The key is an instance whose class compares by the function. */
  cmp_to_key: ['mycmp', (call, machine) => keyClass(call.value('mycmp'), machine)],
  cache: ['function', (call, machine) => remembering(call.value('function'), machine)],
  lru_cache: [
    'maxsize? typed?',
    (call, machine) => {
      const given = call.has('maxsize') ? call.value('maxsize') : undefined;
      if (given?.kind === 'function') return remembering(given, machine, 128);
      const bound = call.has('maxsize') && call.lacks('maxsize') ? Infinity : call.integer('maxsize', 128);
      return {
        kind: 'function',
        name: 'lru_cache',
        call: ({ positional }) => remembering(positional[0]!.value, machine, bound),
      };
    },
  ],
  /** The wrapper has the name and the description of the function. */
  wraps: [
    'function',
    (call, machine) => ({
      kind: 'function',
      name: 'wraps',
      call: ({ positional }) => {
        const wrapper = positional[0]!.value;
        for (const name of ['__name__', '__doc__'])
          if (wrapper.kind === 'function')
            wrapper.user?.attributes.set(name, machine.attribute(call.value('function'), name));
        return wrapper;
      },
    }),
  ],
};

/** Calls the function once for each list of arguments; the results of the last `bound` ones are kept. */
function remembering(callee: Py, machine: Machine, bound = Infinity): Py {
  const known = new Map<string | number, Py>();
  if (callee.kind !== 'function') throw typeError('the first argument must be callable');
  return {
    ...callee,
    call: (args) => {
      const names = [...args.named].flatMap(([name, { value }]) => [pyText(name), value]);
      const key = hashKey(pyTuple([...args.positional.map(({ value }) => value), ...names]));
      const found = known.get(key) ?? machine.invoke(callee, args);
      known.delete(key);
      known.set(key, found);
      if (known.size > bound) known.delete([...known.keys()][0]!);
      return found;
    },
  };
}

function keyClass(compare: Py, machine: Machine): Py {
  const less: Py = {
    kind: 'function',
    name: '__lt__',
    call: ({ positional }) => {
      const [left, right] = positional.map(({ value }) => machine.attribute(value, 'obj'));
      return comparison('<', machine.call(compare, [left!, right!]), pyInteger(0), machine);
    },
  };
  const made = makeClass('K', [], new Map([['__lt__', less]]));
  return {
    kind: 'function',
    name: 'K',
    call: ({ positional }) => ({ kind: 'instance', class: made, attributes: new Map([['obj', positional[0]!.value]]) }),
  };
}
