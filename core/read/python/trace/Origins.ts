/** For every array and number of a traced call: the cells of the arguments that it was computed from. */
import { sizeOf } from '../../../array/NdArray';
import { isWhole, walk, type PyArray, type ArrayStorage } from '../array/PyArray';
import type { Py } from '../value/Py';

/** An argument, whose cells have the numbers base … base + size − 1. */
interface Root {
  readonly name: string;
  readonly shape: readonly number[];
  readonly base: number;
  readonly size: number;
}

/** Origins of a store that is not an argument. */
interface Derived {
  /** Cells that are copies: the origin of each, 0 for none. */
  copies: Float64Array | undefined;
  /** Cells that were written one by one. */
  readonly cells: Map<number, readonly number[]>;
  /** Origins of all cells, where they were computed together. */
  all: readonly number[];
}

/** Origins of one value; more are dropped. */
const MAX_ORIGINS = 20_000;
const NONE: readonly number[] = [];

export class Origins {
  readonly roots: Root[] = [];
  private readonly rootOf = new Map<ArrayStorage, Root>();
  private readonly derivedOf = new Map<ArrayStorage, Derived>();
  private readonly numbers = new WeakMap<object, readonly number[]>();
  private readonly rootShadows = new Map<Root, ArrayStorage>();
  private next = 1;

  /** Numbers the cells of an argument. */
  addRoot(name: string, array: PyArray): void {
    if (this.rootOf.has(array.store)) return;
    const size = array.store.data.length;
    const shape = isWhole(array) ? array.shape : [size];
    const root: Root = { name, shape, base: this.next, size };
    this.next += size;
    this.roots.push(root);
    this.rootOf.set(array.store, root);
  }

  /** Origins of a value, each once. */
  of(value: Py): readonly number[] {
    if (value.kind === 'number') return this.numbers.get(value) ?? NONE;
    if (value.kind === 'array') return this.ofArray(value);
    if (value.kind !== 'list' && value.kind !== 'tuple') return NONE;
    return value.array ? NONE : union(value.items.map((item) => this.of(item)));
  }

  ofAll(values: readonly Py[]): readonly number[] {
    return union(values.map((value) => this.of(value)));
  }

  /** All of `result` was computed from `origins`. */
  setAll(result: Py, origins: readonly number[]): void {
    if (origins.length === 0) return;
    if (result.kind === 'number') this.numbers.set(result, origins);
    else if (result.kind === 'array' && !this.rootOf.has(result.store)) this.derived(result.store).all = origins;
  }

  /** Cells of a store were written: as copies of `value`'s cells where that is known cell by cell. */
  setCells(store: ArrayStorage, places: ArrayLike<number>, value: Py): void {
    if (this.rootOf.has(store)) return;
    const derived = this.derived(store);
    const copies = value.kind === 'array' && sizeOf(value.shape) === places.length ? this.copiesOf(value) : undefined;
    const origins = copies ? NONE : this.of(value);
    for (let i = 0; i < places.length; i++)
      derived.cells.set(places[i]!, copies ? (copies[i] ? [copies[i]!] : NONE) : origins);
  }

  /** Cells of a store were added to. */
  addCells(store: ArrayStorage, places: ArrayLike<number>, value: Py): void {
    if (this.rootOf.has(store)) return;
    const derived = this.derived(store);
    const origins = this.of(value);
    for (let i = 0; i < places.length; i++) {
      const before = derived.cells.get(places[i]!);
      derived.cells.set(places[i]!, before && before !== origins ? union([before, origins]) : origins);
    }
  }

  setCopies(result: PyArray, ids: ArrayLike<number>): void {
    if (this.rootOf.has(result.store)) return;
    const copies = new Float64Array(result.store.data.length);
    walk(result, (place, index) => (copies[place] = ids[index]!));
    this.derived(result.store).copies = copies;
  }

  /** An array of the same form whose numbers are the origins of its cells; undefined where cells have several. */
  shadow(array: PyArray): PyArray | undefined {
    const { store } = array;
    const root = this.rootOf.get(store);
    const derived = this.derivedOf.get(store);
    if (!root && (!derived || derived.all.length > 0)) return undefined;
    if (root) return { ...array, dtype: 'float64', store: this.rootShadow(root) };
    const { copies } = derived!;
    if (copies && derived!.cells.size === 0)
      return { ...array, dtype: 'float64', store: { data: copies, published: false } };
    const data = copies?.slice() ?? new Float64Array(store.data.length);
    for (const [place, origins] of derived?.cells ?? []) {
      if (origins.length > 1) return undefined;
      data[place] = origins[0] ?? 0;
    }
    return { ...array, dtype: 'float64', store: { data, published: false } };
  }

  private rootShadow(root: Root): ArrayStorage {
    let store = this.rootShadows.get(root);
    if (!store) {
      store = { data: Float64Array.from({ length: root.size }, (_, i) => root.base + i), published: false };
      this.rootShadows.set(root, store);
    }
    return store;
  }

  private copiesOf(array: PyArray): Float64Array | undefined {
    const shadow = this.shadow(array);
    if (!shadow) return undefined;
    const ids = new Float64Array(sizeOf(array.shape));
    walk(shadow, (place, index) => (ids[index] = shadow.store.data[place]!));
    return ids;
  }

  private ofArray(array: PyArray): readonly number[] {
    const root = this.rootOf.get(array.store);
    const found = new Set<number>();
    if (root) {
      walk(array, (place) => found.add(root.base + place));
      return limited(found);
    }
    const derived = this.derivedOf.get(array.store);
    if (!derived) return NONE;
    const { all, cells, copies } = derived;
    if (!copies && cells.size === 0) return all;
    all.forEach((each) => found.add(each));
    walk(array, (place) => {
      const own = cells.get(place);
      if (own) own.forEach((each) => found.add(each));
      else if (copies?.[place]) found.add(copies[place]);
    });
    return limited(found);
  }

  private derived(store: ArrayStorage): Derived {
    let found = this.derivedOf.get(store);
    if (!found) this.derivedOf.set(store, (found = { copies: undefined, cells: new Map(), all: NONE }));
    return found;
  }
}

function union(lists: readonly (readonly number[])[]): readonly number[] {
  const filled = lists.filter(({ length }) => length > 0);
  if (filled.length <= 1) return filled[0] ?? NONE;
  const found = new Set<number>();
  for (const each of filled) for (const id of each) found.add(id);
  return limited(found);
}

function limited(found: ReadonlySet<number>): readonly number[] {
  return found.size > MAX_ORIGINS ? NONE : [...found];
}
