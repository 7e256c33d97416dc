/** `dataclasses`. */
import { LensError, msg } from '../../../../../message';
import { typeError } from '../../../runtime/PythonError';
import { pyText, pyTuple } from '../../../value/constructors';
import type { DataField, Py, PyDictionary, PyInstance } from '../../../value/Py';
import { makeClass, makeInstance } from '../../objects/classes';
import { makeDataClass } from './dataClass';
import type { Builtins } from '../../builtins/table';
import type { Call } from '../../../library/call/Call';

/** The type of what `field(…)` returns in a class's body. */
const FIELD = makeClass('Field', [], new Map());

export const DATACLASSES: Builtins = {
  dataclass: [
    '_cls? init? repr? eq? order? unsafe_hash? frozen? match_args? kw_only? slots?',
    (call) => {
      for (const option of ['init', 'repr', 'eq']) if (!call.flag(option, true)) throw unsupported(option);
      for (const option of ['order', 'unsafe_hash', 'kw_only', 'slots'])
        if (call.flag(option, false)) throw unsupported(option);
      const frozen = call.flag('frozen', false);
      const decorate = (value: Py): Py => {
        if (value.kind !== 'class') throw typeError('dataclass() should be called on a class');
        return makeDataClass(value, frozen, declared);
      };
      if (!call.lacks('_cls')) return decorate(call.value('_cls'));
      return { kind: 'function', name: 'wrap', call: ({ positional }) => decorate(positional[0]!.value) };
    },
  ],
  field: [
    'default? default_factory? init? repr? hash? compare? metadata? kw_only?',
    (call) => {
      const made = makeInstance(FIELD);
      for (const name of ['default', 'default_factory', 'init', 'repr'])
        if (call.has(name)) made.attributes.set(name, call.value(name));
      if (!call.flag('compare', true)) throw unsupported('compare');
      return made;
    },
  ],
  asdict: [
    'obj',
    (call) => {
      const made: PyDictionary = { kind: 'dictionary', entries: new Map(dataOf(call)) };
      return made;
    },
  ],
  astuple: ['obj', (call) => pyTuple(dataOf(call).map(([, value]) => value))],
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
    return { name, ...(given && { value: given }), init: true, repr: true };
  }
  const { attributes } = given;
  const [value, factory] = [attributes.get('default'), attributes.get('default_factory')];
  return { name, ...(value && { value }), ...(factory && { factory }), init: isOn('init'), repr: isOn('repr') };

  function isOn(option: string): boolean {
    const found = attributes.get(option);
    return found?.kind !== 'number' || found.value !== 0;
  }
}

/** The fields of an instance, by name. */
function dataOf(call: Call): [string, Py][] {
  const value = call.value('obj');
  if (value.kind !== 'instance' || !value.class.fields)
    throw typeError(`${call.callee.split('.').pop()!}() should be called on dataclass instances`);
  return value.class.fields.flatMap(({ name }): [string, Py][] => {
    const found = value.attributes.get(name);
    return found ? [[name, found]] : [];
  });
}

function unsupported(option: string): LensError {
  return new LensError(msg('{0} with {1} is not supported', 'dataclass', `${option}=`));
}
