/** What is tried to recognise a layer: the layouts that a shape allows, options, and their limits. */
import type { Conv2dOptions, Padding, Pair } from '../../../../layer/options';
import { toPair } from '../../../../layer/axis';
import type { CallSite } from '../../../LayerCall';
import type { PyArray } from '../../array/PyArray';
import { permuteAxes, reshapeTo } from '../../array/reshaping';
import type { Context } from '../../runtime/Context';

/** Work of all attempts for one call, in the units of the budget. */
export const MOST_WORK = 5_000_000;

/** Images as (m, H, W, C), in the layouts that their axes allow. */
export function imageLayouts(x: PyArray, context: Context): [PyArray, CallSite['layout']][] {
  const { shape } = x;
  if (shape.length === 1) return [[reshapeTo(x, [1, 1, ...shape, 1], context), 'nhwc']];
  if (shape.length === 2) return [[reshapeTo(x, [1, ...shape, 1], context), 'nhwc']];
  if (shape.length < 3 || shape.length > 4) return [];
  const batch = shape.length === 3 ? reshapeTo(x, [1, ...shape], context) : x;
  return [
    [batch, 'nhwc'],
    [permuteAxes(batch, [0, 2, 3, 1]), 'nchw'],
  ];
}

/** A flat list of a square kernel, as C keeps it, next to an image. */
export function squareLayout(x: PyArray, w: PyArray, context: Context): PyArray[] {
  const side = Math.sqrt(w.shape[0] ?? 0);
  const isSquare = x.shape.length > 1 && w.shape.length === 1 && side > 1 && Number.isInteger(side);
  return isSquare ? [reshapeTo(w, [side, side, 1, 1], context)] : [];
}

/** (w) of sequences; (h, w); (h, w, C) and (C, h, w) of one filter, (n, h, w) and (h, w, n) of one channel; HWIO, OIHW and OHWI. */
export function kernelLayouts(w: PyArray, context: Context): PyArray[] {
  const { shape } = w;
  const [a = 1, b = 1, c = 1] = shape;
  switch (shape.length) {
    case 1:
      return [reshapeTo(w, [1, a, 1, 1], context)];
    case 2:
      return [reshapeTo(w, [a, b, 1, 1], context)];
    case 3:
      return [
        reshapeTo(w, [a, b, c, 1], context),
        reshapeTo(permuteAxes(w, [1, 2, 0]), [b, c, a, 1], context),
        reshapeTo(permuteAxes(w, [1, 2, 0]), [b, c, 1, a], context),
        reshapeTo(w, [a, b, 1, c], context),
      ];
    case 4:
      return [w, permuteAxes(w, [2, 3, 1, 0]), permuteAxes(w, [1, 2, 3, 0])];
    default:
      return [];
  }
}

/** Sequences of several channels, (C, T) or (T, C), and their kernels, (n, C, k) or (k, C, n), of one filter (C, k), as images of one row. */
export function lineLayouts(x: PyArray, w: PyArray, context: Context) {
  if (x.shape.length !== 2 || w.shape.length < 2 || w.shape.length > 3) return [];
  const [rows = 1, cols = 1] = x.shape;
  const [a = 1, b = 1, c = 1] = w.shape.length === 2 ? [1, ...w.shape] : w.shape;
  const filters = reshapeTo(w, [a, b, c], context);
  const first = {
    images: reshapeTo(permuteAxes(x, [1, 0]), [1, 1, cols, rows], context),
    kernels: reshapeTo(permuteAxes(filters, [2, 1, 0]), [1, c, b, a], context),
    layout: 'nchw' as const,
    isLine: true,
  };
  const last = { images: reshapeTo(x, [1, 1, rows, cols], context), layout: 'nhwc' as const, isLine: true };
  return [first, ...(w.shape.length === 3 ? [{ ...last, kernels: reshapeTo(w, [1, a, b, c], context) }] : [])];
}

/** Whole numbers that the text gives, else the usual ones. */
export function optionsOf<Given extends Pair, const Usual>(
  given: readonly Given[],
  usual: readonly Usual[],
): readonly (Given | Usual)[] {
  const whole = given.filter((value) =>
    [value].flat().every((each) => Number.isSafeInteger(each) && each >= 0 && each <= 64),
  );
  return whole.length > 0 ? whole : usual;
}

/** The options of a sequence, an image of one row. */
export function sequenceOptions(stride: Pair, padding: Padding): Conv2dOptions {
  return { stride: [1, toPair(stride)[1]], padding: typeof padding === 'number' ? [0, padding] : padding };
}
