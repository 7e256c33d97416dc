/** Runs a function of the text on a case and compares its result with the layer's. */
import { type NdArray } from '../../array/NdArray';
import { DRIVER, type Adapter, type AxisLayout } from '../adapt/Adapter';
import type { FixedGeometry } from '../cases/FixedGeometry';
import { fitFilter, fitToLayout, isDepthwise, isLine, toChannelsLast, toFilter } from '../adapt/layouts';
import { gradientShape } from '../cases/expected';
import type { LayerCase, NamedArray, ResultName } from '../cases/LayerCase';
import { asLine } from '../cases/lines';
import {
  compareArrays,
  DEFAULT_TOLERANCE,
  SINGLE_TOLERANCE,
  type ArrayComparison,
  type Tolerance,
} from './compareArrays';
import { isBackward } from '../CourseFunction';
import type { RaisedError, Runner } from '../run/Runner';
import {
  arrayValue,
  asArray,
  asLineArray,
  isFlatList,
  isNestedList,
  numberValue,
  textValue,
  type ProgramValue,
} from '../run/ProgramValue';

export interface ArrayOutcome extends ArrayComparison {
  readonly name: ResultName;
  readonly expected: NdArray;
  /** The array as the function returned it. */
  readonly returned?: NdArray;
  /** In the layer's layout. */
  readonly actual?: NdArray;
}

export interface Outcome {
  readonly layerCase: LayerCase;
  readonly error?: RaisedError;
  readonly arrays: readonly ArrayOutcome[];
  readonly differing: number;
  readonly total: number;
  readonly largest: number;
}

/** Fits a case to what the function supports; undefined where they exclude each other. */
export function fitCase(given: LayerCase, { layout, supports, fixed }: Adapter): LayerCase | undefined {
  const layerCase = isLine(layout) && given.x?.shape.length === 4 ? asLine(given) : given;
  if (!isFixedAs(layerCase, fixed)) return undefined;
  const { x, w, b, gradient, operation } = layerCase;
  if (x?.shape.length !== 4) return layerCase;
  const fitted = fitToLayout(x, layout);
  const filter = w && fitFilter(w, layout);
  const bias = b && supports.bias && filter ? firstOf(b, filter.shape[3]!) : undefined;
  const result: LayerCase = {
    operation,
    label: layerCase.label,
    stride: layerCase.stride,
    pad: layerCase.pad,
    ...(layerCase.strideCols !== undefined && { strideCols: layerCase.strideCols }),
    ...(layerCase.padCols !== undefined && { padCols: layerCase.padCols }),
    kernel: layerCase.kernel,
    mode: layerCase.mode,
    ...(layerCase.isInteger && { isInteger: true as const }),
    ...(layerCase.isByte && { isByte: true as const }),
    ...variantOf(layerCase, layout, fixed, x.shape[3]!),
    x: fitted,
    ...(filter ? { w: filter } : {}),
    ...(bias ? { b: bias } : {}),
  };
  if (!isBackward(operation) || !gradient) return result;
  return { ...result, gradient: cutTo(gradient, gradientShape(result)) };
}

/** One spatial axis has one row: its columns are compared. */
function isFixedAs(layerCase: LayerCase, fixed: FixedGeometry): boolean {
  const { mode, kernel: sizes } = layerCase;
  const { strideCols: stride = layerCase.stride, padCols: pad = layerCase.pad } = layerCase;
  const kernel = sizes[0] === 1 ? [sizes[1]] : sizes;
  if (fixed.mode !== undefined && mode !== fixed.mode) return false;
  if (fixed.kernel !== undefined && kernel.some((size) => size !== fixed.kernel)) return false;
  const cols = kernel.at(-1)!;
  if (fixed.stride !== undefined && stride !== (fixed.stride === 'kernel' ? cols : fixed.stride)) return false;
  const same = (cols - 1) / 2;
  switch (fixed.pad) {
    case undefined:
      return true;
    case 'same':
      return pad === same;
    case 'text':
      return pad === 0 || (pad === same && stride === 1);
    case 'full':
      return pad === cols - 1 && kernel[0] === cols;
    default:
      return pad === fixed.pad;
  }
}

/** What changes the layer itself: dilation, groups, and what the function is known to do besides. */
function variantOf(
  layerCase: LayerCase,
  layout: AxisLayout,
  fixed: FixedGeometry,
  channels: number,
): Partial<LayerCase> {
  const { dilation = 1, groups = 1 } = layerCase;
  const each = isDepthwise(layout) ? channels : groups;
  return {
    ...(dilation > 1 && { dilation }),
    ...(each > 1 && { groups: each }),
    ...(fixed.isSum && { isSum: true }),
    ...(fixed.ceilMode && { ceilMode: true }),
    ...(fixed.rectified && { rectified: true }),
  };
}

/** `ties`: which convention the expected gradient of a max pool follows. */
export function runCase(
  runner: Runner,
  adapter: Adapter,
  layerCase: LayerCase,
  expected: readonly NamedArray[],
  tolerance: Tolerance = DEFAULT_TOLERANCE,
): Outcome {
  return outcomeOf(runner.call(DRIVER, driverArguments(layerCase)), adapter, layerCase, expected, tolerance);
}

/** Compares what a call of the driver returned. */
export function outcomeOf(
  { value, error }: ReturnType<Runner['call']>,
  adapter: Adapter,
  layerCase: LayerCase,
  expected: readonly NamedArray[],
  tolerance: Tolerance = DEFAULT_TOLERANCE,
): Outcome {
  if (error) return failed(layerCase, expected, error);
  const wanted = expected.filter(({ name }) => adapter.results.includes(name));
  const returned = resultArrays(value, adapter, wanted);
  const arrays = wanted.map(({ name, array }, k) => compareResult(name, array, returned[k], adapter.layout, tolerance));
  return {
    layerCase,
    arrays,
    differing: sum(arrays.map(({ differing }) => differing)),
    total: sum(arrays.map(({ total }) => total)),
    largest: Math.max(...arrays.map(({ largest }) => largest)),
  };
}

