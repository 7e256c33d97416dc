/** `scipy.ndimage`: filters along lines (Gaussian, Sobel, Prewitt, Laplace), which are layers for images, and ranks of windows. */
import { sizeOf } from '../../../../array/NdArray';
import { convert, mapTwo } from '../../array/elementwise';
import { arrayOf, flat, newData, type PyArray } from '../../array/PyArray';
import { normalizeAxis, permuteAxes } from '../../array/reshaping';
import type { Call, FunctionTable } from '../../library/call/Call';
import { repeatedIndex } from './extend';
import { edgeExtension, slideCentred } from './scipyNdimage';
import { unsupportedOption } from './slideKernel';

const EDGES = 'output? mode? cval?';
const WINDOW = 'input size? footprint? output? mode? cval? origin?';

/** Functions of `scipy.ndimage` by name. */
export const LINE_FILTERS: FunctionTable = {
  gaussian_filter: [`input sigma order? ${EDGES} truncate? radius?`, gaussian],
  gaussian_filter1d: [
    `input sigma axis? order? ${EDGES} truncate? radius?`,
    (call) => along(call, call.array('input'), call.integer('axis', -1), bell(call, call.number('sigma'))),
  ],
  sobel: [`input axis? ${EDGES}`, (call) => derivative(call, [1, 2, 1])],
  prewitt: [`input axis? ${EDGES}`, (call) => derivative(call, [1, 1, 1])],
  laplace: [`input ${EDGES}`, laplace],
  minimum_filter: [WINDOW, (call) => ranked(call, () => 0)],
  median_filter: [WINDOW, (call) => ranked(call, (count) => count >> 1)],
};

function gaussian(call: Call): PyArray {
  const array = call.array('input');
  const given = call.array('sigma');
  const sigmas = given.shape.length === 0 ? array.shape.map(() => flat(given)[0]!) : Array.from(flat(given));
  return sigmas.reduce(
    (result, sigma, axis) => (sigma > 1e-15 ? along(call, result, axis, bell(call, sigma)) : result),
    array,
  );
}

/** The weights of a Gaussian, which add to 1. */
function bell(call: Call, sigma: number): number[] {
  for (const option of ['order', 'radius'])
    if (!call.lacks(option) && call.number(option) !== 0) throw unsupportedOption(call, option);
  const radius = Math.trunc(call.number('truncate', 4) * sigma + 0.5);
  call.context.spend(radius);
  const values = Array.from({ length: 2 * radius + 1 }, (_, i) => Math.exp((-0.5 / sigma ** 2) * (i - radius) ** 2));
  const sum = values.reduce((total, value) => total + value, 0);
  return values.map((value) => value / sum);
}

function derivative(call: Call, smooth: readonly number[]): PyArray {
  const array = call.array('input');
  const axis = normalizeAxis(call.integer('axis', -1), array.shape.length);
  const [rows, cols] = axis === 0 ? [STEP, smooth] : [smooth, STEP];
  record(
    call,
    array,
    rows.map((a) => cols.map((b) => a * b)),
  );
  return array.shape.reduce(
    (result, _, each) => (each === axis ? result : along(call, result, each, smooth)),
    along(call, array, axis, STEP),
  );
}

const STEP = [-1, 0, 1];

/** Records a filter of an image as the convolution that has its result. */
function record(call: Call, array: PyArray, kernel: readonly (readonly number[])[]): void {
  if (array.shape.length !== 2 || array.shape.includes(0)) return;
  slideCentred(array, arrayOf(Float64Array.from(kernel.flat()), [3, 3], 'float64'), false, false, call);
}

function laplace(call: Call): PyArray {
  const array = call.array('input');
  record(call, array, [
    [0, 1, 0],
    [1, -4, 1],
    [0, 1, 0],
  ]);
  const parts = array.shape.map((_, axis) => along(call, array, axis, [1, -2, 1]));
  return parts.reduce((sum, part) => mapTwo(sum, part, array.dtype, (a, b) => a + b, call.context));
}

/** Correlates the lines of one axis with weights of odd length; SciPy adds the two sides of symmetric ones first. */
function along(call: Call, array: PyArray, given: number, weights: readonly number[]): PyArray {
  if (!call.lacks('output')) throw unsupportedOption(call, 'output');
  const axis = normalizeAxis(given, array.shape.length);
  const order = [...[...array.shape.keys()].filter((each) => each !== axis), axis];
  const moved = permuteAxes(array, order);
  const values = flat(moved);
  const length = array.shape[axis]!;
  const half = weights.length >> 1;
  const sign = weights[0] === -weights[weights.length - 1]! ? -1 : 1;
  const [extension, outside] = [edgeExtension(call), call.number('cval', 0)];
  const data = new Float64Array(call.context.allocate(array.shape));
  call.context.spend(data.length * weights.length);
  for (let start = 0; start < data.length; start += length) {
    const at = (index: number): number => {
      const source = repeatedIndex(index, length, extension);
      return source < 0 ? outside : values[start + source]!;
    };
    for (let i = 0; i < length; i++) {
      let sum = at(i) * weights[half]!;
      for (let k = half; k > 0; k--) sum += (at(i - k) + sign * at(i + k)) * weights[half - k]!;
      data[start + i] = sum;
    }
  }
  const result = convert(arrayOf(data, moved.shape, 'float64'), array.dtype, call.context);
  return permuteAxes(
    result,
    order.map((_, position) => order.indexOf(position)),
  );
}

/** One of the sorted values of each window, which begins size // 2 before its cell. */
function ranked(call: Call, rank: (count: number) => number): PyArray {
  for (const option of ['output', 'origin', 'footprint'])
    if (!call.lacks(option)) throw unsupportedOption(call, option);
  const array = call.array('input');
  const given = call.lacks('size') ? [] : call.integers('size');
  const sizes = array.shape.map((_, axis) => given[axis] ?? given[0] ?? 3);
  const [extension, outside] = [edgeExtension(call), call.number('cval', 0)];
  const values = flat(array);
  const count = sizeOf(sizes);
  const data = newData(call.context.allocate(array.shape), array.dtype);
  call.context.spend(data.length * count * 4);
  const around = new Float64Array(count);
  const coordinates = (index: number, shape: readonly number[]): number[] => {
    const found = new Array<number>(shape.length);
    for (let axis = shape.length - 1, rest = index; axis >= 0; rest = Math.floor(rest / shape[axis]!), axis--)
      found[axis] = rest % shape[axis]!;
    return found;
  };
  const steps = Array.from({ length: count }, (_, k) =>
    coordinates(k, sizes).map((step, axis) => step - (sizes[axis]! >> 1)),
  );
  for (let cell = 0; cell < data.length; cell++) {
    const center = coordinates(cell, array.shape);
    steps.forEach((step, k) => {
      const place = center.reduce((sum, at, axis) => {
        const source = repeatedIndex(at + step[axis]!, array.shape[axis]!, extension);
        return sum < 0 || source < 0 ? -1 : sum * array.shape[axis]! + source;
      }, 0);
      around[k] = place < 0 ? outside : values[place]!;
    });
    data[cell] = around.sort()[rank(count)]!;
  }
  return arrayOf(data, array.shape, array.dtype);
}
