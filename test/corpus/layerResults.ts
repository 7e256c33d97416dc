/** Computes an opened layer again from its own arrays and options. */
import { convTranspose2d, convTranspose2dBackward } from '../../core/layer/convTranspose2d';
import { conv2d } from '../../core/layer/conv2d';
import { conv2dBackward } from '../../core/layer/conv2dBackward';
import { convSingleStep, createMaskFromWindow, distributeValue } from '../../core/layer/course';
import type { Pool2dOptions } from '../../core/layer/options';
import { zeroPad } from '../../core/layer/pad2d';
import { pool2d } from '../../core/layer/pool2d';
import { pool2dBackward } from '../../core/layer/pool2dBackward';
import type { NdArray } from '../../core/array/NdArray';
import type { OpenedArray, OpenedLayer } from '../../extension/session/openText';

/** Every result of the layer, each as its numbers. */
export function layerResults({ operation, roles, options }: OpenedLayer): ArrayLike<number>[] {
  const [x, w, b] = [arrayOf(roles['x']), arrayOf(roles['w']), arrayOf(roles['b'])];
  const [dZ, dA] = [arrayOf(roles['dZ']), arrayOf(roles['dA'])];
  switch (operation) {
    case 'conv_forward':
      return [conv2d(x!, w!, b, options).data];
    case 'conv_backward':
      return gradients(conv2dBackward(dZ!, x!, w!, options));
    case 'conv_transpose_forward':
      return [convTranspose2d(x!, w!, b, options).data];
    case 'conv_transpose_backward':
      return gradients(convTranspose2dBackward(dZ!, x!, w!, options));
    case 'pool_forward':
      return [pool2d(x!, options as unknown as Pool2dOptions).data];
    case 'pool_backward':
      return [pool2dBackward(dA!, x!, options as unknown as Pool2dOptions).data];
    case 'zero_pad':
      return [zeroPad(x!, options['pad'] as number).data];
    case 'conv_single_step':
      return [[convSingleStep(x!, w!, b!)]];
    case 'create_mask_from_window':
      return [createMaskFromWindow(x!).data];
    case 'distribute_value':
      return [distributeValue(options['dz'] as number, options['shape'] as [number, number]).data];
    case 'relu_forward':
      return [x!.data.map((value) => Math.max(0, value))];
    case 'relu_backward':
      return [dA!.data.map((value, i) => (x!.data[i]! > 0 ? value : 0))];
  }
}

function gradients({ dX, dW, db }: { dX: NdArray; dW: NdArray; db: NdArray }): ArrayLike<number>[] {
  return [dX.data, dW.data, db.data];
}

function arrayOf(opened: OpenedArray | undefined): NdArray | undefined {
  return opened && { shape: opened.shape, data: Float64Array.from(opened.values) };
}
