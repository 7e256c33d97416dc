/** `value.name`: read, assigned and deleted. */
import { LensError, msg } from '../../../../message';
import { dtypeMember } from '../../library/dtypeMembers';
import { arrayMember, withShape } from '../../library/arrayMembers';
import { isNumPy } from '../../library/arrayMethods';
import { toArray, toIntegers } from '../../library/call/coerce';
import { isWithoutEffect, memberOf } from '../../modules/namespaces';
import { randomFunction } from '../../library/random/random';
import { generatorMethod } from '../../library/random/randomGenerator';
import { torchGeneratorMethod } from '../../library/torch/torchRandom';
import { ufuncMethod } from '../../library/mathematics/ufuncMethods';
import { clearGradients, layerMember, setParameter } from '../../layers/layerMembers';
import { flaxMember } from '../../layers/flaxModule';
import { parameterMethod } from '../../layers/parameters';
import { modeMember } from '../../layers/trainingMode';
import { PythonError } from '../../runtime/PythonError';
import { typeName } from '../../value/typeName';
import { NONE, text, tuple } from '../../value/constructors';
import type { Py, PyClass, PyInstance } from '../../value/Py';
import { moduleMember } from '../builtins/modules';
import type { Machine } from '../machine/Machine';
import { isPureModule, isSupportedModule } from './missingFunctions';
import { dictionaryMethod } from '../methods/dictionaryMethods';
import { listMethod } from '../methods/listMethods';
import { iteratorMethod } from '../methods/iteratorMethods';
import { setMethod } from '../methods/setMethods';
import { stringMethod } from '../methods/stringMethods';
import { bindMethod } from '../objects/bindMethod';
import { findMember, isTestCase } from '../objects/classes';
import { namedTupleMember } from '../objects/namedTuple';
import { specialMember } from './specialMembers';
import { isException } from '../objects/exceptionClasses';

/** All public attributes of `numpy.ndarray`, NumPy 1.24. */
const ARRAY_ATTRIBUTES = new Set(
  (
    'T all any argmax argmin argpartition argsort astype base byteswap choose clip compress conj conjugate copy ctypes cumprod ' +
    'cumsum data diagonal dot dtype dump dumps fill flags flat flatten getfield imag item itemset itemsize max mean min nbytes ' +
    'ndim newbyteorder nonzero partition prod ptp put ravel real repeat reshape resize round searchsorted setfield setflags ' +
    'shape size sort squeeze std strides sum swapaxes take tobytes tofile tolist tostring trace transpose var view'
  ).split(' '),
);

export function attributeOf(value: Py, name: string, machine: Machine): Py {
  const found = memberOfValue(value, name, machine) ?? commonMember(value, name) ?? specialMember(value, name, machine);
  if (found) return found;
  switch (value.kind) {
    case 'array':
      if (isNumPy(value) && !ARRAY_ATTRIBUTES.has(name) && !name.startsWith('_')) break;
      throw new LensError(msg('{0}.{1} is not supported', typeName(value), name));
    case 'layer':
    case 'generator':
      throw new LensError(msg('{0}.{1} is not supported', typeName(value), name));
    case 'unknown':
      return machine.unknown();
    case 'number':
      if (value.numpy) throw new LensError(msg('{0}.{1} is not supported', typeName(value), name));
      break;
    case 'instance':
      refuseInherited(value, name);
      break;
    case 'class':
      throw new PythonError('AttributeError', `type object '${value.name}' has no attribute '${name}'`);
    default:
  }
  throw new PythonError('AttributeError', `'${typeName(value)}' object has no attribute '${name}'`);
}

