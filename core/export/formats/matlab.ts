/** MATLAB and Octave. One axis is a row; three and more are written in C order and permuted. */
import { assignment } from '../assignment';
import { elementTypeOf, isInteger } from '../elementType';
import type { ExportFormat } from '../ExportFormat';
import { numberText, pythonNumber } from '../numberText';
import { flatElements, matrixRows, reversedAxes, reversedExtents } from './columnMajor';

export const matlabFormat: ExportFormat = {
  id: 'matlab',
  label: 'MATLAB',
  languages: ['matlab', 'octave'],
  write: (source) => {
    const { shape, data } = source.array;
    const type = elementTypeOf(source);
    const element = (k: number) => numberText(data[k]!, ['NaN', 'Inf', '-Inf'], pythonNumber);
    const convert = isInteger(type) ? type : type === 'bool' ? 'logical' : type === 'float64' ? undefined : 'single';
    const body = (column: number): string => {
      if (shape.length === 0) return element(0);
      if (data.length === 0) return `zeros(${shape.length === 1 ? '1, 0' : shape.join(', ')})`;
      const cols = shape.at(-1)!;
      if (shape.length <= 2) {
        return `[${matrixRows(data.length, cols, ' ', element).join(`;\n${' '.repeat(column + 1)}`)}]`;
      }
      const open = 'permute(reshape([';
      const flat = flatElements(data.length, cols, column + open.length, element).replace(/,\n/g, ', ...\n');
      return `${open}${flat}], ${reversedExtents(shape)}), [${reversedAxes(shape).join(' ')}])`;
    };
    return assignment(
      source,
      (column) => (convert ? `${convert}(${body(column + convert.length + 1)})` : body(column)),
      { end: ';' },
    );
  },
};
