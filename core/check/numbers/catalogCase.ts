/** The call of the catalogue's function that computes a layer, and how its results are read. */
import { ndarray, type NdArray } from '../../array/NdArray';
import { toPair } from '../../layer/axis';
import type { LayerResult } from '../../layer/job/LayerJob';
import type { ConvLayer, ConvTransposeLayer, Layer, PoolLayer } from '../../step/Layer';
import { arrayValue, numberValue, textValue, type ProgramValue } from '../run/ProgramValue';
import { isBackwardLayer } from '../subject/ComparedLoop';
import type { CatalogFunction } from './catalog/CatalogFunction';

export interface CatalogCase {
  readonly operation: CatalogFunction;
  readonly args: readonly ProgramValue[];
  /** `items`: what the function returned. */
  readonly resultsOf: (items: readonly (NdArray | undefined)[]) => LayerResult | undefined;
}

/** Products of a layer on which the catalogue is run: about a second. */
const mostWork = 200_000;

/** Undefined for options that the catalogue's functions do not have. */
export function catalogCaseOf(layer: Layer): CatalogCase | undefined {
  switch (layer.kind) {
    case 'conv':
      return layer.helper ? singleStep(layer) : convolution(layer);
    case 'pool':
      return layer.helper ? helperOfPooling(layer) : pooling(layer);
    case 'convTranspose':
      return transposed(layer);
    case 'relu': {
      const { x, dZ } = layer;
      if (x.data.length > mostWork) return undefined;
      if (layer.pass === 'forward' || !dZ) return { operation: 'relu', args: [arrayValue(x)], resultsOf: output };
      return { operation: 'relu_backward', args: [arrayValue(dZ), arrayValue(x)], resultsOf: inputGradient };
    }
    case 'pad': {
      const { x, pad } = layer;
      if (x.data.length > mostWork) return undefined;
      return { operation: 'zero_pad', args: [arrayValue(x), numberValue(pad)], resultsOf: output };
    }
  }
}

const output: CatalogCase['resultsOf'] = ([z]) => z && { z };
const inputGradient: CatalogCase['resultsOf'] = ([dX]) => dX && { dX };

function convolution(layer: ConvLayer): CatalogCase | undefined {
  const { x, w, b, dZ, options } = layer;
  const geometry = plainGeometry(options.stride ?? 1, [w.shape[0]!, w.shape[1]!], options);
  const { groups = 1, paddingMode = 'zeros' } = options;
  if (!geometry || groups !== 1 || paddingMode !== 'zeros') return undefined;
  if (x.data.length * geometry.kernel ** 2 * w.shape[3]! > mostWork) return undefined;
  const arrays = [arrayValue(x), arrayValue(w), biasValue(b, w.shape[3]!), optionsValue(geometry)];
  if (!isBackwardLayer(layer)) return { operation: 'conv_forward', args: arrays, resultsOf: output };
  return {
    operation: 'conv_backward',
    args: [arrayValue(dZ!), sequence(...arrays)],
    resultsOf: ([dX, dW, db]) => dX && dW && db && { dX, dW, db },
  };
}

function pooling(layer: PoolLayer): CatalogCase | undefined {
  const { x, dZ, options } = layer;
  const { mode, ceilMode = false } = options;
  const kernel = toPair(options.kernel);
  const geometry = plainGeometry(options.stride ?? kernel, kernel, options);
  if (!geometry || geometry.pad !== 0 || ceilMode || x.data.length * geometry.kernel ** 2 > mostWork) return undefined;
  const arrays = [arrayValue(x), optionsValue(geometry)];
  if (!isBackwardLayer(layer)) {
    return { operation: 'pool_forward', args: [...arrays, textValue(mode)], resultsOf: ([a]) => a && { a } };
  }
  const args = [arrayValue(dZ!), sequence(...arrays), textValue(mode)];
  return { operation: 'pool_backward', args, resultsOf: inputGradient };
}

function transposed({ pass, x, w, b, options }: ConvTransposeLayer): CatalogCase | undefined {
  const geometry = plainGeometry(options.stride ?? 1, [w.shape[0]!, w.shape[0]!], options);
  const [added, addedCols] = toPair(options.outputPadding ?? 0);
  const { groups = 1, outputSize } = options;
  if (pass === 'backward' || !geometry || added !== addedCols || groups !== 1 || outputSize !== undefined)
    return undefined;
  if (x.data.length * w.shape[0]! * w.shape[1]! * w.shape[2]! > mostWork) return undefined;
  const numbers = [geometry.stride, geometry.pad, added].map((value) => numberValue(value));
  const args = [arrayValue(x), arrayValue(w), biasValue(b, w.shape[2]!), ...numbers];
  return { operation: 'conv_transpose', args, resultsOf: output };
}

function singleStep({ x, w, b }: ConvLayer): CatalogCase {
  const window = ndarray(x.shape.slice(1), x.data);
  const filter = ndarray(w.shape.slice(0, 3), w.data);
  return {
    operation: 'conv_single_step',
    args: [arrayValue(window), arrayValue(filter), arrayValue(ndarray([1, 1, 1], b?.data ?? new Float64Array(1)))],
    resultsOf: ([z]) => (z?.data.length === 1 ? { z: ndarray([1, 1, 1, 1], z.data) } : undefined),
  };
}

/** One window, without examples and channels. */
function helperOfPooling({ helper, x, dZ }: PoolLayer): CatalogCase | undefined {
  const [, rows = 1, cols = 1] = x.shape;
  const resultsOf: CatalogCase['resultsOf'] = ([array]) =>
    array?.data.length === x.data.length ? { dX: ndarray(x.shape, array.data) } : undefined;
  if (helper === 'create_mask_from_window') {
    return { operation: helper, args: [arrayValue(ndarray([rows, cols], x.data))], resultsOf };
  }
  const value = dZ?.data[0];
  if (value === undefined) return undefined;
  const shape = sequence(numberValue(rows), numberValue(cols));
  return { operation: 'distribute_value', args: [numberValue(value), shape], resultsOf };
}

interface PlainGeometry {
  readonly stride: number;
  readonly pad: number;
  readonly kernel: number;
}

/** One stride, one padding and a square kernel; undefined for others. */
function plainGeometry(
  stride: Parameters<typeof toPair>[0],
  [kernel, kernelCols]: readonly [number, number],
  { padding = 0, dilation = 1 }: Pick<ConvLayer['options'], 'padding' | 'dilation'>,
): PlainGeometry | undefined {
  const [strideRow, strideCol] = toPair(stride);
  const isPlain = typeof padding === 'number' && toPair(dilation).every((each) => each === 1);
  if (!isPlain || strideRow !== strideCol || kernel !== kernelCols) return undefined;
  return { stride: strideRow, pad: padding, kernel };
}

function optionsValue({ stride, pad, kernel }: PlainGeometry): ProgramValue {
  const entries: [string, ProgramValue][] = [
    ['stride', numberValue(stride)],
    ['pad', numberValue(pad)],
    ['f', numberValue(kernel)],
  ];
  return { kind: 'dictionary', entries: new Map(entries) };
}

function biasValue(b: NdArray | undefined, count: number): ProgramValue {
  return arrayValue(ndarray([1, 1, 1, count], b?.data ?? new Float64Array(count)));
}

function sequence(...items: ProgramValue[]): ProgramValue {
  return { kind: 'sequence', items };
}
