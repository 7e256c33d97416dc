/** Derivatives of a layer's loss by central differences: the sum of gradient · output, by one cell of an input. */
import type { NdArray } from '../../array/NdArray';
import { expectedOf } from '../cases/expected';
import type { LayerCase, NamedArray, ResultName } from '../cases/LayerCase';
import { CONVENTIONS } from '../convention/conventions';
import type { CourseFunction } from '../CourseFunction';

/** Half of the distance between the two points. */
const STEP = 1e-5;
/** The difference between the slopes on both sides of a cell, relative to them, from which it has no derivative. */
const KINK = 1e-3;

/** The derivative by a cell; undefined where it does not exist, as at equal maxima. */
export type Derivative = (name: ResultName, flat: number) => number | undefined;

/** `layerCase`: of a function that computes gradients; `convention`: the id of the one that it follows. */
export function centralDifferences(layerCase: LayerCase, convention?: string): Derivative {
  const operation = FORWARD[layerCase.operation]!;
  const own = CONVENTIONS.find(({ id, operations }) => id === convention && operations.includes(operation));
  const forward = (each: LayerCase): NamedArray[] => (own ? own.expected(each) : expectedOf(each));
  const gradient = layerCase.gradient!.data;
  const lossOf = (changedCase: LayerCase): number => {
    const { data } = forward(changedCase)[0]!.array;
    let sum = 0;
    for (let k = 0; k < data.length; k++) sum += data[k]! * gradient[k]!;
    return sum;
  };
  const base = { ...layerCase, operation };
  const middle = lossOf(base);
  const examples = layerCase.x?.shape[0] ?? 1;
  return (name, flat) => {
    const right = (lossOf(changed(base, name, flat, STEP)) - middle) / STEP;
    const left = (middle - lossOf(changed(base, name, flat, -STEP))) / STEP;
    if (Math.abs(right - left) > KINK * Math.max(1, Math.abs(right), Math.abs(left))) return undefined;
    const isMean = convention === 'mean-over-examples' && name !== 'dA_prev';
    return (right + left) / 2 / (isMean ? examples : 1);
  };
}

const FORWARD: Partial<Record<CourseFunction, CourseFunction>> = {
  conv_backward: 'conv_forward',
  pool_backward: 'pool_forward',
};

/** The case with one cell of the array changed whose gradient is `name`. */
function changed(layerCase: LayerCase, name: ResultName, flat: number, delta: number): LayerCase {
  const { x, w, b } = layerCase;
  switch (name) {
    case 'dW':
      return { ...layerCase, w: added(w!, flat, delta) };
    case 'db': {
      const filters = w!.shape[3]!;
      return {
        ...layerCase,
        b: added(b ?? { shape: [1, 1, 1, filters], data: new Float64Array(filters) }, flat, delta),
      };
    }
    default:
      return { ...layerCase, x: added(x!, flat, delta) };
  }
}

function added({ shape, data }: NdArray, flat: number, delta: number): NdArray {
  const copy = Float64Array.from(data);
  copy[flat]! += delta;
  return { shape, data: copy };
}
