/**
 * Runs the tests of a text that calls no layer itself, as a test runner does: functions and methods `test…`, these after their
 * `setUp`; and its functions and static methods without parameters. From the last one on, until one of them calls a layer.
 */
import { LensError, msg, type Message } from '../../../../message';
import type { LayerCall, TextRange } from '../../../ParseResult';
import { borrowedFunction } from '../../modules/borrowed';
import { libraryFunction } from '../../library/call/Call';
import { isSequence } from '../../library/call/coerce';
import { isStackOverflow } from '../../runtime/isStackOverflow';
import { Unavailable } from '../../runtime/Unavailable';
import { NONE } from '../../value/constructors';
import { programOf } from '../../value/Program';
import type { Py, PyClass, PyFunction, PyInstance } from '../../value/Py';
import { fixtureParameters, testCases } from '../libraries/pytestModule';
import type { Interpreter } from '../interpreter/Interpreter';
import { bindMethod } from '../objects/bindMethod';
import { findMember, isTestCase, makeClass, makeInstance } from '../objects/classes';
import { Fixtures } from './testArguments';

const MOST_TESTS = 50;

/** `runBody` runs the statements of a function that stopped, as those of the module: one that fails does not stop the next. */
export function runTests(machine: Interpreter, runBody: (name: string) => void): void {
  const tests = machine.globals.variables.flatMap(({ value, range }) => (value ? testsOf(value, range, machine) : []));
  for (const test of tests.reverse().slice(0, MOST_TESTS)) {
    const { run, range } = test;
    const { calls } = machine.context;
    const first = calls.length;
    machine.context.statement = range;
    machine.context.test = lastName(test);
    let cases = 1;
    try {
      run((count) => (cases = count));
    } catch (error) {
      machine.depth = 0;
      const failure = isStackOverflow(error) ? new LensError(msg('calls are nested too deep')) : error;
      if (failure instanceof LensError) machine.context.report(failure, range);
      else if (!(failure instanceof Unavailable)) throw failure;
      if (calls.length === first) runBody(test.name);
    }
    machine.context.test = undefined;
    for (let index = first; index < calls.length; index++) calls[index] = asTest(calls[index]!, test, cases);
    if (calls.length > first) return;
  }
}

/** Notes how the layer's function was run. */
function asTest(call: LayerCall, test: Test, cases: number): LayerCall {
  const { name, note } = test;
  const run =
    name.startsWith('test') || name.includes('.test') || /_tests?(?:_?\d+)?$/.test(name)
      ? msg('{0} is run as a test', name)
      : msg('{0} is not called in the text: it is run without arguments', name);
  const first = cases > 1 ? [msg('the first of {0} cases is used', cases)] : [];
  return {
    ...call,
    test: lastName(test),
    notes: [...(call.notes ?? []), run, ...(note ? [note] : []), ...first],
  };
}

/** `test_forward` of `TestConv.test_forward`. */
function lastName({ name }: Test): string {
  return name.slice(name.lastIndexOf('.') + 1);
}

type NoteCases = (count: number) => void;

interface Test {
  readonly name: string;
  /** Runs the first case; before, it gives the number of cases. */
  readonly run: (noteCases: NoteCases) => void;
  readonly range: TextRange;
  readonly note?: Message;
}

function testsOf(value: Py, range: TextRange, machine: Interpreter): Test[] {
  if (value.kind === 'function') return testOf(value, range, machine);
  // The text is a part of a class.
  if (value.kind === 'staticmethod') return testsOf(value.get, range, machine);
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
    .map((name) => ({ name: `${value.name}.${name}`, run: (count) => runMethod(value, name, machine, count), range }));
}

/**
 * A test by its name or its cases, or a function that can be called without arguments. Where a text is only the method of a test
 * case, its `self` is an object without attributes.
 */
function testOf(value: PyFunction, range: TextRange, machine: Interpreter): Test[] {
  const { name, user } = value;
  if (!user || fixtureParameters(value)) return [];
  const subject = subjectOf(value, machine);
  const note = subject && msg('the argument {0} of {1} is {2}', user.required[0]!, name, nameOf(subject));
  if (subject) return [{ name, run: () => runWith(subject, value, machine), range, note: note! }];
  const isNamed = name.startsWith('test') || testCases(value).length > 0;
  if (isNamed && user.parameters[0] === 'self') {
    const self = makeInstance(makeClass('TestCase', [], new Map([[name, value]]), { framework: 'unittest.TestCase' }));
    return [{ name, run: (count) => runBound(value, self, machine, count), range }];
  }
  if (!isNamed && user.required.length > 0) return [];
  return [{ name, run: (count) => runFunction(value, new Fixtures(machine), machine, count), range }];
}

/** The layer's function that a test takes as its argument: `def conv_forward_test(target)`. */
function subjectOf({ name, user }: PyFunction, machine: Interpreter): Py | undefined {
  const [layer] = /^(?:test_)?(\w+?)(?:_tests?)?(?:_?\d+)?$/.exec(name)?.slice(1) ?? [];
  if (!user || layer === undefined || layer === name || user.required.length !== 1) return undefined;
  const [parameter] = user.required;
  if (!/^(?:target|func?|fn|function|implementation)$/.test(parameter!) && parameter !== layer) return undefined;
  const own = machine.globals.cell(layer).value;
  return own?.kind === 'function' ? own : borrowedFunction(layer);
}

function nameOf(value: Py): string {
  return value.kind === 'function' ? value.name : '';
}

function runWith(subject: Py, test: PyFunction, machine: Interpreter): void {
  lendRunners(machine);
  machine.call(test, [subject]);
}

/** The course's `test_utils`: `multiple_test(test_cases, target)` calls the target with each case's input. */
function lendRunners({ globals }: Interpreter): void {
  for (const name of ['multiple_test', 'single_test']) {
    const known = globals.cell(name).value;
    if (known !== undefined && known.kind !== 'namespace') continue;
    const runner = libraryFunction(name, 'test_cases target', (call) => {
      for (const entry of call.sequence('test_cases')) {
        const input = entry.kind === 'dictionary' ? entry.entries.get('input') : undefined;
        if (input && isSequence(input)) programOf(call.context).call(call.value('target'), [...input.items]);
      }
      return NONE;
    });
    globals.set(name, runner, [0, 0]);
  }
}

/** What unittest and pytest run before a method. */
const SET_UPS = ['setUpClass', 'setup_class', 'setUp', 'setup_method', 'setup'];

function runMethod(type: PyClass, name: string, machine: Interpreter, noteCases: NoteCases): void {
  const instance = makeInstance(type);
  for (const each of SET_UPS) {
    const member = findMember(type, each);
    const bound = member && bindMethod(member, instance);
    // pytest gives `setup_method(self, method)` the method.
    const takesMethod = bound?.kind === 'function' && bound.user !== undefined && bound.user.required.length > 1;
    if (bound) machine.call(bound, takesMethod ? [NONE] : []);
  }
  runBound(findMember(type, name)!, instance, machine, noteCases);
}

function runBound(method: Py, self: PyInstance, machine: Interpreter, noteCases: NoteCases): void {
  const test = bindMethod(method, self);
  if (test.kind === 'function') runFunction(test, new Fixtures(machine, self), machine, noteCases);
}

function runFunction(test: PyFunction, fixtures: Fixtures, machine: Interpreter, noteCases: NoteCases): void {
  const { values, cases } = fixtures.argumentsOf(test);
  noteCases(cases);
  machine.call(test, values);
}
