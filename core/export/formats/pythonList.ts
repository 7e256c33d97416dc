/** Lists of Python, without an import. */
import { assignment } from '../assignment';
import { elementTypeOf } from '../elementType';
import type { ExportFormat } from '../ExportFormat';
import { nest } from '../nestedList';
import { builtInNonFinite, pythonElements } from './pythonElements';

export const pythonListFormat: ExportFormat = {
  id: 'python',
  label: 'Python list',
  languages: [],
  write: (source) => {
    const { shape, data } = source.array;
    const elements = pythonElements(data, elementTypeOf(source), builtInNonFinite, true);
    return assignment(source, (column) => nest(shape, { open: '[', close: ']', indent: column }, elements));
  },
};
