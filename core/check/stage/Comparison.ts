/** The user's results next to the layer's, cell by cell: which differ at a tolerance, and at which steps of the loop. */
import { formatShape, type NdArray } from '../../array/NdArray';
import type { Geometry } from '../../layer/geometry';
import { windowStart } from '../../layer/window';
import {
  compareArrays,
  DEFAULT_TOLERANCE,
  isWithinTolerance,
  SINGLE_TOLERANCE,
  type ArrayComparison,
  type Tolerance,
} from '../compare/compareArrays';
import type { OwnArray, TracedStep, TracedWindow } from '../trace/TracedRun';
import type { ComparedLoop } from '../subject/ComparedLoop';
import type { ComparedNumber, ComparedSubject } from '../subject/ComparedSubject';

export interface ComparedArray extends OwnArray, ArrayComparison {}

export class Comparison {
  readonly arrays: readonly ComparedArray[];
  /** Numbers that are not cells, as a mean, and whether they agree. */
  readonly numbers: readonly (ComparedNumber & { readonly agrees: boolean })[];
  /** Steps at which the user's results depart from the layer's, ascending. */
  readonly marks: readonly number[];

  constructor(
    readonly subject: ComparedSubject,
    readonly tolerance: Tolerance = usualTolerance(subject),
  ) {
    this.arrays = subject.arrays.map((each) => ({ ...each, ...compare(each, tolerance) }));
    this.numbers = (subject.numbers ?? []).map((each) => ({ ...each, agrees: agreesIn(each, tolerance) }));
    this.marks = this.arrays.length === 0 ? [] : this.findMarks();
  }

  get loop(): ComparedLoop {
    return this.subject.loop;
  }

  get geometry(): Geometry {
    return this.loop.geometry;
  }

  /** The array in which the result of a step is; undefined where it is not compared. */
  get main(): ComparedArray | undefined {
    return this.arrays.find(({ name }) => name === this.loop.main);
  }

  /** Cells of the loop: example, row, column, channel. */
  get output(): readonly [m: number, rows: number, cols: number, channels: number] {
    return this.loop.extents;
  }

  /** Cells and numbers. */
  get differing(): number {
    const numbers = this.numbers.filter(({ agrees }) => !agrees).length;
    return this.arrays.reduce((sum, { differing }) => sum + differing, numbers);
  }

  get total(): number {
    return this.arrays.reduce((sum, { total }) => sum + total, this.numbers.length);
  }

  get largest(): number {
    return Math.max(0, ...this.arrays.map(({ largest }) => largest));
  }

  /** `(2, 3, 4, 8)` of the user and of the layer, where they differ. */
  get shapes(): readonly [own: string, layer: string] | undefined {
    const wrong = this.arrays.find(({ sameShape, actual }) => !sameShape && actual);
    return wrong && [formatShape(wrong.actual!.shape), formatShape(wrong.expected.shape)];
  }

