/** The layer in TensorFlow, whose layout is the course's. */
import type { Geometry } from '../../layer/geometry';
import type { ConvLayer, PoolLayer } from '../Layer';
import type { Names } from './names';
import { isPadded, pair } from './pythonText';

export function convTensorflow(layer: ConvLayer, geometry: Geometry, names: Names): string {
  const { rows, cols } = geometry;
  const { x, w, b, z } = names;
  const bias = layer.b ? ` + tf.reshape(${b}, [-1])` : '';
  const dilation = rows.dilation * cols.dilation > 1 ? `, dilations=${pair(rows.dilation, cols.dilation)}` : '';
  const strides = `strides=${rows.stride === cols.stride ? rows.stride : `[${rows.stride}, ${cols.stride}]`}`;
  const call = `tf.nn.conv2d(${padded(x, geometry)}, ${w}, ${strides}, padding='VALID'${dilation})${bias}`;
  const unsupported =
    dilation !== '' && rows.stride * cols.stride > 1 ? ['# TensorFlow refuses a dilation together with a stride'] : [];
  const variables = [x, w, ...(layer.b ? [b] : [])];
  if (layer.pass === 'forward') return ['import tensorflow as tf', '', ...unsupported, `${z} = ${call}`].join('\n');
  return [
    'import tensorflow as tf',
    '',
    ...unsupported,
    `${variables.join(', ')} = (tf.Variable(each) for each in (${variables.join(', ')}))`,
    'with tf.GradientTape() as tape:',
    `    ${z} = ${call}`,
    `${[names.dX, names.dW, ...(layer.b ? [names.db] : [])].join(', ')} = tape.gradient(${z}, [${variables.join(', ')}], output_gradients=${names.dZ})`,
  ].join('\n');
}

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
  const size = `ksize=${list(rows.kernel, cols.kernel)}, strides=${list(rows.stride, cols.stride)}`;
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

function list(vertical: number, horizontal: number): string {
  return vertical === horizontal ? String(vertical) : `[${vertical}, ${horizontal}]`;
}

function padded(x: string, geometry: Geometry, constant = ''): string {
  if (!isPadded(geometry)) return x;
  const { rows, cols, paddingMode } = geometry;
  const widths = `[[0, 0], [${rows.padBefore}, ${rows.padAfter}], [${cols.padBefore}, ${cols.padAfter}], [0, 0]]`;
  if (paddingMode === 'reflect') return `tf.pad(${x}, ${widths}, mode='REFLECT')`;
  if (paddingMode === 'zeros') return `tf.pad(${x}, ${widths}${constant})`;
  const mode = paddingMode === 'replicate' ? 'edge' : 'wrap';
  const numpyWidths = widths.replaceAll('[', '(').replaceAll(']', ')');
  return `np.pad(${x}, ${numpyWidths}, mode='${mode}')`;
}
