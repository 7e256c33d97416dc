/** Fits a case to a function: to its axes, to the options that it takes and to those that are fixed in it. */
import type { NdArray } from '../../array/NdArray';
import { NUMBER_BIAS, type Adapter, type AxisLayout } from '../adapt/Adapter';
import { fitFilter, fitToLayout, isDepthwise, isLine } from '../adapt/layout/layouts';
import { gradientShape } from '../cases/expected';
import type { FixedGeometry } from '../cases/FixedGeometry';
import type { LayerCase } from '../cases/LayerCase';
import { asLine } from '../cases/lines';
import { isBackward } from '../CourseFunction';

/** Fits a case to what the function supports; undefined where they exclude each other. */
export function fitCase(
  taken: LayerCase,
  { layout, supports, fixed, precision, isBounded, body }: Adapter,
): LayerCase | undefined {
  const given = precision === 'bytes' ? ofWholeNumbers(taken) : taken;
  const layerCase = isLine(layout) && given.x?.shape.length === 4 ? asLine(given) : given;
  if (!isFixedAs(layerCase, fixed, supports.sides)) return undefined;
  const { x, w, b, gradient, operation } = layerCase;
  if (x?.shape.length !== 4) return layerCase;
  const fitted = fitToLayout(x, layout);
  // The filters of the text's own call are one or more for each channel already.
  const isApart = isDepthwise(layout) && w?.shape[2] === 1 && (layerCase.groups ?? 1) > 1;
  const filter = isApart ? w : w && fitFilter(w, layout);
  const each = b && supports.bias && filter ? firstOf(b, filter.shape[3]!) : undefined;
  const isNumber = body.some((line) => line.includes(NUMBER_BIAS));
  const bias = each && isNumber ? { ...each, data: each.data.map(() => each.data[0]!) } : each;
  const result: LayerCase = {
    operation,
    label: layerCase.label,
    stride: layerCase.stride,
    pad: layerCase.pad,
    ...(layerCase.strideCols !== undefined && { strideCols: layerCase.strideCols }),
    ...(layerCase.padCols !== undefined && { padCols: layerCase.padCols }),
    ...(layerCase.sides && { sides: layerCase.sides }),
    kernel: layerCase.kernel,
    mode: layerCase.mode,
    ...(layerCase.isInteger && { isInteger: true as const }),
    ...(layerCase.isByte && { isByte: true as const }),
    ...(layerCase.hasByteFilter && { hasByteFilter: true as const }),
    ...(layerCase.use && { use: layerCase.use }),
    ...variantOf(layerCase, layout, fixed, x.shape[3]!),
    x: fitted,
    ...(filter ? { w: filter } : {}),
    ...(bias ? { b: bias } : {}),
  };
  if (!isBackward(operation) || !gradient) return result;
  const cut = cutTo(gradient, gradientShape(result));
  // None of the sums of so small a gradient reaches a usual bound.
  return { ...result, gradient: isBounded ? { ...cut, data: cut.data.map((value) => value / 1000) } : cut };
}

/** A case whose results are whole numbers from 0 to 255; one that has bytes is kept as it is. */
function ofWholeNumbers(layerCase: LayerCase): LayerCase {
  const { x, w, b, operation } = layerCase;
  if (!x || x.data.every((value) => Number.isInteger(value) && value >= 0)) return layerCase;
  // Means of windows of 2×2 and 3×3 cells are whole, sums of products small.
  const [factor, count] = operation === 'pool_forward' ? [36, 8] : [1, 4];
  const whole = ({ shape, data }: NdArray, times: number, below: number): NdArray => ({
    shape,
    data: Float64Array.from(data, (_, k) => times * ((5 * k * k + 3 * k + Math.floor(k / below)) % below)),
  });
  return { ...layerCase, x: whole(x, factor, count), ...(w && { w: whole(w, 1, 3) }), ...(b && { b: whole(b, 1, 5) }) };
}

/** One spatial axis has one row: its columns are compared. */
function isFixedAs(layerCase: LayerCase, fixed: FixedGeometry, hasSides = false): boolean {
  const { mode, kernel: sizes } = layerCase;
  const { strideCols: stride = layerCase.stride, padCols: pad = layerCase.pad } = layerCase;
  const kernel = sizes[0] === 1 ? [sizes[1]] : sizes;
  if (fixed.mode !== undefined && mode !== fixed.mode) return false;
  if (fixed.kernel !== undefined && kernel.some((size) => size !== fixed.kernel)) return false;
  const cols = kernel.at(-1)!;
  if (fixed.stride !== undefined && stride !== (fixed.stride === 'kernel' ? cols : fixed.stride)) return false;
  const same = (cols - 1) / 2;
  if (layerCase.sides) return fixed.pad === 'text' || (fixed.pad === undefined && hasSides);
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

/** What changes the layer itself: dilation, groups, and what else the function computes (a sum, ReLU). */
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
    ...(fixed.rectified && { rectified: fixed.rectified }),
    ...(fixed.pooled && { pooled: fixed.pooled }),
  };
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
