/** The order in which CPython's sets give their items (Objects/setobject.c of CPython 3.11). */
import type { Py, PySet } from './Py';

const LINEAR_PROBES = 9;
const PERTURB_SHIFT = 5n;
const FIRST_SIZE = 8;
/** Larger sets keep the order of insertion. */
const MOST_ITEMS = 20_000;

/** Whole numbers in the order of CPython's hash table; other items, whose hashes differ in each run, as they were added. */
export function setItems({ entries }: PySet): Py[] {
  const items = [...entries.values()];
  if (items.length < 2 || items.length > MOST_ITEMS || !items.every(isWhole)) return items;
  let table = new Array<Py | undefined>(FIRST_SIZE).fill(undefined);
  let used = 0;
  for (const item of items) {
    insert(table, item);
    used += 1;
    if (used * 5 >= (table.length - 1) * 3) table = resized(table, used);
  }
  return table.filter((item): item is Py => item !== undefined);
}

function isWhole(item: Py): boolean {
  return item.kind === 'number' && Number.isSafeInteger(item.value);
}

function resized(table: readonly (Py | undefined)[], used: number): (Py | undefined)[] {
  let size = FIRST_SIZE;
  while (size <= used * 4) size *= 2;
  const wider = new Array<Py | undefined>(size).fill(undefined);
  for (const item of table) if (item) insert(wider, item);
  return wider;
}

function insert(table: (Py | undefined)[], item: Py): void {
  const mask = BigInt(table.length - 1);
  const value = (item as { readonly value: number }).value;
  let perturb = BigInt.asUintN(64, BigInt(value === -1 ? -2 : value));
  let at = perturb & mask;
  for (;;) {
    const first = Number(at);
    const last = first + LINEAR_PROBES <= table.length - 1 ? first + LINEAR_PROBES : first;
    for (let place = first; place <= last; place++) {
      if (table[place] !== undefined) continue;
      table[place] = item;
      return;
    }
    perturb >>= PERTURB_SHIFT;
    at = (at * 5n + 1n + perturb) & mask;
  }
}
