/** Methods of generators and other iterators. */
import { PythonError } from '../../runtime/PythonError';
import type { PyFunction, PyIterator } from '../../value/Py';
import type { Machine } from '../machine/Machine';
import { methodOf, type Methods } from './method';

const METHODS: Methods<PyIterator> = {
  __next__: ['', (self) => self.next() ?? stop()],
  send: ['value', (self, call) => (self.send ?? self.next)(call.value('value')) ?? stop()],
};

export function iteratorMethod(self: PyIterator, name: string, machine: Machine): PyFunction | undefined {
  return methodOf(METHODS, self, name, machine);
}

function stop(): never {
  throw new PythonError('StopIteration', '');
}
