/** The inspector's state: one array as a map of two of its axes, its statistics, a search and a comparison. */
import { sizeOf, unravelIndex, type NdArray } from '../array/NdArray';
import type { InspectMap, InspectPlanes, InspectState, InspectViewName } from '../panel/inspect';
import { defined } from '../defined';
import { changedCells } from '../setup/changedCells';
import type { Choices } from '../setup/Setup';
import type { Scale } from '../step/Frame';
import { scaleOf } from '../step/shared/scale';
import { shape as shapeSpan, text } from '../step/shared/words/spans';
import { otherAxes, shownAxes, sliceIndices, sliceOf, subscriptOf, type ShownAxes, type Slice } from './axes';
import { colorAxis, colorImage, isPicture } from './colorImage';
import { comparisonOf } from './comparison';
import { arrayFacts, changeFact, comparisonFacts, sliceFacts } from './facts';
import type { InspectedArray } from './InspectedArray';
import { inspectFields } from './inspectFields';
import { areIntegers, numberType } from './numberType';
import { planeAxis, planesAlong } from './planes';
import { printArray } from './printArray';
import { wrapVector } from './wrapVector';
import { findCells, type FoundCells } from './findCells';

/**
 * `choices`: `array` (which one), `rowAxis`, `colAxis`, `index0`, `index1`, … along the other axes, `view`, `planeAxis`, `rgb`,
 * `find` (a value search), `match` (flat index of the selected match), `with` (the array to compare with), `show`,
 * `rtol`, `atol`. Choices that are out of range are brought into it; an unreadable search is an error of its field.
 */
export function inspectArray(
  arrays: readonly InspectedArray[],
  choices: Choices = {},
): Omit<InspectState, 'kind' | 'source'> {
  const selected = selectedArray(arrays, choices);
  const inspected = arrays[selected]!;
  const { name, before, editable = false } = inspected;
  const dtype = inspected.dtype === undefined ? undefined : numberType(inspected.dtype);
  const comparison = comparisonOf(arrays, selected, choices);
  const array = comparison?.shown ?? inspected.array;
  const integers = areIntegers(array, comparison ? undefined : dtype, inspected.writtenAsIntegers);
  const { shape } = array;
  const axes = shownAxes(shape, choices, name, inspected.channelsFirst);
  const indices = sliceIndices(shape, choices);
  const slice = wrapVector(sliceOf(name, array, axes, indices));
  const finding = findCells(array, slice, choices, comparison);
  const scale = scaleFor(array, dtype);
  const view = viewOf(choices);
  const planes = planesOf(name, array, axes, indices, choices, scale);
  const colors = colorAxis(shape, axes);
  const picture = colors !== undefined && showsPicture(array, axes, dtype, choices);
  const subscript = subscriptOf(shape, axes, indices, picture ? colors : undefined);
  const title = comparison?.title ?? name;
  const map: InspectMap = {
    ...mapOfSlice(slice, { dtype, found: finding?.cells }),
    title: titleOf(title, subscript, comparison),
    integers,
    scale,
    ...(before && !comparison && { changes: changedCells(slice, slice.address, (flat) => before.data[flat]) }),
    ...(picture && { image: colorImage(array, axes, indices, colors) }),
  };
  const fields = {
    arrays,
    selected,
    shape,
    axes,
    indices,
    choices,
    view,
    planes,
    picture,
    colors,
    comparison,
    finding,
  };
  return {
    arrays: arrays.map((each) => ({ name: each.name, shape: [...each.array.shape] })),
    selected,
    sentence: [text(title, 'strong'), text(' '), shapeSpan(shape), ...(dtype ? [text(` ${dtype}`, 'dim')] : [])],
    facts: factsOf(inspected, array, integers, comparison),
    fields: inspectFields(fields),
    view,
    map,
    sliceFacts: slice.values.length < sizeOf(shape) ? sliceFacts(slice.values, integers) : [],
    ...(planes && { planes }),
    ...(view === 'text' && { text: printArray(array, comparison ? undefined : printedType(inspected, dtype)) }),
    ...(finding && { ...foundCells(finding), ...currentCell(shape, axes, indices, slice, finding) }),
    editable: editable && !comparison,
  };
}

function factsOf(
  { array: own, before }: InspectedArray,
  shown: NdArray,
  integers: boolean,
  comparison: ReturnType<typeof comparisonOf>,
): InspectState['facts'] {
  return [
    ...arrayFacts(shown, integers),
    ...(before ? [changeFact(own, before)] : []),
    ...(comparison ? comparisonFacts(comparison, shown.shape) : []),
  ];
}

function foundCells(finding: FoundCells): Pick<InspectState, 'found'> {
  return finding.cells ? { found: { count: finding.count, inSlice: finding.inSlice } } : {};
}

function titleOf(name: string, subscript: string, comparison: ReturnType<typeof comparisonOf>): string {
  return `${subscript !== '' && comparison?.view === 'difference' ? `(${name})` : name}${subscript}`;
}

function mapOfSlice(
  { rows, cols, values, cells, wrap, address }: Slice,
  optional: { readonly dtype: string | undefined; readonly found: FoundCells['cells'] | undefined },
): Omit<InspectMap, 'title' | 'integers' | 'scale'> {
  return { rows, cols, values, address, ...defined({ cells, wrap, ...optional }) };
}

function printedType({ writtenAsIntegers }: InspectedArray, dtype: string | undefined): string | undefined {
  return dtype ?? (writtenAsIntegers ? 'int64' : undefined);
}

function selectedArray(arrays: readonly InspectedArray[], choices: Choices): number {
  return Math.min(Math.max(0, Math.trunc(Number(choices['array'] ?? 0)) || 0), arrays.length - 1);
}

function viewOf({ view }: Choices): InspectViewName {
  return view === 'planes' || view === 'text' ? view : 'map';
}

/** Bytes have the scale of bytes. */
function scaleFor(array: NdArray, dtype: string | undefined): Scale {
  const scale = scaleOf(array.data);
  return dtype === 'uint8' && scale.max > 128 ? { kind: 'sequential', min: 0, max: 255 } : scale;
}

function planesOf(
  name: string,
  array: NdArray,
  axes: ShownAxes,
  indices: readonly number[],
  choices: Choices,
  scale: Scale,
): InspectPlanes | undefined {
  const axis = planeAxis(array.shape, axes, choices);
  if (axis === undefined || sizeOf(array.shape) === 0) return undefined;
  return planesAlong(name, array, axes, indices, axis, scale);
}

function showsPicture(array: NdArray, axes: ShownAxes, dtype: string | undefined, { rgb }: Choices): boolean {
  return rgb === undefined ? isPicture(array, axes, dtype) : rgb === 'true';
}

/** Place of the selected match, where the slice holds it. */
function currentCell(
  shape: readonly number[],
  axes: ShownAxes,
  indices: readonly number[],
  { wrap }: Slice,
  finding: FoundCells,
): Pick<InspectState, 'current'> {
  if (finding.match === undefined) return {};
  if (wrap !== undefined) return { current: { row: Math.floor(finding.match / wrap), col: finding.match % wrap } };
  const at = unravelIndex(shape, finding.match);
  if (otherAxes(shape, axes).some((axis) => at[axis] !== indices[axis])) return {};
  return {
    current: { row: axes.row === undefined ? 0 : at[axes.row]!, col: axes.col === undefined ? 0 : at[axes.col]! },
  };
}