export function setAttribute(target: Py, name: string, value: Py, machine: Machine): void {
  switch (target.kind) {
    case 'namespace':
      if (isWithoutEffect(target.path)) return;
      break;
    case 'array':
      if (name === 'requires_grad') {
        if (value.kind === 'number' && value.value !== 0) machine.tape.watch(target);
        else machine.tape.unwatch(target);
        return;
      }
      if (name === 'grad') {
        machine.tape.setGradient(target, value.kind === 'none' ? undefined : toArray(value, machine.context));
        return;
      }
      if (name !== 'shape') break;
      Object.assign(target, withShape(target, toIntegers(value), machine.context));
      return;
    case 'layer':
      setParameter(target, name, toArray(value, machine.context));
      return;
    case 'instance': {
      if (target.class.frozen) throw new PythonError('FrozenInstanceError', `cannot assign to field '${name}'`);
      const descriptor = findMember(target.class, name);
      if (descriptor?.kind !== 'property') {
        target.attributes.set(name, value);
        return;
      }
      if (!descriptor.set)
        throw new PythonError('AttributeError', `property '${name}' of '${target.class.name}' object has no setter`);
      machine.call(descriptor.set, [target, value]);
      return;
    }
    case 'class':
      target.members.set(name, value);
      return;
    case 'function':
      if (!target.user) break;
      target.user.attributes.set(name, value);
      return;
    case 'unknown':
      machine.unknown();
      return;
    default:
  }
  throw new LensError(msg('attribute {0} of {1} cannot be assigned', name, typeName(target)));
}

export function deleteAttribute(target: Py, name: string, machine: Machine): void {
  const attributes =
    target.kind === 'instance' ? target.attributes : target.kind === 'class' ? target.members : undefined;
  if (attributes?.delete(name)) return;
  attributeOf(target, name, machine);
  throw new LensError(msg('attribute {0} of {1} cannot be deleted', name, typeName(target)));
}

function memberOfValue(value: Py, name: string, machine: Machine): Py | undefined {
  switch (value.kind) {
    case 'namespace': {
      const path = name === 'math' && value.path === 'numpy' ? name : `${value.path}.${name}`;
      return moduleMember(path) ?? memberOf(path, machine.context) ?? { kind: 'namespace', path };
    }
    case 'array':
      if (name === 'grad' && value.notation === 'pytorch') return machine.tape.gradientOf(value) ?? NONE;
      return arrayMember(value, name);
    case 'dtype':
      return value.instance && !value.torch ? dtypeMember(value.dtype, name) : undefined;
    case 'number':
      if (!value.numpy && /^(shape|ndim|dtype|T|mean|sum|reshape|astype)$/.test(name)) return undefined;
      return arrayMember(toArray(value, machine.context), name);
    case 'generator':
      if (value.torch) return torchGeneratorMethod(name, value, value.torch);
      return value.modern ? generatorMethod(name, value) : randomFunction(name, value.source);
    case 'text':
      return stringMethod(value.value, name, machine);
    case 'list':
    case 'tuple':
    case 'range': {
      const field = value.fields?.indexOf(name) ?? -1;
      if (field >= 0) return value.items[field];
      return (value.fields && namedTupleMember(value, value.fields, name)) ?? listMethod(value, name, machine);
    }
    case 'dictionary':
      return dictionaryMethod(value, name, machine);
    case 'set':
      return setMethod(value, name, machine);
    case 'iterator':
      return value.member?.(name) ?? iteratorMethod(value, name, machine);
    case 'layer':
      return layerMember(value, name, machine.context);
    case 'instance':
      return instanceMember(value, name, machine);
    case 'class':
      return classMember(value, name);
    case 'super': {
      const { self, after } = value;
      const found = findMember(self.kind === 'instance' ? self.class : self, name, after);
      if (!found && name === '__init__') return baseInit(self);
      return found && bindMethod(found, self);
    }
    case 'property':
      if (name !== 'setter' && name !== 'getter') return undefined;
      return {
        kind: 'function',
        name,
        call: ({ positional }) => {
          const given = positional[0]?.value ?? NONE;
          return name === 'setter' ? { ...value, set: given } : { ...value, get: given };
        },
      };
    case 'function':
      return value.user?.attributes.get(name) ?? ufuncMethod(value.name, name) ?? moduleMember(`${value.name}.${name}`);
    default:
      return undefined;
  }
}

