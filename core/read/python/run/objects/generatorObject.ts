/** The object that calling a generator function gives. */
import { LensError, msg } from '../../../../message';
import { PythonError, typeError } from '../../runtime/PythonError';
import { NONE } from '../../value/constructors';
import type { Py, PyIterator } from '../../value/Py';
import type { CallFrame, Completion } from '../machine/CallFrame';
import type { Machine } from '../machine/Machine';

/** The running body of a generator: yields values and receives those of `send`. */
export type Running = Generator<Py, Completion, Py>;

/** `cleansUp`: whether the body yields inside of a `try` with `finally`. */
export function generatorObject(running: Running, frame: CallFrame, machine: Machine, cleansUp: boolean): PyIterator {
  let started = false;
  const resume = (run: () => IteratorResult<Py, Completion>): Py | undefined => {
    machine.context.spend(1);
    machine.enter();
    const { at } = machine;
    frame.depth = machine.depth;
    machine.suspended.delete(made);
    started = true;
    const step = stopping(run);
    machine.leave();
    machine.at = at;
    if (step.done === true) return undefined;
    if (cleansUp) machine.suspended.add(made);
    return step.value;
  };
  const made: PyIterator = {
    kind: 'iterator',
    type: 'generator',
    next: () => resume(() => running.next(NONE)),
    send: (value) => {
      if (!started && value.kind !== 'none') throw typeError("can't send non-None value to a just-started generator");
      return resume(() => running.next(value));
    },
    throw: (error) => resume(() => running.throw(error)),
    result: () => frame.result,
  };
  return made;
}

/** A StopIteration that leaves the body is a RuntimeError (PEP 479). */
function stopping(run: () => IteratorResult<Py, Completion>): IteratorResult<Py, Completion> {
  try {
    return run();
  } catch (error) {
    if (error instanceof PythonError && error.type === 'StopIteration')
      throw new PythonError('RuntimeError', 'generator raised StopIteration', error.range);
    throw error;
  }
}

/** Raises GeneratorExit in the generator, which has to end then. */
export function closeGenerator(generator: PyIterator): void {
  try {
    if (generator.throw!(new PythonError('GeneratorExit', '')) === undefined) return;
  } catch (error) {
    if (error instanceof PythonError && error.type === 'GeneratorExit') return;
    throw error;
  }
  throw new PythonError('RuntimeError', 'generator ignored GeneratorExit');
}

/**
 * The end of the program: CPython closes generators in variables then, and others as soon as nothing refers to them. References
 * are not counted here, so that a generator that no variable holds is refused.
 */
export function endGenerators(machine: Machine, variables: readonly Py[]): void {
  for (const generator of [...machine.suspended]) {
    if (!variables.includes(generator))
      throw new LensError(msg('a generator whose finally has not run at its end is not supported'));
    closeGenerator(generator);
  }
}
