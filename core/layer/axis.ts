/** Resolution of a layer's options on its two spatial axes: padding forms, checks and the resulting `Axis`. */
import { LensError, msg, type FieldId, type Message } from '../message';
import type { Padding, PaddingMode, Pair } from './options';
import { requireBounded } from './bounds';
import { coveredSize, kernelExtent, outputSize, paddedSize, type Axes, type Axis } from './window';

export type AxisName = 'vertical' | 'horizontal';

/** An axis as errors name it: an option with the same value on both axes is reported without an axis. */
export interface AxisLabel {
  readonly name: AxisName;
  /** Whether an option has the same value on both axes; asked for an error only. Default: no option has. */
  readonly isShared?: (field: FieldId) => boolean;
}

export interface AxisRequest extends AxisLabel {
  readonly size: number;
  readonly kernel: number;
  readonly stride: number;
  readonly dilation: number;
  readonly padding: Padding;
  readonly ceilMode?: boolean;
}

export interface AxesRequest {
  readonly size: readonly [rows: number, cols: number];
  readonly kernel: Pair;
  readonly stride?: Pair;
  readonly dilation?: Pair;
  readonly padding?: Padding;
  readonly ceilMode?: boolean;
}

/** Both axes of a layer. Throws a LensError that names the option, its value and, where they differ, the axis. */
export function resolveAxes(request: AxesRequest): Axes {
  const requests = axisRequests(request);
  const axes = { rows: resolveAxis(requests[0]), cols: resolveAxis(requests[1]) };
  requireBounded(axes);
  return axes;
}

/** The requests of the two axes; each knows which options have the same value on both. */
export function axisRequests(request: AxesRequest): [vertical: AxisRequest, horizontal: AxisRequest] {
  const isShared = (field: FieldId): boolean => isSharedOption(request, field);
  return [axisRequest(request, 'vertical', 0, isShared), axisRequest(request, 'horizontal', 1, isShared)];
}

function axisRequest(
  { size, kernel, stride = 1, dilation = 1, padding = 0, ceilMode = false }: AxesRequest,
  name: AxisName,
  axis: 0 | 1,
  isShared: (field: FieldId) => boolean,
): AxisRequest {
  return {
    name,
    isShared,
    size: size[axis],
    kernel: ofPair(kernel, axis),
    stride: ofPair(stride, axis),
    dilation: ofPair(dilation, axis),
    padding,
    ceilMode,
  };
}

/** One axis. Throws a LensError where an option is not a count or no window fits. */
export function resolveAxis(request: AxisRequest): Axis {
  const { size, kernel, stride, dilation, ceilMode } = request;
  requireCount(request, 'kernel', kernel, 1);
  requireCount(request, 'stride', stride, 1);
  requireCount(request, 'dilation', dilation, 1);
  const [padBefore, padAfter] = resolvePadding(request);
  const axis = { size, kernel, stride, dilation, padBefore, padAfter };
  const outSize = outputSize(axis, ceilMode);
  if (outSize >= 1) return { size, kernel, stride, dilation, padBefore, padAfter, outSize };
  throw axisError(
    request,
    'kernel',
    dilation === 1
      ? msg('kernel {0} is larger than the padded input {1}', kernel, paddedSize(axis))
      : msg(
          'kernel {0} with dilation {1} spans {2} cells, more than the padded input {3}',
          kernel,
          dilation,
          kernelExtent(axis),
          paddedSize(axis),
        ),
  );
}

/** Throws where `paddingMode` cannot fill the axis's padding: reflect needs pad < size, circular pad ≤ size. */
export function requirePadding(name: AxisName, axis: Axis, paddingMode: PaddingMode): void {
  const pad = Math.max(axis.padBefore, axis.padAfter);
  if (pad === 0 || paddingMode === 'zeros') return;
  const most = paddingMode === 'reflect' ? axis.size - 1 : paddingMode === 'circular' ? axis.size : Infinity;
  if (pad <= most && axis.size > 0) return;
  throw axisError(
    { name },
    'paddingMode',
    msg(
      'padding mode {0} can add at most {1} cell{1||s} to an input of {2}, not {3}',
      paddingMode,
      most,
      axis.size,
      pad,
    ),
  );
}

/** The numbers of one axis in any of the forms in which numbers are given. */
export function explicitPadding(name: AxisName, padding: Exclude<Padding, string>): [number, number] {
  if (typeof padding === 'number') return [padding, padding];
  if ('top' in padding) {
    return name === 'vertical' ? [padding.top, padding.bottom] : [padding.left, padding.right];
  }
  const each = padding[name === 'vertical' ? 0 : 1];
  return [each, each];
}

/** Half before, half after; the odd cell at the end, or with `extraBefore` at the start. */
export function splitPadding(total: number, extraBefore: boolean): [before: number, after: number] {
  const small = Math.floor(total / 2);
  return extraBefore ? [total - small, small] : [small, total - small];
}

/** Throws unless `value` is a whole number of at least `least`. */
export function requireCount(label: AxisLabel, field: FieldId, value: number, least: number): void {
  if (Number.isSafeInteger(value) && value >= least) return;
  throw axisError(label, field, msg('{0} must be a whole number of at least {1}, not {2}', field, least, value));
}

/** `message`, followed by the axis unless the option has the same value on both axes. */
export function axisError({ name, isShared }: AxisLabel, field: FieldId, message: Message): LensError {
  if (isShared?.(field)) return new LensError(message, field);
  return new LensError(name === 'vertical' ? msg('{0} (vertical)', message) : msg('{0} (horizontal)', message), field);
}

export function toPair(pair: Pair): readonly [vertical: number, horizontal: number] {
  return typeof pair === 'number' ? [pair, pair] : pair;
}

function ofPair(pair: Pair, axis: 0 | 1): number {
  return typeof pair === 'number' ? pair : pair[axis];
}

function isSharedOption({ kernel, stride = 1, dilation = 1, padding = 0 }: AxesRequest, field: FieldId): boolean {
  switch (field) {
    case 'kernel':
      return sameOnBothAxes(kernel);
    case 'stride':
      return sameOnBothAxes(stride);
    case 'dilation':
      return sameOnBothAxes(dilation);
    case 'pad':
      return hasEqualSides(padding);
    default:
      return false;
  }
}

function sameOnBothAxes(pair: Pair): boolean {
  return ofPair(pair, 0) === ofPair(pair, 1);
}

function hasEqualSides(padding: Padding): boolean {
  if (typeof padding === 'string') return true;
  const [top, bottom] = explicitPadding('vertical', padding);
  const [left, right] = explicitPadding('horizontal', padding);
  return top === bottom && left === right && top === left;
}

function resolvePadding(request: AxisRequest): [before: number, after: number] {
  const { name, size, stride, padding } = request;
  if (padding === 'valid') return [0, 0];
  if (padding === 'same') {
    if (stride !== 1) throw new LensError(msg("padding 'same' needs stride 1, not {0}", stride), 'pad');
    return splitPadding(kernelExtent(request) - 1, false);
  }
  if (padding === 'same_upper' || padding === 'same_lower') {
    const outSize = Math.ceil(size / stride);
    return splitPadding(Math.max(0, coveredSize(request, outSize) - size), padding === 'same_lower');
  }
  const [before, after] = explicitPadding(name, padding);
  requireCount(request, 'pad', before, 0);
  requireCount(request, 'pad', after, 0);
  return [before, after];
}
