/** The object that calling a generator function gives. */
import { NONE } from '../../value/constructors';
import type { Py, PyIterator } from '../../value/Py';
import type { CallFrame, Completion } from '../machine/CallFrame';
import type { Machine } from '../machine/Machine';

/** The running body of a generator: yields values and receives those of `send`. */
export type Running = Generator<Py, Completion, Py>;

export function generatorObject(
  running: Running,
  frame: CallFrame,
  machine: Machine,
): PyIterator & { readonly result: () => Py } {
  const resume = (run: () => IteratorResult<Py, Completion>): Py | undefined => {
    machine.context.spend(1);
    machine.enter();
    frame.depth = machine.depth;
    const step = run();
    machine.leave();
    return step.done === true ? undefined : step.value;
  };
  return {
    kind: 'iterator',
    type: 'generator',
    next: () => resume(() => running.next(NONE)),
    send: (value) => resume(() => running.next(value)),
    throw: (error) => resume(() => running.throw(error)),
    result: () => frame.result,
  };
}
