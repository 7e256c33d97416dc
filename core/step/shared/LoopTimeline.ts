/** The course's loop (example i, row h, column w, channel c, then the products of a window) as one line of steps. */
import type { LoopPosition } from '../Frame';
import type { Granularity, View } from '../Stepper';

export interface LoopExtents {
  readonly examples: number;
  readonly rows: number;
  readonly cols: number;
  readonly filters: number;
  /** Input channels that one output cell reads. */
  readonly channels: number;
  /** Kernel cells. */
  readonly taps: number;
  /** Whether each example ends with a step of its own (un-padding). */
  readonly tail: boolean;
}

/**
 * The position of a step. `doneBefore` and `doneAfter` count products in example `i`, in the order of the loop, that are done
 * before and after the step; the step's own last product is number `lastProduct` of its window.
 */
export interface StepPosition extends LoopPosition {
  readonly tail: boolean;
  readonly lastProduct: number;
  readonly doneBefore: number;
  readonly doneAfter: number;
  /** The output cells of the visible filter that the step completes or works on; (h, w) is the last of them. */
  readonly covered: OutputCells;
}

/** A rectangle of output cells. */
export interface OutputCells {
  readonly row: number;
  readonly col: number;
  readonly rows: number;
  readonly cols: number;
}

export class LoopTimeline {
  /** Products that make one output cell; in pooling, cells of its window. */
  readonly productsPerCell: number;
  /** Output cells of one example. */
  readonly cells: number;

  constructor(readonly extents: LoopExtents) {
    this.productsPerCell = extents.channels * extents.taps;
    this.cells = extents.rows * extents.cols * extents.filters;
  }

  count(granularity: Granularity): number {
    return this.extents.examples * this.stepsPerExample(granularity);
  }

  /** The granularities that differ from the next coarser one, and the window. */
  granularities(): Granularity[] {
    const { channels, taps, filters, rows, cols, tail } = this.extents;
    const all: [Granularity, boolean][] = [
      ['product', taps > 1],
      ['channel', channels > 1],
      ['window', true],
      ['filter', filters > 1],
      ['row', rows > 1 && cols > 1],
      ['example', this.cells > 1 || tail],
    ];
    return all.filter(([, differs]) => differs).map(([granularity]) => granularity);
  }

  position(t: number, view: View): StepPosition {
    const perExample = this.stepsPerExample(view.granularity);
    const i = Math.floor(t / perExample);
    const step = t % perExample;
    const total = this.cells * this.productsPerCell;
    const last = { h: this.extents.rows - 1, w: this.extents.cols - 1, c: view.filter };
    if (this.extents.tail && step === perExample - 1) {
      const covered = this.coveredBy('example', last);
      return {
        i,
        ...last,
        tail: true,
        lastProduct: this.productsPerCell - 1,
        doneBefore: total,
        doneAfter: total,
        covered,
      };
    }
    const size = this.productsPerStep(view.granularity);
    const doneBefore = step * size;
    const doneAfter = doneBefore + size;
    const lastProduct = (doneAfter - 1) % this.productsPerCell;
    const cell = this.cellPosition(Math.floor((doneAfter - 1) / this.productsPerCell));
    const coarse = ['filter', 'row', 'example'].includes(view.granularity);
    const covered = this.coveredBy(view.granularity, cell);
    return { i, ...cell, c: coarse ? view.filter : cell.c, tail: false, lastProduct, doneBefore, doneAfter, covered };
  }

  /** The step of `granularity` that computes product `lastProduct` of the window at `position`. */
  stepOf(
    position: LoopPosition & { readonly lastProduct: number; readonly tail: boolean },
    granularity: Granularity,
  ): number {
    const perExample = this.stepsPerExample(granularity);
    if (position.tail) return position.i * perExample + perExample - 1;
    const product = this.cellIndex(position) * this.productsPerCell + position.lastProduct;
    return position.i * perExample + Math.floor(product / this.productsPerStep(granularity));
  }

  /** h, w, c of an output cell's number in the loop of one example. */
  cellPosition(cell: number): { h: number; w: number; c: number } {
    const { cols, filters } = this.extents;
    const pixel = Math.floor(cell / filters);
    return { h: Math.floor(pixel / cols), w: pixel % cols, c: cell % filters };
  }

  cellIndex({ h, w, c }: { h: number; w: number; c: number }): number {
    return (h * this.extents.cols + w) * this.extents.filters + c;
  }

  private coveredBy(granularity: Granularity, { h, w }: { h: number; w: number }): OutputCells {
    const { rows, cols } = this.extents;
    if (granularity === 'row') return { row: h, col: 0, rows: 1, cols };
    if (granularity === 'example') return { row: 0, col: 0, rows, cols };
    return { row: h, col: w, rows: 1, cols: 1 };
  }

  private stepsPerExample(granularity: Granularity): number {
    return (this.cells * this.productsPerCell) / this.productsPerStep(granularity) + (this.extents.tail ? 1 : 0);
  }

  private productsPerStep(granularity: Granularity): number {
    switch (granularity) {
      case 'product':
        return 1;
      case 'channel':
        return this.extents.taps;
      case 'window':
        return this.productsPerCell;
      case 'filter':
        return this.productsPerCell * this.extents.filters;
      case 'row':
        return this.productsPerCell * this.extents.filters * this.extents.cols;
      case 'example':
        return this.productsPerCell * this.cells;
    }
  }
}
