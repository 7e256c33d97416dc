/**
 * Recognises the small parts of a layer in functions of the text that the course does not name: a border of zeros, the mask of a
 * maximum, a value spread over a window, one step of a convolution. The function's name and its result decide.
 */
import { sizeOf } from '../../../../array/NdArray';
import { combinations } from '../../../../combinations';
import { msg } from '../../../../message';
import type { CallContent, CallSite, LayerCall } from '../../../LayerCall';
import { arrayOf, flat, publish, type PyArray } from '../../array/PyArray';
import { permuteAxes, reshapeTo } from '../../array/reshaping';
import type { TextRange } from '../../../TextRange';
import type { Context } from '../../runtime/Context';
import type { Py } from '../../value/Py';
import { asBias } from '../Caller';
import { arrayOfLists, numbersNamed, type OwnCall } from './ownCall';

export type Helper = CallContent<'zero_pad' | 'conv_single_step' | 'create_mask_from_window' | 'distribute_value'> &
  Pick<CallSite, 'layout'>;

const PAD = /pad|bord/i;
const MASK = /m[aá]s[ck]/i;
const SHARE = /distrib|spread|verteil|r[eé]part/i;
const STEP = /conv|corr|step|filter|kernel/i;
const FILTER = /^(?:w|k|kern\w*|filters?\d*|weights?|filtro|noyau)$/i;

/** Names of functions that may be one of them. */
export const HELPER_LIKE = new RegExp([PAD, MASK, SHARE, STEP].map(({ source }) => source).join('|'), 'i');

export function recognizeHelper(name: string, own: OwnCall, value: Py, context: Context): Helper | undefined {
  if (value.kind === 'number') return STEP.test(name) ? recognizeStep(own, value.value, context) : undefined;
  const result = arrayOfLists(value, context);
  if (!result) return undefined;
  return (
    (PAD.test(name) ? paddedFrom(own, result, context) : undefined) ??
    (MASK.test(name) ? maskOf(own, result, context) : undefined) ??
    (SHARE.test(name) ? sharedValue(own, result) : undefined)
  );
}

export function helperCall(helper: Helper, callee: string, range: TextRange): LayerCall {
  return { ...helper, callee, range, notation: 'numpy', notes: [msg('{0} computes {1}', callee, helper.operation)] };
}

/** The sum of the products of a slice and a filter, and a bias. */
export function recognizeStep(own: OwnCall, value: number, context: Context): Helper | undefined {
  const bias = numbersNamed(own, /^b(?:ias)?$/i)[0] ?? 0;
  const biases = own.arrays.filter(([name, { shape }]) => /^b(?:ias)?$/i.test(name) && sizeOf(shape) === 1);
  const b = biases[0] ? flat(biases[0][1])[0]! : bias;
  for (const [[name, w], [other, a]] of combinations(own.arrays, own.arrays)) {
    if (name === other || !FILTER.test(name) || a.shape.join() !== w.shape.join()) continue;
    if (w.shape.length < 2 || w.shape.length > 3 || sizeOf(w.shape) < 4) continue;
    const [weights, values] = [flat(w), flat(a)];
    context.spend(weights.length);
    let sum = b;
    for (let index = 0; index < values.length; index++) sum += values[index]! * weights[index]!;
    if (Math.abs(sum - value) > 1e-9 * Math.max(1, Math.abs(value))) continue;
    const shape = w.shape.length === 2 ? [...w.shape, 1] : w.shape;
    const [slice, W] = [a, w].map((each) => publish(reshapeTo(each, shape, context), context));
    const arrays = {
      a_slice_prev: slice!,
      W: W!,
      b: asBias(publish(arrayOf(Float64Array.of(b), [1], 'float64'), context)),
    };
    return { operation: 'conv_single_step', arrays, options: {}, layout: 'nhwc' };
  }
  return undefined;
}

/** The array of the call to which two neighbouring axes have the same border of zeros. */
function paddedFrom(own: OwnCall, result: PyArray, context: Context): Helper | undefined {
  for (const [, x] of own.arrays) {
    const axes = result.shape.flatMap((extent, axis) => (extent === x.shape[axis] ? [] : [axis]));
    const [first = 0] = axes;
    const pad = (result.shape[first]! - x.shape[first]!) / 2;
    if (x.shape.length !== result.shape.length || axes.length !== 2 || axes[1] !== first + 1 || first === 3) continue;
    if (!Number.isInteger(pad) || pad < 1 || result.shape[first + 1]! - x.shape[first + 1]! !== 2 * pad) continue;
    const isFirst = first === x.shape.length - 2 && x.shape.length > 2;
    const images = imagesOf(x, isFirst, context);
    const padded = imagesOf(result, isFirst, context);
    context.spend(sizeOf(result.shape));
    if (!isPadded(images, padded, pad)) continue;
    const X = publish(images, context);
    return { operation: 'zero_pad', arrays: { X }, options: { pad }, layout: isFirst ? 'nchw' : 'nhwc' };
  }
  return undefined;
}

/** As (m, H, W, C). */
function imagesOf(x: PyArray, isFirst: boolean, context: Context): PyArray {
  const { shape } = x;
  if (shape.length === 2) return reshapeTo(x, [1, ...shape, 1], context);
  const batch = shape.length === 3 ? reshapeTo(x, [1, ...shape], context) : x;
  return isFirst ? permuteAxes(batch, [0, 2, 3, 1]) : batch;
}

function isPadded(images: PyArray, padded: PyArray, pad: number): boolean {
  const [, rows = 0, cols = 0, channels = 0] = images.shape;
  const [, height = 0, width = 0] = padded.shape;
  const [inner, outer] = [flat(images), flat(padded)];
  if (inner.every((value) => value === 0)) return false;
  return outer.every((value, index) => {
    const cell = Math.floor(index / channels);
    const row = (Math.floor(cell / width) % height) - pad;
    const col = (cell % width) - pad;
    const isInside = row >= 0 && row < rows && col >= 0 && col < cols;
    const image = Math.floor(cell / (width * height));
    return value === (isInside ? inner[((image * rows + row) * cols + col) * channels + (index % channels)] : 0);
  });
}

function maskOf(own: OwnCall, result: PyArray, context: Context): Helper | undefined {
  for (const [, x] of own.arrays) {
    if (x.shape.length !== 2 || x.shape.join() !== result.shape.join() || sizeOf(x.shape) < 2) continue;
    const [values, mask] = [flat(x), flat(result)];
    const max = Array.from(values).reduce((most, value) => Math.max(most, value), -Infinity);
    if (!values.every((value, index) => mask[index] === Number(value === max)) || mask.every((each) => each === 1))
      continue;
    return { operation: 'create_mask_from_window', arrays: { x: publish(x, context) }, options: {}, layout: 'nhwc' };
  }
  return undefined;
}

function sharedValue(own: OwnCall, result: PyArray): Helper | undefined {
  const values = flat(result);
  const [share = 0] = values;
  if (result.shape.length !== 2 || values.length < 2 || share === 0 || values.some((value) => value !== share))
    return undefined;
  const dz = [...own.numbers.values()].find(
    (each) => Math.abs(each / values.length - share) <= 1e-12 * Math.abs(share),
  );
  return dz === undefined
    ? undefined
    : { operation: 'distribute_value', arrays: {}, options: { dz, shape: [...result.shape] }, layout: 'nhwc' };
}
