/** TensorFlow. Needs `import tensorflow as tf`. */
import { assignment } from '../assignment';
import { elementTypeOf } from '../elementType';
import type { ExportFormat } from '../ExportFormat';
import { nest } from '../nestedList';
import { builtInNonFinite, pythonElements } from './pythonElements';

export const tensorflowFormat: ExportFormat = {
  id: 'tensorflow',
  label: 'TensorFlow',
  languages: [],
  write: (source) => {
    const { shape, data } = source.array;
    const type = elementTypeOf(source);
    const elements = pythonElements(data, type, builtInNonFinite);
    return assignment(source, (column) => {
      if (data.length === 0) return `tf.zeros([${shape.join(', ')}], dtype=tf.${type})`;
      const open = 'tf.constant(';
      const list = nest(shape, { open: '[', close: ']', indent: column + open.length }, elements);
      return `${open}${list}, dtype=tf.${type})`;
    });
  },
};
