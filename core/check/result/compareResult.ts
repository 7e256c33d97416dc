/** The user's results as what is compared with a layer: from values of any source to cells of the layer's arrays. */
import { conv2dGeometry, pool2dGeometry } from '../../layer/geometry';
import type { LayerResult } from '../../layer/job/LayerJob';
import { LensError, msg } from '../../message';
import type { ConvLayer, Layer, PoolLayer } from '../../step/Layer';
import { namesOf, type Names } from '../../step/shared/names';
import type { ResultName } from '../cases/LayerCase';
import type { ComparedSubject } from '../subject/ComparedSubject';
import { assignValues, type ResultTarget, type UnusedValue } from './assignValues';
import type { OwnValue } from './OwnValue';

export interface ComparedResult {
  readonly subject: ComparedSubject;
  readonly unused: readonly UnusedValue[];
}

export interface ResultRequest {
  readonly layer: ConvLayer | PoolLayer;
  /** Outputs of the layer's pass. */
  readonly results: LayerResult;
  readonly values: readonly OwnValue[];
  /** The user's names of the layer's arrays. */
  readonly names: Partial<Names>;
  /** Variables to which the user's program assigns the results, in their order. */
  readonly assigned?: readonly string[];
  /** The layout of the user's input. */
  readonly layout: 'NHWC' | 'NCHW';
}

/** Throws a LensError for a layer whose results are not compared. */
export function comparableLayer(layer: Layer): ConvLayer | PoolLayer {
  if (layer.kind === 'conv' || layer.kind === 'pool') return layer;
  throw new LensError(msg('results are compared with convolution and pooling layers only'));
}

/** Throws a LensError where none of the values is a result of the layer. */
export function compareResult({ layer, results, values, names, assigned = [], layout }: ResultRequest): ComparedResult {
  const targets = targetsOf(layer, results, names).map((target, k) => withName(target, assigned[k]));
  const own = namesOf(names, usualNames(layer));
  const backward = isBackward(layer);
  const inputs = [own.x, own.w, own.b, 'A_prev', 'W', 'b', 'X', ...(backward ? [own.dZ, 'dZ', 'dA', 'Z', 'A'] : [])];
  const { arrays, numbers, unused } = assignValues({
    values,
    targets,
    inputs,
    layout,
    areNamesKnown: assigned.length > 0,
  });
  if (arrays.length === 0 && numbers.length === 0) throw nothingComparable(values, targets, unused);
  const geometry =
    layer.kind === 'conv'
      ? conv2dGeometry(layer.x.shape, layer.w.shape, layer.options)
      : pool2dGeometry(layer.x.shape, layer.options);
  const pooling = layer.kind === 'pool';
  return { subject: { geometry, backward, pooling, arrays, numbers, traced: false, steps: [] }, unused };
}

export function isBackward(layer: ConvLayer | PoolLayer): boolean {
  return layer.pass === 'backward' && (layer.kind === 'conv' ? layer.dZ : layer.dA) !== undefined;
}

function targetsOf(
  layer: ConvLayer | PoolLayer,
  { z, a, dX, dW, db }: LayerResult,
  names: Partial<Names>,
): ResultTarget[] {
  const own = namesOf(names, usualNames(layer));
  const target = (key: ResultName, title: string, array: ResultTarget['array'] | undefined, ...others: string[]) =>
    array ? [{ key, title, names: [title, key, ...others], array }] : [];
  const output = ['Z', 'A', 'out', 'output', 'outputs', 'y', 'result', 'res', 'ret'];
  if (!isBackward(layer)) return target(layer.kind === 'conv' ? 'Z' : 'A', own.z, z ?? a, ...output);
  const input = ['dx', 'grad_input', ...(layer.kind === 'conv' ? ['dA'] : [])];
  return [
    ...target('dA_prev', own.dX, dX, ...input),
    ...target('dW', own.dW, dW, 'dw', 'grad_weight', 'dK'),
    ...target('db', own.db, db, 'grad_bias'),
  ];
}

/** The user's own name comes first. */
function withName(target: ResultTarget, name: string | undefined): ResultTarget {
  return name === undefined ? target : { ...target, names: [name, ...target.names] };
}

function usualNames({ kind }: ConvLayer | PoolLayer): Pick<Names, 'z' | 'dZ'> {
  return kind === 'conv' ? { z: 'Z', dZ: 'dZ' } : { z: 'A', dZ: 'dA' };
}

function nothingComparable(
  values: readonly OwnValue[],
  targets: readonly ResultTarget[],
  [first]: readonly UnusedValue[],
): LensError {
  const wanted = targets.map(({ title }) => title).join(', ');
  if (values.length === 0 || !first) return new LensError(msg('there are no numbers to compare with {0}', wanted));
  return new LensError(msg('nothing is compared with {0}: {1}: {2}', wanted, first.label, first.reason));
}
