/** JavaScript and TypeScript: nested arrays of numbers. */
import { assignment } from '../assignment';
import type { ExportFormat } from '../ExportFormat';
import { nest } from '../nestedList';
import { numberText, pythonNumber } from '../numberText';

export const javascriptFormat: ExportFormat = {
  id: 'javascript',
  label: 'JavaScript',
  languages: ['javascript', 'javascriptreact', 'typescript', 'typescriptreact'],
  write: (source) => {
    const { shape, data } = source.array;
    const element = (k: number) => numberText(data[k]!, ['NaN', 'Infinity', '-Infinity'], pythonNumber);
    return assignment(source, (column) => nest(shape, { open: '[', close: ']', indent: column }, element), {
      before: 'const ',
      end: ';',
    });
  },
};
