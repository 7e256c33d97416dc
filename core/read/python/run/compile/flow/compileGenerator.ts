/**
 * Compiles the body of a generator function. Statements that contain a `yield` run as JavaScript generators; all others are
 * compiled as usual. `yield` is supported as a statement, on the right of an assignment, and after `return`.
 */
import { LensError, msg } from '../../../../../message';
import type { TextRange } from '../../../../ParseResult';
import type { Expression, Statement } from '../../../syntax/tree/ast';
import { PythonError } from '../../../runtime/PythonError';
import { typeName } from '../../../value/typeName';
import type { Machine } from '../../machine/Machine';
import { NONE } from '../../../value/constructors';
import type { Py } from '../../../value/Py';
import { BREAK, NEXT, RETURN, type CallFrame, type Completion } from '../../machine/CallFrame';
import { iteratorOf } from '../../operations/iterate';
import type { Running } from '../../objects/generatorObject';
import { truthOf } from '../../operations/truthOf';
import { compileResumableTry } from './compileResumableTry';
import { compileStore } from '../target/compileStore';
import type { Unit } from '../target/Unit';
import { yields } from '../../../syntax/tree/yields';

type Resumable = (frame: CallFrame) => Running;

export function compileGenerator(statements: readonly Statement[], unit: Unit): Resumable {
  const steps = statements.map((statement) =>
    yields([statement]) ? compileResumable(statement, unit) : plain(statement, unit),
  );
  return function* (frame) {
    for (const step of steps) {
      const outcome: Completion = yield* step(frame);
      if (outcome !== NEXT) return outcome;
    }
    return NEXT;
  };
}

function plain(statement: Statement, unit: Unit): Resumable {
  const run = unit.step(statement);
  // oxlint-disable-next-line require-yield -- as above
  return function* (frame) {
    return run(frame);
  };
}

function compileResumable(statement: Statement, unit: Unit): Resumable {
  const { machine } = unit;
  const block = (body: readonly Statement[]): Resumable => compileGenerator(body, unit);
  switch (statement.type) {
    case 'expression':
      return compileYield(statement.value, unit, () => NEXT);
    case 'assign': {
      const stores = statement.targets.map((target) => compileStore(target, unit));
      return compileYield(statement.value, unit, (frame, value) => {
        stores.forEach((store) => store(frame, value, statement.range));
        return NEXT;
      });
    }
    case 'for':
      return compileResumableFor(statement, unit, block);
    case 'while':
      return compileResumableWhile(statement, unit, block);
    case 'if': {
      const branches = statement.branches.map(({ test, body }) => ({
        test: test && unit.expression(test),
        body: block(body),
      }));
      return function* (frame) {
        const taken = branches.find(({ test }) => !test || truthOf(test(frame), machine));
        return taken ? yield* taken.body(frame) : NEXT;
      };
    }
    case 'return':
      return statement.value
        ? compileYield(statement.value, unit, (frame, value) => {
            frame.result = value;
            return RETURN;
          })
        : plain(statement, unit);
    case 'try':
      return compileResumableTry(statement, unit, block);
    default:
      return refused(statement.type, statement.range);
  }
}

function compileResumableFor(
  statement: Extract<Statement, { type: 'for' }>,
  unit: Unit,
  block: (body: readonly Statement[]) => Resumable,
): Resumable {
  const { machine } = unit;
  const over = unit.expression(statement.over);
  const store = compileStore(statement.target, unit);
  const [body, orElse] = [block(statement.body), block(statement.orElse)];
  return function* (frame) {
    const next = iteratorOf(over(frame), machine);
    for (let item = next(); item !== undefined; item = next()) {
      machine.context.spendStatement(statement.range);
      store(frame, item, statement.over.range);
      const outcome = yield* body(frame);
      if (outcome === BREAK) return NEXT;
      if (outcome === RETURN) return RETURN;
    }
    return yield* orElse(frame);
  };
}

function compileResumableWhile(
  statement: Extract<Statement, { type: 'while' }>,
  unit: Unit,
  block: (body: readonly Statement[]) => Resumable,
): Resumable {
  const { machine } = unit;
  const test = unit.expression(statement.test);
  const [body, orElse] = [block(statement.body), block(statement.orElse)];
  return function* (frame) {
    while (truthOf(test(frame), machine)) {
      machine.context.spendStatement(statement.range);
      const outcome = yield* body(frame);
      if (outcome === BREAK) return NEXT;
      if (outcome === RETURN) return RETURN;
    }
    return yield* orElse(frame);
  };
}

function refused(statement: string, range: TextRange): Resumable {
  return () => {
    throw new LensError(msg('yield inside of {0} is not supported', statement), undefined, range);
  };
}

/** `yield value` and `yield from iterable`; `finish` takes the value that the expression has. */
function compileYield(
  expression: Expression,
  unit: Unit,
  finish: (frame: CallFrame, value: Py) => Completion,
): Resumable {
  const { machine } = unit;
  if (expression.type !== 'yield') {
    const whole = unit.expression(expression);
    // oxlint-disable-next-line require-yield -- refused when it runs
    return function* (frame) {
      return finish(frame, whole(frame));
    };
  }
  const value = expression.value && unit.expression(expression.value);
  return function* (frame) {
    const given = value?.(frame) ?? NONE;
    machine.at = expression.range;
    return finish(frame, expression.from ? yield* delegate(given, machine) : yield given);
  };
}

/** `yield from`: passes on what `send` gives; its value is what the inner generator returned. */
function* delegate(inner: Py, machine: Machine): Generator<Py, Py, Py> {
  const next = iteratorOf(inner, machine);
  for (let item = next(); item !== undefined;) {
    const sent = yield item;
    item = sent.kind === 'none' ? next() : sendTo(inner, sent);
  }
  return (inner.kind === 'iterator' && inner.result?.()) || NONE;
}

function sendTo(inner: Py, value: Py): Py | undefined {
  if (inner.kind === 'iterator' && inner.send) return inner.send(value);
  const iterator = inner.kind === 'iterator' || inner.kind === 'instance' ? '' : '_iterator';
  throw new PythonError('AttributeError', `'${typeName(inner)}${iterator}' object has no attribute 'send'`);
}
