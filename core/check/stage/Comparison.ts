/** The user's results next to the layer's, cell by cell: which differ at a tolerance, and at which steps of the loop. */
import { formatShape, type NdArray } from '../../array/NdArray';
import { conv2dGeometry, pool2dGeometry, type Geometry } from '../../layer/geometry';
import { windowStart } from '../../layer/window';
import {
  compareArrays,
  DEFAULT_TOLERANCE,
  isClose,
  type ArrayComparison,
  type Tolerance,
} from '../compare/compareArrays';
import { isBackward } from '../Operation';
import type { OwnArray, TracedRun, TracedStep, TracedWindow } from '../trace/TracedRun';

export interface ComparedArray extends OwnArray, ArrayComparison {}

export class Comparison {
  readonly geometry: Geometry;
  readonly arrays: readonly ComparedArray[];
  /** Steps at which the user's code departs from the layer, ascending. */
  readonly marks: readonly number[];

  constructor(
    readonly run: TracedRun,
    readonly tolerance: Tolerance = DEFAULT_TOLERANCE,
  ) {
    const { x, w, stride, pad, kernel, mode } = run.layerCase;
    this.geometry = w
      ? conv2dGeometry(x!.shape, w.shape, { stride, padding: pad })
      : pool2dGeometry(x!.shape, { mode, kernel, stride, padding: pad });
    this.arrays = run.arrays.map((each) => ({ ...each, ...compare(each, tolerance) }));
    this.marks = this.backward ? this.backwardMarks() : this.forwardMarks();
  }

  get backward(): boolean {
    return isBackward(this.run.operation);
  }

  /** Output cells: example, row, column, channel. */
  get output(): readonly [m: number, rows: number, cols: number, channels: number] {
    const { batch, rows, cols, outChannels } = this.geometry;
    return [batch, rows.outSize, cols.outSize, outChannels];
  }

  get differing(): number {
    return this.arrays.reduce((sum, { differing }) => sum + differing, 0);
  }

  get total(): number {
    return this.arrays.reduce((sum, { total }) => sum + total, 0);
  }

  get largest(): number {
    return Math.max(0, ...this.arrays.map(({ largest }) => largest));
  }

  /** The array that is shown: the first that differs, else the first. */
  get shown(): ComparedArray {
    return this.arrays.find(({ differing }) => differing > 0) ?? this.arrays[0]!;
  }

  /** `(2, 3, 4, 8)` of the user and of the layer, where they differ. */
  get shapes(): readonly [own: string, layer: string] | undefined {
    const wrong = this.arrays.find(({ sameShape, actual }) => !sameShape && actual);
    return wrong && [formatShape(wrong.actual!.shape), formatShape(wrong.expected.shape)];
  }

  stepOf(flat: number): TracedStep | undefined {
    return this.run.steps[flat];
  }

  flatOf(i: number, h: number, w: number, c: number): number {
    const [, rows, cols, channels] = this.output;
    return ((i * rows + h) * cols + w) * channels + c;
  }

  /** The layer's window of an output cell, in the input without padding. */
  layerWindow(h: number, w: number): TracedWindow {
    const { rows, cols } = this.geometry;
    return {
      row: windowStart(rows, h),
      col: windowStart(cols, w),
      rows: rows.kernel,
      cols: cols.kernel,
    };
  }

  private forwardMarks(): number[] {
    const [array] = this.arrays;
    if (!array?.actual) return [];
    const marks: number[] = [];
    const { actual, expected, sameShape } = array;
    expected.data.forEach((value, flat) => {
      const own = sameShape ? actual.data[flat] : at(actual, indexOf(expected, flat));
      if (own === undefined || !isClose(own, value, this.tolerance)) marks.push(flat);
    });
    return marks;
  }

  /** Steps that added to another window; where all windows agree, those whose window holds a cell that differs. */
  private backwardMarks(): number[] {
    if (this.differing === 0) return [];
    const [m, rows, cols, channels] = this.output;
    const steps = Array.from({ length: m * rows * cols * channels }, (_, flat) => flat);
    const moved = steps.filter((flat) => {
      const own = this.stepOf(flat);
      if (!own) return true;
      return own.window !== undefined && !covers(this.clipped(this.layerWindowOf(flat)), this.clipped(own.window));
    });
    if (moved.length > 0) return moved;
    const { dA_prev: input } = Object.fromEntries(this.arrays.map((each) => [each.name, each]));
    if (!input?.actual || !input.sameShape || input.differing === 0) return steps;
    return steps.filter((flat) => this.holdsDifference(flat, input));
  }

  private layerWindowOf(flat: number): TracedWindow {
    const [, rows, cols, channels] = this.output;
    const w = Math.floor(flat / channels) % cols;
    return this.layerWindow(Math.floor(flat / (channels * cols)) % rows, w);
  }

  /** The part of a window inside the input. */
  private clipped({ row, col, rows, cols }: TracedWindow): TracedWindow {
    const top = Math.max(0, row);
    const left = Math.max(0, col);
    const { rows: down, cols: across } = this.geometry;
    return {
      row: top,
      col: left,
      rows: Math.min(down.size, row + rows) - top,
      cols: Math.min(across.size, col + cols) - left,
    };
  }

  private holdsDifference(flat: number, { actual, expected }: ComparedArray): boolean {
    const [, rows, cols, channels] = this.output;
    const i = Math.floor(flat / (rows * cols * channels));
    const [, inRows = 0, inCols = 0, inChannels = 0] = expected.shape;
    const window = this.clipped(this.layerWindowOf(flat));
    const own = this.run.layerCase.w ? undefined : flat % channels;
    for (let row = window.row; row < window.row + window.rows; row++) {
      for (let col = window.col; col < window.col + window.cols; col++) {
        for (let c = own ?? 0; c < (own === undefined ? inChannels : own + 1); c++) {
          const cell = ((i * inRows + row) * inCols + col) * inChannels + c;
          if (!isClose(actual!.data[cell]!, expected.data[cell]!, this.tolerance)) return true;
        }
      }
    }
    return false;
  }
}

/** A maximum pool writes only part of its window. */
function covers(layer: TracedWindow, own: TracedWindow): boolean {
  return (
    own.row >= layer.row &&
    own.col >= layer.col &&
    own.row + own.rows <= layer.row + layer.rows &&
    own.col + own.cols <= layer.col + layer.cols
  );
}

function compare({ name, actual, expected }: OwnArray, tolerance: Tolerance): ArrayComparison {
  if (actual) return compareArrays(actual, expected, tolerance, name === 'db');
  const total = Math.max(1, expected.data.length);
  return { sameShape: false, differing: total, total, largest: Infinity };
}

function indexOf({ shape }: NdArray, flat: number): number[] {
  let rest = flat;
  return [...shape].reverse().reduce<number[]>((index, extent) => {
    index.unshift(rest % extent);
    rest = Math.floor(rest / extent);
    return index;
  }, []);
}

/** Undefined outside the array. */
export function at({ shape, data }: NdArray, index: readonly number[]): number | undefined {
  if (index.length !== shape.length || index.some((each, axis) => each >= shape[axis]!)) return undefined;
  return data[index.reduce((flat, each, axis) => flat * shape[axis]! + each, 0)];
}
