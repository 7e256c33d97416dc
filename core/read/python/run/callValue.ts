/** Calls a value. */
import { LensError, msg } from '../../../message';
import { Call } from '../library/Call';
import { conversion, isWithoutEffect, unknownMember } from '../library/namespaces';
import type { Arguments } from '../library/signature';
import { typeError } from '../runtime/PythonError';
import { typeName } from '../runtime/typeName';
import { NONE, type Py, type PyClass } from '../value';
import { Unavailable } from './Context';
import type { Machine } from './Machine';
import { bindMethod } from './objects/bindMethod';
import { callMethod, findMember, makeInstance } from './objects/classes';
import { isException, makeException } from './objects/exceptions';

export function callValue(callee: Py, args: Arguments, machine: Machine): Py {
  const { context } = machine;
  switch (callee.kind) {
    case 'function':
      return callLibrary(callee, args, machine);
    case 'dtype':
      return conversion(callee.dtype).call(args, context);
    case 'layer':
      return callee.apply(new Call('input', args, context), callee.weights);
    case 'class':
      return construct(callee, args, machine);
    case 'instance': {
      const method = callMethod(callee.class);
      if (method) return callValue(bindMethod(method, callee), args, machine);
      break;
    }
    case 'staticmethod':
    case 'classmethod':
      return callValue(callee.get, args, machine);
    case 'namespace':
      if (/^(matplotlib|seaborn)\b/.test(callee.path)) return { kind: 'namespace', path: `${callee.path}()` };
      if (isWithoutEffect(callee.path)) return NONE;
      throw unknownMember(callee.path, args.callee);
    case 'unknown':
      throw new Unavailable();
    default:
  }
  throw typeError(`'${typeName(callee)}' object is not callable`);
}

/** A draw that fails leaves its generator in an unknown state. */
function callLibrary(callee: Extract<Py, { kind: 'function' }>, args: Arguments, machine: Machine): Py {
  if (!callee.random) return callee.call(args, machine.context);
  try {
    return callee.call(args, machine.context);
  } catch (error) {
    if (error instanceof LensError) callee.random.lose();
    throw error;
  }
}

function construct(type: PyClass, args: Arguments, machine: Machine): Py {
  const init = findMember(type, '__init__');
  const exception = isException(type);
  const instance = exception
    ? makeException(
        type,
        args.positional.map(({ value }) => value),
      )
    : makeInstance(type);
  if (init) callValue(bindMethod(init, instance), args, machine);
  else if (!exception && (args.positional.length > 0 || args.named.size > 0)) {
    if (type.order.some(({ name }) => name.startsWith('torch.') || name === 'Module'))
      throw new LensError(msg('classes derived from {0} are not supported', type.name));
    throw typeError(`${type.name}() takes no arguments`);
  }
  return instance;
}
