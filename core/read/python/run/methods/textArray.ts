/** Arrays of strings: an instance whose attribute `codes` is an array of places in a sorted table of the strings. */
import { LensError, msg } from '../../../../message';
import { reprArray, strArray } from '../../array/format';
import type { PyArray } from '../../array/PyArray';
import { isSequence, toArray } from '../../library/call/coerce';
import { binary } from '../../library/ufunc/operators';
import { pyInteger, pyList, pyText } from '../../value/constructors';
import type { Arguments, Py, PyFunction, PyInstance, PySequence, PyText } from '../../value/Py';
import { itemOf } from '../operations/subscripts';
import { iteratorOf } from '../operations/iterate';
import type { Machine } from '../machine/Machine';
import { quoted } from '../text/quoted';
import { addMethod } from '../objects/addMethod';
import { makeClass, makeInstance } from '../objects/classes';

const TEXTS = makeClass('ndarray of strings', [], new Map());
const TYPE = makeClass('dtype of strings', [], new Map());

export function isTexts(value: Py): value is PyInstance {
  return value.kind === 'instance' && value.class === TEXTS;
}

function codesOf(value: PyInstance): PyArray {
  return value.attributes.get(' codes') as PyArray;
}

/** The strings in their order, each once: the order of places is that of the strings. */
function tableOf(value: PyInstance): readonly string[] {
  return (value.attributes.get(' table') as PySequence).items.map((text) => (text as PyText).value);
}

/** The strings whose places a result has; other results stay. */
function decoded(value: Py, table: readonly string[]): Py {
  if (value.kind === 'number') return { kind: 'text', value: table[value.value]!, numpy: true };
  if (value.kind === 'list' || value.kind === 'tuple')
    return { kind: value.kind, items: value.items.map((item) => decoded(item, table)) };
  if (value.kind !== 'array') return value;
  const made = makeInstance(TEXTS);
  made.attributes.set(' codes', value);
  made.attributes.set(' table', pyList(table.map(pyText)));
  return made;
}

/** As many as an array can have axes. */
const MOST_LEVELS = 32;

/** Adds the strings of a value, in lists too, to `found`; false where it is, or has, something else. A list can contain one list twice. */
function findTexts(value: Py, found: Set<string>, machine: Machine, level = 0): boolean {
  if (value.kind === 'text') found.add(value.value);
  else if (isTexts(value)) tableOf(value).forEach((text) => found.add(text));
  else {
    if (!isSequence(value) || value.items.length === 0 || level === MOST_LEVELS) return false;
    machine.context.spend(20 * value.items.length);
    return value.items.every((item) => findTexts(item, found, machine, level + 1));
  }
  return true;
}

/** The different strings of a value, in lists too; undefined where it is, or has, something else. */
function textsIn(value: Py, machine: Machine): ReadonlySet<string> | undefined {
  const found = new Set<string>();
  return findTexts(value, found, machine) ? found : undefined;
}

function encoded(value: Py, places: ReadonlyMap<string, number>, machine: Machine): Py {
  if (value.kind === 'text') return pyInteger(places.get(value.value)!);
  if (isSequence(value)) return { kind: 'list', items: value.items.map((item) => encoded(item, places, machine)) };
  if (!isTexts(value)) return value;
  const table = toArray(
    { kind: 'list', items: tableOf(value).map((text) => pyInteger(places.get(text)!)) },
    machine.context,
  );
  return itemOf(table, { parts: [codesOf(value)], many: false }, machine);
}

/** Values with places in one table instead of strings; undefined where none has a string. */
function joint(
  values: readonly Py[],
  machine: Machine,
): { readonly values: Py[]; readonly table: string[] } | undefined {
  const texts = values.map((value) => textsIn(value, machine));
  if (texts.every((each) => each === undefined)) return undefined;
  const table = [...new Set(texts.flatMap((each) => [...(each ?? [])]))].sort();
  const places = new Map(table.map((text, place) => [text, place]));
  machine.context.spend(20 * table.length);
  return { table, values: values.map((value, at) => (texts[at] ? encoded(value, places, machine) : value)) };
}

/** Functions whose results have elements of their arguments, and those that only compare the elements. */
const GIVES =
  /^(?:array|asarray|copy|where|concatenate|append|hstack|vstack|stack|take|repeat|tile|roll|flip|sort|reshape|ravel|full|choice|permutation|split|array_split)$/;
const COMPARES = /^(?:argsort|isin|in1d|equal|not_equal|array_equal|shuffle)$/;

/** Places of the arguments whose elements are compared or given: all have to be strings. */
function elementsOf(member: string): readonly number[] {
  if (member === 'where') return [1, 2];
  if (member === 'full') return [1];
  return /^(?:append|isin|in1d|equal|not_equal|array_equal)$/.test(member) ? [0, 1] : [0];
}

