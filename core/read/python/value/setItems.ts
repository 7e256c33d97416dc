/** The order in which CPython's sets give their items (Objects/setobject.c of CPython 3.11). */
import type { Py, PyNumber, PySet } from './Py';

const LINEAR_PROBES = 9;
const PERTURB_SHIFT = 5n;
const FIRST_SIZE = 8;
/** Larger sets keep the order of insertion. */
const MOST_ITEMS = 20_000;

/** Numbers in the order of CPython's hash table; other items, whose hashes differ in each run, as they were added. */
export function setItems({ entries }: PySet): Py[] {
  const items = [...entries.values()];
  if (items.length < 2 || items.length > MOST_ITEMS || !items.every(isFinite)) return items;
  let table = new Array<PyNumber | undefined>(FIRST_SIZE).fill(undefined);
  let used = 0;
  for (const item of items) {
    insert(table, item);
    used += 1;
    if (used * 5 >= (table.length - 1) * 3) table = resized(table, used);
  }
  return table.filter((item) => item !== undefined);
}

function isFinite(item: Py): item is PyNumber {
  return item.kind === 'number' && Number.isFinite(item.value);
}

function resized(table: readonly (PyNumber | undefined)[], used: number): (PyNumber | undefined)[] {
  let size = FIRST_SIZE;
  while (size <= used * 4) size *= 2;
  const wider = new Array<PyNumber | undefined>(size).fill(undefined);
  for (const item of table) if (item) insert(wider, item);
  return wider;
}

function insert(table: (PyNumber | undefined)[], item: PyNumber): void {
  const mask = BigInt(table.length - 1);
  let perturb = BigInt.asUintN(64, hashOf(item.value));
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

/** Numbers are hashed modulo this prime (docs.python.org, "Hashing of numeric types"). */
const MODULUS = 2n ** 61n - 1n;

function hashOf(value: number): bigint {
  let exponent = 0;
  let whole = Math.abs(value);
  for (; !Number.isInteger(whole); exponent--) whole *= 2;
  // A division by 2 is a multiplication by 2⁶⁰.
  const power = BigInt(((exponent % 61) + 61) % 61);
  const hash = ((BigInt(whole) % MODULUS) * 2n ** power) % MODULUS;
  const signed = value < 0 ? -hash : hash;
  return signed === -1n ? -2n : signed;
}
