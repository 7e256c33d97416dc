/** `platform` and `sys`: the Python whose rules the interpreter follows. */
import { float, integer, text, tuple } from '../../value/constructors';
import type { Py } from '../../value/Py';
import type { Builtins } from './table';

const VERSION = [3, 11, 2];

export const PLATFORM: Builtins = {
  python_version: ['', () => text(VERSION.join('.'))],
  python_version_tuple: ['', () => tuple(VERSION.map((part) => text(String(part))))],
};

/** Constants by full path. */
export const PLATFORM_CONSTANTS: Readonly<Record<string, Py>> = {
  'sys.float_info': {
    ...tuple([float(Number.MAX_VALUE), float(2 ** -1022), float(Number.EPSILON)]),
    fields: ['max', 'min', 'epsilon'],
  },
  'sys.version_info': {
    ...tuple([...VERSION.map(integer), text('final'), integer(0)]),
    fields: ['major', 'minor', 'micro', 'releaselevel', 'serial'],
  },
};
