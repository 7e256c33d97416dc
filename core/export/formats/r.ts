/** R. One axis is a vector, two a matrix; more are written in C order and permuted. */
import { assignment } from '../assignment';
import { elementTypeOf, isInteger } from '../elementType';
import type { ExportFormat } from '../ExportFormat';
import { numberText } from '../numberText';
import { flatElements, reversedAxes, reversedExtents } from './columnMajor';
import { rNumber } from './rNumber';

/** −2³¹ is R's mark of a missing integer. */
const largestInteger = 2 ** 31 - 1;

export const rFormat: ExportFormat = {
  id: 'r',
  label: 'R',
  languages: ['r'],
  write: (source) => {
    const { shape, data } = source.array;
    const type = elementTypeOf(source);
    const integers = isInteger(type) && data.every((value) => Math.abs(value) <= largestInteger);
    const element = (k: number): string => {
      if (type === 'bool') return data[k] === 1 ? 'TRUE' : 'FALSE';
      if (integers) return `${data[k]}L`;
      return numberText(data[k]!, ['NaN', 'Inf', '-Inf'], rNumber);
    };
    return assignment(
      source,
      (column) => {
        if (shape.length === 0) return element(0);
        const cols = shape.at(-1)!;
        if (data.length === 0) return `array(numeric(0), dim = c(${shape.join(', ')}))`;
        if (shape.length === 1) return `c(${flatElements(data.length, cols, 0, element)})`;
        const open = shape.length === 2 ? 'matrix(c(' : 'aperm(array(c(';
        const flat = flatElements(data.length, cols, column + open.length, element);
        if (shape.length === 2) return `${open}${flat}), nrow = ${shape[0]}, byrow = TRUE)`;
        return `${open}${flat}), dim = c(${reversedExtents(shape)})), c(${reversedAxes(shape).join(', ')}))`;
      },
      { equals: ' <- ' },
    );
  },
};
