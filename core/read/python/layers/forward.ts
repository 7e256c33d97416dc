/** Records a layer call with its arguments in the course's layout, then computes it with the core's layers. */
import { sizeOf, type NdArray } from '../../../array/NdArray';
import { conv2d } from '../../../layer/conv2d';
import { conv2dGeometry, outputShape, pool2dGeometry } from '../../../layer/geometry';
import type { Conv2dOptions, Pool2dOptions } from '../../../layer/options';
import { pool2d } from '../../../layer/pool2d';
import { LensError, msg } from '../../../message';
import type { CallContent, CallSite, ConvCallOptions, LayerCall } from '../../LayerCall';
import type { TextRange } from '../../TextRange';
import { publish, type PyArray } from '../array/PyArray';
import type { Implementation } from '../library/call/Call';
import type { Context } from '../runtime/Context';
import { UNKNOWN } from '../value/constructors';
import type { Py } from '../value/Py';
import { asBias, resultFromNhwc, filterToHwio, inputToNhwc, type Caller } from './Caller';

export interface ConvRequest {
  readonly input: PyArray;
  /** In the caller's filter layout. Absent: not in the text. */
  readonly filter: PyArray | undefined;
  readonly bias: PyArray | undefined;
  readonly options: Conv2dOptions;
  /** Known extents of a filter that is absent. */
  readonly shape?: Pick<ConvCallOptions, 'kernel' | 'filters'>;
  /** `filter` is the caller's kernel turned by 180°: a true convolution. */
  readonly kernelFlipped?: boolean;
  readonly notes?: LayerCall['notes'];
}

export function applyConvolution(request: ConvRequest, caller: Caller, context: Context): Py {
  const { input, filter, bias, options, shape = {}, notes } = request;
  const x = inputToNhwc(input, caller, context);
  const w = filter && filterToHwio(filter, caller, context);
  const b = bias && asBias(publish(bias, context));
  const arrays = { A_prev: x, ...(w && { W: w }), ...(b && { b }) };
  const flipped = request.kernelFlipped ? { kernelFlipped: true } : {};
  record(
    context,
    caller,
    { operation: 'conv_forward', arrays, options: { ...options, ...flipped, ...(w ? {} : shape) } },
    notes,
  );
  if (!w) {
    context.report(
      new LensError(msg('the weights of {0} are not in the text, so its output is not known', caller.callee), 'filter'),
      caller.range,
    );
    return UNKNOWN;
  }
  return placedAt(caller.range, () => {
    const geometry = conv2dGeometry(x.shape, w.shape, options);
    const work = { shape: outputShape(geometry), window: sizeOf(w.shape.slice(0, 3)) };
    return resultFromNhwc(
      computed(context, caller, work, x, () => conv2d(x, w, b, options)),
      caller,
      input,
    );
  });
}

export function pool(
  input: PyArray,
  options: Pool2dOptions,
  caller: Caller,
  context: Context,
  notes: LayerCall['notes'] = [],
): Py {
  const x = inputToNhwc(input, caller, context);
  record(context, caller, { operation: 'pool_forward', arrays: { A_prev: x }, options: { ...options } }, notes);
  return placedAt(caller.range, () => {
    const geometry = pool2dGeometry(x.shape, options);
    const work = { shape: outputShape(geometry), window: geometry.rows.kernel * geometry.cols.kernel };
    return resultFromNhwc(
      computed(context, caller, work, x, () => pool2d(x, options)),
      caller,
      input,
    );
  });
}

export function record(
  context: Context,
  { callee, range, layout, textLayout = layout, notation }: Caller,
  content: CallContent,
  notes: LayerCall['notes'] = [],
): void {
  context.spend(1, range);
  const replaced = context.standIns.notes;
  const site: CallSite = {
    callee,
    range,
    layout: textLayout,
    notation,
    ...placedIn(context, range),
    ...(notes.length + replaced.length > 0 && { notes: [...notes, ...replaced] }),
  };
  context.calls.push({ ...site, ...content });
}

/** Calls of own functions that are kept of one layer. */
const MOST_CALLERS = 20;

/** The calls that run, to be noted with a layer; not the function around it, which is noted where a test runs it. */
export function placedIn({ callers }: Context, [start, end]: TextRange): Pick<CallSite, 'callers'> {
  const others = callers.filter(([from, to]) => !(from <= start && end <= to));
  return others.length > 0 ? { callers: others.slice(-MOST_CALLERS) } : {};
}

/** Products of a layer that cost as much as one operation of a program: its loops are compiled. */
const PRODUCTS = 12;

/** Counts a layer's products before it runs: those of one window for each cell of the output's shape. */
export function spendOutput(context: Context, shape: readonly number[], window: number, range: TextRange): void {
  context.allocate(shape, range);
  context.spend(Math.ceil((sizeOf(shape) * window) / PRODUCTS), range);
}

/**
 * The result of a recorded layer of a library; in a text of the editor, random numbers where it would take too much work: the layers
 * after it can be opened all the same. `window`: the products of one number of the result.
 */
export function computed(
  context: Context,
  { range }: Pick<CallSite, 'range'>,
  { shape, window }: { readonly shape: readonly number[]; readonly window: number },
  { data }: NdArray,
  run: () => NdArray,
): NdArray {
  context.allocate(shape, range, data instanceof Float32Array);
  const work = Math.ceil((sizeOf(shape) * window) / PRODUCTS);
  if (context.isStrict) context.spend(work, range);
  else if (!context.spendOnLayer(work, range)) return context.standIns.draw(shape, data);
  return run();
}

/**
 * The result of a recorded layer. Where it would take more work than is left, it is unknown, which is reported: the layer itself
 * is opened all the same.
 */
export function affordable<Result>(
  context: Context,
  { callee, range }: Pick<CallSite, 'callee' | 'range'>,
  spend: () => void,
  run: () => Result,
): Result | typeof UNKNOWN {
  try {
    spend();
  } catch (error) {
    if (!(error instanceof LensError)) throw error;
    const reason = msg('the result of {0} is not computed: {1}', callee, error.detail);
    context.report(new LensError(reason), range, 'unknownResult');
    return UNKNOWN;
  }
  return run();
}

/** Places errors of the core's layers at the call. */
export function placedAt<T>(range: TextRange, run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (error instanceof LensError && !error.range) throw error.at(range);
    throw error;
  }
}

/** An implementation whose errors of the core's layers are placed at its call. */
export function placed(run: Implementation): Implementation {
  return (call) => placedAt(call.range, () => run(call));
}
