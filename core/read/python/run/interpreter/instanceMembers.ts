/** Attributes of the instances and classes of a program. */
import { libraryFunction } from '../../library/call/Call';
import { LensError, msg } from '../../../../message';
import { flaxMember } from '../../layers/jax/flaxModule';
import { kerasMember } from '../../layers/keras/ownLayer';
import { treeMethod } from '../../layers/moduleTree';
import { parameterMethod } from '../../layers/parameters';
import { modeMember } from '../../layers/trainingMode';
import { NONE, pyList, pyText, pyTuple } from '../../value/constructors';
import type { Py, PyClass, PyDescriptor, PyInstance, PySuper } from '../../value/Py';
import type { Machine } from '../machine/Machine';
import { isPureModule, isSupportedModule } from './missingFunctions';
import { bindMethod } from '../objects/bindMethod';
import { findMember, isTestCase } from '../objects/classes';
import { describedValue, isDataDescriptor, objectMethod } from '../objects/specialMethods';
import { builtin } from '../builtins/builtin';
import { isException } from '../objects/exceptionClasses';

/** Methods that `nn.Module` has and the interpreter lacks. */
const MODULE_METHODS =
  /^(?:double|float|half|bfloat16|type|buffers|named_buffers|get_(?:submodule|parameter|buffer)|register_\w+|to_empty|share_memory|extra_repr|compile|xpu|ipu)$/;

/** A class outside of the text, from which the class of an instance is derived, may define the attribute. */
export function refuseInherited({ class: type }: PyInstance, name: string): void {
  const base = type.framework;
  if (base !== undefined && isPureModule(base) && MODULE_METHODS.test(name))
    throw new LensError(msg('{0}.{1} is not supported', type.name, name));
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
        self.attributes.set('args', pyTuple(positional.map(({ value }) => value)));
      return NONE;
    },
  };
}

/** Methods of the frameworks' modules that have no effect in the interpreter. */
const SELF_METHODS = new Set(['cpu', 'cuda']);

/** `after`: `super().name`, of the classes behind this one; what the object itself holds is not asked then. */
export function instanceMember(value: PyInstance, name: string, machine: Machine, after?: PyClass): Py | undefined {
  const found = findMember(value.class, name, after);
  if (found?.kind === 'property') return machine.call(found.get, [value]);
  const own = after ? undefined : value.attributes.get(name);
  if (own && !(found && isDataDescriptor(found))) return own;
  if (found) return describedValue(found, value, machine) ?? bindMethod(found, value);
  if (isTestCase(value.class) && /^(?:assert\w*|skipTest|subTest)$/.test(name))
    return { kind: 'function', name, call: () => NONE };
  const derived = flaxMember(value, name) ?? kerasMember(value, name);
  if (derived) return derived;
  const parameters =
    value.class.framework === undefined
      ? undefined
      : (modeMember(value, name) ?? parameterMethod(value, name) ?? treeMethod(value, name));
  if (parameters) return parameters;
  if (value.class.framework !== undefined && /^(?:register_(?:buffer|parameter)|add_module)$/.test(name))
    return libraryFunction(name, 'name value|tensor|param|module persistent?', (call) => {
      const given = call.value('value');
      if (name === 'register_buffer' && given.kind === 'array') machine.tape.buffers.add(given);
      value.attributes.set(call.text('name'), given);
      return NONE;
    });
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
  if (after) return undefined;
  if (isException(value.class)) {
    if (name === '__cause__') return NONE;
    if (name === '__context__') throw new LensError(msg('{0}.{1} is not supported', value.class.name, name));
    const args = value.attributes.get('args');
    if (name === 'value' && value.class.name === 'StopIteration' && args?.kind === 'tuple')
      return args.items[0] ?? NONE;
  }
  // The dictionary that holds the attributes: what is put into it is an attribute.
  if (name === '__dict__') return { kind: 'dictionary', entries: value.attributes };
  // `__class__` is that of `object`: it is found before `__getattr__` is asked.
  const fallback = name === '__class__' ? undefined : findMember(value.class, '__getattr__');
  return fallback && machine.call(fallback, [value, pyText(name)]);
}

export function classMember(value: PyClass, name: string, machine: Machine): Py | undefined {
  const found = findMember(value, name);
  if (found) return describedValue(found, value, machine) ?? bindMethod(found, value);
  const root = builtin('object')!;
  const known = value.framework === undefined && !isException(value);
  if (name === '__bases__' && known) return pyTuple(value.bases.length > 0 ? [...value.bases] : [root]);
  if (!known || !/^(?:__mro__|mro)$/.test(name)) return undefined;
  const order = [...value.order, root];
  return name === 'mro' ? { kind: 'function', name, call: () => pyList(order) } : pyTuple(order);
}

/** `super().name`: of the classes after the one whose method it is in. */
export function superMember({ self, after }: PySuper, name: string, machine: Machine): Py | undefined {
  if (self.kind === 'instance') {
    const member = instanceMember(self, name, machine, after);
    if (member) return member;
  } else {
    const found = findMember(self, name, after);
    if (found) return bindMethod(found, self);
  }
  if (name === '__init__') return baseInit(self);
  if (/^(?:setUp|tearDown)(?:Class)?$|^build$/.test(name)) return { kind: 'function', name, call: () => NONE };
  return objectMethod(name, self);
}

/** `@x.setter`, `@x.getter` and `@x.deleter`. */
export function propertyMember(property: PyDescriptor, name: string): Py | undefined {
  const role = { setter: 'set', getter: 'get', deleter: 'delete' }[name];
  if (role === undefined) return undefined;
  return {
    kind: 'function',
    name,
    call: ({ positional }) => ({ ...property, [role]: positional[0]?.value ?? NONE }),
  };
}
