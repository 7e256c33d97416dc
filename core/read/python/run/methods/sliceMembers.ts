/** Attributes and the method of slices: `rows.start`, `rows.indices(n)`. */
import { boundsWithin, type PySlice } from '../../array/slices';
import { NONE, pyInteger, pyTuple } from '../../value/constructors';
import type { Py } from '../../value/Py';
import type { Machine } from '../machine/Machine';
import { tableMethod, type Methods } from './tableMethod';

const METHODS: Methods<PySlice> = {
  indices: ['len', (self, call) => pyTuple(boundsWithin(self, call.integer('len')).map(pyInteger))],
};

/** Undefined for other names, and for slices of floats, which only `np.mgrid` takes. */
export function sliceMember(self: PySlice, name: string, machine: Machine): Py | undefined {
  if (self.grid) return undefined;
  if (name !== 'start' && name !== 'stop' && name !== 'step') return tableMethod(METHODS, self, name, machine);
  const bound = self[name];
  return bound === undefined ? NONE : pyInteger(bound);
}
