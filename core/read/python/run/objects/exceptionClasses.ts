/** Python's exception classes. */
import { typeError, type PythonError } from '../../runtime/PythonError';
import { NONE, pyTuple } from '../../value/constructors';
import type { Py, PyClass, PyInstance } from '../../value/Py';
import { isSubclass, makeClass, makeInstance } from './classes';

/** Each class with its bases. */
const TREE: readonly (readonly [name: string, ...bases: string[]])[] = [
  ['Exception', 'BaseException'],
  ['KeyboardInterrupt', 'BaseException'],
  ['SystemExit', 'BaseException'],
  ['GeneratorExit', 'BaseException'],
  ['ArithmeticError', 'Exception'],
  ['ZeroDivisionError', 'ArithmeticError'],
  ['OverflowError', 'ArithmeticError'],
  ['FloatingPointError', 'ArithmeticError'],
  ['AssertionError', 'Exception'],
  ['AttributeError', 'Exception'],
  ['FrozenInstanceError', 'AttributeError'],
  ['ImportError', 'Exception'],
  ['ModuleNotFoundError', 'ImportError'],
  ['LookupError', 'Exception'],
  ['IndexError', 'LookupError'],
  ['KeyError', 'LookupError'],
  ['NameError', 'Exception'],
  ['UnboundLocalError', 'NameError'],
  ['OSError', 'Exception'],
  ...subclasses(
    'OSError',
    'FileNotFoundError FileExistsError PermissionError IsADirectoryError NotADirectoryError TimeoutError ConnectionError',
  ),
  ['RuntimeError', 'Exception'],
  ['NotImplementedError', 'RuntimeError'],
  ['RecursionError', 'RuntimeError'],
  ...subclasses('Exception', 'StopIteration StopAsyncIteration MemoryError BufferError EOFError SystemError'),
  ['SyntaxError', 'Exception'],
  ['IndentationError', 'SyntaxError'],
  ['TypeError', 'Exception'],
  ['UFuncTypeError', 'TypeError'],
  ['ValueError', 'Exception'],
  ['LinAlgError', 'Exception'],
  ['AxisError', 'ValueError', 'IndexError'],
  ['Warning', 'Exception'],
  ...subclasses(
    'Warning',
    'UserWarning DeprecationWarning PendingDeprecationWarning RuntimeWarning FutureWarning SyntaxWarning ImportWarning',
  ),
  ['UnicodeError', 'ValueError'],
  ...subclasses('UnicodeError', 'UnicodeDecodeError UnicodeEncodeError'),
];

function subclasses(base: string, names: string): (readonly [name: string, base: string])[] {
  return names.split(' ').map((name) => [name, base]);
}

const CLASSES = new Map<string, PyClass>([['BaseException', makeClass('BaseException', [], new Map())]]);
for (const [name, ...bases] of TREE)
  CLASSES.set(
    name,
    makeClass(
      name,
      bases.map((base) => CLASSES.get(base)!),
      new Map(),
    ),
  );

export function builtinException(name: string): PyClass | undefined {
  return CLASSES.get(/^(?:IO|Environment)Error$/.test(name) ? 'OSError' : name);
}

export function isException(type: PyClass): boolean {
  return isSubclass(type, CLASSES.get('BaseException')!);
}

/** An exception without its own `__init__` keeps its arguments. */
export function makeException(type: PyClass, args: readonly Py[]): PyInstance {
  const instance = makeInstance(type);
  instance.attributes.set('args', pyTuple([...args]));
  if (type.order.some(({ name }) => name === 'SystemExit')) instance.attributes.set('code', args[0] ?? NONE);
  return instance;
}

export function exceptionClass({ type, value }: PythonError): PyClass {
  const instance = value as PyInstance | undefined;
  return instance?.class ?? CLASSES.get(type) ?? CLASSES.get('Exception')!;
}

/** Whether `except types` catches the error. */
export function matchesException(error: PythonError, types: Py): boolean {
  if (types.kind === 'tuple') return types.items.some((each) => matchesException(error, each));
  if (types.kind === 'class') return isSubclass(exceptionClass(error), types);
  if (types.kind === 'namespace') return types.path.split('.').pop() === error.type;
  throw typeError('catching classes that do not inherit from BaseException is not allowed');
}
