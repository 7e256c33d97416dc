/** Calls a value: functions, classes, layers, and functions that the interpreter lacks. */
import { LensError, msg } from '../../../../message';
import { conversion, isWithoutEffect, relatedMembers } from '../../modules/namespaces';
import { unknownMember } from '../../modules/unknownMember';
import { applyLayer } from '../../layers/applyLayer';
import { setFlaxFields } from '../../layers/jax/flaxModule';
import { defer, evaluatedArguments, isDeferred, passesDeferred } from '../../layers/others/deferred';
import { symbolicResult } from '../../layers/keras/kerasModel';
import { shapeToBuild } from '../../layers/keras/ownLayer';
import type { Arguments, Py, PyClass, PyFunction } from '../../value/Py';
import { PythonError, typeError } from '../../runtime/PythonError';
import { typeName } from '../../value/typeName';
import { NONE, UNKNOWN } from '../../value/constructors';
import { Unavailable } from '../../runtime/Unavailable';
import type { Machine } from '../machine/Machine';
import { isChangingMethod } from '../methods/listMethods';
import { refuseAbstract } from '../objects/abstractMethods';
import { gridOf } from '../operations/plotGrid';
import { callComplex } from '../libraries/numpy/complexFunctions';
import { bindMethod } from '../objects/bindMethod';
import { callTexts } from '../methods/textArray';
import { callMethod, findMember, isSubclass, makeInstance } from '../objects/classes';
import { memberOfValue } from '../operations/enumeration';
import { isException, makeException } from '../objects/exceptionClasses';
import {
  CHANGES_ARGUMENT,
  IN_PLACE,
  OBSERVES,
  isPureModule,
  isSupportedModule,
  refuseEffect,
} from './missingFunctions';

/** Assertions of other modules neither compute nor change anything. */
const ASSERTS = /(?:^|\.)assert_?[A-Za-z_]*$/;

/** Members of modules without effect whose results programs use. */
const GIVES_VALUE = /^(?:os|sys|IPython)\.(?!path\.(?:append|insert|extend)$|stdout\.|stderr\.|makedirs$|mkdir$)/;

export function callValue(callee: Py, args: Arguments, machine: Machine): Py {
  const { context } = machine;
  if (context.hasGraph && isInGraph(callee, args)) return deferredCall(callee, args, machine);
  switch (callee.kind) {
    case 'function':
      return callLibrary(callee, args, machine);
    case 'dtype':
      return conversion(callee.dtype).call(args, context);
    case 'layer':
      return symbolicResult(callee, args) ?? applyLayer(callee, args, context);
    case 'class':
      return construct(callee, args, machine);
    case 'instance': {
      const method = callMethod(callee.class);
      const build = findMember(callee.class, 'build');
      const shape = build && shapeToBuild(callee, args);
      if (build && shape) machine.call(bindMethod(build, callee), [shape]);
      if (method) return callValue(bindMethod(method, callee), args, machine);
      break;
    }
    case 'staticmethod':
    case 'classmethod':
      return callValue(callee.get, args, machine);
    case 'namespace':
      if (isBaseInit(callee.path, args)) return NONE;
      if (/^(?:matplotlib|seaborn|logging)\b/.test(callee.path)) {
        const grid = gridOf(callee, args);
        return { kind: 'namespace', path: `${callee.path}()`, ...(grid && { grid }) };
      }
      if (!machine.lenient) refuseEffect(callee.path, args);
      if (isWithoutEffect(callee.path) && (machine.lenient || !GIVES_VALUE.test(callee.path))) return NONE;
      if (machine.lenient && ASSERTS.test(callee.path)) return NONE;
      return callMissing(callee.path, args, machine);
    case 'unknown':
      if (machine.lenient) throw new Unavailable();
      return callMissing(args.callee, args, machine);
    default:
  }
  throw typeError(`'${typeName(callee)}' object is not callable`);
}

/** A function of a library, a layer, or what a graph computes, with values of a graph. */
function isInGraph(callee: Py, args: Arguments): boolean {
  if (isDeferred(callee)) return true;
  const known =
    callee.kind === 'layer' ||
    (callee.kind === 'function' && !callee.user && /^(?:tensorflow|numpy|theano)\.(?!function$)/.test(callee.name));
  return known && passesDeferred(args);
}

/** `Base.__init__(self)` of a base class outside of the text, which is empty as far as the interpreter knows. */
function isBaseInit(path: string, { positional }: Arguments): boolean {
  const self = positional[0]?.value;
  return self?.kind === 'instance' && path === `${self.class.framework}.__init__`;
}

