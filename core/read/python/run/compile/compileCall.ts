/** Compiles calls. */
import { LensError } from '../../../../message';
import { mapTuple, tuple2 } from '../../../../tuples';
import type { TextRange } from '../../../ParseResult';
import type { PassedArgument, Py } from '../../value/Py';
import { PythonError, placeError, typeError } from '../../runtime/PythonError';
import { typeName } from '../../value/typeName';
import type { Argument, Expression } from '../../syntax/tree/ast';
import { NONE } from '../../value/constructors';
import { SHOWING } from '../builtins/builtin';
import { callValue } from '../interpreter/callValue';
import { Unavailable } from '../../runtime/Unavailable';
import type { Code, CallFrame } from '../machine/CallFrame';
import { tapeCall } from '../operations/gradients';
import { iterate } from '../operations/iterate';
import { keepResult } from '../../layers/slicedResult';
import type { Machine } from '../machine/Machine';
import { compileAttribute } from './compileAttribute';
import { compileOwner } from './compileOwner';
import type { Unit } from './Unit';

interface Passed {
  readonly positional: PassedArgument[];
  readonly named: Map<string, PassedArgument>;
}

const NO_NAMES: ReadonlyMap<string, PassedArgument> = new Map();

export function compileCall(expression: Extract<Expression, { type: 'call' }>, unit: Unit): Code {
  const { callee, args, range } = expression;
  const { machine, scope } = unit;
  if (callee.type === 'name' && callee.name === 'super') {
    if (args.length === 0) return compileSuper(range, unit);
    if (args.length === 2) return compileNamedSuper(expression, unit);
  }
  const read = callee.type === 'member' ? compileOwner(callee.object, callee.name, unit) : unit.expression(callee);
  const member = callee.type === 'member' ? compileAttribute(scope.attributeName(callee.name), machine) : undefined;
  const pass = compileArguments(args, unit);
  const written = machine.text.slice(...callee.range);
  const shows = machine.lenient && callee.type === 'name' && SHOWING.has(callee.name);
  if (shows && scope.resolve(callee.name).type === 'global') {
    const show = compileShow(args, unit);
    const cell = machine.globals.cell(callee.name);
    return (frame) => (cell.value ? run(frame) : show(frame));
  }
  if (machine.lenient) return runLenient;
  // Functions of a module imported with a star: at the top level only, where they are tests and loaders.
  return callee.type === 'name' && scope.kind === 'module' ? runImported(callee.name) : run;

  function runImported(name: string): Code {
    return (frame) => {
      if (!machine.globals.mayBeImported(name)) return run(frame);
      return finish({ kind: 'namespace', path: name }, undefined, frame);
    };
  }

  function run(frame: CallFrame): Py {
    const found = read(frame);
    if (member === undefined) return finish(found, undefined, frame);
    machine.at = callee.range;
    return finish(member(found), found, frame);
  }

  /** Arguments of a call that fails may still call layers. */
  function runLenient(frame: CallFrame): Py {
    let found: Py;
    let self: Py | undefined;
    try {
      found = read(frame);
      if (member !== undefined) {
        self = found;
        machine.at = callee.range;
        found = member(self);
      }
    } catch (error) {
      if (error instanceof LensError || error instanceof Unavailable) pass(frame);
      throw error;
    }
    return finish(found, self, frame);
  }

  function finish(found: Py, self: Py | undefined, frame: CallFrame): Py {
    const { positional, named } = pass(frame);
    machine.at = range;
    const { calls } = machine.context;
    const before = calls.length;
    try {
      const args = { callee: written, range, positional, named };
      const result = callValue(found, args, machine);
      if (calls.length > before && result.kind === 'array') keepResult(machine.context, range, result);
      if (machine.tape.wanted) tapeCall(found, self, args, result, machine);
      if (machine.tracer && found.kind === 'function' && !found.user)
        machine.tracer.called(found, self?.kind === 'array' ? self : undefined, args, result);
      return result;
    } catch (error) {
      throw error instanceof LensError ? placeError(error, range) : error;
    }
  }
}

