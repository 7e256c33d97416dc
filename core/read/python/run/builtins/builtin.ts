/** Python's built-in names. */
import type { Py } from '../../value/Py';
import { builtinException } from '../objects/exceptionClasses';
import { NOT_IMPLEMENTED } from '../objects/callSpecial';
import { FUNCTIONS } from './functions';
import { ITERATORS } from './iterators';
import { fromTable } from './table';
import { builtinType } from './types';

/** They print or show their arguments. */
export const SHOWING = new Set(['print', 'display', 'pprint', 'help']);

const made = new Map<string, Py>();

/** The same object for the same name, so that `is` works. */
export function builtin(name: string): Py | undefined {
  const known = made.get(name);
  if (known) return known;
  const value = find(name);
  if (value) made.set(name, value);
  return value;
}

function find(name: string): Py | undefined {
  if (name === '__name__') return { kind: 'text', value: '__main__' };
  if (name === 'NotImplemented') return { kind: 'text', value: NOT_IMPLEMENTED };
  return builtinType(name) ?? builtinException(name) ?? fromTable(FUNCTIONS, name) ?? fromTable(ITERATORS, name);
}
