/** `dataclasses`. */
import { LensError, msg } from '../../../../../message';
import { typeError } from '../../../runtime/PythonError';
import { pyBool, pyText, pyTuple } from '../../../value/constructors';
import type { DataField, Py, PyDictionary, PyInstance } from '../../../value/Py';
import { addMethod } from '../../objects/addMethod';
import { makeClass, makeInstance } from '../../objects/classes';
import type { Machine } from '../../machine/Machine';
import { deepCopy } from './copyModule';
import { makeDataClass } from './dataClass';
import type { Builtins } from '../../builtins/table';
import { typeOf } from '../../builtins/types';
import type { Call } from '../../../library/call/Call';

/** The type of what `field(…)` returns in a class's body. */
const FIELD = makeClass('Field', [], new Map());
addMethod(FIELD, '__getattr__', (_self, { positional: [name] }) => {
  throw new LensError(msg('{0}.{1} is not supported', 'Field', name?.value.kind === 'text' ? name.value.value : ''));
});

export const DATACLASSES: Builtins = {
  dataclass: [
    '_cls? init? repr? eq? order? unsafe_hash? frozen? match_args? kw_only? slots?',
    (call) => {
      for (const option of ['unsafe_hash', 'kw_only', 'slots']) if (call.flag(option, false)) throw unsupported(option);
      const names = ['init', 'repr', 'eq', 'order', 'frozen'] as const;
      const options = new Set(names.filter((option, place) => call.flag(option, place < 3)));
      const decorate = (value: Py): Py => {
        if (value.kind !== 'class') throw typeError('dataclass() should be called on a class');
        return makeDataClass(value, options, declared);
      };
      if (!call.lacks('_cls')) return decorate(call.value('_cls'));
      return { kind: 'function', name: 'wrap', call: ({ positional }) => decorate(positional[0]!.value) };
    },
  ],
  field: [
    'default? default_factory? init? repr? hash? compare? metadata? kw_only?',
    (call) => {
      const made = makeInstance(FIELD);
      for (const name of ['default', 'default_factory', 'init', 'repr', 'compare'])
        if (call.has(name)) made.attributes.set(name, call.value(name));
      return made;
    },
  ],
  asdict: [
    'obj',
    (call, machine) =>
      plainOf(call, machine, (pairs): PyDictionary => ({ kind: 'dictionary', entries: new Map(pairs) })),
  ],
  astuple: ['obj', (call, machine) => plainOf(call, machine, (pairs) => pyTuple(pairs.map(([, value]) => value)))],
  is_dataclass: [
    'obj',
    (call) => {
      const value = call.value('obj');
      return pyBool(
        (value.kind === 'instance' ? value.class : value.kind === 'class' ? value : {}).fields !== undefined,
      );
    },
  ],
  replace: [
    'obj **changes',
    (call, machine) => {
      const { callee, range } = call;
      const value = call.value('obj');
      const kept = dataOf(value, call).map(([name, each]) => [name, { value: each, range }] as const);
      const type = typeOf(value, call.context);
      const made = type.kind === 'class' ? type.fields?.filter(({ init }) => init).map(({ name }) => name) : [];
      const named = new Map([...kept.filter(([name]) => made?.includes(name)), ...call.named]);
      return machine.invoke(type, { callee, range, positional: [], named });
    },
  ],
  fields: [
    'class_or_instance',
    (call) => {
      const value = call.value('class_or_instance');
      const type = value.kind === 'instance' ? value.class : value;
      if (type.kind !== 'class' || !type.fields) throw typeError('must be called with a dataclass type or instance');
      return pyTuple(
        type.fields.map(({ name }): PyInstance => ({
          ...makeInstance(FIELD),
          attributes: new Map([['name', pyText(name)]]),
        })),
      );
    },
  ],
};

/** A field as the class's body gives it: a value, `field(…)`, or nothing. */
function declared(name: string, given: Py | undefined): DataField {
  if (given?.kind !== 'instance' || given.class !== FIELD) {
    return { name, ...(given && { value: given }), init: true, repr: true, compare: true };
  }
  const { attributes } = given;
  const [value, factory] = [attributes.get('default'), attributes.get('default_factory')];
  return {
    name,
    ...(value && { value }),
    ...(factory && { factory }),
    init: isOn('init'),
    repr: isOn('repr'),
    compare: isOn('compare'),
  };

  function isOn(option: string): boolean {
    const found = attributes.get(option);
    return found?.kind !== 'number' || found.value !== 0;
  }
}

/** The fields of an instance, by name. */
function dataOf(value: Py, call: Call): [string, Py][] {
  if (value.kind !== 'instance' || !value.class.fields)
    throw typeError(`${call.callee.split('.').pop()!}() should be called on dataclass instances`);
  return value.class.fields.flatMap(({ name }): [string, Py][] => {
    const found = value.attributes.get(name);
    return found ? [[name, found]] : [];
  });
}

/** A copy with the instances of data classes, also those inside, made of their fields. */
function plainOf(call: Call, machine: Machine, made: (fields: [string, Py][]) => Py): Py {
  const value = call.value('obj');
  const known = new Map<Py, Py>();
  const fieldsOf = (each: PyInstance): Py =>
    made(dataOf(each, call).map(([name, item]) => [name, deepCopy(item, machine, known, undefined, plain)]));
  const plain = (each: PyInstance): Py | undefined => (each.class.fields ? fieldsOf(each) : undefined);
  dataOf(value, call);
  return deepCopy(value, machine, known, undefined, plain);
}

function unsupported(option: string): LensError {
  return new LensError(msg('{0} with {1} is not supported', 'dataclass', `${option}=`));
}
