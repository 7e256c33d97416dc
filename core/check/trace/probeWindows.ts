/**
 * Windows of code that computes many cells at once (im2col, strides, einsum): the input is changed at one position after the
 * other, and the cells of the result that change depend on it. Nothing is assumed of how the code computes them.
 */
import type { NdArray } from '../../array/NdArray';
import type { LayerCase } from '../cases/LayerCase';
import type { TracedStep, TracedWindow } from './TracedRun';
import { completeWindow } from './matchSteps';

/** Positions that are changed, one run of the code each. */
const mostRuns = 400;
/** Larger than any value of a window, so that it becomes the maximum. */
const CHANGE = 1000;

/** Runs the user's function; undefined where it stops with an error or returns no array of the layer's shape. */
export type RunOwn = (layerCase: LayerCase) => NdArray | undefined;

interface Extent {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

/** Steps with the windows that are found for those without one. `line`: for steps that are not known at all. */
export function probeForward(
  steps: readonly (TracedStep | undefined)[],
  layerCase: LayerCase,
  run: RunOwn,
  line: number,
): readonly (TracedStep | undefined)[] {
  const { x, kernel, pad } = layerCase;
  const [, rows = 0, cols = 0] = x!.shape;
  const before = rows * cols > mostRuns ? undefined : repeatable(run, layerCase);
  if (!before) return steps;
  const found: (Extent | undefined)[] = [];
  for (let row = 0; row < rows; row++) {
    for (let col = 0; col < cols; col++) {
      const after = run({ ...layerCase, x: changedAt(x!, row, col) });
      if (after?.data.length !== before.data.length) return steps;
      before.data.forEach((value, flat) => {
        if (after.data[flat] !== value) found[flat] = extended(found[flat], row, col);
      });
    }
  }
  return Array.from({ length: before.data.length }, (_, flat): TracedStep | undefined => {
    const extent = found[flat];
    if (!extent || steps[flat]?.window) return steps[flat];
    const { top, left, rows: down, cols: across } = windowOf(extent);
    const [startRow, countRow] = completeWindow(top, down, kernel[0], rows, pad);
    const [startCol, countCol] = completeWindow(left, across, kernel[1], cols, pad);
    const window: TracedWindow = { row: startRow, col: startCol, rows: countRow, cols: countCol };
    return { line, variables: {}, ...steps[flat], window };
  });
}

/** As `probeForward`: the output's gradient is changed, and the cells of the input's gradient that change are its window. */
export function probeBackward(
  steps: readonly (TracedStep | undefined)[],
  layerCase: LayerCase,
  run: RunOwn,
  line: number,
): readonly (TracedStep | undefined)[] {
  const { gradient, w } = layerCase;
  const [m = 0, outRows = 0, outCols = 0, outChannels = 0] = gradient!.shape;
  const before = outRows * outCols > mostRuns ? undefined : repeatable(run, layerCase);
  if (!before) return steps;
  const [, inRows = 0, inCols = 0, inChannels = 0] = before.shape;
  const result = Array.from({ length: gradient!.data.length }, (_, flat) => steps[flat]);
  for (let h = 0; h < outRows; h++) {
    for (let col = 0; col < outCols; col++) {
      const after = run({ ...layerCase, gradient: changedAt(gradient!, h, col) });
      if (after?.data.length !== before.data.length) return steps;
      for (let i = 0; i < m; i++) {
        for (let c = 0; c < outChannels; c++) {
          const flat = ((i * outRows + h) * outCols + col) * outChannels + c;
          if (result[flat]?.window) continue;
          const extent = changedExtent(before, after, i, w ? undefined : c, [inRows, inCols, inChannels]);
          if (!extent) continue;
          const { top, left, rows, cols } = windowOf(extent);
          result[flat] = { line, variables: {}, ...result[flat], window: { row: top, col: left, rows, cols } };
        }
      }
    }
  }
  return result;
}

/** The result of the unchanged case; undefined where a second run gives another one, as with random numbers. */
function repeatable(run: RunOwn, layerCase: LayerCase): NdArray | undefined {
  const first = run(layerCase);
  const second = first && run(layerCase);
  return second?.data.every((value: number, k: number) => Object.is(value, first!.data[k])) ? first : undefined;
}

/** Rows and columns of the cells of example `i`, of one channel or all, that differ. */
function changedExtent(
  before: NdArray,
  after: NdArray,
  i: number,
  channel: number | undefined,
  [rows, cols, channels]: readonly [number, number, number],
): Extent | undefined {
  let extent: Extent | undefined;
  for (let row = 0; row < rows; row++) {
    for (let col = 0; col < cols; col++) {
      for (let c = channel ?? 0; c < (channel === undefined ? channels : channel + 1); c++) {
        const flat = ((i * rows + row) * cols + col) * channels + c;
        if (before.data[flat] !== after.data[flat]) extent = extended(extent, row, col);
      }
    }
  }
  return extent;
}

/** The array with other values at a row and column, in all examples and channels. */
function changedAt({ shape, data }: NdArray, row: number, col: number): NdArray {
  const [m = 0, rows = 0, cols = 0, channels = 0] = shape;
  const changed = Float64Array.from(data);
  for (let i = 0; i < m; i++) {
    for (let c = 0; c < channels; c++) changed[((i * rows + row) * cols + col) * channels + c]! += CHANGE + c;
  }
  return { shape, data: changed };
}

function extended(extent: Extent | undefined, row: number, col: number): Extent {
  if (!extent) return { top: row, left: col, bottom: row, right: col };
  return {
    top: Math.min(extent.top, row),
    left: Math.min(extent.left, col),
    bottom: Math.max(extent.bottom, row),
    right: Math.max(extent.right, col),
  };
}

function windowOf({ top, left, bottom, right }: Extent): { top: number; left: number; rows: number; cols: number } {
  return { top, left, rows: bottom - top + 1, cols: right - left + 1 };
}
