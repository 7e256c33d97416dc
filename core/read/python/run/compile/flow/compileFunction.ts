/** Compiles function definitions and lambdas. */
import type { TextRange } from '../../../../ParseResult';
import type { Arguments, Py, PyFunction, UserFunction } from '../../../value/Py';
import { docOf } from '../../../syntax/tree/docOf';
import type { Expression, FunctionDefinition, Parameter, Statement } from '../../../syntax/tree/ast';
import { LensError } from '../../../../../message';
import { placeError } from '../../../runtime/PythonError';
import { NONE } from '../../../value/constructors';
import { CallFrame, type Code } from '../../machine/CallFrame';
import type { Machine } from '../../machine/Machine';
import { bindParameters, type BoundParameter } from '../../objects/bindParameters';
import { generatorObject } from '../../objects/generatorObject';
import { compileGenerator } from './compileGenerator';
import { Scope } from '../../machine/Scope';
import type { Unit } from '../target/Unit';
import { yields, yieldsInTry } from '../../../syntax/tree/yields';

/** Runs the body in a frame whose parameters are bound. */
type Body = (frame: CallFrame) => Py;

interface Blueprint {
  readonly name: string;
  readonly parameters: readonly Parameter[];
  readonly range: TextRange;
  readonly doc: string | undefined;
}

export function compileFunction(definition: FunctionDefinition, unit: Unit, owner?: Scope['owner']): Code {
  const { body, parameters } = definition;
  const names = parameters.map(({ name }) => name);
  const scope = Scope.definition('function', unit.scope, definition, names);
  scope.owner = owner;
  const inner = unit.within(scope);
  const run = yields(body) ? generatorBody(body, inner) : plainBody(body, inner);
  return maker({ ...definition, doc: docOf(body) }, run, scope, unit);
}

export function compileLambda({ parameters, body, range }: Extract<Expression, { type: 'lambda' }>, unit: Unit): Code {
  const scope = Scope.body(
    'function',
    unit.scope,
    parameters.map(({ name }) => name),
    [],
  );
  scope.name = '<lambda>';
  const value = unit.within(scope).expression(body);
  const { machine } = unit;
  const run: Body = (frame) => {
    machine.at = body.range;
    try {
      return value(frame);
    } catch (error) {
      throw error instanceof LensError ? placeError(error, machine.at) : error;
    }
  };
  return maker({ name: '<lambda>', parameters, range, doc: undefined }, run, scope, unit);
}

function plainBody(body: readonly Statement[], unit: Unit): Body {
  const run = unit.block(body);
  return (frame) => {
    run(frame);
    return frame.result;
  };
}

function generatorBody(body: readonly Statement[], unit: Unit): Body {
  const run = compileGenerator(body, unit);
  const cleansUp = yieldsInTry(body);
  return (frame) => generatorObject(run(frame), frame, unit.machine, cleansUp);
}

/** Defaults are evaluated where the function is defined. */
function maker(blueprint: Blueprint, run: Body, scope: Scope, unit: Unit): Code {
  const { machine } = unit;
  const missing = blueprint.parameters.map((each) => each.missing && unit.expression(each.missing));
  const slots = blueprint.parameters.map(({ name }) => scope.slots.get(name)!);
  const size = (): number => scope.slots.size;
  const qualified = unit.scope.qualified(blueprint.name);
  return (frame) => {
    const parameters = blueprint.parameters.map(({ name, kind }, index): BoundParameter => ({
      name,
      kind,
      missing: missing[index]?.(frame),
    }));
    const { name, doc, range } = blueprint;
    const allPlain = parameters.every(({ kind }) => kind === 'plain');
    const user: UserFunction = {
      parameters: parameters.map((each) => each.name),
      required: parameters.filter(isRequired).map((each) => each.name),
      doc,
      attributes: new Map(),
    };
    const made: PyFunction = { kind: 'function', name, user, call: (args) => invoke(args) };
    return made;

    function invoke(args: Arguments): Py {
      const own = new CallFrame(size(), frame);
      const { positional, named } = args;
      if (allPlain && named.size === 0 && positional.length === slots.length)
        for (let i = 0; i < slots.length; i++) own.slots[slots[i]!] = positional[i]!.value;
      else fill(own, args);
      return machine.observer ? observed(own, args) : enter(own, machine, run);
    }

    function fill(own: CallFrame, args: Arguments): void {
      bindParameters(qualified, parameters, args, (index, value) => (own.slots[slots[index]!] = value));
    }

    function observed(own: CallFrame, args: Arguments): Py {
      const given = new Map(parameters.map((each, index) => [each.name, own.slots[slots[index]!] ?? NONE]));
      const locals = (): [string, Py][] =>
        [...scope.slots].flatMap(([name, slot]): [string, Py][] => (own.slots[slot] ? [[name, own.slots[slot]]] : []));
      return machine.observer!(made, given, () => enter(own, machine, run), args.range ?? range, locals);
    }
  };
}

function isRequired({ kind, missing }: BoundParameter): boolean {
  return missing === undefined && kind !== 'rest' && kind !== 'keywords';
}

function enter(frame: CallFrame, machine: Machine, run: Body): Py {
  machine.enter();
  const { tracer, at } = machine;
  const place = tracer?.current;
  const result = run(frame);
  machine.at = at;
  if (tracer) tracer.current = place;
  machine.leave();
  return result;
}
