/** PyTorch. Needs `import torch`. */
import { LensError, msg } from '../../message';
import { assignment } from '../assignment';
import { elementTypeOf } from '../elementType';
import type { ExportFormat } from '../ExportFormat';
import { nest } from '../nestedList';
import { builtInNonFinite, pythonElements } from './pythonElements';

/** PyTorch has these integer types since its first version; the wider unsigned ones lack most operations. */
const missing = ['uint16', 'uint32', 'uint64'];

export const pytorchFormat: ExportFormat = {
  id: 'pytorch',
  label: 'PyTorch',
  languages: [],
  write: (source) => {
    const { shape, data } = source.array;
    const type = elementTypeOf(source);
    if (missing.includes(type)) throw new LensError(msg('{0} has no element type {1}', 'PyTorch', type));
    const elements = pythonElements(data, type, builtInNonFinite);
    return assignment(source, (column) => {
      if (data.length === 0) return `torch.zeros([${shape.join(', ')}], dtype=torch.${type})`;
      const open = 'torch.tensor(';
      const list = nest(shape, { open: '[', close: ']', indent: column + open.length }, elements);
      return `${open}${list}, dtype=torch.${type})`;
    });
  },
};
