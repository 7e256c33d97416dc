/** Compiles calls. */
import { LensError } from '../../../../../message';
import { keepResult } from '../../../layers/slicedResult';
import { dataReader } from '../../../modules/unknownMember';
import { placeError } from '../../../runtime/PythonError';
import { Unavailable } from '../../../runtime/Unavailable';
import type { TextRange } from '../../../../ParseResult';
import type { Expression } from '../../../syntax/tree/ast';
import type { Py } from '../../../value/Py';
import { SHOWING } from '../../builtins/builtin';
import { callValue } from '../../interpreter/callValue';
import type { CallFrame, Code } from '../../machine/CallFrame';
import type { Machine } from '../../machine/Machine';
import { refuseChange, tapeCall } from '../../operations/gradient/gradients';
import { compileArguments, type PassedArguments } from './compileArguments';
import { compileAttribute } from './compileAttribute';
import { compileOwner } from './compileOwner';
import { compileShow } from './compileShow';
import { compileSuper } from './compileSuper';
import type { Unit } from '../target/Unit';

type Call = Extract<Expression, { type: 'call' }>;

/** Calls what was found: a function, or a method of `self`. */
type Finish = (found: Py, self: Py | undefined, frame: CallFrame) => Py;

/** What is called, or the member of it that is. */
interface Callee {
  readonly read: Code;
  readonly member: ((owner: Py) => Py) | undefined;
  readonly range: TextRange;
}

export function compileCall(expression: Call, unit: Unit): Code {
  const above = compileSuper(expression, unit);
  if (above) return above;
  const { callee, args } = expression;
  const { machine, scope } = unit;
  const called = compileCallee(callee, unit);
  const pass = compileArguments(args, unit);
  const finish = compileFinish(expression, pass, machine);
  const run = directly(called, finish, machine);
  if (callee.type === 'name' && machine.lenient && SHOWING.has(callee.name)) {
    if (scope.resolve(callee.name).type === 'global') {
      const show = compileShow(args, unit);
      const cell = machine.globals.cell(callee.name);
      return (frame) => (cell.value ? run(frame) : show(frame));
    }
  }
  if (machine.lenient) return leniently(called, finish, pass, machine);
  // Functions of a module imported with a star: at the top level only, where they are tests and loaders.
  if (callee.type !== 'name' || scope.kind !== 'module') return run;
  const imported: Py = { kind: 'namespace', path: callee.name };
  return (frame) => (machine.globals.mayBeImported(callee.name) ? finish(imported, undefined, frame) : run(frame));
}

function compileCallee(callee: Call['callee'], unit: Unit): Callee {
  const { machine, scope } = unit;
  if (callee.type !== 'member') return { read: unit.expression(callee), member: undefined, range: callee.range };
  const read = compileOwner(callee.object, callee.name, unit);
  return { read, member: compileAttribute(scope.attributeName(callee.name), machine), range: callee.range };
}

function directly({ read, member, range }: Callee, finish: Finish, machine: Machine): Code {
  if (member === undefined) return (frame) => finish(read(frame), undefined, frame);
  return (frame) => {
    const owner = read(frame);
    machine.at = range;
    return finish(member(owner), owner, frame);
  };
}

/** Arguments of a call whose function cannot be read may still call layers. */
function leniently(
  { read, member, range }: Callee,
  finish: Finish,
  pass: (frame: CallFrame) => PassedArguments,
  machine: Machine,
): Code {
  return (frame) => {
    let found: Py;
    let self: Py | undefined;
    try {
      found = read(frame);
      if (member !== undefined) {
        self = found;
        machine.at = range;
        found = member(self);
      }
    } catch (error) {
      if (error instanceof LensError || error instanceof Unavailable) pass(frame);
      throw error;
    }
    try {
      return finish(found, self, frame);
    } catch (error) {
      const reads = dataReader(found, machine.text.slice(...range));
      throw reads ? placeError(reads, range) : error;
    }
  };
}

function compileFinish({ callee, range }: Call, pass: (frame: CallFrame) => PassedArguments, machine: Machine): Finish {
  const written = machine.text.slice(...callee.range);
  return (found, self, frame) => {
    const { positional, named } = pass(frame);
    machine.at = range;
    const { calls } = machine.context;
    const before = calls.length;
    try {
      const args = { callee: written, range, positional, named };
      if (machine.tape.active) refuseChange(found, self, args, machine);
      const result = callValue(found, args, machine);
      if (calls.length > before && result.kind === 'array') keepResult(machine.context, range, result);
      if (machine.tape.wanted) tapeCall(found, self, args, result, machine);
      if (machine.tracer && found.kind === 'function' && !found.user)
        machine.tracer.called(found, self?.kind === 'array' ? self : undefined, args, result);
      return result;
    } catch (error) {
      throw error instanceof LensError ? placeError(error, range) : error;
    }
  };
}
