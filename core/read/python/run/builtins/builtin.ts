/** Python's built-in names. */
import type { Py } from '../../value/Py';
import { builtinException } from '../objects/exceptionClasses';
import { NOT_IMPLEMENTED } from '../objects/callSpecial';
import { ITEM_FUNCTIONS } from './itemFunctions';
import { ITERATORS } from './iterators';
import { MATCH_FUNCTIONS } from './matchFunctions';
import { NUMBER_FUNCTIONS } from './numberFunctions';
import { OBJECT_FUNCTIONS } from './objectFunctions';
import { fromTable, type Builtins } from './table';
import { TEXT_FUNCTIONS } from './textFunctions';
import { builtinType } from './types';

const FUNCTIONS: Builtins = {
  ...NUMBER_FUNCTIONS,
  ...ITEM_FUNCTIONS,
  ...OBJECT_FUNCTIONS,
  ...TEXT_FUNCTIONS,
  ...ITERATORS,
  ...MATCH_FUNCTIONS,
};

/** Functions that print or show their arguments. */
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
  if (name === 'Ellipsis') return { kind: 'ellipsis' };
  if (name === 'NotImplemented') return { kind: 'text', value: NOT_IMPLEMENTED };
  return builtinType(name) ?? builtinException(name) ?? fromTable(FUNCTIONS, name);
}
