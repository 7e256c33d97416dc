/** Arguments of a call of a function of the text: arrays, whole numbers and words, by parameter. */
import type { Pair } from '../../../../layer/options';
import type { PyArray } from '../../array/PyArray';
import { LensError } from '../../../../message';
import { isSequence, toArray } from '../../library/call/coerce';
import type { Context } from '../../runtime/Context';
import { Unavailable } from '../../runtime/Unavailable';
import type { Py } from '../../value/Py';

export interface OwnCall {
  readonly arrays: readonly (readonly [name: string, array: PyArray])[];
  readonly numbers: ReadonlyMap<string, number>;
  /** Two whole numbers: `stride = (2, 1)`. */
  readonly pairs: ReadonlyMap<string, Pair>;
  readonly words: ReadonlyMap<string, string>;
  /** Numbers that the code adds to something. */
  readonly literals?: ReadonlySet<number>;
}

/** The numbers that code adds, `sum(window * k) + 0.5`, or begins a sum with, `acc = 0.5`. */
export function literalsIn(code: string): ReadonlySet<number> {
  const found = code.matchAll(/[-+=][ \t]*(\d+\.?\d*(?:e[-+]?\d+)?|\.\d+)(?![\w.]*[ \t]*[*/])/gi);
  return new Set(Array.from(found, ([, number]) => Number(number)).filter((value) => value !== 0));
}

/** Attributes of `self` count, and the entries of dictionaries. The arrays keep their numbers when the function changes its own. */
export function ownCall(given: Iterable<readonly [string, Py]>, context: Context): OwnCall {
  const arrays: [string, PyArray][] = [];
  const numbers = new Map<string, number>();
  const pairs = new Map<string, Pair>();
  const words = new Map<string, string>();
  const visit = (name: string, value: Py, depth: number): void => {
    if (value.kind === 'array') arrays.push([name, keptArray(value)]);
    else if (value.kind === 'number') numbers.set(name, value.value);
    else if (value.kind === 'text') words.set(name, value.value);
    else if (isSequence(value)) {
      const [first] = value.items;
      const pair = pairOf(value.items);
      if (pair) pairs.set(name, pair);
      const array = arrayOfLists(value, context);
      const isSize = !pair && first?.kind === 'number' && first.dtype !== 'float64';
      if (array) arrays.push([name, array]);
      if (isSize) numbers.set(name, first.value);
      // A cache: `x, size, stride = cache`.
      else if (depth === 0 && (!array || pair))
        value.items.forEach((item, index) => visit(`${name}[${index}]`, item, 1));
    } else if (value.kind === 'instance' && depth === 0)
      for (const [key, item] of value.attributes) visit(key, item, 1);
    else if (value.kind === 'dictionary' && depth < 2)
      for (const [key, item] of value.entries) visit(String(key), item, depth + 1);
  };
  for (const [name, value] of given) visit(name, value, 0);
  return { arrays, numbers, pairs, words };
}

/** The array as it is now: what shares its numbers copies them before it writes. */
function keptArray(array: PyArray): PyArray {
  array.store.published = true;
  return { ...array, store: { ...array.store } };
}

/** Two different whole numbers. */
function pairOf(items: readonly Py[]): Pair | undefined {
  const [first, second] = items;
  if (items.length !== 2 || first?.kind !== 'number' || second?.kind !== 'number') return undefined;
  const pair = [first.value, second.value] as const;
  return pair.every(Number.isSafeInteger) && pair[0] !== pair[1] ? pair : undefined;
}

/** An array, or a list of numbers, perhaps in lists, as one; undefined for other values. */
export function arrayOfLists(value: Py, context: Context): PyArray | undefined {
  if (value.kind === 'array') return value;
  if (value.kind !== 'list') return undefined;
  if (value.array) return value.array;
  const [row] = value.items;
  const isRow = value.items.length > 1 && row?.kind === 'number';
  if (row === undefined || (!isRow && (!isSequence(row) || row.items.length === 0))) return undefined;
  try {
    return toArray(value, context);
  } catch (error) {
    // Ragged lists, and lists of other values.
    if (error instanceof LensError || error instanceof Unavailable) return undefined;
    throw error;
  }
}

/** The numbers whose names match. */
export function numbersNamed({ numbers }: OwnCall, pattern: RegExp): number[] {
  return [...numbers].filter(([name]) => pattern.test(name)).map(([, value]) => value);
}

/** The numbers and pairs whose names match; `strideY, strideX` and `kh, kw` are pairs of the name that they share. */
export function sizesNamed(own: OwnCall, pattern: RegExp): Pair[] {
  const pairs = [...own.pairs, ...axisPairs(own)].filter(([name]) => pattern.test(name)).map(([, value]) => value);
  return [...pairs, ...numbersNamed(own, pattern)];
}

/** Whole numbers and pairs whose names tell no option, as `border` and `hop` do. */
export function otherSizes(own: OwnCall): Pair[] {
  const isOther = ([name]: readonly [string, unknown]): boolean =>
    ![STRIDE, PAD_NAME, KERNEL].some((pattern) => pattern.test(name));
  const [numbers, pairs] = [[...own.numbers].filter(isOther), [...own.pairs].filter(isOther)];
  return [...new Set(sizesNamed({ ...own, numbers: new Map(numbers), pairs: new Map(pairs) }, /./))].slice(
    0,
    MOST_OTHERS,
  );
}

const MOST_OTHERS = 6;

/** How names of rows end, and those of columns. */
const AXES = [
  ['h', 'w'],
  ['height', 'width'],
  ['y', 'x'],
  ['rows', 'cols'],
  ['row', 'col'],
  ['r', 'c'],
] as const;

/** Numbers for rows and for columns whose names differ in their end only. */
function* axisPairs({ numbers }: OwnCall): Iterable<readonly [string, Pair]> {
  const byName = new Map([...numbers].map(([name, value]) => [name.toLowerCase(), value]));
  for (const [name, rows] of byName)
    for (const [row, col] of AXES) {
      const shared = name.slice(0, -row.length);
      const cols = name.endsWith(row) ? byName.get(shared + col) : undefined;
      if (cols !== undefined) yield [shared.replace(/_$/, ''), rows === cols ? rows : [rows, cols]];
    }
}

export const STRIDE = /^s$|stride|(?:^|_)step/i;
export const PAD_NAME = /^p$|pad/i;
export const KERNEL = /^(f|k)$|size|kernel|pool|win|filter/i;
