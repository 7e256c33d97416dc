/** Compares one returned array, in the axes of the function, with the expected one. */
import type { NdArray } from '../../array/NdArray';
import type { AxisLayout } from '../adapt/Adapter';
import { toChannelsLast, toFilter } from '../adapt/layout/layouts';
import type { ResultName } from '../cases/LayerCase';
import {
  compareArrays,
  DEFAULT_TOLERANCE,
  SINGLE_TOLERANCE,
  type ArrayComparison,
  type Tolerance,
} from './compareArrays';

export interface ArrayOutcome extends ArrayComparison {
  readonly name: ResultName;
  readonly expected: NdArray;
  /** The array as the function returned it. */
  readonly returned?: NdArray;
  /** In the layer's layout. */
  readonly actual?: NdArray;
}

export function compareReturned(
  name: ResultName,
  expected: NdArray,
  returned: NdArray | undefined,
  layout: AxisLayout,
  tolerance: Tolerance,
): ArrayOutcome {
  // An array of one value, as that of a bias, is one when it is assigned to a cell.
  const isValue = name === 'Z' && expected.shape.length === 0 && returned?.data.length === 1;
  const actual = returned && (isValue ? { ...returned, shape: [] } : canonical(name, returned, layout));
  if (!actual) {
    const total = Math.max(1, expected.data.length);
    return {
      name,
      expected,
      sameShape: false,
      differing: total,
      total,
      largest: Infinity,
      ...(returned ? { returned } : {}),
    };
  }
  const isSingle = returned.data instanceof Float32Array && tolerance === DEFAULT_TOLERANCE;
  const used = isSingle ? SINGLE_TOLERANCE : tolerance;
  return { name, expected, returned, actual, ...compareArrays(actual, expected, used, name === 'db') };
}

function canonical(name: ResultName, array: NdArray, layout: AxisLayout): NdArray | undefined {
  switch (name) {
    case 'x_pad':
    case 'Z':
    case 'A':
    case 'dA_prev':
      return toChannelsLast(array, layout) ?? array;
    case 'dW':
      return toFilter(array, layout) ?? array;
    case 'db':
    case 'mask':
    case 'a':
    case 'result':
      return array;
  }
}