export function agrees({ error, differing }: Outcome): boolean {
  return !error && differing === 0;
}

export function driverArguments(layerCase: LayerCase): ProgramValue[] {
  const { x, w, b, gradient, stride, pad, kernel, mode, value, dilation = 1, groups = 1 } = layerCase;
  const { strideCols = stride, padCols = pad } = layerCase;
  const none: ProgramValue = { kind: 'none' };
  return [
    x
      ? { kind: 'array', array: x, integer: layerCase.isInteger === true, ...(layerCase.isByte && { isByte: true }) }
      : none,
    w ? arrayValue(w) : none,
    b
      ? arrayValue(b)
      : w
        ? arrayValue({ shape: [1, 1, 1, w.shape[3] ?? 1], data: new Float64Array(w.shape[3] ?? 1) })
        : none,
    gradient ? arrayValue(gradient) : none,
    numberValue(stride),
    numberValue(pad),
    numberValue(kernel[0]),
    numberValue(kernel[1]),
    textValue(mode),
    value === undefined ? none : numberValue(value),
    numberValue(dilation),
    numberValue(groups),
    numberValue(strideCols),
    numberValue(padCols),
  ];
}

/** The arrays of a result in the order of the expected ones: itself, the first of a tuple, or by shape. */
function resultArrays(
  value: ProgramValue | undefined,
  { layout, name: callee, special, place }: Adapter,
  expected: readonly NamedArray[],
): (NdArray | undefined)[] {
  if (isNestedList(value)) return [asArray(value)];
  if (isLine(layout) && isFlatList(value)) return [asLineArray(value)];
  const items = value?.kind === 'sequence' ? value.items.map(asArray) : [asArray(value)];
  if (place !== undefined && expected.length === 1 && items.length > 1) return [items[place]];
  if (expected.length === 1) {
    const alike =
      special === 'image_filter' && items.length > 1 ? agreeingItem(items, expected[0]!, layout) : undefined;
    if (alike) return [alike];
    const first = items.find((item) => item !== undefined);
    return [value?.kind === 'sequence' && items[0] === undefined && items.length > 0 ? undefined : first];
  }
  const inOrder = expected.every(({ name, array }, k) => fitsExpected(items[k], name, array, layout));
  if (inOrder || isCourseName(callee)) return items;
  const byShape = expected.map(({ name, array }) => items.filter((item) => fitsExpected(item, name, array, layout)));
  if (items.length >= expected.length && byShape.every(({ length }) => length === 1))
    return byShape.map(([item]) => item);
  return items;
}

/** A filter of images may return its gradients, their magnitude and their angle in any order. */
function agreeingItem(
  items: readonly (NdArray | undefined)[],
  { name, array }: NamedArray,
  layout: AxisLayout,
): NdArray | undefined {
  return items.find((item) => item && compareResult(name, array, item, layout, DEFAULT_TOLERANCE).differing === 0);
}

/** Functions whose order of results is given. */
function isCourseName(name: string): boolean {
  return name === 'conv_backward' || name.startsWith('conv_backward_');
}

function fitsExpected(item: NdArray | undefined, name: ResultName, expected: NdArray, layout: AxisLayout): boolean {
  return item !== undefined && compareResult(name, expected, item, layout, DEFAULT_TOLERANCE).sameShape;
}

function compareResult(
  name: ResultName,
  expected: NdArray,
  returned: NdArray | undefined,
  layout: AxisLayout,
  tolerance: Tolerance,
): ArrayOutcome {
  const actual = returned && canonical(name, returned, layout);
  if (!actual) {
    const total = Math.max(1, expected.data.length);
    return {
      name,
      expected,
      sameShape: false,
      differing: total,
      total,
      largest: Infinity,
      ...(returned ? { returned } : {}),
    };
  }
  const isSingle = returned.data instanceof Float32Array && tolerance === DEFAULT_TOLERANCE;
  const used = isSingle ? SINGLE_TOLERANCE : tolerance;
  return { name, expected, returned, actual, ...compareArrays(actual, expected, used, name === 'db') };
}

function canonical(name: ResultName, array: NdArray, layout: AxisLayout): NdArray | undefined {
  switch (name) {
    case 'x_pad':
    case 'Z':
    case 'A':
    case 'dA_prev':
      return name === 'Z' && array.shape.length === 0 ? array : (toChannelsLast(array, layout) ?? array);
    case 'dW':
      return toFilter(array, layout) ?? array;
    case 'db':
    case 'mask':
    case 'a':
    case 'result':
      return array;
  }
}

function failed(layerCase: LayerCase, expected: readonly NamedArray[], error: RaisedError): Outcome {
  const total = sum(expected.map(({ array }) => Math.max(1, array.data.length)));
  return { layerCase, error, arrays: [], differing: total, total, largest: Infinity };
}

/** The first values of a bias, as many as there are filters. */
function firstOf(b: NdArray, filters: number): NdArray {
  if (b.data.length === filters) return b;
  return {
    shape: [1, 1, 1, filters],
    data: Float64Array.from({ length: filters }, (_, k) => b.data[k % b.data.length]!),
  };
}

/** The first values of a random array under a smaller shape. */
function cutTo(array: NdArray, shape: readonly number[]): NdArray {
  const size = shape.reduce((product, extent) => product * extent, 1);
  return size === array.data.length ? array : { shape: [...shape], data: array.data.slice(0, size) };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
