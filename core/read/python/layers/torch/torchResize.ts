/** PyTorch's `interpolate` and `Upsample` on (N, C, H, W): nearest and bilinear. */
import { formatShape } from '../../../../array/NdArray';
import { LensError, msg } from '../../../../message';
import { mapTuple, tuple4 } from '../../../../tuples';
import { arrayOf, flat, newData, type PyArray } from '../../array/PyArray';
import { isSequence, toNumber } from '../../library/call/coerce';
import type { Call, FunctionTable } from '../../library/call/Call';
import type { Py } from '../../value/Py';
import { moduleOf } from './moduleOf';
import { unsupportedArgument } from './torchCaller';

const OPTIONS = 'size? scale_factor? mode? align_corners? recompute_scale_factor? antialias?';

/** Functions of `torch.nn.functional` by name. */
export const RESIZE_FUNCTIONS: FunctionTable = {
  interpolate: [`input ${OPTIONS}`, (call) => resized(call, call)],
  upsample: ['input size? scale_factor? mode? align_corners?', (call) => resized(call, call)],
};

/** Classes of `torch.nn` by name. */
export const RESIZE_MODULES: FunctionTable = {
  Upsample: [OPTIONS, (call) => moduleOf(call, (use) => resized(use, call))],
  UpsamplingNearest2d: ['size? scale_factor?', (call) => moduleOf(call, (use) => resized(use, call))],
  UpsamplingBilinear2d: [
    'size? scale_factor?',
    (call) => moduleOf(call, (use) => resized(use, call, { mode: 'bilinear', aligned: true })),
  ],
};

interface Method {
  readonly mode: string;
  readonly aligned: boolean;
}

/** `use` holds the input, `call` the options. */
function resized(use: Call, call: Call, fixed?: Method): Py {
  const input = use.array('input');
  if (input.shape.length !== 4)
    throw new LensError(
      msg('{0} is supported for (N, C, H, W), not for shape {1}', call.callee, formatShape(input.shape)),
      undefined,
      use.range,
    );
  for (const name of ['recompute_scale_factor', 'antialias'])
    if (call.has(name) && call.flag(name, false)) throw unsupportedArgument(call, name);
  const { mode, aligned } = fixed ?? methodOf(call);
  const [rows, cols] = mapTuple([2, 3], (axis) => axisOf(call, input.shape[axis]!, axis - 2));
  const source = mode === 'nearest' ? nearest : (to: number, axis: Axis) => linear(to, axis, aligned);
  return sampled(input, rows, cols, source, use);
}

function methodOf(call: Call): Method {
  const mode = call.has('mode') ? call.text('mode', 'nearest') : 'nearest';
  if (mode !== 'nearest' && mode !== 'bilinear') throw unsupportedArgument(call, `mode='${mode}'`);
  return { mode, aligned: call.has('align_corners') && call.flag('align_corners', false) };
}

interface Axis {
  readonly from: number;
  readonly to: number;
  /** Source cells for each result's cell. */
  readonly step: number;
}

function axisOf(call: Call, from: number, place: number): Axis {
  if (!call.lacks('size')) {
    const sizes = call.integers('size');
    const to = sizes[sizes.length === 1 ? 0 : place]!;
    return { from, to, step: from / to };
  }
  if (call.lacks('scale_factor')) throw new LensError(msg('{0} needs size or scale_factor', call.callee));
  const given = call.value('scale_factor');
  const factor = isSequence(given) ? toNumber(given.items[place]!) : call.number('scale_factor');
  return { from, to: Math.floor(from * factor), step: 1 / factor };
}

/** Two source cells and the share of the second. */
type Source = readonly [first: number, second: number, share: number];

function nearest(to: number, { from, step }: Axis): Source {
  const at = Math.min(Math.floor(Math.fround(to * Math.fround(step))), from - 1);
  return [at, at, 0];
}

function linear(to: number, { from, to: size, step }: Axis, aligned: boolean): Source {
  const exact = aligned ? (size > 1 ? (to * (from - 1)) / (size - 1) : 0) : Math.max(0, (to + 0.5) * step - 0.5);
  const first = Math.min(Math.floor(exact), from - 1);
  return [first, Math.min(first + 1, from - 1), exact - first];
}

function sampled(
  input: PyArray,
  rows: Axis,
  cols: Axis,
  source: (to: number, axis: Axis) => Source,
  { context, range }: Call,
): PyArray {
  const [count, channels] = tuple4(input.shape);
  const shape = [count, channels, rows.to, cols.to];
  const to = newData(context.allocate(shape, range), input.dtype);
  const from = flat(input);
  const [lines, columns] = [rows, cols].map((axis) => Array.from({ length: axis.to }, (_, at) => source(at, axis)));
  let next = 0;
  for (let plane = 0; plane < count * channels; plane++) {
    const start = plane * rows.from * cols.from;
    const at = (row: number, col: number): number => from[start + row * cols.from + col]!;
    for (const [top, bottom, down] of lines!)
      for (const [left, right, across] of columns!)
        to[next++] =
          (1 - down) * ((1 - across) * at(top, left) + across * at(top, right)) +
          down * ((1 - across) * at(bottom, left) + across * at(bottom, right));
  }
  return arrayOf(to, shape, input.dtype, { notation: 'pytorch' });
}
