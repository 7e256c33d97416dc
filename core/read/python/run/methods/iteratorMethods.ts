/** Methods of generators and other iterators. */
import { PythonError } from '../../runtime/PythonError';
import type { Py, PyFunction, PyIterator } from '../../value/Py';
import { builtinException, makeException } from '../objects/exceptionClasses';
import type { Machine } from '../machine/Machine';
import { methodOf, type Methods } from './method';

const METHODS: Methods<PyIterator> = {
  __next__: ['', (self) => self.next() ?? stop(self)],
  send: ['value', (self, call) => (self.send ?? self.next)(call.value('value')) ?? stop(self)],
};

export function iteratorMethod(self: PyIterator, name: string, machine: Machine): PyFunction | undefined {
  return methodOf(METHODS, self, name, machine);
}

/** Raises StopIteration with the value that a generator function returned. */
export function stop(iterator: Py): never {
  const result = iterator.kind === 'iterator' ? iterator.result?.() : undefined;
  if (!result || result.kind === 'none') throw new PythonError('StopIteration', '');
  throw new PythonError('StopIteration', '', undefined, makeException(builtinException('StopIteration')!, [result]));
}
