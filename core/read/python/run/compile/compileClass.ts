/** Compiles class definitions. */
import { LensError, msg } from '../../../../message';
import { typeError } from '../../runtime/PythonError';
import type { ClassDefinition, Expression } from '../../syntax/tree/ast';
import type { Py, PyClass } from '../../value/Py';
import { NONE, pyText } from '../../value/constructors';
import { CallFrame, type Code } from '../machine/CallFrame';
import { makeClass } from '../objects/classes';
import { refuseCallsOnDelete } from '../objects/freedObjects';
import { layerBase } from '../objects/layerBase';
import { enumerate } from '../operations/enumeration';
import { namedTuple } from '../objects/namedTuple';
import { announceClass, refuseSpecialMethods } from '../objects/specialMethods';
import { Scope } from '../machine/Scope';
import { docOf } from '../../syntax/tree/docOf';
import type { Unit } from './target/Unit';

export function compileClass(definition: ClassDefinition, unit: Unit): Code {
  const { name, bases, body, annotated, range } = definition;
  const { machine } = unit;
  const parents = bases.map((base) => compileBase(base, unit));
  const scope = Scope.definition('class', unit.scope, definition);
  const owner = (scope.owner ??= { made: undefined });
  const run = unit.within(scope).block(body);
  const doc = docOf(body);
  return (frame) => {
    const given = parents.map((parent) => parent(frame));
    const found = given.map(classOf);
    const outside = given.flatMap((base) =>
      base.kind === 'namespace' ? [base.path] : base.kind === 'function' && isModel(base) ? [base.name] : [],
    );
    const own = new CallFrame(scope.slots.size, frame);
    run(own);
    const members = new Map<string, Py>();
    for (const [member, index] of scope.slots) {
      const value = own.slots[index];
      if (value) members.set(scope.attributeName(member), value);
    }
    if (!members.has('__doc__')) members.set('__doc__', doc === undefined ? NONE : pyText(doc));
    machine.at = range;
    refuseSpecialMethods(members);
    if (members.has('__del__')) refuseCallsOnDelete(body);
    if (outside.includes('typing.NamedTuple')) return namedTupleOf(name, annotated, members);
    owner.made = makeClass(
      name,
      found.filter((each) => each !== undefined),
      members,
      {
        framework: outside.find((path) => !ABSTRACT.test(path) && !GENERIC.test(path)),
        abstract: outside.some((path) => ABSTRACT.test(path)),
        generic: outside.some((path) => GENERIC.test(path)),
        annotated,
      },
    );
    if (outside.includes('enum.Enum')) enumerate(owner.made, machine);
    announceClass(owner.made, machine);
    return owner.made;
  };
}

/** A name that a part of a file does not define is a class of elsewhere, as one that is imported. */
function compileBase(base: Expression, unit: Unit): Code {
  const value = unit.expression(base);
  if (!unit.machine.lenient || base.type !== 'name') return value;
  return (frame) => {
    try {
      return value(frame);
    } catch (error) {
      if (error instanceof LensError && error.kind === 'notDefined') return { kind: 'namespace', path: base.name };
      throw error;
    }
  };
}

/** `class Name(NamedTuple)` whose body lists fields and their defaults, methods and properties. */
function namedTupleOf(name: string, fields: readonly string[], members: ReadonlyMap<string, Py>): Py {
  const others = [...members].filter(([member]) => !fields.includes(member) && member !== '__doc__');
  const isMethod = (member: string, { kind }: Py): boolean =>
    !member.startsWith('__') && /^(?:function|property|staticmethod)$/.test(kind);
  const [other] = others.find(([member, value]) => !isMethod(member, value)) ?? [];
  if (other !== undefined) throw new LensError(msg('a NamedTuple with the member {0} is not supported', other));
  const first = fields.findIndex((field) => members.has(field));
  const withDefault = first < 0 ? [] : fields.slice(first);
  const lacking = withDefault.find((field) => !members.has(field));
  if (lacking !== undefined)
    throw typeError(`non-default namedtuple field ${lacking} cannot follow default field ${withDefault[0]!}`);
  return namedTuple(
    name,
    fields,
    withDefault.map((field) => members.get(field)!),
    new Map(others),
  );
}

/** Bases of the standard library that change what the class's body means. */
const CHANGES_CLASS = /^(enum\.(?!Enum$)|ctypes|typing\.TypedDict|collections\.|string\.)/;

/** Bases that only name types. */
const GENERIC = /^typing(?:_extensions)?\.(?:Generic|Protocol)$/;

const ABSTRACT = /^abc\.ABC(?:Meta)?$/;

/** Keras' `Model` and `Sequential`, which are also functions. */
function isModel(value: Py): boolean {
  return value.kind === 'function' && /\bkeras\b.*\.(?:Model|Sequential)$/.test(value.name);
}

/** `object` adds nothing. */
function classOf(value: Py): PyClass | undefined {
  if (value.kind === 'class') return value;
  const layer = value.kind === 'function' ? layerBase(value) : undefined;
  if (layer) return layer;
  if (value.kind === 'function' && (value.type === 'object' || isModel(value))) return undefined;
  if (value.kind === 'namespace') {
    if (CHANGES_CLASS.test(value.path))
      throw new LensError(msg('classes derived from {0} are not supported', value.path));
    return undefined;
  }
  if (value.kind === 'function' && value.type !== undefined)
    throw new LensError(msg('classes derived from {0} are not supported', value.type));
  if (value.kind === 'function' && !value.user)
    throw new LensError(msg('classes derived from {0} are not supported', value.name));
  if (value.kind === 'dtype') throw new LensError(msg('classes derived from {0} are not supported', value.dtype));
  throw typeError('bases must be classes');
}
