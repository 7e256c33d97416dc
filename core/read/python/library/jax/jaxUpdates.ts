/** JAX's `x.at[index].set(value)`: a changed copy. */
import type { IndexPart } from '../../array/IndexPart';
import { getItem, setItem } from '../../array/indexing';
import type { PyArray } from '../../array/PyArray';
import { copyOf } from '../../array/reshaping';
import type { LayerObject, Py } from '../../value/Py';
import { libraryFunction, type Call, onInput } from '../call/Call';
import { toArray } from '../call/coerce';
import { applyBinary } from '../ufunc/applyUfunc';
import { BINARY_UFUNCS } from '../ufunc/binaryUfuncs';

const OPERATIONS: Readonly<Record<string, string>> = {
  add: 'add',
  multiply: 'multiply',
  min: 'minimum',
  max: 'maximum',
};

export function jaxUpdates(array: PyArray): Py {
  return { ...nothing, item: (parts) => ({ ...nothing, member: (name) => update(array, parts, name) }) };
}

const nothing: LayerObject = {
  kind: 'layer',
  callee: 'at',
  framework: 'numpy',
  weights: {},
  hasBias: false,
  apply: onInput((call) => call.value('input')),
};

function update(array: PyArray, parts: readonly IndexPart[], name: string): Py | undefined {
  const operation = Object.hasOwn(OPERATIONS, name) ? OPERATIONS[name] : undefined;
  if (name === 'get') return libraryFunction('get', '', (call) => getItem(array, parts, call.context));
  if (name !== 'set' && operation === undefined) return undefined;
  return libraryFunction(name, 'values', (call) => changed(array, parts, operation, call));
}

function changed(array: PyArray, parts: readonly IndexPart[], operation: string | undefined, call: Call): Py {
  const copy = copyOf(array, call.context);
  const given = call.array('values');
  const value = operation
    ? applyBinary(BINARY_UFUNCS.get(operation)!, getItem(array, parts, call.context), given, call.context)
    : given;
  setItem(copy, parts, toArray(value, call.context), call.context);
  return copy;
}