/** Undefined where no argument has strings, or the function is not supported for them. */
export function callTexts(
  { name }: PyFunction,
  args: Arguments,
  machine: Machine,
  call: (args: Arguments) => Py,
): Py | undefined {
  const member = /^(?:numpy|np\.random|Generator)\.(\w+)$/.exec(name)?.[1] ?? '';
  const { positional, named } = args;
  const gives = GIVES.test(member) || member === 'unique';
  if (!(gives || COMPARES.test(member)) || ['dtype', 'out'].some((each) => named.has(each))) return undefined;
  if (/^(?:as)?array$/.test(member) && positional.length !== 1) return undefined;
  if (elementsOf(member).some((at) => !positional[at] || !textsIn(positional[at].value, machine))) return undefined;
  const found = joint(
    positional.map(({ value }) => value),
    machine,
  );
  if (!found) return undefined;
  if (member === 'shuffle') found.values[0] = codesOf(positional[0]!.value as PyInstance);
  const result = call({ ...args, positional: positional.map((each, at) => ({ ...each, value: found.values[at]! })) });
  if (!gives || (result.kind === 'array' && result.shape.length === 0)) return gives ? undefined : result;
  if (member === 'unique' && result.kind === 'tuple')
    return { kind: 'tuple', items: result.items.map((item, at) => (at === 0 ? decoded(item, found.table) : item)) };
  return decoded(result, found.table);
}

for (const [name, operator] of [
  ['eq', '=='],
  ['ne', '!='],
  ['lt', '<'],
  ['le', '<='],
  ['gt', '>'],
  ['ge', '>='],
] as const)
  addMethod(TEXTS, `__${name}__`, (self, { positional: [other] }, machine) => {
    const [a, b] = textsIn(other!.value, machine) ? joint([self, other!.value], machine)!.values : [];
    return a && b ? binary(operator, a, b, machine.context) : refuse(`__${name}__`);
  });
addMethod(TEXTS, '__len__', (self) => pyInteger(codesOf(self).shape[0] ?? 0));
addMethod(TEXTS, '__iter__', (self, _args, machine) => {
  const next = iteratorOf(codesOf(self), machine);
  return {
    kind: 'iterator',
    type: 'iterator',
    next: () => {
      const item = next();
      return item && decoded(item, tableOf(self));
    },
  };
});
addMethod(TEXTS, '__getitem__', (self, { positional: [index] }, machine) => {
  const key = index!.value;
  const many = key.kind === 'tuple';
  return decoded(itemOf(codesOf(self), { parts: many ? key.items : [key], many }, machine), tableOf(self));
});
addMethod(TEXTS, '__str__', (self, _args, machine) => ({
  kind: 'text',
  value: strArray(codesOf(self), printing(self, machine)),
}));
addMethod(TEXTS, '__repr__', (self, _args, machine) => ({
  kind: 'text',
  value: reprArray(codesOf(self), printing(self, machine), `'${typeText(self)}'`),
}));
addMethod(TEXTS, '__getattr__', (self, { positional: [name] }, machine) =>
  memberOf(self, name!.value.kind === 'text' ? name!.value.value : '', machine),
);
for (const name of 'add radd iadd mul rmul imul sub rsub mod rmod matmul rmatmul truediv and or xor bool setitem delitem setattr neg abs invert int float hash array'.split(
  ' ',
))
  addMethod(TEXTS, `__${name}__`, () => refuse(`__${name}__`));
for (const name of ['str', 'repr'] as const)
  addMethod(TYPE, `__${name}__`, (self) => {
    const text = self.attributes.get('text')!;
    return name === 'str' || text.kind !== 'text' ? text : { kind: 'text', value: `dtype('${text.value}')` };
  });
addMethod(TYPE, '__getattr__', () => refuse('dtype'));
addMethod(TYPE, '__eq__', () => refuse('dtype'));

function refuse(name: string): never {
  throw new LensError(msg('{0} of an array of strings is not supported', name));
}

function printing(self: PyInstance, { printOptions }: Machine): Machine['printOptions'] {
  const table = tableOf(self);
  return { ...printOptions, formatter: () => (place) => quoted(table[place]!) };
}

/** As many characters as the longest string has. */
function typeText(self: PyInstance): string {
  return `<U${Math.max(1, ...tableOf(self).map((text) => Array.from(text).length))}`;
}

const PLAIN = /^(?:shape|ndim|size|argsort)$/;
const OWN = /^(?:T|tolist|item|copy|reshape|ravel|flatten|transpose|squeeze|repeat|take)$/;

function memberOf(self: PyInstance, name: string, machine: Machine): Py {
  if (name === 'dtype') {
    const made = makeInstance(TYPE);
    made.attributes.set('text', { kind: 'text', value: typeText(self) });
    return made;
  }
  if (!PLAIN.test(name) && !OWN.test(name)) return refuse(name);
  const member = machine.attribute(codesOf(self), name);
  if (PLAIN.test(name)) return member;
  const table = tableOf(self);
  if (member.kind !== 'function') return decoded(member, table);
  return { ...member, call: (args) => decoded(machine.invoke(member, args), table) };
}
