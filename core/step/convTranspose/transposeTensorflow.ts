/** A transposed convolution in TensorFlow, whose layout is the course's. */
import type { Geometry } from '../../layer/geometry';
import { inputEnd, paddedSize } from '../../layer/window';
import type { ConvTransposeLayer } from '../Layer';
import type { Names } from '../shared/words/names';
import { pairList } from '../shared/listings/tensorflowText';

export function transposeTensorflow(layer: ConvTransposeLayer, geometry: Geometry, names: Names): string {
  const { batch, rows, cols, inChannels, groups } = geometry;
  const { x, w, b, z, dX, dW, db, dZ } = names;
  const notes = [
    ...(groups > 1 ? ['# TensorFlow has no groups here: one call for each group of channels'] : []),
    ...(rows.dilation * cols.dilation > 1 ? ['# TensorFlow: a dilation needs stride 1'] : []),
  ];
  const shape = `[${batch}, ${paddedSize(rows)}, ${paddedSize(cols)}, ${inChannels}]`;
  const dilation = rows.dilation * cols.dilation > 1 ? `, dilations=${pairList(rows.dilation, cols.dilation)}` : '';
  const call = `tf.nn.conv2d_transpose(${x}, ${w}, ${shape}, strides=${pairList(rows.stride, cols.stride)}, padding='VALID'${dilation})`;
  const crop = `[:, ${rows.padBefore}:${inputEnd(rows)}, ${cols.padBefore}:${inputEnd(cols)}, :]`;
  const bias = layer.b ? ` + tf.reshape(${b}, [-1])` : '';
  const padded = paddedSize(rows) !== rows.size || paddedSize(cols) !== cols.size;
  const value = `${call}${padded ? crop : ''}${bias}`;
  if (layer.pass === 'forward') return ['import tensorflow as tf', '', ...notes, `${z} = ${value}`].join('\n');
  const variables = [x, w, ...(layer.b ? [b] : [])].join(', ');
  return [
    'import tensorflow as tf',
    '',
    ...notes,
    `${variables} = (tf.Variable(each) for each in (${variables}))`,
    'with tf.GradientTape() as tape:',
    `    ${z} = ${value}`,
    `${[dX, dW, ...(layer.b ? [db] : [])].join(', ')} = tape.gradient(${z}, [${variables}], output_gradients=${dZ})`,
  ].join('\n');
}
