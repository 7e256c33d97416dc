/** Julia. Matrices as such; other ranks in C order, reshaped and permuted. */
import { assignment } from '../assignment';
import { elementTypeOf, isInteger, type ExportType } from '../elementType';
import type { ExportFormat } from '../ExportFormat';
import { floatText, numberText } from '../numberText';
import { flatElements, matrixRows, reversedAxes, reversedExtents } from './columnMajor';

export const juliaFormat: ExportFormat = {
  id: 'julia',
  label: 'Julia',
  languages: ['julia'],
  write: (source) => {
    const { shape, data } = source.array;
    const type = elementTypeOf(source);
    const name = typeName(type);
    const element = (k: number): string => {
      if (type === 'bool') return data[k] === 1 ? 'true' : 'false';
      if (isInteger(type)) return String(data[k]);
      return numberText(data[k]!, ['NaN', 'Inf', '-Inf'], (value) => floatText(value, type !== 'float64'));
    };
    return assignment(source, (column) => {
      if (shape.length === 0) return `${name}(${element(0)})`;
      const cols = shape.at(-1)!;
      if (data.length === 0) return `zeros(${name}, ${shape.join(', ')})`;
      if (shape.length === 1) return `${name}[${flatElements(data.length, cols, 0, element)}]`;
      const open = `${name}[`;
      // One column would be read as a vector.
      if (shape.length === 2 && cols > 1) {
        return `${open}${matrixRows(data.length, cols, ' ', element).join(`;\n${' '.repeat(column + open.length)}`)}]`;
      }
      const outer = 'permutedims(reshape(';
      const flat = flatElements(data.length, cols, column + outer.length + open.length, element);
      return `${outer}${open}${flat}], ${reversedExtents(shape)}), (${reversedAxes(shape).join(', ')}))`;
    });
  },
};

function typeName(type: ExportType): string {
  if (type === 'bool') return 'Bool';
  return type.replace(/^u?int|^float/, (word) => ({ int: 'Int', uint: 'UInt', float: 'Float' })[word]!);
}
