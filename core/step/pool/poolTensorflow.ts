/** A pooling in TensorFlow, whose layout is the course's. */
import type { Geometry } from '../../layer/geometry';
import type { PoolLayer } from '../Layer';
import type { Names } from '../shared/words/names';
import { isPadded } from '../../layer/window';

import { pairList, padded } from '../shared/listings/tensorflowText';

export function poolTensorflow(layer: PoolLayer, geometry: Geometry, names: Names): string {
  const { rows, cols } = geometry;
  const { options } = layer;
  const max = options.mode === 'max';
  const name = max ? 'max_pool2d' : 'avg_pool2d';
  const constant = max ? ', constant_values=float("-inf")' : '';
  const notes = [
    ...(!max && isPadded(geometry) && options.countIncludePad === false
      ? ["# TensorFlow leaves padding out of an average only with padding='SAME'"]
      : []),
    ...(options.ceilMode ? ['# TensorFlow has no ceil mode: its output ends with the last whole window'] : []),
    ...(rows.dilation * cols.dilation > 1 ? ['# dilated pooling: tf.nn.pool(…, dilations=…)'] : []),
  ];
  const size = `ksize=${pairList(rows.kernel, cols.kernel)}, strides=${pairList(rows.stride, cols.stride)}`;
  const call = `tf.nn.${name}(${padded(names.x, geometry, constant)}, ${size}, padding='VALID')`;
  if (layer.pass === 'forward') return ['import tensorflow as tf', '', ...notes, `${names.z} = ${call}`].join('\n');
  return [
    'import tensorflow as tf',
    '',
    ...notes,
    `${names.x} = tf.Variable(${names.x})`,
    'with tf.GradientTape() as tape:',
    `    ${names.z} = ${call}`,
    `${names.dX} = tape.gradient(${names.z}, ${names.x}, output_gradients=${names.dZ})`,
  ].join('\n');
}
