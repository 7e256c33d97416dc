/** Compiles statements to closures. */
import { isWithoutEffect } from '../../modules/namespaces';
import { LensError, msg } from '../../../../message';
import { PythonError } from '../../runtime/PythonError';
import { Unavailable } from '../../runtime/Unavailable';
import type { Expression, Statement } from '../../syntax/tree/ast';
import type { Py } from '../../value/Py';
import { NONE } from '../../value/constructors';
import { BREAK, CONTINUE, NEXT, RETURN, type Code, type Exec } from '../machine/CallFrame';
import { raised, reraised } from '../operations/exceptions';
import { truthOf } from '../operations/truthOf';
import { strOf } from '../text/reprOf';
import { compileClass } from './compileClass';
import { compileDelete } from './target/compileDelete';
import { compileFunction } from './flow/compileFunction';
import { compileImport } from './compileImport';
import { compileFor, compileWhile } from './flow/compileLoop';
import { compileStoreName } from './target/compileName';
import { compileStore } from './target/compileStore';
import { compileTry } from './flow/compileTry';
import { compileUpdate } from './target/compileUpdate';
import { compileWith } from './flow/compileWith';
import type { Unit } from './target/Unit';

export function compileStatement(statement: Statement, unit: Unit): Exec {
  const { scope } = unit;
  switch (statement.type) {
    case 'assign':
      return compileAssign(statement, unit.expression(statement.value), unit);
    case 'update':
      return compileUpdate(statement, unit);
    case 'expression': {
      const value = unit.expression(statement.value);
      return (frame) => {
        value(frame);
        return NEXT;
      };
    }
    case 'import':
      return compileImport(statement, unit);
    case 'for':
      return compileFor(statement, unit);
    case 'while':
      return compileWhile(statement, unit);
    case 'if':
      return compileIf(statement, unit);
    case 'with':
      return compileWith(statement, unit);
    case 'try':
      return compileTry(statement, unit);
    case 'function': {
      const made = compileFunction(statement, unit, scope.kind === 'class' ? scope.owner : undefined);
      return compileDefinition(statement.name, statement.decorators, made, statement, unit);
    }
    case 'class':
      return compileDefinition(statement.name, statement.decorators, compileClass(statement, unit), statement, unit);
    case 'return': {
      const value = statement.value && unit.expression(statement.value);
      return (frame) => {
        frame.result = value?.(frame) ?? NONE;
        return RETURN;
      };
    }
    case 'raise':
      return compileRaise(statement, unit);
    case 'assert':
      return compileAssert(statement, unit);
    case 'delete':
      return compileDelete(statement, unit);
    case 'break':
      return () => BREAK;
    case 'continue':
      return () => CONTINUE;
    case 'global':
    case 'nonlocal':
    case 'pass':
      return () => NEXT;
    case 'skipped':
      return () => {
        throw new LensError(msg('{0} is not supported', statement.keyword), undefined, statement.range);
      };
  }
}

function compileIf(statement: Extract<Statement, { type: 'if' }>, unit: Unit): Exec {
  const { machine } = unit;
  const branches = statement.branches.map(({ test, body }) => ({
    test: test && unit.expression(test),
    body: unit.block(body),
  }));
  return (frame) => {
    for (let i = 0; i < branches.length; i++) {
      const { test, body } = branches[i]!;
      if (!test) return body(frame);
      const value = test(frame);
      if (value.kind === 'number' ? value.value !== 0 : truthOf(value, machine)) return body(frame);
    }
    return NEXT;
  };
}

function compileRaise(statement: Extract<Statement, { type: 'raise' }>, unit: Unit): Exec {
  const { machine } = unit;
  const value = statement.value && unit.expression(statement.value);
  const cause = statement.cause && unit.expression(statement.cause);
  return (frame) => {
    const thrown = value?.(frame);
    const from = cause?.(frame);
    const error = thrown ? raised(thrown, machine) : reraised(machine);
    const instance = error instanceof PythonError ? (error.value as Py | undefined) : undefined;
    if (from && instance?.kind === 'instance') instance.attributes.set('__cause__', from);
    machine.at = statement.range;
    throw error;
  };
}

/** `value` computes the right side. */
function compileAssign(
  { targets, value: source }: Extract<Statement, { type: 'assign' }>,
  value: Code,
  unit: Unit,
): Exec {
  const stores = targets.map((target) => compileStore(target, unit));
  const [only] = stores;
  const { range } = source;
  if (stores.length === 1 && only) {
    return (frame) => {
      only(frame, value(frame), range);
      return NEXT;
    };
  }
  return (frame) => {
    const found = value(frame);
    stores.forEach((store) => store(frame, found, range));
    return NEXT;
  };
}

/** Decorators are called from the innermost; of a test, those that are not known repeat it, skip it or choose a device. */
function compileDefinition(
  name: string,
  decorators: readonly Expression[],
  make: Code,
  { range }: Statement,
  unit: Unit,
): Exec {
  const { machine } = unit;
  const store = compileStoreName(name, unit);
  const isTest = machine.lenient && /^test/i.test(name);
  const wrappers = decorators.map((each) => unit.expression(each));
  return (frame) => {
    const callables = wrappers.map((wrapper) => (isTest ? known(() => wrapper(frame)) : wrapper(frame)));
    let value = make(frame);
    // Marks of test runners, `@pytest.mark.slow`, change nothing.
    for (const callable of callables.reverse()) {
      if (!callable || callable.kind === 'none') continue;
      if (callable.kind === 'namespace' && isWithoutEffect(callable.path)) continue;
      const decorated = (): Py => machine.call(callable, [value]);
      value = isTest ? (known(decorated) ?? value) : decorated();
    }
    store(frame, value, range);
    return NEXT;
  };
}

function known(evaluate: () => Py): Py | undefined {
  try {
    return evaluate();
  } catch (error) {
    if (error instanceof LensError || error instanceof Unavailable) return undefined;
    throw error;
  }
}

function compileAssert({ test, message, range }: Extract<Statement, { type: 'assert' }>, unit: Unit): Exec {
  const { machine } = unit;
  const condition = unit.expression(test);
  const text = message && unit.expression(message);
  return (frame) => {
    const value = condition(frame);
    machine.at = range;
    if (truthOf(value, machine)) return NEXT;
    const found = text?.(frame);
    machine.at = range;
    throw new PythonError('AssertionError', found ? strOf(found, machine) : '');
  };
}
