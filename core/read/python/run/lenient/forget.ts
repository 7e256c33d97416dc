/** Makes variables unknown, with every other variable that shares their values. */
import { UNKNOWN } from '../../value/constructors';
import type { Py } from '../../value/Py';
import type { TextRange } from '../../../ParseResult';
import type { Globals } from '../interpreter/Globals';

const MAX_DEPTH = 4;
const MAX_VISITED = 10_000;

export function forget(names: ReadonlySet<string>, range: TextRange, globals: Globals): void {
  const parts = new Set<object>();
  for (const name of names) {
    const { value } = globals.cell(name);
    if (value) collect(value, parts, 0);
  }
  for (const { name, value } of globals.variables) {
    if (value && value !== UNKNOWN && !names.has(name) && shares(value, parts, 0)) globals.forget(name, range);
  }
  for (const name of names) globals.forget(name, range);
}

/** Adds what can change in place: stores of arrays, and containers. */
function collect(value: Py, parts: Set<object>, depth: number): void {
  const part = changeable(value);
  if (!part || parts.has(part) || parts.size > MAX_VISITED) return;
  parts.add(part);
  if (depth < MAX_DEPTH) itemsOf(value).forEach((item) => collect(item, parts, depth + 1));
}

function shares(value: Py, parts: ReadonlySet<object>, depth: number): boolean {
  const part = changeable(value);
  if (part && parts.has(part)) return true;
  return depth < MAX_DEPTH && itemsOf(value).some((item) => shares(item, parts, depth + 1));
}

function changeable(value: Py): object | undefined {
  switch (value.kind) {
    case 'array':
      return value.store;
    case 'list':
    case 'dictionary':
    case 'set':
    case 'instance':
    case 'layer':
    case 'iterator':
      return value;
    case 'tuple':
      return value.items;
    default:
      return undefined;
  }
}

function itemsOf(value: Py): Py[] {
  switch (value.kind) {
    case 'list':
    case 'tuple':
      return value.array ? [] : value.items.slice(0, 1000);
    case 'dictionary':
      return [...value.entries.values()];
    case 'instance':
      return [...value.attributes.values()];
    default:
      return [];
  }
}
