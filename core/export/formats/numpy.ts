/** NumPy. Needs `import numpy as np`. */
import { formatShape } from '../../array/NdArray';
import { assignment } from '../assignment';
import { elementTypeOf } from '../elementType';
import type { ExportFormat } from '../ExportFormat';
import { nest } from '../nestedList';
import { pythonElements } from './pythonElements';

export const numpyFormat: ExportFormat = {
  id: 'numpy',
  label: 'NumPy',
  languages: ['python'],
  write: (source) => {
    const { shape, data } = source.array;
    const type = elementTypeOf(source);
    // NumPy infers these two from the elements, the same on every platform.
    const inferred = data.length > 0 && (type === 'float64' || type === 'bool');
    const dtype = type === 'float64' || inferred ? '' : `, dtype=np.${type === 'bool' ? 'bool_' : type}`;
    const elements = pythonElements(data, type, ['np.nan', 'np.inf', '-np.inf']);
    return assignment(source, (column) => {
      if (data.length === 0) return `np.zeros(${formatShape(shape)}${dtype})`;
      const open = 'np.array(';
      return `${open}${nest(shape, { open: '[', close: ']', indent: column + open.length }, elements)}${dtype})`;
    });
  },
};