function compileArguments(
  args: readonly Argument[],
  unit: Unit,
): (frame: CallFrame) => { positional: PassedArgument[]; named: ReadonlyMap<string, PassedArgument> } {
  const { machine } = unit;
  const codes = args.map(({ value, name, spread }) => ({
    code: unit.expression(value),
    range: value.range,
    name,
    spread,
  }));
  if (codes.every(({ name, spread }) => name === undefined && spread === '')) {
    return (frame) => {
      const positional = new Array<PassedArgument>(codes.length);
      for (let i = 0; i < codes.length; i++) positional[i] = { value: codes[i]!.code(frame), range: codes[i]!.range };
      return { positional, named: NO_NAMES };
    };
  }
  return (frame) => {
    const passed: Passed = { positional: [], named: new Map() };
    for (const { code, range, name, spread } of codes) {
      const value = code(frame);
      machine.at = range;
      if (spread === '*') for (const item of iterate(value, machine)) passed.positional.push({ value: item, range });
      else if (spread === '**') spreadNames(value, range, passed);
      else if (name !== undefined) passNamed(name, { value, range }, passed);
      else passed.positional.push({ value, range });
    }
    return passed;
  };
}

function spreadNames(value: Py, range: TextRange, passed: Passed): void {
  if (value.kind !== 'dictionary') throw typeError(`argument after ** must be a mapping, not ${typeName(value)}`);
  for (const [key, item] of value.entries) passNamed(String(key), { value: item, range }, passed);
}

function passNamed(name: string, argument: PassedArgument, { named }: Passed): void {
  if (named.has(name)) throw new PythonError('SyntaxError', `keyword argument repeated: ${name}`, argument.range);
  named.set(name, argument);
}

/** `super()` in a method: the class whose body defines it, and its first parameter. */
function compileSuper(range: TextRange, { machine, scope }: Unit): Code {
  return (frame) => {
    let [at, names]: [CallFrame, typeof scope] = [frame, scope];
    while (names.kind === 'function' && names.owner === undefined && at.parent && names.parent)
      [at, names] = [at.parent, names.parent];
    const owner = names.owner?.made;
    const self = at.slots[0];
    machine.at = range;
    if (!owner || !self || (self.kind !== 'instance' && self.kind !== 'class'))
      throw new PythonError('RuntimeError', 'super(): no arguments');
    return { kind: 'super', self, after: owner };
  };
}

/** `super(Class, self)`. */
function compileNamedSuper({ args, range }: Extract<Expression, { type: 'call' }>, unit: Unit): Code {
  const [type, object] = mapTuple(tuple2(args), ({ value }) => unit.expression(value));
  return (frame) => {
    const [after, self] = [type(frame), object(frame)];
    unit.machine.at = range;
    if (after.kind !== 'class') throw typeError(`super() argument 1 must be type, not ${typeName(after)}`);
    if (self.kind !== 'instance' && self.kind !== 'class')
      throw typeError('super(type, obj): obj must be an instance or subtype of type');
    return { kind: 'super', self, after };
  };
}

/** A call whose name is that of a layer, or of an object that may be one. */
const LAYER_CALL = /\w*(?:conv|pool|corr|filter|layer|model|net)\w*\s*\(/i;

/**
 * The editor's `print`: arguments are evaluated for the numbers they draw and the layers they call. Only why a layer, or a
 * function of the text, cannot be evaluated is reported.
 */
function compileShow(args: readonly Argument[], unit: Unit): Code {
  const { machine } = unit;
  const codes = args.map(({ value }) => ({
    code: unit.expression(value),
    range: value.range,
    layer: LAYER_CALL.test(machine.text.slice(...value.range)),
  }));
  return (frame) => {
    for (const { code, range, layer } of codes) {
      if (layer) attempt(code, frame, machine, range);
      else {
        const failed = machine.context.quietly(() => attempt(code, frame, machine, range));
        if (failed?.range && !isWithin(failed.range, range)) machine.context.report(failed, range);
      }
    }
    return NONE;
  };
}

function isWithin([start, end]: TextRange, [from, to]: TextRange): boolean {
  return from <= start && end <= to;
}

/** Arrays that one statement shows, as many as are compared with layers. */
const MOST_SHOWN = 4;

/** The error, which is reported. */
function attempt(code: Code, frame: CallFrame, machine: Machine, range: TextRange): LensError | undefined {
  const { depth } = machine;
  try {
    const value = code(frame);
    if (value.kind === 'array' && machine.shown.length < MOST_SHOWN) machine.shown.push({ value, range });
  } catch (error) {
    if (error instanceof LensError) machine.context.report(error, range);
    else if (!(error instanceof Unavailable)) throw error;
    machine.depth = depth;
    return error instanceof LensError ? error : undefined;
  }
  return undefined;
}
