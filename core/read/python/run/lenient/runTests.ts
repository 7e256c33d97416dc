/**
 * Runs the tests of a text that calls no layer itself, as a test runner does: methods `test…` of test cases after their `setUp`; and
 * its functions and static methods without parameters. From the last one on, until one of them calls a layer.
 */
import { LensError, msg } from '../../../../message';
import type { LayerCall, TextRange } from '../../../ParseResult';
import { isStackOverflow } from '../../runtime/isStackOverflow';
import { Unavailable } from '../../runtime/Unavailable';
import type { Py, PyClass } from '../../value/Py';
import type { Interpreter } from '../interpreter/Interpreter';
import { bindMethod } from '../objects/bindMethod';
import { findMember, isTestCase, makeInstance } from '../objects/classes';

const MOST_TESTS = 50;

export function runTests(machine: Interpreter): void {
  const tests = machine.globals.variables.flatMap(({ value, range }) => (value ? testsOf(value, range, machine) : []));
  for (const { name, run, range } of tests.reverse().slice(0, MOST_TESTS)) {
    const { calls } = machine.context;
    const first = calls.length;
    machine.context.statement = range;
    try {
      run();
    } catch (error) {
      machine.depth = 0;
      const failure = isStackOverflow(error) ? new LensError(msg('calls are nested too deep')) : error;
      if (failure instanceof LensError) machine.context.report(failure, range);
      else if (!(failure instanceof Unavailable)) throw failure;
    }
    for (let index = first; index < calls.length; index++) calls[index] = asTest(calls[index]!, name);
    if (calls.length > first) return;
  }
}

function asTest(call: LayerCall, name: string): LayerCall {
  const note =
    name.startsWith('test') || name.includes('.test')
      ? msg('{0} is run as a test', name)
      : msg('{0} is not called in the text: it is run without arguments', name);
  return { ...call, notes: [...(call.notes ?? []), note] };
}

interface Test {
  readonly name: string;
  readonly run: () => void;
  readonly range: TextRange;
}

function testsOf(value: Py, range: TextRange, machine: Interpreter): Test[] {
  if (value.kind === 'function' && value.user?.parameters.length === 0)
    return [{ name: value.name, run: () => machine.call(value, []), range }];
  if (value.kind !== 'class') return [];
  if (!isTestCase(value))
    return [...value.members].flatMap(([name, member]) =>
      member.kind === 'staticmethod'
        ? testsOf(member.get, range, machine).map((each) => ({ ...each, name: `${value.name}.${name}` }))
        : [],
    );
  const names = [...value.order].reverse().flatMap(({ members }) => [...members.keys()]);
  return [...new Set(names)]
    .filter((name) => name.startsWith('test'))
    .map((name) => ({ name: `${value.name}.${name}`, run: () => runMethod(value, name, machine), range }));
}

function runMethod(type: PyClass, name: string, machine: Interpreter): void {
  const instance = makeInstance(type);
  for (const each of ['setUpClass', 'setUp', name]) {
    const member = findMember(type, each);
    if (member) machine.call(bindMethod(member, instance), []);
  }
}
