/** Compiles a `try` without `finally` in which a generator function yields. */
import { PythonError } from '../../runtime/PythonError';
import type { Statement } from '../../syntax/ast';
import { NEXT, type CallFrame, type Completion } from '../machine/CallFrame';
import { matchesException } from '../objects/exceptionClasses';
import type { Running } from '../objects/generatorObject';
import { exceptionOf } from '../operations/exceptions';
import { compileHandlers } from './compileTry';
import type { Unit } from './Unit';

type Resumable = (frame: CallFrame) => Running;

export function compileResumableTry(
  statement: Extract<Statement, { type: 'try' }>,
  unit: Unit,
  block: (body: readonly Statement[]) => Resumable,
): Resumable {
  const { machine } = unit;
  const body = block(statement.body);
  const orElse = block(statement.orElse);
  const handlers = compileHandlers(statement, unit, block);
  return function* (frame) {
    let outcome: Completion = NEXT;
    let error: PythonError | undefined;
    try {
      outcome = yield* body(frame);
    } catch (thrown) {
      if (!(thrown instanceof PythonError)) throw thrown;
      error = thrown;
    }
    if (!error) return outcome === NEXT ? yield* orElse(frame) : outcome;
    machine.depth = frame.depth;
    const caught = error;
    const handler = handlers.find(({ types }) => !types || matchesException(caught, types(frame)));
    if (!handler) throw error;
    handler.store?.(frame, exceptionOf(error), statement.range);
    machine.handling.push(error);
    outcome = yield* handler.body(frame);
    machine.handling.splice(machine.handling.lastIndexOf(error), 1);
    handler.forget?.(frame);
    return outcome;
  };
}
