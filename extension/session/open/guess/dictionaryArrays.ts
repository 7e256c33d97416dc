/** The arrays of a dictionary that has an input and a filter, `payload = {"image": …, "kernel": …}`, in code without other arrays. */
import type { ParsedArray, ParseResult, Value } from '../../../../core/read/ParseResult';
import { arrayOfValue } from '../../../../core/read/text/code/reader/values';
import { roleOfName } from '../../../../core/setup/roles';
import type { Segment, TextSource } from '../../source/LensSource';

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

function isDictionary(value: Value): value is Readonly<Record<string, Value>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !('shape' in value);
}