  stepOf(flat: number): TracedStep | undefined {
    return this.subject.steps[flat];
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

  /** Number of cells of the main array that differ in an example, and of all that are compared. */
  differingIn(example: number): readonly [differing: number, total: number] {
    const { main } = this;
    if (!main) return [0, 0];
    const size = main.expected.data.length / this.output[0];
    const all = Array.from({ length: size }, (_, k) => example * size + k);
    const cells = all.filter((cell) => main.known?.[cell] !== 0);
    if (!main.actual || !main.sameShape) return [cells.length, cells.length];
    return [cells.filter((cell) => this.differsAt(main, cell)).length, cells.length];
  }

  private findMarks(): number[] {
    switch (this.loop.gives) {
      case 'cell':
        return this.cellMarks();
      case 'window':
        return this.windowMarks();
      case 'example':
        return Array.from({ length: this.output[0] }, (_, i) => i).filter((i) => this.differingIn(i)[0] > 0);
    }
  }

  /** Cells that differ; where none of the main array does, all steps: each adds to the other arrays. */
  private cellMarks(): number[] {
    const array = this.main;
    if (!array || array.differing === 0)
      return this.arrays.some(({ differing }) => differing > 0) ? this.allSteps() : [];
    if (!array.actual) return [];
    const marks: number[] = [];
    const { actual, expected, sameShape } = array;
    expected.data.forEach((value, flat) => {
      const own = sameShape ? actual.data[flat] : at(actual, indexOf(expected, flat));
      if (array.known?.[flat] === 0) return;
      if (own === undefined || !isWithinTolerance(own, value, this.tolerance, array.units?.[flat])) marks.push(flat);
    });
    return marks;
  }

  /** Steps that added to another window; where all windows agree, those whose window holds a cell that differs. */
  private windowMarks(): number[] {
    if (this.arrays.every(({ differing }) => differing === 0)) return [];
    const steps = this.allSteps();
    const moved = (this.subject.traced ? steps : []).filter((flat) => {
      const own = this.stepOf(flat);
      if (!own) return true;
      return own.window !== undefined && !covers(this.clipped(this.layerWindowOf(flat)), this.clipped(own.window));
    });
    if (moved.length > 0) return moved;
    const { main } = this;
    if (!main?.actual || !main.sameShape || main.differing === 0) return steps;
    return steps.filter((flat) => this.holdsDifference(flat, main));
  }

  private allSteps(): number[] {
    const [m, rows, cols, channels] = this.output;
    return Array.from({ length: m * rows * cols * channels }, (_, flat) => flat);
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

  private differsAt({ actual, expected, known, units }: ComparedArray, cell: number): boolean {
    if (known?.[cell] === 0) return false;
    return !isWithinTolerance(actual!.data[cell]!, expected.data[cell]!, this.tolerance, units?.[cell]);
  }

  private holdsDifference(flat: number, array: ComparedArray): boolean {
    const [, rows, cols, channels] = this.output;
    const i = Math.floor(flat / (rows * cols * channels));
    const [, inRows = 0, inCols = 0, inChannels = 0] = array.expected.shape;
    const window = this.clipped(this.layerWindowOf(flat));
    const own = this.loop.ownChannel ? flat % channels : undefined;
    for (let row = window.row; row < window.row + window.rows; row++) {
      for (let col = window.col; col < window.col + window.cols; col++) {
        for (let c = own ?? 0; c < (own === undefined ? inChannels : own + 1); c++) {
          if (this.differsAt(array, ((i * inRows + row) * inCols + col) * inChannels + c)) return true;
        }
      }
    }
    return false;
  }
}

/** Wider where a result of the user is in single precision. */
function usualTolerance({ arrays }: ComparedSubject): Tolerance {
  return arrays.some(({ actual }) => actual?.data instanceof Float32Array) ? SINGLE_TOLERANCE : DEFAULT_TOLERANCE;
}

/** A maximum pool writes only part of its window. What is added to the padding alone is not kept, wherever it is. */
function covers(layer: TracedWindow, own: TracedWindow): boolean {
  if (isEmpty(own)) return isEmpty(layer);
  return (
    own.row >= layer.row &&
    own.col >= layer.col &&
    own.row + own.rows <= layer.row + layer.rows &&
    own.col + own.cols <= layer.col + layer.cols
  );
}

function isEmpty({ rows, cols }: TracedWindow): boolean {
  return rows <= 0 || cols <= 0;
}

function compare({ name, actual, expected, ...known }: OwnArray, tolerance: Tolerance): ArrayComparison {
  if (actual) return compareArrays(actual, expected, tolerance, name === 'db', known);
  const total = Math.max(1, expected.data.length);
  return { sameShape: false, differing: total, total, largest: Infinity };
}

function agreesIn({ own, layer, units }: ComparedNumber, tolerance: Tolerance): boolean {
  return (
    own.length === layer.length && own.every((value, k) => isWithinTolerance(value, layer[k]!, tolerance, units?.[k]))
  );
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
