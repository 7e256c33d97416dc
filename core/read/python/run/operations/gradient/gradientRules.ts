/** Gradients of functions and methods by name: sums, means, new shapes and elementwise functions. */
import { sizeOf } from '../../../../../array/NdArray';
import { broadcastTo, sameShape } from '../../../array/broadcast';
import { convert, mapTwo } from '../../../array/elementwise';
import { flat, type PyArray } from '../../../array/PyArray';
import { copyOf, reshapeTo } from '../../../array/reshaping';
import type { TapedOperation } from '../../../autograd/Tape';
import { isSequence, toIntegers } from '../../../library/call/coerce';
import type { Context } from '../../../runtime/Context';
import type { Arguments } from '../../../value/Py';

type Gradients = TapedOperation['gradients'];

const SHAPES =
  /^(?:view|reshape|flatten|Flatten|squeeze|unsqueeze|ravel|expand_dims|view_as|clone|contiguous|Identity)$/;
const TYPES = /^(?:float|double|to|half|cast|type)$/;

/** From the gradient of the result, the argument, and the result: the gradient of the argument. */
const ELEMENTWISE: Readonly<Record<string, (gradient: number, x: number, y: number) => number>> = {
  square: (gradient, x) => 2 * gradient * x,
  neg: (gradient) => -gradient,
  negative: (gradient) => -gradient,
  sin: (gradient, x) => gradient * Math.cos(x),
  cos: (gradient, x) => -gradient * Math.sin(x),
  exp: (gradient, _x, y) => gradient * y,
  log: (gradient, x) => gradient / x,
  sqrt: (gradient, _x, y) => gradient / (2 * y),
  abs: (gradient, x) => gradient * Math.sign(x),
  tanh: (gradient, _x, y) => gradient * (1 - y * y),
  sign: () => 0,
  floor: () => 0,
  ceil: () => 0,
  round: () => 0,
  relu: (gradient, x) => (x > 0 ? gradient : 0),
  clamp: (gradient, x, y) => (x === y ? gradient : 0),
  clip: (gradient, x, y) => (x === y ? gradient : 0),
  sigmoid: (gradient, _x, y) => gradient * y * (1 - y),
};

/** Undefined where the gradient is not known. */
export function gradientRule(
  name: string,
  inputs: readonly PyArray[],
  args: Arguments,
  result: PyArray,
  context: Context,
): Gradients {
  const [input] = inputs;
  return input && inputs.length === 1 ? unary(name, input, args, result, context) : undefined;
}

function unary(name: string, input: PyArray, args: Arguments, result: PyArray, context: Context): Gradients {
  if (/^(?:reduce_)?(?:sum|mean)$/.test(name)) return overAxes(name.endsWith('mean'), input, args, result, context);
  if (SHAPES.test(name)) return (gradient) => [reshapeTo(gradient, input.shape, context)];
  if (/^a?(?:max|min)$/.test(name) && result.shape.length === 0 && input.notation === 'pytorch')
    return ofExtreme(input, result, context);
  if (TYPES.test(name)) return (gradient) => [convert(gradient, input.dtype, context)];
  const slope = Object.hasOwn(ELEMENTWISE, name) ? ELEMENTWISE[name] : undefined;
  if (!slope || !sameShape(input.shape, result.shape)) return undefined;
  const [x, y] = [copyOf(input, context), copyOf(result, context)];
  const factor = mapTwo(x, y, input.dtype, (from, to) => slope(1, from, to), context);
  return (gradient) => [mapTwo(gradient, factor, input.dtype, (value, by) => value * by, context)];
}

/** A sum or mean over all axes, or over those of `dim` or `axis`. */
function overAxes(mean: boolean, input: PyArray, args: Arguments, result: PyArray, context: Context): Gradients {
  const { shape } = input;
  const given = [...args.positional, args.named.get('dim'), args.named.get('axis')]
    .map((argument) => argument?.value)
    .find((value) => value && (value.kind === 'number' || isSequence(value)));
  const all = result.shape.length === 0;
  if (!all && !given) return undefined;
  const axes = all ? [] : toIntegers(given!).map((axis) => (axis < 0 ? axis + shape.length : axis));
  const kept = shape.map((extent, axis) => (all || axes.includes(axis) ? 1 : extent));
  if (sizeOf(kept) !== sizeOf(result.shape)) return undefined;
  const count = mean ? sizeOf(shape) / sizeOf(kept) : 1;
  return (gradient) => {
    const spread = copyOf(broadcastTo(reshapeTo(gradient, kept, context), shape), context);
    return [mapTwo(spread, spread, spread.dtype, (value) => value / count, context)];
  };
}

/** Equal cells have equal parts, as in PyTorch. */
function ofExtreme(input: PyArray, result: PyArray, context: Context): Gradients {
  const places = mapTwo(input, result, input.dtype, (value, extreme) => Number(value === extreme), context);
  const count = Array.from(flat(places)).reduce((sum, place) => sum + place, 0);
  return (gradient) => [mapTwo(places, gradient, input.dtype, (place, value) => (place * value) / count, context)];
}
