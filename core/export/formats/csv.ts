/** CSV: one line for each row of the last axis, all axes before it in C order. */
import { LensError, msg } from '../../message';
import { formatShape } from '../../array/NdArray';
import type { ExportFormat } from '../ExportFormat';
import { numberText, pythonNumber } from '../numberText';

export const csvFormat: ExportFormat = {
  id: 'csv',
  label: 'CSV',
  languages: ['csv'],
  write: ({ array: { shape, data } }) => {
    if (data.length === 0) throw new LensError(msg('CSV cannot hold an empty array of shape {0}', formatShape(shape)));
    const width = shape.at(-1) ?? 1;
    const cell = (value: number) => numberText(value, ['nan', 'inf', '-inf'], pythonNumber);
    let text = '';
    for (let start = 0; start < data.length; start += width) {
      text += Array.from(data.subarray(start, start + width), cell).join(',') + '\n';
    }
    return text;
  },
};
