/** One spatial axis of a layer: the only output-size and padding formula, called once for rows and once for columns. */
import { LensError, msg, type FieldId } from '../message';
import type { Padding, PaddingMode } from './options';

export type AxisName = 'vertical' | 'horizontal';

/** All lengths are in cells of the input. */
export interface Axis {
  readonly size: number;
  readonly kernel: number;
  readonly stride: number;
  readonly dilation: number;
  readonly padBefore: number;
  readonly padAfter: number;
  readonly outSize: number;
}

export interface AxisRequest {
  readonly name: AxisName;
  readonly size: number;
  readonly kernel: number;
  readonly stride: number;
  readonly dilation: number;
  readonly padding: Padding;
  readonly ceilMode?: boolean;
}

/**
 * out = ⌊(size + padBefore + padAfter − dilation·(kernel − 1) − 1) / stride⌋ + 1; with `ceilMode` ⌈…⌉, less one when the
 * last window would start in the padding after the input. Throws a LensError that names the axis and its numbers.
 */
export function resolveAxis(request: AxisRequest): Axis {
  const { name, size, kernel, stride, dilation, ceilMode = false } = request;
  requireCount(name, 'kernel', kernel, 1);
  requireCount(name, 'stride', stride, 1);
  requireCount(name, 'dilation', dilation, 1);
  const extent = dilation * (kernel - 1) + 1;
  const [padBefore, padAfter] = resolvePadding(request, extent);
  const span = size + padBefore + padAfter - extent;
  if (span < 0) {
    throw new LensError(
      dilation === 1
        ? msg(
            name === 'vertical'
              ? 'kernel {0} is larger than the padded input {1} (vertical)'
              : 'kernel {0} is larger than the padded input {1} (horizontal)',
            kernel,
            size + padBefore + padAfter,
          )
        : msg(
            name === 'vertical'
              ? 'kernel {0} with dilation {1} spans {2} cells, more than the padded input {3} (vertical)'
              : 'kernel {0} with dilation {1} spans {2} cells, more than the padded input {3} (horizontal)',
            kernel,
            dilation,
            extent,
            size + padBefore + padAfter,
          ),
      'kernel',
    );
  }
  let outSize = Math.floor(span / stride) + 1;
  if (ceilMode) {
    outSize = Math.ceil(span / stride) + 1;
    if ((outSize - 1) * stride >= size + padBefore) outSize -= 1;
  }
  return { size, kernel, stride, dilation, padBefore, padAfter, outSize };
}

/** Where the window of output cell `out` starts, in input coordinates (negative in the padding). */
export function windowStart(axis: Axis, out: number): number {
  return out * axis.stride - axis.padBefore;
}

/** The input coordinate that kernel cell `tap` of output cell `out` sees; outside 0 … size − 1 in the padding. */
export function tapPosition(axis: Axis, out: number, tap: number): number {
  return out * axis.stride - axis.padBefore + tap * axis.dilation;
}

/**
 * The input coordinate whose value stands at `position`, which may lie in the padding; −1 where the padding's constant stands.
 * `reflect` does not repeat the edge; `requirePadding` has made sure that one reflection or one turn is enough.
 */
export function sourceIndex(axis: Pick<Axis, 'size'>, position: number, paddingMode: PaddingMode): number {
  const { size } = axis;
  if (position >= 0 && position < size) return position;
  switch (paddingMode) {
    case 'zeros':
      return -1;
    case 'replicate':
      return position < 0 ? 0 : size - 1;
    case 'reflect':
      return foldOnce(position < 0 ? -position : 2 * (size - 1) - position, size);
    case 'circular':
      return foldOnce(position < 0 ? position + size : position - size, size);
  }
}

/** The reverse of `tapPosition`: every (out, tap) that sees input coordinate `position`, by ascending `out`. */
export function tapsAt(axis: Axis, position: number): { out: number; tap: number }[] {
  const found: { out: number; tap: number }[] = [];
  for (let tap = axis.kernel - 1; tap >= 0; tap--) {
    const start = position + axis.padBefore - tap * axis.dilation;
    if (start < 0 || start % axis.stride !== 0) continue;
    const out = start / axis.stride;
    if (out < axis.outSize) found.push({ out, tap });
  }
  return found;
}

/** Throws where `paddingMode` cannot fill the axis's padding: reflect needs pad < size, circular pad ≤ size. */
export function requirePadding(name: AxisName, axis: Axis, paddingMode: PaddingMode): void {
  const pad = Math.max(axis.padBefore, axis.padAfter);
  if (pad === 0 || paddingMode === 'zeros') return;
  const most = paddingMode === 'reflect' ? axis.size - 1 : paddingMode === 'circular' ? axis.size : Infinity;
  if (pad <= most && axis.size > 0) return;
  throw new LensError(
    name === 'vertical'
      ? msg(
          'padding mode {0} can add at most {1} cells to an input of {2}, not {3} (vertical)',
          paddingMode,
          most,
          axis.size,
          pad,
        )
      : msg(
          'padding mode {0} can add at most {1} cells to an input of {2}, not {3} (horizontal)',
          paddingMode,
          most,
          axis.size,
          pad,
        ),
    'paddingMode',
  );
}

/** A ceil-mode window may reach past the padding; there is no value there. */
function foldOnce(index: number, size: number): number {
  return index >= 0 && index < size ? index : -1;
}

function resolvePadding(request: AxisRequest, extent: number): [before: number, after: number] {
  const { name, size, stride, padding } = request;
  if (padding === 'valid') return [0, 0];
  if (padding === 'same') {
    if (stride !== 1) throw new LensError(msg("padding 'same' needs stride 1, not {0}", stride), 'pad');
    return splitPadding(extent - 1, false);
  }
  if (padding === 'same_upper' || padding === 'same_lower') {
    const outSize = Math.ceil(size / stride);
    return splitPadding(Math.max(0, (outSize - 1) * stride + extent - size), padding === 'same_lower');
  }
  const [before, after] = explicitPadding(name, padding);
  requireCount(name, 'pad', before, 0);
  requireCount(name, 'pad', after, 0);
  return [before, after];
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
export function requireCount(name: AxisName, field: FieldId, value: number, least: number): void {
  if (Number.isSafeInteger(value) && value >= least) return;
  throw new LensError(
    name === 'vertical'
      ? msg('{0} must be a whole number of at least {1}, not {2} (vertical)', field, least, value)
      : msg('{0} must be a whole number of at least {1}, not {2} (horizontal)', field, least, value),
    field,
  );
}
