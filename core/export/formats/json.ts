/** JSON: nested lists. It has no NaN and no infinities (RFC 8259, section 6), so that arrays with them are refused. */
import { LensError, msg } from '../../message';
import type { ExportFormat } from '../ExportFormat';
import { nest } from '../nestedList';
import { pythonNumber } from '../numberText';

export const jsonFormat: ExportFormat = {
  id: 'json',
  label: 'JSON',
  languages: ['json', 'jsonc'],
  write: ({ array: { shape, data } }) => {
    const bad = data.find((value) => !Number.isFinite(value));
    if (bad !== undefined) throw new LensError(msg('JSON cannot hold {0}', String(bad)));
    return nest(shape, { open: '[', close: ']', indent: 0 }, (k) => pythonNumber(data[k]!));
  },
};
