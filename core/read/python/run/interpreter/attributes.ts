/** `value.name`: read, assigned and deleted. */
import { LensError, msg } from '../../../../message';
import { dtypeMember } from '../../library/dtypeMembers';
import { arrayMember, numberMember, shared, withShape } from '../../library/arrayMembers';
import { SHAPING } from '../../library/manipulation/shaping';
import { isNumPy } from '../../library/arrayMethods';
import { toArray, toIntegers } from '../../library/call/coerce';
import { isWithoutEffect, memberOf } from '../../modules/namespaces';
import { takenAs } from '../../modules/takenAs';
import { randomFunction } from '../../library/random/random';
import { generatorMethod } from '../../library/random/randomGenerator';
import { torchGeneratorMethod } from '../../library/torch/torchRandom';
import { ufuncMethod } from '../../library/mathematics/ufuncMethods';
import { defer, isDeferred } from '../../layers/others/deferred';
import { evalMethod } from '../../layers/others/sessions';
import { otherMethod } from '../../layers/others/otherMethod';
import { requireGradients } from '../../layers/parameters';
import { layerMember, setParameter } from '../../layers/layerMembers';
import { PythonError } from '../../runtime/PythonError';
import { typeName } from '../../value/typeName';
import { NONE, pyBool, pyText } from '../../value/constructors';
import type { Py, PyInstance } from '../../value/Py';
import { moduleMember } from '../libraries/modules';
import { flatGrid } from '../operations/plotGrid';
import type { Machine } from '../machine/Machine';
import { tapeAttribute } from '../operations/gradient/gradients';
import { truthOf } from '../operations/truthOf';
import { dictionaryMethod } from '../methods/dictionaryMethods';
import { listMethod } from '../methods/listMethods';
import { iteratorMethod } from '../methods/iteratorMethods';
import { setMethod } from '../methods/setMethods';
import { sliceMember } from '../methods/sliceMembers';
import { stringMethod } from '../methods/stringMethods';
import { applyOfAutograd } from '../objects/autogradFunction';
import { findMember } from '../objects/classes';
import { isDataDescriptor, objectMethod, slotsOf } from '../objects/specialMethods';
import { namedTupleMember } from '../objects/namedTuple';
import { commonMember, refusal, specialMember } from './specialMembers';
import { typeMember } from './typeMembers';
import { classMember, instanceMember, propertyMember, refuseInherited, superMember } from './instanceMembers';

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
  const found =
    knownMember(value, name, machine) ?? commonMember(value, name, machine) ?? specialMember(value, name, machine);
  if (found) {
    if (machine.tape.active && value.kind === 'array' && found.kind === 'array')
      tapeAttribute(value, name, found, machine);
    return found;
  }
  switch (value.kind) {
    case 'array':
      if (name === 'expand_dims' && /\bmxnet\b/.test(machine.text)) return shared(value, name, SHAPING.expand_dims!);
      if (isNumPy(value) && !ARRAY_ATTRIBUTES.has(name)) break;
      throw refusal(value, name);
    case 'layer':
    case 'generator':
      throw refusal(value, name);
    case 'unknown':
      return machine.unknown();
    case 'number':
      if (value.numpy && !name.startsWith('__')) throw refusal(value, name);
      break;
    case 'function':
      if ((value.type === undefined && !name.startsWith('cache_')) || value.type === 'object') break;
      throw refusal(value, name);
    case 'dtype':
      if (value.instance) break;
      throw refusal(value, name);
    case 'instance':
      refuseInherited(value, name);
      break;
    case 'class': {
      const apply = name === 'apply' ? applyOfAutograd(value, machine) : undefined;
      if (apply) return apply;
      throw new PythonError('AttributeError', `type object '${value.name}' has no attribute '${name}'`);
    }
    default:
  }
  throw new PythonError('AttributeError', `'${typeName(value)}' object has no attribute '${name}'`);
}

/** `torch.backends.cudnn`, `theano.config.dnn`; JAX's changes the types of numbers. */
const SETTINGS = /^(?!jax\b)\w+\.(?:config|backends)(?:\.|$)/;

