/** A convolution in TensorFlow, whose layout is the course's. */
import type { Geometry } from '../../../layer/geometry';
import type { ConvLayer } from '../../Layer';
import type { Names } from '../../shared/words/names';
import { pairText } from '../../shared/listings/pythonText';
import { padded, tensorflowImports } from '../../shared/listings/tensorflowText';

export function convTensorflow(layer: ConvLayer, geometry: Geometry, names: Names): string {
  const { rows, cols } = geometry;
  const { x, w, b, z } = names;
  const bias = layer.b ? ` + tf.reshape(${b}, [-1])` : '';
  const dilation = rows.dilation * cols.dilation > 1 ? `, dilations=${pairText(rows.dilation, cols.dilation)}` : '';
  const strides = `strides=${rows.stride === cols.stride ? rows.stride : `[${rows.stride}, ${cols.stride}]`}`;
  const call = `tf.nn.conv2d(${padded(x, geometry)}, ${w}, ${strides}, padding='VALID'${dilation})${bias}`;
  const unsupported =
    dilation !== '' && rows.stride * cols.stride > 1 ? ['# TensorFlow refuses a dilation together with a stride'] : [];
  const variables = [x, w, ...(layer.b ? [b] : [])];
  if (layer.pass === 'forward') return [...tensorflowImports(geometry), ...unsupported, `${z} = ${call}`].join('\n');
  return [
    ...tensorflowImports(geometry),
    ...unsupported,
    `${variables.join(', ')} = (tf.Variable(each) for each in (${variables.join(', ')}))`,
    'with tf.GradientTape() as tape:',
    `    ${z} = ${call}`,
    `${[names.dX, names.dW, ...(layer.b ? [names.db] : [])].join(', ')} = tape.gradient(${z}, [${variables.join(', ')}], output_gradients=${names.dZ})`,
  ].join('\n');
}
