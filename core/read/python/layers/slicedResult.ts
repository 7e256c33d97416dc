/** A slice of a layer's result, `convolve2d(x, k)[::2, ::2]`: its steps and its start are the stride and the pad of the layer. */
import { conv2dGeometry, pool2dGeometry } from '../../../layer/geometry';
import { coveredSize, outputSize, type Axis } from '../../../layer/window';
import { msg } from '../../../message';
import type { LayerCall } from '../../LayerCall';
import type { TextRange } from '../../TextRange';
import type { PyArray } from '../array/PyArray';
import type { Context } from '../runtime/Context';
import type { Py } from '../value/Py';

type Slice = Extract<Py, { kind: 'slice' }>;

/** Replaces the call at `range`, where it was recorded last, by the layer of `result[parts]`; `written`: the brackets. */
export function sliceLayer(
  context: Context,
  range: TextRange,
  result: PyArray,
  parts: readonly Py[],
  written: string,
): void {
  const call = context.calls.at(-1);
  if (!call || call.range[0] !== range[0]) return;
  if (call.operation !== 'conv_forward' && call.operation !== 'pool_forward') return;
  const slices = slicesOf(call, result.shape.length, parts);
  if (!slices) return;
  context.calls[context.calls.length - 1] =
    (slices.others.every(isWhole) ? sliced(call, slices.spatial, written) : undefined) ??
    noted(call, msg('the text takes only a part of the result of this layer: {0}', written));
}

/** Keeps the call at `range`, where it was recorded last, for later slices of its result. */
export function keepResult(context: Context, range: TextRange, result: PyArray): void {
  const call = context.calls.at(-1);
  if (call?.range[0] === range[0]) context.results.set(result, call);
}

/** Names a slice with steps of a result that an earlier statement computed: `z = y[::2, ::2]`. */
export function sliceLater(
  context: Context,
  _: TextRange,
  result: PyArray,
  parts: readonly Py[],
  written: string,
): void {
  const call = context.results.get(result);
  const at = call ? context.calls.indexOf(call) : -1;
  if (!call || at < 0 || !parts.some((part) => part.kind === 'slice' && (part.step ?? 1) !== 1)) return;
  context.calls[at] = noted(call, msg('the text later takes a part of the result of this layer: {0}', written));
  // In a loop, once.
  context.results.delete(result);
}

interface Slices {
  readonly spatial: readonly [Slice, Slice];
  /** Of examples and channels. */
  readonly others: readonly Slice[];
}

/** Undefined where the result is taken whole, or something else than slices and single elements of it. */
function slicesOf(call: LayerCall, axes: number, parts: readonly Py[]): Slices | undefined {
  if (axes === 0 || parts.some(({ kind }) => kind !== 'slice' && kind !== 'number' && kind !== 'ellipsis'))
    return undefined;
  const at = parts.findIndex(({ kind }) => kind === 'ellipsis');
  const missing = new Array<Py>(Math.max(0, axes - parts.length + (at < 0 ? 0 : 1))).fill(WHOLE);
  const all = at < 0 ? [...parts, ...missing] : [...parts.slice(0, at), ...missing, ...parts.slice(at + 1)];
  const first = axes <= 2 ? 0 : call.layout === 'nchw' ? axes - 2 : axes - 3;
  const [rows, cols] = axes === 1 ? [WHOLE, all[0]] : all.slice(first, first + 2);
  if (rows?.kind !== 'slice' || cols?.kind !== 'slice') return undefined;
  const others =
    axes === 1 ? [] : [...all.slice(0, first), ...all.slice(first + 2)].filter((each) => each.kind === 'slice');
  return [rows, cols, ...others].every(isWhole) ? undefined : { spatial: [rows, cols], others };
}

const WHOLE: Slice = { kind: 'slice', start: undefined, stop: undefined, step: undefined };

function isWhole({ start = 0, stop, step = 1 }: Slice): boolean {
  return start === 0 && stop === undefined && step === 1;
}

type Forward = LayerCall<'conv_forward' | 'pool_forward'>;

/** Undefined where no stride and pad give the slice. */
function sliced(call: Forward, [down, across]: readonly [Slice, Slice], written: string): LayerCall | undefined {
  const geometry = axesOf(call);
  const [rows, cols] = geometry ? [slicedAxis(geometry.rows, down), slicedAxis(geometry.cols, across)] : [];
  if (!rows || !cols) return undefined;
  const options = {
    stride: rows.stride === cols.stride ? rows.stride : ([rows.stride, cols.stride] as const),
    padding: { top: rows.padBefore, bottom: rows.padAfter, left: cols.padBefore, right: cols.padAfter },
  };
  const note = msg('the stride and the pad are those of the slice of the result: {0}', written);
  return noted({ ...call, options: { ...call.options, ...options } } as LayerCall, note);
}

function axesOf(call: Forward): { readonly rows: Axis; readonly cols: Axis } | undefined {
  if (call.operation === 'pool_forward')
    return call.options.ceilMode ? undefined : pool2dGeometry(call.arrays.A_prev.shape, call.options);
  const { A_prev, W } = call.arrays;
  return W && conv2dGeometry(A_prev.shape, W.shape, call.options);
}

/** The axis whose outputs are those of a slice. */
function slicedAxis(axis: Axis, slice: Slice): Axis | undefined {
  const { start = 0, stop = axis.outSize, step = 1 } = slice;
  if (step < 1) return undefined;
  const [from, to] = [start, stop].map((at) => Math.min(axis.outSize, Math.max(0, at < 0 ? at + axis.outSize : at)));
  const outSize = Math.ceil((to! - from!) / step);
  const stride = axis.stride * step;
  const padBefore = axis.padBefore - from! * axis.stride;
  const given = { ...axis, stride, padBefore };
  const covered = coveredSize(given, outSize) - axis.size - padBefore;
  const padAfter = outputSize(given) === outSize ? axis.padAfter : Math.max(0, covered);
  const found = { ...given, padAfter, outSize };
  return outSize > 0 && padBefore >= 0 && outputSize(found) === outSize ? found : undefined;
}

function noted(call: LayerCall, note: ReturnType<typeof msg>): LayerCall {
  return { ...call, notes: [...(call.notes ?? []), note] };
}
