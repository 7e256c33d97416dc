/** `pytest`: fixtures and the cases of a test, kept at the function for `runTests`. */
import type { Call } from '../../library/call/Call';
import { pyText, pyTuple, UNKNOWN } from '../../value/constructors';
import type { Py } from '../../value/Py';
import type { Machine } from '../machine/Machine';
import { iterate } from '../operations/iterate';
import type { Builtins } from '../builtins/table';

/** Keys of a function's attributes. No program has attributes with a colon. */
const FIXTURE = 'pytest:fixture';
const CASES = 'pytest:cases';

/** Values of some parameters of a test, of which a test runner takes each. */
interface Cases {
  readonly names: readonly string[];
  readonly values: readonly Py[];
}

export const PYTEST: Builtins = {
  fixture: [
    'fixture_function? *rest scope? params? autouse? ids? name?',
    (call, machine) => {
      const params = call.lacks('params') ? [] : iterate(call.value('params'), machine);
      const mark = (target: Py): Py => attach(target, FIXTURE, pyTuple(params));
      return call.lacks('fixture_function') ? decorator('fixture', mark) : mark(call.value('fixture_function'));
    },
  ],
  /** One case: several values of parameters, or the value of one. */
  param: ['*values id? marks?', (call) => (call.rest.length === 1 ? call.rest[0]!.value : pyTuple(valuesOf(call)))],
};

export const PYTEST_MARK: Builtins = {
  parametrize: [
    'argnames argvalues indirect? ids? scope?',
    (call, machine) => {
      const names = namesOf(call.value('argnames'), machine);
      const values = iterate(call.value('argvalues'), machine);
      return decorator('parametrize', (target) => {
        return addCases(target, names, values);
      });
    },
  ],
};

const unchanged = (name: string): Py => decorator(name, (target) => target);

/** Decorators of `unittest` by name: the test runs all the same. */
export const UNITTEST: Builtins = {
  skip: ['reason?', () => unchanged('skip')],
  skipIf: ['condition reason?', () => unchanged('skipIf')],
  skipUnless: ['condition reason?', () => unchanged('skipUnless')],
  expectedFailure: ['test_item', (call) => call.value('test_item')],
};

/** `parameterized.parameters` of Abseil, and `parameterized.expand`: cases by the order or the names of the parameters. */
export const PARAMETERIZED: Builtins = {
  parameters: ['*cases', (call, machine) => caseDecorator(valuesOf(call), machine, 0)],
  named_parameters: ['*cases', (call, machine) => caseDecorator(valuesOf(call), machine, 1)],
  expand: [
    'input name_func? doc_func? skip_on_empty? testcase_func_name?',
    (call, machine) => caseDecorator(iterate(call.value('input'), machine), machine, 0),
  ],
  product: [
    '**names',
    (call) =>
      decorator('product', (target) => {
        for (const [name, { value }] of call.named) addCases(target, [name], itemsIn(value));
        return target;
      }),
  ],
};

/** `names`: how many items at the start of a case are its name. */
function caseDecorator(given: readonly Py[], machine: Machine, names: number): Py {
  const [only] = given;
  const cases =
    given.length === 1 && only && (only.kind === 'list' || only.kind === 'iterator') ? iterate(only, machine) : given;
  return decorator('parameters', (target) => {
    const [first] = cases;
    const parameters = (target.kind === 'function' && target.user?.parameters.filter((name) => name !== 'self')) || [];
    if (first?.kind === 'dictionary') {
      const keys = [...first.entries.keys()].map(String).filter((key) => key !== 'testcase_name');
      const values = cases.map((each) =>
        pyTuple(keys.map((key) => (each.kind === 'dictionary' ? each.entries.get(key) : undefined) ?? UNKNOWN)),
      );
      return addCases(target, keys, keys.length === 1 ? values.map(({ items }) => items[0]!) : values);
    }
    if (first?.kind !== 'tuple' && first?.kind !== 'list') return addCases(target, parameters.slice(0, 1), cases);
    const values = cases.map((each) => pyTuple([...itemsIn(each)].slice(names)));
    const own = parameters.slice(0, values[0]!.items.length);
    return addCases(target, own, own.length === 1 ? values.map(({ items }) => items[0]!) : values);
  });
}

function itemsIn(value: Py): readonly Py[] {
  return value.kind === 'tuple' || value.kind === 'list' ? value.items : [value];
}

/** The values of `request.param` of a fixture, none where it has no parameters; undefined for other functions. */
export function fixtureParameters(value: Py): readonly Py[] | undefined {
  const found = attributesOf(value)?.get(FIXTURE);
  return found && itemsOf(found);
}

/** Each `parametrize` of a test. */
export function testCases(value: Py): Cases[] {
  return itemsOf(attributesOf(value)?.get(CASES)).map((cases) => {
    const [names, values] = itemsOf(cases);
    return {
      names: itemsOf(names).flatMap((name) => (name.kind === 'text' ? [name.value] : [])),
      values: itemsOf(values),
    };
  });
}

function namesOf(names: Py, machine: Machine): string[] {
  if (names.kind === 'text') return names.value.split(',').map((name) => name.trim());
  return iterate(names, machine).flatMap((name) => (name.kind === 'text' ? [name.value] : []));
}

function decorator(name: string, apply: (target: Py) => Py): Py {
  return { kind: 'function', name, call: ({ positional }) => apply(positional[0]!.value) };
}

function valuesOf({ rest }: Call): Py[] {
  return rest.map(({ value }) => value);
}

function addCases(target: Py, names: readonly string[], values: readonly Py[]): Py {
  const cases = pyTuple([pyTuple(names.map(pyText)), pyTuple([...values])]);
  return attach(target, CASES, pyTuple([...itemsOf(attributesOf(target)?.get(CASES)), cases]));
}

function attach(target: Py, key: string, value: Py): Py {
  attributesOf(target)?.set(key, value);
  return target;
}

function attributesOf(value: Py): Map<string, Py> | undefined {
  return value.kind === 'function' ? value.user?.attributes : undefined;
}

function itemsOf(value: Py | undefined): readonly Py[] {
  return value?.kind === 'tuple' ? value.items : [];
}
