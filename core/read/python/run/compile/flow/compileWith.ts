/** Compiles `with`. Context managers of libraries, such as `torch.no_grad()`, have no effect. */
import { PythonError, typeError } from '../../../runtime/PythonError';
import type { Statement } from '../../../syntax/tree/ast';
import { NONE } from '../../../value/constructors';
import { typeName } from '../../../value/typeName';
import type { Py, PyClass } from '../../../value/Py';
import { NEXT, type Exec, type CallFrame, type Completion } from '../../machine/CallFrame';
import { findMember } from '../../objects/classes';
import { exceptionClass } from '../../objects/exceptionClasses';
import { exceptionOf } from '../../operations/exceptions';
import { truthOf } from '../../operations/truthOf';
import { compileStore } from '../target/compileStore';
import type { Unit } from '../target/Unit';
import { withRecording } from './withRecording';

/** Kinds of values without `__enter__`; managers of libraries that have no effect are read as None. */
const WITHOUT_PROTOCOL: ReadonlySet<string> = new Set([
  'number',
  'text',
  'list',
  'tuple',
  'dictionary',
  'set',
  'array',
]);

function lacksProtocol(type: PyClass): boolean {
  return type.framework === undefined && !(findMember(type, '__enter__') && findMember(type, '__exit__'));
}

export function compileWith(statement: Extract<Statement, { type: 'with' }>, unit: Unit): Exec {
  const { machine } = unit;
  const items = statement.items.map(({ value, target }) => ({
    value: unit.expression(value),
    store: target && compileStore(target, unit),
  }));
  const body = unit.block(statement.body);

  const run = (frame: CallFrame, at: number): Completion => {
    const item = items[at];
    if (!item) return body(frame);
    const manager = item.value(frame);
    if (WITHOUT_PROTOCOL.has(manager.kind) || (manager.kind === 'instance' && lacksProtocol(manager.class)))
      throw typeError(`'${typeName(manager)}' object does not support the context manager protocol`);
    const entered = callMember(manager, '__enter__', []);
    item.store?.(frame, entered ?? manager, statement.range);
    let outcome: Completion;
    try {
      outcome = run(frame, at + 1);
    } catch (error) {
      if (!(error instanceof PythonError)) throw error;
      const swallowed = callMember(manager, '__exit__', [exceptionClass(error), exceptionOf(error), NONE]);
      if (swallowed && truthOf(swallowed, machine)) return NEXT;
      throw error;
    }
    callMember(manager, '__exit__', [NONE, NONE, NONE]);
    return outcome;
  };
  return (frame) => withRecording(statement, machine, () => run(frame, 0));

  function callMember(manager: Py, name: string, args: readonly Py[]): Py | undefined {
    const method = manager.kind === 'instance' ? findMember(manager.class, name) : undefined;
    return method && machine.call(method, [manager, ...args]);
  }
}
