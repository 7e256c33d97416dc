/** Methods of generators and other iterators. */
import { PythonError } from '../../runtime/PythonError';
import { NONE } from '../../value/constructors';
import { raised } from '../operations/exceptions';
import type { Py, PyFunction, PyIterator } from '../../value/Py';
import { closeGenerator } from '../objects/generatorObject';
import { builtinException, makeException } from '../objects/exceptionClasses';
import type { Machine } from '../machine/Machine';
import { tableMethod, type Methods } from './tableMethod';

const METHODS: Methods<PyIterator> = {
  __next__: ['', (self) => self.next() ?? stop(self)],
  send: ['value', (self, call) => (self.send ?? self.next)(call.value('value')) ?? stop(self)],
  throw: [
    'type value?',
    (self, call, machine) => {
      const type = call.value('type');
      const value = call.lacks('value') ? type : call.value('value');
      const given = value.kind === 'instance' ? value : type.kind === 'class' ? makeException(type, [value]) : type;
      return self.throw!(raised(given, machine)) ?? stop(self);
    },
  ],
  close: [
    '',
    (self) => {
      closeGenerator(self);
      return NONE;
    },
  ],
};

export function iteratorMethod(self: PyIterator, name: string, machine: Machine): PyFunction | undefined {
  if ((name === 'throw' || name === 'close') && !self.throw) return undefined;
  return tableMethod(METHODS, self, name, machine);
}

/** Raises StopIteration with the value that a generator function returned. */
export function stop(iterator: Py): never {
  const result = iterator.kind === 'iterator' ? iterator.result?.() : undefined;
  if (!result || result.kind === 'none') throw new PythonError('StopIteration', '');
  throw new PythonError('StopIteration', '', undefined, makeException(builtinException('StopIteration')!, [result]));
}
