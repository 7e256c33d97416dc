/** C and C++: an array with its extents, and the headers that it needs. */
import { formatShape } from '../../array/NdArray';
import { LensError, msg } from '../../message';
import { elementTypeOf, isInteger, type ExportType } from '../elementType';
import type { ExportFormat } from '../ExportFormat';
import { identifierOf } from '../identifier';
import { nest } from '../nestedList';
import { floatText, numberText } from '../numberText';

export const cFormat: ExportFormat = {
  id: 'c',
  label: 'C',
  languages: ['c', 'cpp', 'cuda-cpp', 'objective-c', 'objective-cpp'],
  write: (source) => {
    const { shape, data } = source.array;
    if (data.length === 0) throw new LensError(msg('C cannot hold an empty array of shape {0}', formatShape(shape)));
    const type = elementTypeOf(source);
    const head = `const ${typeName(type)} ${identifierOf(source.name, 'array')}${shape.map((n) => `[${n}]`).join('')} = `;
    const suffix = type === 'float32' || type === 'float16' ? 'f' : '';
    const element = (k: number) =>
      isInteger(type) || type === 'bool'
        ? integerText(data[k]!, type)
        : numberText(data[k]!, ['NAN', 'INFINITY', '-INFINITY'], (value) => floatText(value, suffix === 'f') + suffix);
    const headers = [
      ...(isInteger(type) ? ['#include <stdint.h>\n'] : []),
      ...(type === 'bool' ? ['#include <stdbool.h>\n'] : []),
      ...(data.every((value) => Number.isFinite(value)) ? [] : ['#include <math.h>\n']),
    ];
    return `${headers.join('')}${head}${nest(shape, { open: '{', close: '}', indent: head.length }, element)};`;
  },
};

/** Values of 32 bits and more need no suffix but one: −2³¹ is an expression of a wider type in C, which converts back. */
function integerText(value: number, type: ExportType): string {
  if (type === 'bool') return value === 1 ? 'true' : 'false';
  return String(value);
}

function typeName(type: ExportType): string {
  if (isInteger(type)) return `${type}_t`;
  if (type === 'bool') return 'bool';
  return type === 'float64' ? 'double' : 'float';
}
