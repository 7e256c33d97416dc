/** Elements that a value search or, without one, the comparison finds: counted in the array, marked in the slice. */
import type { FloatData, NdArray } from '../array/NdArray';
import { LensError, type Message } from '../message';
import type { Choices } from '../setup/Setup';
import { CellKind } from '../step/Frame';
import type { Slice } from './axes';
import { isClose } from './compareElements';
import type { ComparedArrays } from './comparison';
import { countFound, parseSearch, type Search } from './search';

export interface FoundCells {
  readonly count: number;
  readonly inSlice: number;
  /** 1 for every cell of the slice that is found; absent where the search cannot be read. */
  readonly cells?: Uint8Array;
  /** Flat index of the match that is selected. */
  readonly match?: number;
  readonly error?: Message;
}

/** Undefined without a search and a comparison. */
export function findCells(
  array: NdArray,
  slice: Slice,
  choices: Choices,
  comparison: ComparedArrays | undefined,
): FoundCells | undefined {
  const text = choices['find'] ?? '';
  if (text.trim() === '') return comparison && differing(slice, choices, comparison);
  const search = readSearch(text, array.data);
  if (typeof search !== 'function') return { count: 0, inSlice: 0, error: search };
  const cells = Uint8Array.from(slice.values, (value, cell) => (isElement(slice, cell) && search(value) ? 1 : 0));
  return { count: counted(array.data, text, search), inSlice: sum(cells), cells, ...matchOf(choices) };
}

/** Flat index of the next element after `from`, or of the previous one before it, wrapping at the ends; undefined if none is found. */
export function nextMatch(
  array: NdArray,
  choices: Choices,
  comparison: ComparedArrays | undefined,
  from: number,
  direction: 1 | -1,
): number | undefined {
  const text = choices['find'] ?? '';
  const search = text.trim() === '' ? undefined : readSearch(text, array.data);
  if (search !== undefined && typeof search !== 'function') return undefined;
  const isFound = search
    ? (index: number) => search(array.data[index]!)
    : comparison && ((index: number) => differs(comparison, index));
  if (!isFound) return undefined;
  const size = array.data.length;
  for (let step = 1; step <= size; step++) {
    const index = (((from + direction * step) % size) + size) % size;
    if (isFound(index)) return index;
  }
  return undefined;
}

/** False for cells after the end of a vector. */
function isElement({ cells }: Slice, cell: number): boolean {
  return !cells || cells[cell] === CellKind.Data;
}

function differing(slice: Slice, choices: Choices, comparison: ComparedArrays): FoundCells {
  const { values, address, cols } = slice;
  const cells = new Uint8Array(values.length);
  for (let cell = 0; cell < cells.length; cell++) {
    const [row, col] = [Math.floor(cell / cols), cell % cols];
    const flat = address.offset + row * address.rowStride + col * address.colStride;
    if (isElement(slice, cell) && differs(comparison, flat)) cells[cell] = 1;
  }
  return { count: comparison.differing, inSlice: sum(cells), cells, ...matchOf(choices) };
}

function differs({ first, second, tolerances }: ComparedArrays, flat: number): boolean {
  return !isClose(first[flat]!, second[flat]!, tolerances);
}

function readSearch(text: string, data: FloatData): Search | Message {
  try {
    return parseSearch(text, data instanceof Float32Array);
  } catch (error) {
    if (error instanceof LensError) return error.detail;
    throw error;
  }
}

function matchOf({ match }: Choices): Pick<FoundCells, 'match'> {
  return match === undefined ? {} : { match: Number(match) };
}

/** The last count of each array: other slices of it ask for it again. */
const counts = new WeakMap<FloatData, { readonly text: string; readonly count: number }>();

function counted(data: FloatData, text: string, search: Search): number {
  const known = counts.get(data);
  if (known?.text === text) return known.count;
  const count = countFound(data, search);
  counts.set(data, { text, count });
  return count;
}

function sum(cells: Uint8Array): number {
  return cells.reduce((total, cell) => total + cell, 0);
}
