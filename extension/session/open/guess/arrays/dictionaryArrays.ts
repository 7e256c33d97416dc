/** The arrays of a dictionary that has an input and a filter, `payload = {"image": …, "kernel": …}`, in code without other arrays. */
import { LensError, msg } from '../../../../../core/message';
import { isDictionary } from '../../../../../core/read/isDictionary';
import type { ParsedArray, ParseResult, Value } from '../../../../../core/read/ParseResult';
import { arrayOfValue } from '../../../../../core/read/text/code/reader/values';
import { writtenOperation, type WrittenOperation } from '../../../../../core/setup/options/writtenOperation';
import { roleOfName } from '../../../../../core/setup/roles/roles';
import type { Segment, TextSource } from '../../../source/LensSource';

export function dictionaryArrays(read: ParseResult, { segments }: TextSource): ParseResult {
  if (read.arrays.length > 0 || read.calls.length > 0) return read;
  for (const dictionary of Object.values(read.values)) {
    const arrays = isDictionary(dictionary)
      ? Object.entries(dictionary).flatMap(([key, value]) => entryOf(key, value, segments))
      : [];
    const filters = arrays.filter(({ name }) => roleOfName(name) === 'w');
    if (filters.length === 1 && arrays.length > 1) return { ...read, arrays };
  }
  return read;
}

/** The list of a node's operands. */
const OPERANDS = 'inputs';

/** Operands that only their list names: an operation takes them in this order. */
export function operandsInOrder(read: ParseResult): ParseResult {
  const operation = writtenOperation(read.values);
  if (!operation) return read;
  const roles = operation.kind === 'conv' ? ['X', 'W', 'B'] : ['X'];
  const operands = read.arrays.filter(({ name }) => name === OPERANDS);
  if (operands.length > roles.length) return read;
  const arrays = read.arrays.map((each) => (each.name === OPERANDS ? { ...each, name: roles.shift()! } : each));
  return { ...read, arrays };
}

/** Why the operands of an operation are not known. */
export function unclearOperands({ kind }: WrittenOperation, { arrays }: ParseResult): LensError | undefined {
  if (arrays.some(({ name }) => name === OPERANDS))
    return new LensError(msg('the text has several examples: select the arrays of one'), 'input');
  if (kind !== 'conv' || arrays.some(({ name }) => roleOfName(name) === 'w')) return undefined;
  return new LensError(msg('the weights of {0} are not in the text', 'Conv'), 'filter');
}

function entryOf(name: string, value: Value, segments: readonly Segment[]): ParsedArray[] {
  const array = isNested(value) ? arrayOfValue(value) : undefined;
  if (!array || array.shape.length === 0) return [];
  for (const { offset, text } of segments) {
    const at = text.search(new RegExp(`["']${name}["']\\s*:`));
    if (at >= 0) return [{ name, array, range: [offset + at, offset + at + name.length + 2] }];
  }
  return [];
}

type Nested = number | readonly Nested[];

function isNested(value: Value): value is Nested {
  return typeof value === 'number' || (Array.isArray(value) && value.every(isNested));
}
