/** Arguments of a test, as pytest gives them: values of its first case, and results of the text's fixtures. */
import { LensError, msg } from '../../../../message';
import type { Py, PyFunction, PyInstance } from '../../value/Py';
import { fixtureParameters, testCases } from '../libraries/pytestModule';
import type { Interpreter } from '../interpreter/Interpreter';
import { bindMethod } from '../objects/bindMethod';
import { findMember, makeClass, makeInstance } from '../objects/classes';
import { iterate, iteratorOf } from '../operations/iterate';

export interface TestArguments {
  /** In the order of the parameters, without `self`. */
  readonly values: readonly Py[];
  /** How many cases the test has; 1 without `parametrize`. */
  readonly cases: number;
}

/** Bounds fixtures that use each other. */
const DEEPEST = 20;

export class Fixtures {
  private readonly known = new Map<string, Py>();
  private depth = 0;

  /** `self`: the instance whose methods are fixtures too. */
  constructor(
    private readonly machine: Interpreter,
    private readonly self?: PyInstance,
  ) {}

  /** Throws a LensError where a parameter has no value in the text. */
  argumentsOf(test: PyFunction): TestArguments {
    const given = new Map<string, Py>();
    let cases = 1;
    for (const { names, values } of testCases(test)) {
      const [first] = values;
      if (!first) continue;
      cases *= values.length;
      const items = names.length === 1 ? [first] : iterate(first, this.machine);
      names.forEach((name, index) => items[index] && given.set(name, items[index]));
    }
    return { values: this.valuesOf(test, given), cases };
  }

  /** The parameters of a test or a fixture that have no default. */
  private valuesOf(callee: PyFunction, given: ReadonlyMap<string, Py>): Py[] {
    const { required = [] } = callee.user ?? {};
    const isMethod = this.self !== undefined && isMember(callee, this.self);
    return required.slice(isMethod ? 1 : 0).map((name) => given.get(name) ?? this.fixture(name, callee.name));
  }

  private fixture(name: string, user: string): Py {
    const known = this.known.get(name);
    if (known) return known;
    // The array API standard's name of the library under test.
    if (name === 'xp' && !this.machine.globals.cell(name).value) return { kind: 'namespace', path: 'numpy' };
    const own = this.self && findMember(this.self.class, name);
    const found = own ? bindMethod(own, this.self) : this.machine.globals.cell(name).value;
    const parameters = found && fixtureParameters(found);
    if (found?.kind !== 'function' || !parameters || this.depth > DEEPEST) throw notGiven(user, name);
    const request = makeInstance(makeClass('FixtureRequest', [], new Map()));
    if (parameters[0]) request.attributes.set('param', parameters[0]);
    this.depth += 1;
    const result = this.machine.call(found, this.valuesOf(found, new Map([['request', request]])));
    this.depth -= 1;
    const value = result.kind === 'iterator' ? iteratorOf(result, this.machine)() : result;
    if (!value) throw notGiven(user, name);
    this.known.set(name, value);
    return value;
  }
}

function notGiven(user: string, name: string): LensError {
  return new LensError(
    msg('{0} is not called, and its parameter {1} is not a fixture or a case of this text', user, name),
  );
}

function isMember({ user }: PyFunction, { class: type }: PyInstance): boolean {
  return type.order.some(({ members }) =>
    [...members.values()].some((member) => member.kind === 'function' && member.user === user),
  );
}
