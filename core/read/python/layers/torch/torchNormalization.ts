/** PyTorch's batch normalization and dropout: what they compute depends on whether the module trains. */
import { formatShape, sizeOf, type FloatData } from '../../../../array/NdArray';
import { LensError, msg } from '../../../../message';
import { mapTwo } from '../../array/elementwise';
import { arrayOf, flat, newData, writable, write, type PyArray } from '../../array/PyArray';
import { reduce, sumOf } from '../../array/reduce';
import { onInput, type Call, type FunctionTable } from '../../library/call/Call';
import { varianceOf } from '../../library/mathematics/reductions';
import { UNKNOWN, pyInteger } from '../../value/constructors';
import type { LayerObject, Py } from '../../value/Py';
import { placedAt } from '../forward';
import { lazily } from './lazily';

const LAZY = 'eps? momentum? affine? track_running_stats? device? dtype?';
const BATCH_NORM = `num_features ${LAZY}`;
const DROPOUT = 'p? inplace?';

/** Classes of `torch.nn` by name. */
export const NORMALIZATION: FunctionTable = {
  BatchNorm1d: [BATCH_NORM, (call) => batchNorm(call, [2, 3], call.integer('num_features'))],
  BatchNorm2d: [BATCH_NORM, (call) => batchNorm(call, [4], call.integer('num_features'))],
  LazyBatchNorm1d: [LAZY, (call) => lazily(call, 1, (features) => batchNorm(call, [2, 3], features))],
  LazyBatchNorm2d: [LAZY, (call) => lazily(call, 1, (features) => batchNorm(call, [4], features))],
  Dropout: [DROPOUT, dropout],
  Dropout2d: [DROPOUT, dropout],
  AlphaDropout: [DROPOUT, dropout],
};

/** Functions of `torch.nn.functional` by name. */
export const NORMALIZATION_FUNCTIONS: FunctionTable = {
  batch_norm: [
    'input running_mean running_var weight? bias? training? momentum? eps?',
    (call) =>
      normalized(call, call.array('input'), {
        mean: call.lacks('running_mean') ? undefined : call.array('running_mean'),
        variance: call.lacks('running_var') ? undefined : call.array('running_var'),
        weight: call.lacks('weight') ? undefined : call.array('weight'),
        bias: call.lacks('bias') ? undefined : call.array('bias'),
        fromBatch: call.flag('training', false),
        momentum: call.number('momentum', 0.1),
        eps: call.number('eps', 1e-5),
      }),
  ],
  dropout: ['input p? training? inplace?', (call) => dropped(call, call.number('p', 0.5), call.flag('training', true))],
  dropout2d: [
    'input p? training? inplace?',
    (call) => dropped(call, call.number('p', 0.5), call.flag('training', true)),
  ],
};

/** What the two statistics and the result cost for each number of the input. */
const WORK_PER_NUMBER = 6;

interface Normalization {
  /** Running statistics; absent: those of the batch. */
  readonly mean: PyArray | undefined;
  readonly variance: PyArray | undefined;
  readonly weight: PyArray | undefined;
  readonly bias: PyArray | undefined;
  /** Whether the statistics are the batch's, and the running ones are updated. */
  readonly fromBatch: boolean;
  readonly momentum: number;
  readonly eps: number;
}

/** `ranks`: numbers of axes that the input may have; the channels are the second axis. */
function batchNorm(call: Call, ranks: readonly number[], features: number): LayerObject {
  if (call.has('momentum') && call.lacks('momentum'))
    throw new LensError(msg('{0} with {1} is not supported', call.callee, 'momentum=None'), undefined, call.range);
  const momentum = call.number('momentum', 0.1);
  const eps = call.number('eps', 1e-5);
  const hasBias = call.flag('affine', true);
  const tracked = call.flag('track_running_stats', true);
  const { dtype } = call.context.torch;
  const filled = (value: number): PyArray => {
    const data = newData(call.context.allocate([features], call.range), dtype).fill(value);
    return arrayOf(data, [features], dtype, { notation: 'pytorch' });
  };
  const [mean, variance] = tracked ? [filled(0), filled(1)] : [undefined, undefined];
  const batches = tracked ? arrayOf(newData(1, 'int64'), [], 'int64', { notation: 'pytorch' }) : undefined;
  const mode = { training: true };
  const members: Readonly<Record<string, Py | undefined>> = {
    running_mean: mean,
    running_var: variance,
    num_batches_tracked: batches,
    num_features: pyInteger(features),
  };
  return {
    kind: 'layer',
    callee: call.callee,
    framework: 'pytorch',
    weights: hasBias ? { weight: filled(1), bias: filled(0) } : {},
    hasBias,
    mode,
    member: (name) => (Object.hasOwn(members, name) ? members[name] : undefined),
    apply: onInput((use, { weight, bias }) => {
      const input = use.array('input');
      if (!ranks.includes(input.shape.length) || input.shape[1] !== features)
        throw new LensError(
          msg(
            '{0} of {1} channel{1||s} does not fit an input of shape {2}',
            call.callee,
            features,
            formatShape(input.shape),
          ),
          undefined,
          use.range,
        );
      if (hasBias && !(weight && bias)) return UNKNOWN;
      const fromBatch = mode.training || !tracked;
      if (fromBatch && batches) writable(batches, use.context)[0]! += 1;
      return placedAt(use.range, () =>
        normalized(use, input, { mean, variance, weight, bias, fromBatch, momentum, eps }),
      );
    }),
  };
}

