/** Results of the layer for a case. */
import { ndarray, zeros, type NdArray } from '../../array/NdArray';
import { conv2d } from '../../layer/conv2d';
import { conv2dBackward } from '../../layer/conv2dBackward';
import { convSingleStep, createMaskFromWindow, distributeValue } from '../../layer/course';
import { conv2dGeometry, outputShape, pool2dGeometry, type Geometry } from '../../layer/geometry';
import type { Ties } from '../../layer/options';
import { pad2d } from '../../layer/pad2d';
import { pool2d } from '../../layer/pool2d';
import { pool2dBackward } from '../../layer/pool2dBackward';
import { paddingOfCase, stridesOfCase, type LayerCase, type NamedArray, type ResultName } from './LayerCase';
import type { CourseFunction } from '../CourseFunction';
import type { PooledAfter } from './FixedGeometry';

/** Names of the arrays that an operation returns, in the course's order. */
export function resultNames(operation: CourseFunction): readonly ResultName[] {
  return RESULTS[operation];
}

/** Throws a LensError where the arrays of the case do not fit together. */
export function expectedOf(layerCase: LayerCase, ties: Ties = 'all'): NamedArray[] {
  const { operation, x, b, gradient, kernel, mode } = layerCase;
  const stride = stridesOfCase(layerCase);
  const padding = paddingOfCase(layerCase);
  const { w, dilation = 1, groups = 1, ceilMode = false } = layerCase;
  switch (operation) {
    case 'zero_pad':
      return [{ name: 'x_pad', array: pad2d(x!, padding) }];
    case 'conv_single_step':
      return [{ name: 'Z', array: ndarray([], Float64Array.of(convSingleStep(x!, w!, biasOf(b && totalBias(b), 1)))) }];
    case 'conv_forward': {
      const bias = biasOf(b, w!.shape[3]!);
      const Z = rectifiedOf(layerCase, (input) => conv2d(input, w!, bias, { stride, padding, dilation, groups }));
      return [{ name: 'Z', array: layerCase.pooled ? pooledIn(Z, layerCase.pooled) : Z }];
    }
    case 'conv_backward': {
      const dZ = layerCase.rectified === 'output' ? throughReLU(layerCase) : gradient!;
      const { dX, dW, db } = conv2dBackward(dZ, inputOf(layerCase), w!, { stride, padding, dilation, groups });
      return [
        { name: 'dA_prev', array: layerCase.rectified === 'input' ? where(x!, dX) : dX },
        { name: 'dW', array: dW },
        { name: 'db', array: db },
      ];
    }
    case 'pool_forward': {
      const array = pool2d(x!, { mode, kernel, stride, padding, ceilMode });
      return [{ name: 'A', array: summed(array, layerCase) }];
    }
    case 'pool_backward': {
      const array = pool2dBackward(gradient!, x!, { mode, kernel, stride, padding, ties, ceilMode });
      return [{ name: 'dA_prev', array: summed(array, layerCase) }];
    }
    case 'create_mask_from_window':
      return [{ name: 'mask', array: ties === 'all' ? createMaskFromWindow(x!) : firstMaximum(x!) }];
    case 'distribute_value':
      return [{ name: 'a', array: distributeValue(layerCase.value!, kernel) }];
  }
}

/** Shape of dZ or dA for a case without one. */
export function gradientShape(layerCase: Omit<LayerCase, 'gradient'>): readonly number[] {
  return outputShape(geometryOf(layerCase));
}

/** Windows and sizes of a case. */
export function geometryOf(layerCase: Omit<LayerCase, 'gradient'>): Geometry {
  const { x, w, kernel, mode, dilation = 1, groups = 1, ceilMode = false } = layerCase;
  const stride = stridesOfCase(layerCase);
  const padding = paddingOfCase(layerCase);
  return w
    ? conv2dGeometry(x!.shape, w.shape, { stride, padding, dilation, groups })
    : pool2dGeometry(x!.shape, { mode, kernel, stride, padding, ceilMode });
}

function pooledIn(Z: NdArray, { size, mode }: PooledAfter): NdArray {
  return pool2d(Z, { mode, kernel: [size, size], stride: size });
}

/** The gradient where the convolution is above 0: what ReLU after it passes back. */
function throughReLU({ x, w, b, gradient, dilation = 1, groups = 1, ...layerCase }: LayerCase): NdArray {
  const stride = stridesOfCase(layerCase);
  const padding = paddingOfCase(layerCase);
  const Z = conv2d(x!, w!, biasOf(b, w!.shape[3]!), { stride, padding, dilation, groups });
  return where(Z, gradient!);
}

/** The values where others are above 0, and 0 elsewhere. */
function where({ data }: NdArray, values: NdArray): NdArray {
  return { shape: values.shape, data: values.data.map((value, k) => (data[k]! > 0 ? value : 0)) };
}

/** A convolution with the ReLU of the case. */
export function rectifiedOf(layerCase: LayerCase, convolve: (input: NdArray) => NdArray): NdArray {
  const Z = convolve(inputOf(layerCase));
  return layerCase.rectified === 'output' ? rectify(Z) : Z;
}

function inputOf({ x, rectified }: LayerCase): NdArray {
  return rectified === 'input' ? rectify(x!) : x!;
}

function rectify(array: NdArray): NdArray {
  return mapped(array, (value) => Math.max(0, value));
}

/** The average times the cells of a window, where the layer sums. */
function summed(array: NdArray, { isSum, kernel: [rows, cols] }: LayerCase): NdArray {
  return isSum ? mapped(array, (value) => value * rows * cols) : array;
}

function mapped({ shape, data }: NdArray, map: (value: number) => number): NdArray {
  return { shape, data: Float64Array.from(data, map) };
}

const RESULTS: Record<CourseFunction, readonly ResultName[]> = {
  zero_pad: ['x_pad'],
  conv_single_step: ['Z'],
  conv_forward: ['Z'],
  conv_backward: ['dA_prev', 'dW', 'db'],
  pool_forward: ['A'],
  pool_backward: ['dA_prev'],
  create_mask_from_window: ['mask'],
  distribute_value: ['a'],
};

/** A bias with a number for each product adds all of them to the sum. */
function totalBias({ data }: NdArray): NdArray {
  return ndarray([1], Float64Array.of(Array.from(data).reduce((sum, value) => sum + value, 0)));
}

function biasOf(b: NdArray | undefined, count: number): NdArray {
  return b ? ndarray([1, 1, 1, count], b.data) : zeros([1, 1, 1, count]);
}

function firstMaximum(window: NdArray): NdArray {
  const mask = zeros(window.shape);
  let best = 0;
  window.data.forEach((value, k) => {
    if (value > window.data[best]!) best = k;
  });
  mask.data[best] = 1;
  return mask;
}
