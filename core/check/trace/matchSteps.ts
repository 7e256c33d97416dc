/** Assigns the writes of a traced run to the steps of the layer's loop, by the cells that were written. */
import { sizeOf } from '../../array/NdArray';
import type { Trace, TraceCells, TraceWrite } from '../../read/python/trace/Trace';
import type { AxisLayout } from '../adapt/Adapter';
import { layerIndex, userIndex } from '../adapt/layout/layouts';
import type { LayerCase } from '../cases/LayerCase';
import { isSameShape } from '../compare/compareArrays';
import type { TracedStep, TracedWindow } from './TracedRun';

export interface MatchRequest {
  readonly trace: Trace;
  readonly layerCase: LayerCase;
  readonly layout: AxisLayout;
  /** Shape of the result as the function returned it (forward). */
  readonly returned?: readonly number[];
  /** Cells of the output: example, row, column, channel. */
  readonly output: readonly number[];
  /** Names that the function's text contains. */
  readonly names: ReadonlySet<string>;
}

type Cell = readonly [i: number, row: number, col: number, c: number];

/** Forward: the last write of each output cell, with the window of the input that it was computed from. */
export function matchForward({ trace, layerCase, layout, returned, output, names }: MatchRequest): TracedStep[] {
  const steps: TracedStep[] = [];
  if (!returned) return steps;
  for (const write of trace.writes) {
    if (!isSameShape(write.target.shape, returned)) continue;
    const source = write.sources.find(({ array }) => array === 'x');
    const step = stepOf(write, source && windowOf(source, layerCase), names);
    const cells = Array.from(write.target.cells, (flat) => layerCell(flat, returned, layout));
    const made = isOnePosition(cells) ? step : vague(step);
    for (const cell of cells) {
      if (!isInside(cell, output)) continue;
      const flat = flatOf(cell, output);
      // The bias that is added to all cells at the end is less specific than the product before it.
      if (made.window || !steps[flat]?.window) steps[flat] = made;
    }
  }
  return steps;
}

/** Backward: the write of the input's gradient to which each cell of the output's gradient contributed. */
export function matchBackward({ trace, layerCase, layout, output, names }: MatchRequest): TracedStep[] {
  const steps: TracedStep[] = [];
  const moments: number[] = [];
  for (const [moment, write] of trace.writes.entries()) {
    const cells = oneCell(write);
    for (const cell of cells) if (isInside(cell, output)) moments[flatOf(cell, output)] = moment;
  }
  for (const write of trace.writes) {
    const target = gradientTarget(write.target, layerCase, layout);
    const source = write.sources.find(({ array }) => array === 'g');
    if (!target || !source) continue;
    const step = stepOf(write, windowIn(target.cells, target.shape, layout, target.pad), names);
    const cells = Array.from(source.cells, (flat) => layerCell(flat, source.shape, 'NHWC'));
    const made = isOnePosition(cells) ? step : vague(step);
    for (const cell of cells) if (isInside(cell, output)) steps[flatOf(cell, output)] ??= made;
  }
  return steps.map((step, flat) => (moments[flat] === undefined ? step : { ...step, moment: moments[flat] }));
}

/** Cells of the output's gradient that a write adds, where they are at one position. */
function oneCell({ sources }: TraceWrite): Cell[] {
  const source = sources.find(({ array }) => array === 'g');
  if (!source) return [];
  const cells = Array.from(source.cells, (flat) => layerCell(flat, source.shape, 'NHWC'));
  return isOnePosition(cells) ? cells : [];
}

/** Whether all cells have the same row and column, as where a window is taken for all examples and filters at once. */
function isOnePosition(cells: readonly Cell[]): boolean {
  const [first] = cells;
  return first !== undefined && cells.every(([, row, col]) => row === first[1] && col === first[2]);
}

/** A write of cells at several positions does not give the window of one. */
function vague({ line, variables }: TracedStep): TracedStep {
  return { line, variables };
}

function stepOf(
  { line, variables }: TraceWrite,
  window: TracedWindow | undefined,
  names: ReadonlySet<string>,
): TracedStep {
  const own = Object.entries(variables).filter(([name]) => names.has(name));
  return { line, variables: Object.fromEntries(own), ...(window && { window }) };
}

/** The rectangle of the input's cells, completed by the padding that has no cells of its own. */
function windowOf({ cells, shape }: TraceCells, { x, kernel, pad }: LayerCase): TracedWindow | undefined {
  const found = windowIn(cells, shape, 'NHWC', 0);
  const [, inRows = 0, inCols = 0] = x!.shape;
  const [row, rows] = completeWindow(found.row, found.rows, kernel[0], inRows, pad);
  const [col, cols] = completeWindow(found.col, found.cols, kernel[1], inCols, pad);
  return { row, col, rows, cols };
}

/** A window that extends over the edge of the input continues in the padding. */
export function completeWindow(
  start: number,
  count: number,
  extent: number,
  size: number,
  pad: number,
): [start: number, count: number] {
  const missing = Math.min(extent - count, pad);
  if (missing <= 0) return [start, count];
  if (start === 0) return [start - missing, count + missing];
  return start + count === size ? [start, count + missing] : [start, count];
}

function windowIn(cells: ArrayLike<number>, shape: readonly number[], layout: AxisLayout, pad: number): TracedWindow {
  let [top, left, bottom, right] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let k = 0; k < cells.length; k++) {
    const [, row, col] = layerCell(cells[k]!, shape, layout);
    top = Math.min(top, row);
    bottom = Math.max(bottom, row);
    left = Math.min(left, col);
    right = Math.max(right, col);
  }
  return { row: top - pad, col: left - pad, rows: bottom - top + 1, cols: right - left + 1 };
}

interface Target {
  readonly cells: Int32Array;
  readonly shape: readonly number[];
  readonly pad: number;
}

/** The input's gradient, with or without padding; undefined for another array. */
export function gradientTarget(
  { cells, shape }: TraceCells,
  { x, pad }: LayerCase,
  layout: AxisLayout,
): Target | undefined {
  const [m = 1, rows = 1, cols = 1, channels = 1] = x!.shape;
  for (const each of pad > 0 ? [pad, 0] : [0]) {
    const whole = userIndex([m, rows + 2 * each, cols + 2 * each, channels], layout, 'input');
    // A view of one example is known by its size only.
    if (isSameShape(shape, whole) || (shape.length === 1 && shape[0] === sizeOf(whole))) {
      return { cells, shape: whole, pad: each };
    }
    const example = whole.slice(1);
    if (whole.length === 4 && isSameShape(shape, example)) return { cells, shape: [1, ...example], pad: each };
  }
  return undefined;
}

/** A flat index of an array in the user's layout. */
export function layerCell(flat: number, shape: readonly number[], layout: AxisLayout): Cell {
  const index: number[] = [];
  let rest = flat;
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    index.unshift(rest % shape[axis]!);
    rest = Math.floor(rest / shape[axis]!);
  }
  const [row = 0, col = 0] = index;
  return index.length === 2 ? [0, row, col, 0] : layerIndex(index, layout);
}

function isInside(cell: Cell, shape: readonly number[]): boolean {
  return cell.every((index, axis) => index < (shape[axis] ?? 1));
}

function flatOf([i, row, col, c]: Cell, [, rows = 1, cols = 1, channels = 1]: readonly number[]): number {
  return ((i * rows + row) * cols + col) * channels + c;
}
