/** ReLU and its gradient, of arrays with any number of axes. */
import type { NdArray } from '../../array/NdArray';
import { msg } from '../../message';
import { RandomState } from '../../random/RandomState';
import type { CourseFunction } from '../CourseFunction';
import type { SpecialCase, SpecialLayer, VariantRequest } from './SpecialLayer';

const SHAPES: Readonly<Record<number, readonly (readonly number[])[]>> = {
  1: [[7], [4]],
  2: [
    [3, 4],
    [5, 2],
  ],
  3: [
    [2, 3, 4],
    [1, 5, 2],
  ],
  4: [
    [2, 3, 4, 2],
    [1, 4, 3, 3],
  ],
};

export const reluLayer: SpecialLayer = {
  id: 'relu',
  pattern:
    /^(?:my_?|np_?|naive_?)?re_?lu(?:_?(?:layer|forward|fwd|activation|function|fn))?_?$|^(?:forward|activation)_?relu$/i,
  operation: 'create_mask_from_window',
  roles: ['input'],
  named: () => 'input',
  argument: (role) => (role === 'input' ? 'x.copy()' : undefined),
  variants: (request) => [
    {
      cases: casesOf(request, 'create_mask_from_window', (x) => ({
        shape: x.shape,
        data: Float64Array.from(x.data, (value) => Math.max(0, value)),
      })),
      isOther: ({ x }, returned) => isLeaky(x!, x!, returned),
    },
  ],
};

export const reluGradient: SpecialLayer = {
  ...reluLayer,
  id: 'relu_gradient',
  pattern:
    /^(?:my_?|np_?|naive_?)?re_?lu_?(?:layer_?)?(?:back\w*|bwd|grad\w*)$|^(?:back\w*|bwd|grad\w*|d)_?re_?lu$|^(?:my_?|np_?|naive_?)?re_?lu(?:_?(?:layer|activation))?_?$/i,
  operation: 'pool_backward',
  isGradient: true,
  variants: (request) => [
    {
      cases: casesOf(request, 'pool_backward', (x, gradient) => ({
        shape: x.shape,
        data: Float64Array.from(x.data, (value, k) => (value > 0 ? gradient.data[k]! : 0)),
      })),
      isOther: ({ x, gradient }, returned) => isLeaky(x!, gradient!, returned),
    },
  ],
};

/** Whether values where the input is negative have one factor between 0 and 1: a leaky ReLU. */
function isLeaky(x: NdArray, { data: passed }: NdArray, { data }: NdArray): boolean {
  const negative = x.data.findIndex((value) => value < 0);
  const slope = data[negative]! / passed[negative]!;
  return slope > 0 && slope < 1 && x.data.every((value, k) => isClose(data[k]!, (value < 0 ? slope : 1) * passed[k]!));
}

function isClose(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-6;
}

function casesOf(
  { calls }: VariantRequest,
  operation: CourseFunction,
  expected: (x: NdArray, gradient: NdArray) => NdArray,
): SpecialCase[] {
  const given = calls.flatMap((values) => {
    const x = values.get('input');
    return x?.kind === 'array' ? [x.array] : [];
  });
  const shapes = SHAPES[given[0]?.shape.length ?? 2] ?? SHAPES[2]!;
  return shapes.map((shape, k): SpecialCase => {
    const random = new RandomState(k + 51);
    const x = random.randn(...shape);
    const gradient = random.randn(...shape);
    return {
      layerCase: {
        operation,
        label: msg('{0} input', shape.join('×')),
        x,
        gradient,
        kernel: [1, 1],
        stride: 1,
        pad: 0,
        mode: 'max',
      },
      expected: expected(x, gradient),
      own: k === 0,
    };
  });
}