/** A draw that fails leaves its generator in an unknown state; a function without effects gives an unknown result. */
/** A function of its own, as `failedCall`: closures in a function that every call runs would cost memory at each. */
function deferredCall(callee: Py, args: Arguments, machine: Machine): Py {
  return defer(args.callee, (evaluate) => callValue(evaluate(callee), evaluatedArguments(args, evaluate), machine));
}

function callLibrary(callee: PyFunction, args: Arguments, machine: Machine): Py {
  if (callee.user) return callee.call(args, machine.context);
  const lost = callee.random?.isLost === true;
  try {
    const result = callee.call(args, machine.context);
    if (result.kind === 'layer') result.made ??= args.range;
    return result;
  } catch (error) {
    return failedCall(callee, args, machine, lost, error);
  }
}

function failedCall(callee: PyFunction, args: Arguments, machine: Machine, lost: boolean, error: unknown): Py {
  const again = (given: Arguments): Py => callee.call(given, machine.context);
  const found =
    error instanceof LensError &&
    (callComplex(callee, args, machine, again) ?? callTexts(callee, args, machine, again));
  if (found) return found;
  // Python's own errors are about arguments, before anything is drawn.
  if ((error instanceof LensError && !(error instanceof PythonError)) || error instanceof Unavailable)
    callee.random?.lose();
  if (machine.lenient || !(lost || needsUnknown(error, args)) || mayChangeSomething(callee.name, args)) throw error;
  return UNKNOWN;
}

/** A function that this interpreter lacks: its result is unknown, unless it may change its arguments. */
function callMissing(path: string, args: Arguments, machine: Machine): Py {
  const name = path.split('.').pop()!;
  if (/Optimizer$|(?:^|\.)optimizers\./.test(path)) machine.context.trains = true;
  const pure = isPureModule(path);
  if (machine.lenient || isSupportedModule(path)) throw unknownMember(path, args.callee, relatedMembers(path));
  const changes = IN_PLACE.test(path) || !(pure || OBSERVES.test(name));
  if (changes && passedValues(args).some(isChangeable)) throw unknownMember(path, args.callee);
  machine.context.torch.lose();
  if (!pure) {
    machine.context.random.lose();
    machine.pythonRandom = undefined;
  }
  machine.missing.add(args.callee);
  return UNKNOWN;
}

/** A message about the type of an unknown argument is a consequence of its being unknown. */
function needsUnknown(error: unknown, args: Arguments): boolean {
  if (error instanceof Unavailable) return true;
  return error instanceof LensError && passedValues(args).some(({ kind }) => kind === 'unknown');
}

function mayChangeSomething(name: string, args: Arguments): boolean {
  if (args.named.has('out') || passedValues(args).some(({ kind }) => kind === 'function')) return true;
  const last = name.split('.').pop()!;
  return CHANGES_ARGUMENT.test(name) || isChangingMethod(last) || /^(?:setattr|delattr|next)$/.test(last);
}

function passedValues({ positional, named }: Arguments): Py[] {
  return [...positional, ...named.values()].map(({ value }) => value);
}

function isChangeable(value: Py): boolean {
  if (value.kind === 'tuple') return value.items.some(isChangeable);
  return ['array', 'list', 'dictionary', 'set', 'instance', 'iterator', 'layer', 'generator'].includes(value.kind);
}

/** `__new__`: its result is initialized where it is an instance of the class. */
function madeBy(maker: Py, type: PyClass, args: Arguments, machine: Machine): Py {
  const own = maker.kind === 'staticmethod' ? maker.get : maker;
  const made = callValue(
    own,
    { ...args, positional: [{ value: type, range: args.range }, ...args.positional] },
    machine,
  );
  if (made.kind !== 'instance' || !isSubclass(made.class, type)) return made;
  const init = findMember(made.class, '__init__');
  if (init) callValue(bindMethod(init, made), args, machine);
  return made;
}

function construct(type: PyClass, args: Arguments, machine: Machine): Py {
  refuseAbstract(type);
  const [only] = args.positional;
  if (type.enumeration && only) return memberOfValue(type, only.value, machine);
  const init = findMember(type, '__init__');
  const exception = isException(type);
  const maker = exception ? undefined : findMember(type, '__new__');
  if (maker) return madeBy(maker, type, args, machine);
  const instance = exception
    ? makeException(
        type,
        args.positional.map(({ value }) => value),
      )
    : makeInstance(type);
  if (findMember(type, '__del__')) machine.freeable.add(instance);
  if (init) callValue(bindMethod(init, instance), args, machine);
  else if (!exception && !setFlaxFields(instance, args) && (args.positional.length > 0 || args.named.size > 0)) {
    if (type.order.some(({ name }) => name.startsWith('torch.') || name === 'Module'))
      throw new LensError(msg('classes derived from {0} are not supported', type.name));
    throw typeError(`${type.name}() takes no arguments`);
  }
  return instance;
}
