/** Python's exception classes, and how errors become exception objects and back. */
import { PythonError, typeError } from '../../runtime/PythonError';
import { list, text, tuple } from '../../value/constructors';
import type { Py, PyClass, PyInstance } from '../../value/Py';
import type { Machine } from '../Machine';
import { reprOf, strOf } from '../text/reprOf';
import { findMember, isSubclass, makeClass, makeInstance } from './classes';

/** Each class with its base. */
const TREE: readonly (readonly [name: string, base: string])[] = [
  ['Exception', 'BaseException'],
  ['KeyboardInterrupt', 'BaseException'],
  ['SystemExit', 'BaseException'],
  ['ArithmeticError', 'Exception'],
  ['ZeroDivisionError', 'ArithmeticError'],
  ['OverflowError', 'ArithmeticError'],
  ['FloatingPointError', 'ArithmeticError'],
  ['AssertionError', 'Exception'],
  ['AttributeError', 'Exception'],
  ['ImportError', 'Exception'],
  ['ModuleNotFoundError', 'ImportError'],
  ['LookupError', 'Exception'],
  ['IndexError', 'LookupError'],
  ['KeyError', 'LookupError'],
  ['NameError', 'Exception'],
  ['UnboundLocalError', 'NameError'],
  ['OSError', 'Exception'],
  ['FileNotFoundError', 'OSError'],
  ['RuntimeError', 'Exception'],
  ['NotImplementedError', 'RuntimeError'],
  ['RecursionError', 'RuntimeError'],
  ['StopIteration', 'Exception'],
  ['TypeError', 'Exception'],
  ['UFuncTypeError', 'TypeError'],
  ['ValueError', 'Exception'],
  ['LinAlgError', 'ValueError'],
  ['AxisError', 'ValueError'],
  ['Warning', 'Exception'],
  ['UserWarning', 'Warning'],
  ['DeprecationWarning', 'Warning'],
  ['RuntimeWarning', 'Warning'],
];

const CLASSES = new Map<string, PyClass>([['BaseException', makeClass('BaseException', [], new Map())]]);
for (const [name, base] of TREE) CLASSES.set(name, makeClass(name, [CLASSES.get(base)!], new Map()));

export function builtinException(name: string): PyClass | undefined {
  return CLASSES.get(name);
}

export function isException(type: PyClass): boolean {
  return isSubclass(type, CLASSES.get('BaseException')!);
}

/** The error for `raise value`. */
export function raised(value: Py, machine: Machine): PythonError {
  const instance = value.kind === 'class' && isException(value) ? makeException(value, []) : value;
  if (instance.kind !== 'instance' || !isException(instance.class))
    throw typeError('exceptions must derive from BaseException');
  return new PythonError(instance.class.name, messageOf(instance, machine), undefined, instance);
}

/** The error for a bare `raise`. */
export function reraised(machine: Machine): Error {
  return (
    machine.handling[machine.handling.length - 1] ?? new PythonError('RuntimeError', 'No active exception to reraise')
  );
}

/** An exception without an `__init__` of its own keeps its arguments. */
export function makeException(type: PyClass, args: readonly Py[]): PyInstance {
  const instance = makeInstance(type);
  instance.attributes.set('args', tuple([...args]));
  return instance;
}

/** The exception object that a handler receives. */
export function exceptionOf(error: PythonError): Py {
  const value = error.value as Py | undefined;
  return value ?? makeException(exceptionClass(error), error.text === '' ? [] : [argumentOf(error)]);
}

export function exceptionClass({ type, value }: PythonError): PyClass {
  const instance = value as PyInstance | undefined;
  return instance?.class ?? CLASSES.get(type) ?? CLASSES.get('Exception')!;
}

/** Whether `except types` catches the error. */
export function matchesException(error: PythonError, types: Py, machine: Machine): boolean {
  if (types.kind === 'tuple') return types.items.some((each) => matchesException(error, each, machine));
  if (types.kind === 'class') return isSubclass(exceptionClass(error), types);
  if (types.kind === 'namespace') return types.path.split('.').pop() === error.type;
  throw typeError('catching classes that do not inherit from BaseException is not allowed');
}

/** `str(exception)`. */
export function messageOf(instance: PyInstance, machine: Machine): string {
  const method = findMember(instance.class, '__str__');
  if (method) return strOf(machine.call(method, [instance]), machine);
  const args = instance.attributes.get('args');
  const items = args?.kind === 'tuple' ? args.items : [];
  if (items.length === 0) return '';
  if (items.length > 1) return strOf(tuple(items), machine);
  const only = items[0]!;
  return isSubclass(instance.class, CLASSES.get('KeyError')!)
    ? strOf(list([only]), machine).slice(1, -1)
    : strOf(only, machine);
}

/** The error for a key that a dictionary or set lacks. */
export function keyError(key: Py, machine: Machine): PythonError {
  return new PythonError('KeyError', reprOf(key, machine), undefined, makeException(CLASSES.get('KeyError')!, [key]));
}

/** A KeyError's text is the repr of its key. */
function argumentOf({ type, text: message }: PythonError): Py {
  if (type !== 'KeyError') return text(message);
  const quoted = /^'(.*)'$/s.exec(message);
  return quoted ? text(quoted[1]!) : text(message);
}
