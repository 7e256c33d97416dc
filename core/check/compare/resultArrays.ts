/** Finds the arrays of a layer in what a function returned: an array, a tuple, nested lists. */
import type { NdArray } from '../../array/NdArray';
import type { Adapter, AxisLayout } from '../adapt/Adapter';
import { isLine } from '../adapt/layout/layouts';
import { isGradientKey } from '../adapt/roles/returnedResults';
import type { NamedArray, ResultName } from '../cases/LayerCase';
import { asArray, asLineArray, isArrayList, isFlatList, isNestedList, type ProgramValue } from '../run/ProgramValue';
import { DEFAULT_TOLERANCE } from './compareArrays';
import { compareReturned } from './compareReturned';

/** The arrays of a result in the order of the expected ones: itself, the first of a tuple, or by shape. */
export function resultArrays(
  value: ProgramValue | undefined,
  { layout, name: callee, special, place, order }: Adapter,
  expected: readonly NamedArray[],
): (NdArray | undefined)[] {
  if (isNestedList(value) && !isTupleOfLists(value)) return [asArray(value)];
  if (isLine(layout) && isFlatList(value)) return [asLineArray(value)];
  const [only] = expected;
  if (only && expected.length === 1 && value?.kind === 'sequence' && !value.isTuple && isArrayList(value)) {
    const whole = asArray(value);
    if (fitsExpected(whole, only.name, only.array, layout)) return [whole];
  }
  const fields = namedValues(value);
  if (fields && expected.length > 1) return expected.map(({ name }) => fieldOf(fields, name));
  const nested = value?.kind === 'sequence' ? value.items.find(({ kind }) => kind === 'dictionary') : undefined;
  if (nested && value?.kind === 'sequence' && expected.length > 1) {
    const apart = value.items.flatMap((item) => asArray(item) ?? []);
    return expected.map(({ name }) => fieldOf(namedValues(nested)!, name) ?? apart.shift());
  }
  if (fields) return [[...fields.values()].map(asArray).find((item) => item !== undefined)];
  const read = isLine(layout) ? asLineArray : asArray;
  // Also `dX, [dW, db]`, and a list of a number for each filter: `dX, dW, db`.
  const inside = (item: ProgramValue): (NdArray | undefined)[] => {
    const array = expected.length > 1 ? asLineArray(item) : read(item);
    return array || item.kind !== 'sequence' || expected.length === 1 ? [array] : item.items.map(read);
  };
  const items = value?.kind === 'sequence' ? value.items.flatMap(inside) : [read(value)];
  if (place !== undefined && expected.length === 1 && items.length > 1) return [items[place]];
  if (expected.length === 1) {
    const alike =
      special === 'image_filter' && items.length > 1 ? agreeingItem(items, expected[0]!, layout) : undefined;
    if (alike) return [alike];
    const first = items.find((item) => item !== undefined);
    return [value?.kind === 'sequence' && items[0] === undefined && items.length > 0 ? undefined : first];
  }
  const inOrder = expected.every(({ name, array }, k) => fitsExpected(items[k], name, array, layout));
  if (order && (!inOrder || !isCourseName(callee))) return expected.map(({ name }) => items[order.indexOf(name)]);
  if (inOrder || isCourseName(callee)) return items;
  const byShape = expected.map(({ name, array }) => items.filter((item) => fitsExpected(item, name, array, layout)));
  if (items.length >= expected.length && byShape.every(({ length }) => length === 1))
    return byShape.map(([item]) => item);
  return items;
}

/** `return maxima, positions`: two lists of one length. */
function isTupleOfLists(value: ProgramValue | undefined): boolean {
  if (value?.kind !== 'sequence' || !value.isTuple) return false;
  return value.items.every((item) => item.kind === 'sequence' && !item.isTuple);
}

/** The entries of a dictionary, or the attributes of an object. */
function namedValues(value: ProgramValue | undefined): ReadonlyMap<string, ProgramValue> | undefined {
  if (value?.kind === 'other') return value.fields;
  if (value?.kind !== 'dictionary') return undefined;
  return new Map([...value.entries].map(([key, item]) => [String(key), item]));
}

/** The gradient that a name means: `dW`, `w`, `grad_w`. */
function fieldOf(fields: ReadonlyMap<string, ProgramValue>, name: ResultName): NdArray | undefined {
  const found = [...fields].find(([key]) => isGradientKey(key, name));
  return found && asArray(found[1]);
}

/** A filter of images may return its gradients, their magnitude and their angle in any order. */
function agreeingItem(
  items: readonly (NdArray | undefined)[],
  { name, array }: NamedArray,
  layout: AxisLayout,
): NdArray | undefined {
  return items.find((item) => item && compareReturned(name, array, item, layout, DEFAULT_TOLERANCE).differing === 0);
}

/** Functions of the courses, whose order of results is given. */
function isCourseName(name: string): boolean {
  return /^conv_backward(?:_(?:naive|fast|im2col|strides))?$/.test(name);
}

function fitsExpected(item: NdArray | undefined, name: ResultName, expected: NdArray, layout: AxisLayout): boolean {
  return item !== undefined && compareReturned(name, expected, item, layout, DEFAULT_TOLERANCE).sameShape;
}
