/** Compares a given answer with the layer's. */
import type { CellRef } from '../step/Frame';
import type { Answer, Given } from './Asked';

/** Rounding that is accepted at most, so that `3` is not an answer to 2.6. */
const coarsest = 0.05;

export function isRight(answer: Answer, given: Given): boolean {
  if (answer.kind === 'cells') return sameCells(answer.cells, given.cells);
  const typed = readNumber(given.value ?? '');
  return typed !== undefined && isRounded(typed, answer.value);
}

export interface TypedNumber {
  readonly value: number;
  /** Half a unit of the last typed decimal. */
  readonly tolerance: number;
}

/** `0.64`, `.64`, `−1,5`, `3/4`, `2e-3`, NaN and infinities; undefined for other text. */
export function readNumber(text: string): TypedNumber | undefined {
  const plain = text.trim().replace(/−/g, '-').replace(',', '.');
  const special = /^([-+]?)(nan|inf|infinity|∞)$/i.exec(plain);
  if (special) {
    const size = /^nan$/i.test(special[2]!) ? NaN : Infinity;
    return { value: special[1] === '-' ? -size : size, tolerance: 0 };
  }
  const fraction = /^([-+]?\d+)\s*\/\s*(\d+)$/.exec(plain);
  if (fraction) return { value: Number(fraction[1]) / Number(fraction[2]), tolerance: 1e-9 };
  const decimal = /^[-+]?(?:\d+\.?(\d*)|\.(\d+))(?:e([-+]?\d+))?$/i.exec(plain);
  if (!decimal) return undefined;
  const decimals = (decimal[1] ?? decimal[2] ?? '').length - Number(decimal[3] ?? 0);
  return { value: Number(plain), tolerance: Math.min(coarsest, 0.5 * 10 ** -decimals) };
}

/** Whether the typed number is the value, rounded to the typed decimals. */
function isRounded({ value, tolerance }: TypedNumber, exact: number): boolean {
  if (!Number.isFinite(value) || !Number.isFinite(exact)) return Object.is(value, exact);
  return Math.abs(value - exact) <= tolerance + 1e-9 * Math.max(1, Math.abs(exact));
}

function sameCells(expected: readonly CellRef[], given: readonly CellRef[]): boolean {
  const names = (cells: readonly CellRef[]) =>
    [...new Set(cells.map(({ map, row, col }) => `${map} ${row} ${col}`))].sort();
  return names(expected).join() === names(given).join();
}
