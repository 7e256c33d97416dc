/** Errors that a program raises and catches. */
import { LensError, msg } from '../../../../message';
import { PythonError, typeError } from '../../runtime/PythonError';
import { pyText } from '../../value/constructors';
import type { Py } from '../../value/Py';
import type { Machine } from '../machine/Machine';
import { builtinException, exceptionClass, isException, makeException } from '../objects/exceptionClasses';
import { messageOf, reprOf } from '../text/reprOf';

/** The error for `raise value`. */
export function raised(value: Py, machine: Machine): PythonError {
  const instance = value.kind === 'class' && isException(value) ? makeException(value, []) : value;
  // Which handler takes an exception of another file is not known.
  if (instance.kind === 'unknown' || instance.kind === 'namespace')
    throw new LensError(msg('an exception is raised whose class is not in this text'));
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

/** The exception object that a handler receives. */
export function exceptionOf(error: PythonError): Py {
  const value = error.value as Py | undefined;
  return value ?? makeException(exceptionClass(error), error.text === '' ? [] : [argumentOf(error)]);
}

/** The error for a key that a dictionary or set lacks. */
export function keyError(key: Py, machine: Machine): PythonError {
  return new PythonError(
    'KeyError',
    reprOf(key, machine),
    undefined,
    makeException(builtinException('KeyError')!, [key]),
  );
}

/** A KeyError's text is the repr of its key. */
function argumentOf({ type, text: message }: PythonError): Py {
  if (type !== 'KeyError') return pyText(message);
  const quoted = /^'(.*)'$/s.exec(message);
  return quoted ? pyText(quoted[1]!) : pyText(message);
}
