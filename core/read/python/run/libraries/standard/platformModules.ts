/** `platform` and `sys`: the Python whose rules the interpreter follows. */
import { pyFloat, pyInteger, pyText, pyTuple } from '../../../value/constructors';
import type { Py } from '../../../value/Py';
import type { Builtins } from '../../builtins/table';

const VERSION = [3, 11, 2];

export const PLATFORM: Builtins = {
  python_version: ['', () => pyText(VERSION.join('.'))],
  python_version_tuple: ['', () => pyTuple(VERSION.map((part) => pyText(String(part))))],
};

export const STDOUT: Builtins = {
  write: [
    's',
    (call, machine) => {
      const text = call.text('s');
      machine.print(text);
      return pyInteger([...text].length);
    },
  ],
};

/** Constants by full path. */
export const PLATFORM_CONSTANTS: Readonly<Record<string, Py>> = {
  'sys.float_info': {
    ...pyTuple([pyFloat(Number.MAX_VALUE), pyFloat(2 ** -1022), pyFloat(Number.EPSILON)]),
    fields: ['max', 'min', 'epsilon'],
  },
  // NumPy's rules too are those of one version.
  'numpy.__version__': pyText('1.24.2'),
  // 2⁶³ − 1 has no exact value here: its text is refused.
  'sys.maxsize': pyInteger(2 ** 63),
  'sys.version_info': {
    ...pyTuple([...VERSION.map(pyInteger), pyText('final'), pyInteger(0)]),
    fields: ['major', 'minor', 'micro', 'releaselevel', 'serial'],
  },
};
