/** The object that calling a generator function gives. */
import { NONE } from '../../value/constructors';
import type { Py, PyIterator } from '../../value/Py';
import type { Frame, Outcome } from '../machine/Frame';
import type { Machine } from '../machine/Machine';

/** The running body of a generator: yields values and receives those of `send`. */
export type Running = Generator<Py, Outcome, Py>;

export function generatorObject(
  running: Running,
  frame: Frame,
  machine: Machine,
): PyIterator & { readonly result: () => Py } {
  const resume = (run: () => IteratorResult<Py, Outcome>): Py | undefined => {
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