/** (x − mean) / √(variance + ε) · weight + bias for each channel; the running statistics change while training. */
function normalized({ context, range }: Call, input: PyArray, given: Normalization): PyArray {
  const { shape } = input;
  const count = shape.reduce((product, extent, axis) => (axis === 1 ? product : product * extent), 1);
  context.allocate(shape, range, input.dtype === 'float32');
  context.spend(WORK_PER_NUMBER * sizeOf(shape), range);
  const axes = shape.map((_, axis) => axis).filter((axis) => axis !== 1);
  const ofBatch = (fold: Parameters<typeof reduce>[1]['fold']): PyArray =>
    reduce(input, { axes, dtype: 'float64', cast: 'float64', fold }, context);
  let { mean, variance } = given;
  if (given.fromBatch || !mean || !variance) {
    const [batchMean, batchVariance] = [
      ofBatch((data, start, end) => sumOf(data, start, end) / (end - start)),
      ofBatch(varianceOf(0, (value) => value)),
    ];
    const keep = 1 - given.momentum;
    const update = (running: PyArray | undefined, value: PyArray, factor: number): void => {
      if (!running) return;
      const next = mapTwo(running, value, 'float64', (old, now) => keep * old + given.momentum * factor * now, context);
      write(running, next.store.data, context);
    };
    update(mean, batchMean, 1);
    update(variance, batchVariance, count / (count - 1));
    [mean, variance] = [batchMean, batchVariance];
  }
  const scale = Float64Array.from(flat(variance), (value) => 1 / Math.sqrt(value + given.eps));
  const values = scaled(input, { mean: flat(mean), scale, weight: given.weight, bias: given.bias });
  return arrayOf(values, shape, input.dtype, { notation: 'pytorch' });
}

/** In double precision; the channels are the second axis. */
function scaled(
  input: PyArray,
  {
    mean,
    scale,
    ...affine
  }: { mean: FloatData; scale: Float64Array; weight: PyArray | undefined; bias: PyArray | undefined },
): FloatData {
  const given = flat(input);
  const values = newData(given.length, input.dtype);
  const weight = affine.weight && flat(affine.weight);
  const bias = affine.bias && flat(affine.bias);
  const inner = sizeOf(input.shape.slice(2));
  for (let start = 0, plane = 0; start < given.length; start += inner, plane++) {
    const channel = plane % scale.length;
    const [center, factor] = [mean[channel]!, scale[channel]!];
    const [gain, offset] = [weight?.[channel] ?? 1, bias?.[channel] ?? 0];
    for (let i = start; i < start + inner; i++) values[i] = (given[i]! - center) * factor * gain + offset;
  }
  return values;
}

function dropout(call: Call): LayerObject {
  const [rate, mode] = [call.number('p', 0.5), { training: true }];
  return {
    kind: 'layer',
    callee: call.callee,
    framework: 'pytorch',
    weights: {},
    hasBias: false,
    mode,
    apply: onInput((use) => dropped(use, rate, mode.training, call.callee)),
  };
}

/** The input itself in evaluation. In training random cells are zero: in the editor others than in the user's run. */
function dropped(use: Call, rate: number, training: boolean, callee = use.callee): Py {
  if (!training || rate === 0) return use.value('input');
  use.context.torch.lose();
  const input = use.array('input');
  if (!use.context.isStrict) {
    const kept = use.context.standIns.keep(use.context.allocate(input.shape, use.range), rate, callee);
    const mask = newData(kept.length, input.dtype).map((_, index) => (kept[index] ? 1 / (1 - rate) : 0));
    const factors = arrayOf(mask, input.shape, input.dtype, { notation: 'pytorch' });
    return mapTwo(input, factors, input.dtype, (value, factor) => value * factor, use.context);
  }
  use.context.report(
    new LensError(msg('{0} sets random cells to zero while it trains: its result is not known', callee)),
    use.range,
    'unknownResult',
  );
  return UNKNOWN;
}
