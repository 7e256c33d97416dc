/** Records the writes of one call, with the cells that the written values were computed from. */
import { oneOf } from '../../../anyOf';
import { sizeOf } from '../../../array/NdArray';
import { getItem } from '../array/indexing';
import { flat, isWhole, walk, type PyArray, type ArrayStorage } from '../array/PyArray';
import type { Arguments, Py, PyFunction } from '../value/Py';
import { attributeOf } from '../run/interpreter/attributes';
import { callValue } from '../run/interpreter/callValue';
import type { Scope } from '../run/machine/Scope';
import type { CallFrame } from '../run/machine/CallFrame';
import type { Machine } from '../run/machine/Machine';
import { indexPartsOf } from '../library/call/indexParts';
import type { IndexValue } from '../run/machine/IndexValue';
import { LensError } from '../../../message';
import type { Expression, Statement } from '../syntax/tree/ast';
import { Origins } from './Origins';
import type { Trace, TraceCells, TraceWrite } from './Trace';
import type { TracePlace, Tracer } from '../run/machine/Tracer';

const MAX_WRITES = 50_000;
/** Cells of all writes and their sources together. */
const MAX_CELLS = 5_000_000;
/** Functions whose results hold their arguments' numbers in another order. */
const COPYING = oneOf(String.raw`
  pad zero_pad copy array asarray ascontiguousarray reshape ravel flatten transpose swapaxes moveaxis squeeze
  expand_dims flip fliplr flipud rot90 roll tile repeat concatenate stack hstack vstack take atleast_\dd
`);

export class Recorder implements Tracer {
  private readonly origins = new Origins();
  private readonly writes: TraceWrite[] = [];
  private readonly lines: readonly number[];
  private readonly shapes = new Map<ArrayStorage, readonly number[]>();
  private readonly places = new Map<ArrayStorage, ArrayStorage>();
  private cells = 0;
  private truncated = false;
  /** The frame of the traced function. */
  private outer: { frame: CallFrame; scope: Scope } | undefined;
  current: TracePlace | undefined;
  /** Set while shadows are computed, whose calls are not the program's. */
  private silent = false;

  constructor(
    private readonly machine: Machine,
    args: ReadonlyMap<string, Py>,
  ) {
    for (const [name, value] of args) this.addRoots(name, value);
    this.lines = [...machine.text.matchAll(/\n/g)].map(({ index }) => index);
  }

  get trace(): Trace {
    return { writes: this.writes, truncated: this.truncated };
  }

  step(statement: Statement, frame: CallFrame, scope: Scope): void {
    this.outer ??= { frame, scope };
    this.current = { statement, frame, scope };
  }

  derived(result: Py, operands: readonly Py[]): void {
    if (this.silent || !isNumeric(result)) return;
    this.origins.setAll(result, this.origins.ofAll(operands));
  }

  item(array: PyArray, index: IndexValue, result: Py): void {
    if (this.silent || (result.kind === 'array' && result.store === array.store)) return;
    const shadow = result.kind === 'array' ? this.origins.shadow(array) : undefined;
    if (!shadow) {
      if (isNumeric(result)) this.origins.setAll(result, this.originsOfItem(array, index));
      return;
    }
    const ids = flat(getItem(shadow, indexPartsOf(index.parts, this.machine.context), this.machine.context));
    if (result.kind === 'array') this.origins.setCopies(result, ids);
    else
      this.origins.setAll(
        result,
        Array.from(ids).filter((id) => id > 0),
      );
  }

  called(callee: PyFunction, receiver: Py | undefined, args: Arguments, result: Py): void {
    if (this.silent || !isNumeric(result)) return;
    const operands = [
      ...args.positional.map(({ value }) => value),
      ...[...args.named.values()].map(({ value }) => value),
    ];
    if (receiver) operands.unshift(receiver);
    if (result.kind === 'array' && operands.some((each) => each.kind === 'array' && each.store === result.store))
      return;
    const copies = result.kind === 'array' && COPYING.test(callee.name.split('.').pop()!);
    if (copies && this.copy(callee, receiver, args, result)) return;
    this.origins.setAll(result, this.origins.ofAll(operands));
  }

  wrote(array: PyArray, operand: Py): void {
    if (this.silent) return;
    const places: number[] = [];
    walk(array, (place) => places.push(place));
    this.record(array, places, operand);
    this.origins.addCells(array.store, places, operand);
  }

  wroteItem(array: PyArray, index: IndexValue, value: Py): void {
    if (this.silent) return;
    const places = flat(
      getItem(this.placesOf(array), indexPartsOf(index.parts, this.machine.context), this.machine.context),
    );
    // `x[i] += v` was recorded by its operator where x[i] is a view; a number is recorded here.
    if (value.kind === 'array' && value.store === array.store) return;
    this.record(array, places, value);
    this.origins.setCells(array.store, places, value);
  }

