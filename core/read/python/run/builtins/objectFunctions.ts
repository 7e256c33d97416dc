/** Built-in functions of any object: `isinstance`, `getattr`, `property`, `id`. */
import type { Call } from '../../library/call/Call';
import { canonicalPath } from '../../modules/namespaces';
import { hashKey } from '../../value/hashKey';
import { PythonError, typeError } from '../../runtime/PythonError';
import { NONE, pyBool, pyInteger, pyList, pyText } from '../../value/constructors';
import type { Py } from '../../value/Py';
import { ifKnown } from '../machine/ifKnown';
import type { Machine } from '../machine/Machine';
import { findMember } from '../objects/classes';
import { isException } from '../objects/exceptionClasses';
import { refuse } from './refuse';
import type { Builtins } from './table';
import { isInstance } from './types';

export const OBJECT_FUNCTIONS: Builtins = {
  isinstance: [
    'object type',
    (call, machine) =>
      ifKnown(machine, () => pyBool(isInstance(call.value('object'), call.value('type'), call.context))),
  ],
  issubclass: [
    'type of',
    (call) => {
      const [type, of] = [call.value('type'), call.value('of')];
      return pyBool(type.kind === 'class' && of.kind === 'class' && type.order.includes(of));
    },
  ],
  /** The module of a file whose name is not an identifier: `__import__('0-conv_forward').conv_forward`. */
  __import__: ['name *rest', (call) => ({ kind: 'namespace', path: canonicalPath(call.text('name')) })],
  callable: ['object', (call) => pyBool(isCallable(call.value('object')))],
  id: ['object', (call) => pyInteger(identityOf(call.value('object')))],
  hash: ['object', (call) => refuseHash(call)],
  getattr: ['object name default?', getAttribute],
  hasattr: [
    'object name',
    (call, machine) => {
      try {
        const [value, name] = [call.value('object'), call.text('name')];
        if (name !== '__dict__' || value.kind !== 'class') machine.attribute(value, name);
        return pyBool(true);
      } catch (error) {
        if (error instanceof PythonError && error.type === 'AttributeError') return pyBool(false);
        throw error;
      }
    },
  ],
  vars: ['object?', attributesOf],
  dir: ['object?', namesOf],
  setattr: [
    'object name value',
    (call, machine) => {
      machine.setAttribute(call.value('object'), call.text('name'), call.value('value'));
      return NONE;
    },
  ],
  delattr: [
    'object name',
    (call, machine) => {
      machine.deleteAttribute(call.value('object'), call.text('name'));
      return NONE;
    },
  ],
  property: [
    'get set?',
    (call) => ({ kind: 'property', get: call.value('get'), ...(call.has('set') && { set: call.value('set') }) }),
  ],
  staticmethod: ['function', (call) => ({ kind: 'staticmethod', get: call.value('function') })],
  classmethod: ['function', (call) => ({ kind: 'classmethod', get: call.value('function') })],
};

function attributesOf(call: Call, machine: Machine): Py {
  if (!call.has('object')) return refuse('vars');
  const value = call.value('object');
  if (/^(?:number|text|none|list|tuple|range|dictionary|set|array)$/.test(value.kind))
    throw typeError('vars() argument must have __dict__ attribute');
  if (value.kind !== 'instance') return refuse('vars');
  return machine.attribute(value, '__dict__');
}

/** What every instance and class of a text has, Python 3.11. */
const COMMON = (
  'class delattr dict dir doc eq format ge getattribute getstate gt hash init init_subclass le lt module ne new reduce ' +
  'reduce_ex repr setattr sizeof str subclasshook weakref'
).split(' ');

function namesOf(call: Call): Py {
  const value = call.has('object') ? call.value('object') : NONE;
  const type = value.kind === 'instance' ? value.class : value;
  if (type.kind !== 'class' || type.framework !== undefined || type.enumeration || isException(type))
    return refuse('dir');
  const own = value.kind === 'instance' ? [...value.attributes.keys()] : [];
  const members = type.order.flatMap((each) => [...each.members.keys()]);
  const names = new Set([...own, ...members, ...COMMON.map((name) => `__${name}__`)]);
  return pyList([...names].sort().map(pyText));
}

function getAttribute(call: Call, machine: Machine): Py {
  try {
    return machine.attribute(call.value('object'), call.text('name'));
  } catch (error) {
    if (call.has('default') && error instanceof PythonError && error.type === 'AttributeError')
      return call.value('default');
    throw error;
  }
}

function isCallable(value: Py): boolean {
  if (value.kind === 'instance') return findMember(value.class, '__call__') !== undefined;
  return ['function', 'class', 'dtype', 'layer'].includes(value.kind);
}

const identities = new WeakMap<object, number>();

let nextIdentity = 140_000_000_000_000;

/** A number that is the same for the same object. Its value differs from Python's. */
function identityOf(value: Py): number {
  let identity = identities.get(value);
  if (identity === undefined) identities.set(value, (identity = nextIdentity += 48));
  return identity;
}

function refuseHash(call: Call): Py {
  hashKey(call.value('object'));
  return refuse('hash');
}
