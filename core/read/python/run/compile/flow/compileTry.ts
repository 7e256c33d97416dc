/** Compiles `try`. Only errors that Python raises can be caught: a refusal ends the program. */
import { PythonError } from '../../../runtime/PythonError';
import type { Statement } from '../../../syntax/tree/ast';
import { NEXT, type Code, type Exec, type CallFrame, type Store } from '../../machine/CallFrame';
import { exceptionOf } from '../../operations/exceptions';
import { matchesException } from '../../objects/exceptionClasses';
import { compileForgetName, compileStoreName } from '../target/compileName';
import type { Unit } from '../target/Unit';

type Try = Extract<Statement, { type: 'try' }>;

interface CompiledHandler<Body> {
  readonly types: Code | undefined;
  readonly store: Store | undefined;
  /** Python deletes the exception's name at the end of the handler. */
  readonly forget: ((frame: CallFrame) => void) | undefined;
  readonly body: Body;
}

/** `compileBody` compiles the statements of each handler. */
export function compileHandlers<Body>(
  { handlers }: Try,
  unit: Unit,
  compileBody: (statements: readonly Statement[]) => Body,
): CompiledHandler<Body>[] {
  return handlers.map(({ types, name, body }) => ({
    types: types && unit.expression(types),
    store: name === undefined ? undefined : compileStoreName(name, unit),
    forget: name === undefined ? undefined : compileForgetName(name, unit),
    body: compileBody(body),
  }));
}

export function compileTry(statement: Try, unit: Unit): Exec {
  const { machine } = unit;
  const body = unit.block(statement.body);
  const orElse = unit.block(statement.orElse);
  const handlers = compileHandlers(statement, unit, (block) => unit.block(block));
  const guarded = handlers.length === 0 ? body : catching;
  if (statement.last.length === 0) return guarded;
  const last = unit.block(statement.last);
  return (frame) => {
    let outcome;
    try {
      outcome = guarded(frame);
    } catch (error) {
      // `finally` runs for Python's errors; a return in it replaces the error.
      if (!(error instanceof PythonError)) throw error;
      const ended = last(frame);
      if (ended !== NEXT) return ended;
      throw error;
    }
    const { result } = frame;
    const ended = last(frame);
    if (ended !== NEXT) return ended;
    frame.result = result;
    return outcome;
  };

  function catching(frame: Parameters<Exec>[0]): ReturnType<Exec> {
    const { depth } = machine;
    try {
      const outcome = body(frame);
      if (outcome !== NEXT) return outcome;
    } catch (error) {
      if (!(error instanceof PythonError)) throw error;
      machine.depth = depth;
      const handler = handlers.find(({ types }) => !types || matchesException(error, types(frame)));
      if (!handler) throw error;
      handler.store?.(frame, exceptionOf(error), statement.range);
      machine.handling.push(error);
      const outcome = handler.body(frame);
      machine.handling.pop();
      handler.forget?.(frame);
      return outcome;
    }
    return orElse(frame);
  }
}
