/** Convolution layers of the smaller frameworks: their weights are set by the program, initialised with constants, or drawn. */
import type { Conv2dOptions, Pair } from '../../../../layer/options';
import { toPair } from '../../../../layer/axis';
import type { Dtype } from '../../array/dtype';
import { arrayOf, newData, type PyArray } from '../../array/PyArray';
import { type Call, libraryFunction, onInput } from '../../library/call/Call';
import { toArray } from '../../library/call/coerce';
import { drawOther, type Distribution } from '../../library/random/otherDraws';
import { pyInteger, pyTuple } from '../../value/constructors';
import type { LayerObject, Py } from '../../value/Py';
import type { Caller } from '../Caller';
import { placedAt } from '../forward';
import { tapedConvolve } from '../taped';

export interface WeightedLayer {
  readonly options: Conv2dOptions;
  readonly kernel: Pair;
  readonly filters: number;
  readonly hasBias: boolean;
  readonly caller: (use: Call) => Caller;
  /** The initial weights for an image of so many channels; undefined where they are not known. */
  readonly weight: (channels: number, use: Call) => PyArray | undefined;
  readonly bias: (use: Call) => PyArray | undefined;
  /** The framework's names of the parameters where they are not `weight` and `bias`. */
  readonly parameterNames?: LayerObject['parameterNames'];
  /** From the framework's axes of a filter to those that `caller` names. */
  readonly turn?: (weight: PyArray) => PyArray;
}

/** `call`: the call that makes the layer. The weights are made at its first use. */
export function weightedLayer(call: Call, layer: WeightedLayer): LayerObject {
  const { options, kernel, filters, hasBias, parameterNames, turn = (weight) => weight } = layer;
  return {
    kind: 'layer',
    callee: call.callee,
    framework: 'pytorch',
    weights: {},
    hasBias,
    ...(parameterNames && { parameterNames }),
    apply: onInput((use, weights) => {
      const input = use.array('input');
      const by = layer.caller(use);
      const channels = input.shape.at(by.layout === 'nchw' ? -3 : -1) ?? 1;
      weights.weight ??= layer.weight(Math.floor(channels / (options.groups ?? 1)), use);
      if (hasBias) weights.bias ??= layer.bias(use);
      const { weight, bias } = weights;
      const filter = !weight || (hasBias && !bias) ? undefined : turn(weight);
      const request = { input, filter, bias: hasBias ? bias : undefined, options, shape: { kernel, filters } };
      return placedAt(use.range, () => tapedConvolve(request, by, use.context));
    }),
  };
}

/** (n_C, n_C_prev, f_H, f_W). */
export function oihw(filters: number, channels: number, kernel: Pair): number[] {
  return [filters, channels, ...toPair(kernel)];
}

/** Weights that a framework draws with a generator of its own: other numbers of the same distribution. */
export function drawnBy(generator: string, use: Call, shape: readonly number[], distribution: Distribution): PyArray {
  const { callee, range, context } = use;
  return drawOther(distribution, { callee, generator, range, shape, dtype: 'float32', notation: 'pytorch' }, context);
}

/** Uniform in ±1 / √(fan in), as PyTorch's modules. */
export function uniformByFan(fanIn: number): Distribution {
  const bound = 1 / Math.sqrt(fanIn);
  return { kind: 'uniform', low: -bound, high: bound };
}

/** What an initialiser gives for a shape: a function of the shape, or an array. */
export function initialValues(initializer: Py, shape: readonly number[], use: Call): PyArray {
  if (initializer.kind !== 'function') return toArray(initializer, use.context);
  const sizes = { value: pyTuple(shape.map((extent) => pyInteger(extent))), range: use.range };
  const passed = { callee: use.callee, range: use.range, positional: [sizes], named: new Map() };
  return toArray(initializer.call(passed, use.context), use.context);
}

/** An initialiser that draws. */
export function drawingInitializer(generator: string, distribution: (shape: readonly number[]) => Distribution): Py {
  return libraryFunction('initializer', 'shape dtype?', (use) => {
    const shape = use.integers('shape');
    return drawnBy(generator, use, shape, distribution(shape));
  });
}

/** An array of one value. */
export function filledWith(call: Call, value: number, shape: readonly number[], dtype: Dtype = 'float32'): PyArray {
  const data = newData(call.context.allocate(shape, call.range), dtype).fill(value);
  return arrayOf(data, shape, dtype, { notation: 'pytorch' });
}