export function setAttribute(target: Py, name: string, value: Py, machine: Machine): void {
  switch (target.kind) {
    case 'namespace':
      if (isWithoutEffect(target.path) || SETTINGS.test(target.path)) return;
      break;
    case 'array':
      if (name === 'requires_grad' || name === 'stop_gradient') {
        machine.tape.require(target, truthOf(value, machine) === (name === 'requires_grad'));
        return;
      }
      if (name === 'grad') {
        machine.tape.setGradient(target, value.kind === 'none' ? undefined : toArray(value, machine.context));
        return;
      }
      if (name === 'data' && value.kind === 'array') {
        const { store, offset, shape, strides, dtype } = value;
        Object.assign(target, { store, offset, shape, strides, dtype });
        return;
      }
      if (name !== 'shape') break;
      Object.assign(target, withShape(target, toIntegers(value), machine.context));
      return;
    case 'layer':
      if (target.parameter && name === 'requires_grad')
        requireGradients(target, truthOf(value, machine), machine.context);
      else setParameter(target, name, toArray(value, machine.context));
      return;
    case 'instance': {
      if (target.class.frozen) throw new PythonError('FrozenInstanceError', `cannot assign to field '${name}'`);
      const hook = findMember(target.class, '__setattr__');
      if (hook) {
        machine.call(hook, [target, pyText(name), value]);
        return;
      }
      const descriptor = findMember(target.class, name);
      if (descriptor?.kind !== 'property') {
        setPlainAttribute(target, name, value, descriptor, machine);
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

function setPlainAttribute(
  target: PyInstance,
  name: string,
  value: Py,
  descriptor: Py | undefined,
  machine: Machine,
): void {
  if (descriptor?.kind === 'instance' && isDataDescriptor(descriptor)) {
    machine.call(findMember(descriptor.class, '__set__')!, [descriptor, target, value]);
    return;
  }
  const slots = slotsOf(target.class);
  if (slots && !slots.has(name))
    throw new PythonError('AttributeError', `'${target.class.name}' object has no attribute '${name}'`);
  target.attributes.set(name, value);
}

export function deleteAttribute(target: Py, name: string, machine: Machine): void {
  const attributes =
    target.kind === 'instance' ? target.attributes : target.kind === 'class' ? target.members : undefined;
  const descriptor = target.kind === 'instance' ? findMember(target.class, name) : undefined;
  if (descriptor?.kind === 'property') {
    if (!descriptor.delete)
      throw new PythonError('AttributeError', `property '${name}' of '${typeName(target)}' object has no deleter`);
    machine.call(descriptor.delete, [target]);
    return;
  }
  if (attributes?.delete(name)) return;
  attributeOf(target, name, machine);
  throw new LensError(msg('attribute {0} of {1} cannot be deleted', name, typeName(target)));
}

export function knownMember(value: Py, name: string, machine: Machine): Py | undefined {
  switch (value.kind) {
    case 'namespace':
      return flatGrid(value, name) ?? namespaceMember(value.path, name, machine);
    case 'array':
      if (name === 'eval' && value.notation === 'tensorflow') return evalMethod(value);
      if (name === 'grad' && (value.notation === 'pytorch' || machine.tape.isTracked(value)))
        return machine.tape.gradientOf(value) ?? NONE;
      if (name === 'requires_grad' && value.notation === 'pytorch' && machine.tape.wanted)
        return pyBool(machine.tape.isTracked(value));
      return arrayMember(value, name) ?? otherMethod(value, name, machine.context);
    case 'dtype':
      return value.instance && !value.torch ? dtypeMember(value.dtype, name) : undefined;
    case 'number':
      return numberMember(value, name, machine.context);
    case 'generator':
      if (value.torch) return torchGeneratorMethod(name, value, value.torch);
      return value.modern ? generatorMethod(name, value) : randomFunction(name, value.source);
    case 'text':
      return stringMethod(value.value, name, machine);
    case 'list':
    case 'tuple':
    case 'range':
      return namedTupleMember(value, name, machine) ?? listMethod(value, name, machine);
    case 'dictionary':
      return dictionaryMethod(value, name, machine);
    case 'set':
      return setMethod(value, name, machine);
    case 'slice':
      return sliceMember(value, name, machine);
    case 'iterator':
      return value.member?.(name) ?? iteratorMethod(value, name, machine);
    case 'layer':
      if (!isDeferred(value)) return layerMember(value, name, machine.context);
      if (name === 'eval') return evalMethod(value);
      return defer(name, (evaluate) => attributeOf(evaluate(value), name, machine));
    case 'instance':
      return instanceMember(value, name, machine);
    case 'class':
      return classMember(value, name, machine);
    case 'super':
      return superMember(value, name, machine);
    case 'property':
      return propertyMember(value, name);
    case 'function':
      if (value.type === 'object') return objectMethod(name, undefined);
      return (
        value.user?.attributes.get(name) ??
        ufuncMethod(value.name, name) ??
        moduleMember(`${value.name}.${name}`) ??
        typeMember(value, name, machine) ??
        staticMember(value.name, name, machine)
      );
    default:
      return undefined;
  }
}

function namespaceMember(owner: string, name: string, { context, lenient }: Machine): Py {
  const path = name === 'math' && owner === 'numpy' ? name : `${owner}.${name}`;
  const known = moduleMember(path) ?? memberOf(path, context) ?? (lenient ? takenAs(path, context) : undefined);
  return known ?? { kind: 'namespace', path };
}

/** A function of a class of a library: `Tensor.ones`. */
function staticMember(path: string, name: string, machine: Machine): Py | undefined {
  return path === 'tinygrad.Tensor' ? memberOf(`${path}.${name}`, machine.context) : undefined;
}
