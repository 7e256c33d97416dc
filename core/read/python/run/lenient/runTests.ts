/**
 * Runs the tests of a text that calls no layer itself, as a test runner does: functions and methods `test…`, these after their
 * `setUp`; and its functions and static methods without parameters. From the last one on, until one of them calls a layer.
 */
import { LensError, msg } from '../../../../message';
import type { LayerCall, TextRange } from '../../../ParseResult';
import { isStackOverflow } from '../../runtime/isStackOverflow';
import { Unavailable } from '../../runtime/Unavailable';
import { NONE } from '../../value/constructors';
import type { Py, PyClass, PyFunction } from '../../value/Py';
import { fixtureParameters, testCases } from '../builtins/pytestModule';
import type { Interpreter } from '../interpreter/Interpreter';
import { bindMethod } from '../objects/bindMethod';
import { findMember, isTestCase, makeInstance } from '../objects/classes';
import { Fixtures } from './testArguments';

const MOST_TESTS = 50;

export function runTests(machine: Interpreter): void {
  const tests = machine.globals.variables.flatMap(({ value, range }) => (value ? testsOf(value, range, machine) : []));
  for (const { name, run, range } of tests.reverse().slice(0, MOST_TESTS)) {
    const { calls } = machine.context;
    const first = calls.length;
    machine.context.statement = range;
    let cases = 1;
    try {
      cases = run();
    } catch (error) {
      machine.depth = 0;
      const failure = isStackOverflow(error) ? new LensError(msg('calls are nested too deep')) : error;
      if (failure instanceof LensError) machine.context.report(failure, range);
      else if (!(failure instanceof Unavailable)) throw failure;
    }
    for (let index = first; index < calls.length; index++) calls[index] = asTest(calls[index]!, name, cases);
    if (calls.length > first) return;
  }
}

/** Notes how the layer's function was run. */
function asTest(call: LayerCall, name: string, cases: number): LayerCall {
  const run =
    name.startsWith('test') || name.includes('.test')
      ? msg('{0} is run as a test', name)
      : msg('{0} is not called in the text: it is run without arguments', name);
  const first = cases > 1 ? [msg('the first of {0} cases is used', cases)] : [];
  return { ...call, notes: [...(call.notes ?? []), run, ...first] };
}

interface Test {
  readonly name: string;
  /** Returns the number of cases, of which it runs the first. */
  readonly run: () => number;
  readonly range: TextRange;
}

function testsOf(value: Py, range: TextRange, machine: Interpreter): Test[] {
  if (value.kind === 'function')
    return isTest(value)
      ? [{ name: value.name, run: () => runFunction(value, new Fixtures(machine), machine), range }]
      : [];
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

/** A test by its name or its cases, or a function that can be called without arguments. */
function isTest(value: PyFunction): boolean {
  if (!value.user || fixtureParameters(value)) return false;
  return value.user.required.length === 0 || value.name.startsWith('test') || testCases(value).length > 0;
}

/** What unittest and pytest run before a method. */
const SET_UPS = ['setUpClass', 'setup_class', 'setUp', 'setup_method', 'setup'];

function runMethod(type: PyClass, name: string, machine: Interpreter): number {
  const instance = makeInstance(type);
  for (const each of SET_UPS) {
    const member = findMember(type, each);
    const bound = member && bindMethod(member, instance);
    // pytest gives `setup_method(self, method)` the method.
    const takesMethod = bound?.kind === 'function' && bound.user !== undefined && bound.user.required.length > 1;
    if (bound) machine.call(bound, takesMethod ? [NONE] : []);
  }
  const test = bindMethod(findMember(type, name)!, instance);
  return test.kind === 'function' ? runFunction(test, new Fixtures(machine, instance), machine) : 1;
}

function runFunction(test: PyFunction, fixtures: Fixtures, machine: Interpreter): number {
  const { values, cases } = fixtures.argumentsOf(test);
  machine.call(test, values);
  return cases;
}
