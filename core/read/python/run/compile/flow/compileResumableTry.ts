/** Compiles a `try` in which a generator function yields. */
import { PythonError } from '../../../runtime/PythonError';
import type { Statement } from '../../../syntax/tree/ast';
import { NEXT, type CallFrame, type Completion } from '../../machine/CallFrame';
import { matchesException } from '../../objects/exceptionClasses';
import type { Running } from '../../objects/generatorObject';
import { exceptionOf } from '../../operations/exceptions';
import { compileHandlers } from './compileTry';
import type { Unit } from '../target/Unit';

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
  if (statement.last.length === 0) return caught;
  const last = block(statement.last);
  return function* (frame) {
    let outcome: Completion;
    try {
      outcome = yield* caught(frame);
    } catch (error) {
      // As in a plain `try`: a return in `finally` replaces the error.
      if (!(error instanceof PythonError)) throw error;
      machine.depth = frame.depth;
      const ended = yield* last(frame);
      if (ended !== NEXT) return ended;
      throw error;
    }
    const { result } = frame;
    const ended = yield* last(frame);
    if (ended !== NEXT) return ended;
    frame.result = result;
    return outcome;
  };

  function* caught(frame: CallFrame): Running {
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
    const raisedError = error;
    const handler = handlers.find(({ types }) => !types || matchesException(raisedError, types(frame)));
    if (!handler) throw error;
    handler.store?.(frame, exceptionOf(error), statement.range);
    machine.handling.push(error);
    outcome = yield* handler.body(frame);
    machine.handling.splice(machine.handling.lastIndexOf(error), 1);
    handler.forget?.(frame);
    return outcome;
  }
}