/** A class outside of the text, from which the class of an instance is derived, may define the attribute. */
function refuseInherited({ class: type }: PyInstance, name: string): void {
  const base = type.framework;
  if (base !== undefined && !isPureModule(base) && !isSupportedModule(base))
    throw new LensError(msg('{0}.{1} may come from {2}, which is not in the text', type.name, name, base));
}

/** `super().__init__` where no class of the text is left: an exception keeps the arguments. */
function baseInit(self: PyInstance | PyClass): Py {
  return {
    kind: 'function',
    name: '__init__',
    call: ({ positional }) => {
      if (self.kind === 'instance' && isException(self.class))
        self.attributes.set('args', tuple(positional.map(({ value }) => value)));
      return NONE;
    },
  };
}

/** Methods of the frameworks' modules that have no effect in the interpreter. */
const SELF_METHODS = new Set(['cpu', 'cuda', 'requires_grad_']);

function instanceMember(value: PyInstance, name: string, machine: Machine): Py | undefined {
  const found = findMember(value.class, name);
  if (found?.kind === 'property') return machine.call(found.get, [value]);
  const own = value.attributes.get(name);
  if (own) return own;
  if (found) return bindMethod(found, value);
  if (isTestCase(value.class) && /^(?:assert\w*|skipTest)$/.test(name))
    return { kind: 'function', name, call: () => NONE };
  const flax = flaxMember(value, name);
  if (flax) return flax;
  const parameters =
    value.class.framework === undefined ? undefined : (modeMember(value, name) ?? parameterMethod(value, name));
  if (parameters) return parameters;
  if (name === 'zero_grad' && value.class.framework !== undefined)
    return {
      kind: 'function',
      name,
      call: () => {
        for (const each of value.attributes.values()) if (each.kind === 'layer') clearGradients(each, machine.context);
        return NONE;
      },
    };
  if (value.class.framework !== undefined && SELF_METHODS.has(name))
    return { kind: 'function', name, call: () => value };
  if (value.class.framework !== undefined && name === 'to')
    return {
      kind: 'function',
      name,
      call: ({ positional, named }) => {
        const given = [...positional, ...named.values()];
        if (given.some((argument) => argument.value.kind === 'dtype'))
          throw new LensError(msg('the argument {0} of {1} is not supported', 'dtype', 'to'));
        return value;
      },
    };
  if (isException(value.class)) {
    if (name === '__cause__' || name === '__context__') return NONE;
    const args = value.attributes.get('args');
    if (name === 'value' && value.class.name === 'StopIteration' && args?.kind === 'tuple')
      return args.items[0] ?? NONE;
  }
  if (name === '__dict__') return { kind: 'dictionary', entries: new Map(value.attributes) };
  const fallback = findMember(value.class, '__getattr__');
  return fallback && machine.call(fallback, [value, text(name)]);
}

function classMember(value: PyClass, name: string): Py | undefined {
  const found = findMember(value, name);
  if (found) return bindMethod(found, value);
  if (name === '__bases__' && value.bases.length > 0) return tuple([...value.bases]);
  return name === '__mro__' ? tuple([...value.order]) : undefined;
}

/** `__name__`, `__class__` and `__doc__`. */
function commonMember(value: Py, name: string): Py | undefined {
  if (name === '__class__' && value.kind === 'instance') return value.class;
  if (name === '__name__') {
    if (value.kind === 'function')
      return value.user?.attributes.get('__name__') ?? text(value.type ?? value.name.split('.').pop()!);
    if (value.kind === 'class') return text(value.name);
    if (value.kind === 'dtype') return text(value.dtype);
  }
  if (name === '__doc__' && value.kind === 'function' && value.user)
    return value.user.doc === undefined ? NONE : text(value.user.doc);
  return undefined;
}