  private addRoots(name: string, value: Py): void {
    if (value.kind === 'array') {
      this.origins.addRoot(name, value);
      if (isWhole(value)) this.shapes.set(value.store, value.shape);
    } else if (value.kind === 'tuple' || value.kind === 'list') {
      value.items.slice(0, 20).forEach((item, index) => this.addRoots(`${name}[${index}]`, item));
    } else if (value.kind === 'dictionary') {
      [...value.entries].slice(0, 20).forEach(([key, item]) => this.addRoots(`${name}['${key}']`, item));
    }
  }

  /** Calls the function once more with origins in place of numbers. */
  private copy({ name, ...callee }: PyFunction, receiver: Py | undefined, args: Arguments, result: PyArray): boolean {
    this.silent = true;
    try {
      const shadowed = (value: Py): Py => (value.kind === 'array' ? (this.origins.shadow(value) ?? value) : value);
      const source = receiver ?? args.positional[0]?.value;
      if (source?.kind !== 'array' || !this.origins.shadow(source)) return false;
      const self = shadowed(source);
      const passed = {
        ...args,
        positional: receiver ? args.positional : [{ ...args.positional[0]!, value: self }, ...args.positional.slice(1)],
      };
      const shadowCallee = receiver ? attributeOf(self, name, this.machine) : { ...callee, name };
      const made = callValue(shadowCallee, passed, this.machine);
      if (made.kind !== 'array' || sizeOf(made.shape) !== sizeOf(result.shape)) return false;
      this.origins.setCopies(result, flat(made));
      return true;
    } catch (error) {
      if (error instanceof LensError) return false;
      throw error;
    } finally {
      this.silent = false;
    }
  }

  /** The array with the position of every cell in its store in place of its number. */
  private placesOf(array: PyArray): PyArray {
    let store = this.places.get(array.store);
    if (!store) {
      store = { data: Float64Array.from({ length: array.store.data.length }, (_, i) => i), published: false };
      this.places.set(array.store, store);
    }
    return { ...array, dtype: 'float64', store };
  }

  private originsOfItem(array: PyArray, index: IndexValue): readonly number[] {
    const places = getItem(this.placesOf(array), indexPartsOf(index.parts, this.machine.context), this.machine.context);
    const found = new Set<number>();
    for (const place of flat(places)) {
      const cell: PyArray = { ...array, offset: place, shape: [], strides: [] };
      for (const id of this.origins.of(cell)) found.add(id);
    }
    return [...found];
  }

  private record(array: PyArray, places: ArrayLike<number>, value: Py): void {
    const { current } = this;
    if (!current) return;
    const sources = this.grouped(this.origins.of(value));
    this.cells += places.length + sources.reduce((sum, { cells }) => sum + cells.length, 0);
    if (this.writes.length >= MAX_WRITES || this.cells > MAX_CELLS) {
      this.truncated = true;
      return;
    }
    if (isWhole(array)) this.shapes.set(array.store, array.shape);
    const { statement } = current;
    this.writes.push({
      line: this.lineOf(statement.range[0]),
      range: statement.range,
      variables: this.variables(),
      target: {
        array: targetName(statement) ?? '',
        shape: this.shapes.get(array.store) ?? [array.store.data.length],
        cells: Int32Array.from(places),
      },
      values: Float64Array.from(places, (place) => array.store.data[place]!),
      sources,
    });
  }

  private grouped(ids: readonly number[]): TraceCells[] {
    if (ids.length === 0) return [];
    const sorted = Float64Array.from(ids).sort();
    return this.origins.roots.flatMap(({ name, shape, base, size }) => {
      const cells = sorted.filter((id) => id >= base && id < base + size).map((id) => id - base);
      return cells.length > 0 ? [{ array: name, shape, cells: Int32Array.from(cells) }] : [];
    });
  }

  /** Numbers of the traced function and of the helper that runs. */
  private variables(): Record<string, number> {
    const found: Record<string, number> = {};
    for (const place of [this.outer, this.current]) {
      for (const [name, index] of place?.scope.slots ?? []) {
        const value = place?.frame.slots[index];
        if (value?.kind === 'number') found[name] = value.value;
      }
    }
    return found;
  }

  private lineOf(offset: number): number {
    let line = 1;
    let [low, high] = [0, this.lines.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.lines[middle]! < offset) low = middle + 1;
      else high = middle;
    }
    line += low;
    return line;
  }
}

function isNumeric(value: Py): boolean {
  return value.kind === 'array' || value.kind === 'number';
}

/** The variable that a statement writes into. */
function targetName(statement: Statement): string | undefined {
  const target =
    statement.type === 'assign' ? statement.targets[0] : statement.type === 'update' ? statement.target : undefined;
  return target && rootOf(target);
}

function rootOf(expression: Expression): string | undefined {
  if (expression.type === 'name') return expression.name;
  return expression.type === 'subscript' || expression.type === 'member' ? rootOf(expression.object) : undefined;
}
