/** The input of a layer as its windows see it: one padded plane for each example and channel. */
import type { NdArray } from '../../../array/NdArray';
import type { Geometry } from '../../../layer/geometry';
import { isPadded, paddedSize, sourceIndex, type Cell } from '../../../layer/window';
import { CellKind, type CellAddress } from '../../Frame';
import { PlaneCache } from './PlaneCache';

export class PaddedInput {
  readonly rows: number;
  readonly cols: number;
  /** CellKinds of a plane; undefined without padding. */
  readonly kinds: Uint8Array | undefined;
  private readonly planes = new PlaneCache();
  /** The input row, and below the input column, that each padded one shows; −1: the constant. */
  private readonly sourceRows: Int32Array;
  private readonly sourceCols: Int32Array;

  constructor(
    readonly x: NdArray,
    readonly geometry: Geometry,
    private readonly constant = 0,
  ) {
    const { rows, cols, paddingMode } = geometry;
    this.rows = paddedSize(rows);
    this.cols = paddedSize(cols);
    this.sourceRows = Int32Array.from({ length: this.rows }, (_, row) =>
      sourceIndex(rows, row - rows.padBefore, paddingMode),
    );
    this.sourceCols = Int32Array.from({ length: this.cols }, (_, col) =>
      sourceIndex(cols, col - cols.padBefore, paddingMode),
    );
    this.kinds = this.padded ? this.markPadding() : undefined;
  }

  get padded(): boolean {
    return isPadded(this.geometry);
  }

  /** rows × cols numbers. */
  plane(example: number, channel: number): Float64Array {
    const channels = this.geometry.inChannels;
    return this.planes.get(example * channels + channel, () => {
      const plane = new Float64Array(this.rows * this.cols).fill(this.constant);
      for (let row = 0; row < this.rows; row++) {
        const sourceRow = this.sourceRows[row]!;
        if (sourceRow < 0) continue;
        for (let col = 0; col < this.cols; col++) {
          const sourceCol = this.sourceCols[col]!;
          if (sourceCol < 0) continue;
          plane[row * this.cols + col] = this.x.data[this.flatIndex(example, sourceRow, sourceCol, channel)]!;
        }
      }
      return plane;
    });
  }

  /** One number of a plane, without the rest. */
  value(example: number, row: number, col: number, channel: number): number {
    const sourceRow = this.sourceRows[row] ?? -1;
    const sourceCol = this.sourceCols[col] ?? -1;
    if (sourceRow < 0 || sourceCol < 0) return this.constant;
    return this.x.data[this.flatIndex(example, sourceRow, sourceCol, channel)]!;
  }

  /** The input cell that a padded one shows; undefined for a constant. */
  source(row: number, col: number): Cell | undefined {
    const sourceRow = this.sourceRows[row] ?? -1;
    const sourceCol = this.sourceCols[col] ?? -1;
    return sourceRow < 0 || sourceCol < 0 ? undefined : { row: sourceRow, col: sourceCol };
  }

  address(name: string, example: number, channel: number): CellAddress {
    const { rows, cols, inChannels } = this.geometry;
    return {
      role: 'x',
      name,
      shape: this.x.shape,
      offset: this.flatIndex(example, 0, 0, channel),
      rowStride: cols.size * inChannels,
      colStride: inChannels,
      rowOrigin: rows.padBefore,
      colOrigin: cols.padBefore,
      rows: rows.size,
      cols: cols.size,
    };
  }

  private flatIndex(example: number, row: number, col: number, channel: number): number {
    const { rows, cols, inChannels } = this.geometry;
    return ((example * rows.size + row) * cols.size + col) * inChannels + channel;
  }

  private markPadding(): Uint8Array {
    const { rows, cols } = this.geometry;
    const kinds = new Uint8Array(this.rows * this.cols).fill(CellKind.Padding);
    for (let row = 0; row < rows.size; row++) {
      const start = (row + rows.padBefore) * this.cols + cols.padBefore;
      kinds.fill(CellKind.Data, start, start + cols.size);
    }
    return kinds;
  }
}
