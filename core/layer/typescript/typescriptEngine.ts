/**
 * The reference and the fallback: every kernel in plain TypeScript, each slot an array of its own. A kernel that meets two
 * classes of typed array is several times slower, so each number type has its own copy.
 */
import type { FloatData, NdArray } from '../../array/NdArray';
import type { Engine, Memory, NumberType } from '../engine/Engine';
import type { ConvolveShape, Kernels, PackShape, PadShape, PoolShape, Slot } from '../engine/Kernels';
import * as convolve32 from './convolve32.generated';
import * as convolve64 from './convolve64';
import * as filterGradient32 from './filterGradient32.generated';
import * as filterGradient64 from './filterGradient64';
import * as pool32 from './pool32.generated';
import * as pool64 from './pool64';
import * as rows32 from './rows32.generated';
import * as rows64 from './rows64';

export const typescriptEngine: Engine = {
  name: 'typescript',
  run: (type, work) => work(new HeapMemory(type)),
};

/** An operation's n-th borrowed array is kept for the next operation, unless it is longer than this. */
const keptLength = 2 ** 16;
const keptSlots = 8;
const kept: Readonly<Record<NumberType, Slot[]>> = { float64: [], float32: [] };

class HeapMemory implements Memory {
  readonly kernels: Kernels;
  private borrowed = 0;

  constructor(readonly type: NumberType) {
    this.kernels = type === 'float64' ? float64Kernels : float32Kernels;
  }

  enter({ data }: NdArray): Slot {
    if (this.type === 'float64')
      return { pointer: 0, data: data instanceof Float64Array ? data : Float64Array.from(data) };
    return { pointer: 0, data: data instanceof Float32Array ? data : Float32Array.from(data) };
  }

  allocate(length: number): Slot {
    return { pointer: 0, data: this.type === 'float64' ? new Float64Array(length) : new Float32Array(length) };
  }

  borrow(length: number): Slot {
    const slots = kept[this.type];
    const found = slots[this.borrowed];
    if (found?.data.length === length) {
      this.borrowed++;
      return found;
    }
    const slot = this.allocate(length);
    if (length <= keptLength && this.borrowed < keptSlots) slots[this.borrowed++] = slot;
    return slot;
  }

  leave({ data }: Slot, shape: readonly number[]): NdArray {
    return { shape: [...shape], data };
  }
}

interface KernelModule<Data extends FloatData> {
  readonly panelWidth: number;
  pack(shape: PackShape, source: Data, sourceAt: number, panels: Data, panelsAt: number): void;
  pad(shape: PadShape, from: Data, fromAt: number, plane: Data): void;
  crop(shape: PadShape, plane: Data, to: Data, toAt: number): void;
  convolve(shape: ConvolveShape, plane: Data, planeAt: number, panels: Data, out: Data, outAt: number): void;
  filterGradient(
    shape: ConvolveShape,
    plane: Data,
    planeAt: number,
    gradient: Data,
    gradientAt: number,
    filter: Data,
    filterAt: number,
    filterStep: number,
  ): void;
  sumCells(cells: number, channels: number, from: Data, fromAt: number, sums: Data): void;
  scatter(shape: ConvolveShape, columns: Data, plane: Data, planeAt: number): void;
  maxPool(shape: PoolShape, x: Data, out: Data): void;
  maxPoolGradient(shape: PoolShape, first: boolean, x: Data, gradient: Data, dX: Data): void;
  averagePool(shape: PoolShape, x: Data, out: Data): void;
  averagePoolGradient(shape: PoolShape, gradient: Data, dX: Data): void;
}

const float64Kernels = adapt<Float64Array>({ ...convolve64, ...filterGradient64, ...pool64, ...rows64 });
const float32Kernels = adapt<Float32Array>({ ...convolve32, ...filterGradient32, ...pool32, ...rows32 });

/** The slots of one operation are all of one class, which their number type guarantees. */
function adapt<Data extends FloatData>(kernels: KernelModule<Data>): Kernels {
  const of = (slot: Slot): Data => slot.data as Data;
  return {
    panelWidth: kernels.panelWidth,
    pack: (shape, source, sourceAt, panels, panelsAt) =>
      kernels.pack(shape, of(source), sourceAt, of(panels), panelsAt),
    pad: (shape, from, fromAt, plane) => kernels.pad(shape, of(from), fromAt, of(plane)),
    crop: (shape, plane, to, toAt) => kernels.crop(shape, of(plane), of(to), toAt),
    convolve: (shape, plane, planeAt, panels, out, outAt) =>
      kernels.convolve(shape, of(plane), planeAt, of(panels), of(out), outAt),
    filterGradient: (shape, plane, planeAt, gradient, gradientAt, filter, filterAt, filterStep) =>
      kernels.filterGradient(shape, of(plane), planeAt, of(gradient), gradientAt, of(filter), filterAt, filterStep),
    sumCells: (cells, channels, from, fromAt, sums) => kernels.sumCells(cells, channels, of(from), fromAt, of(sums)),
    scatter: (shape, columns, plane, planeAt) => kernels.scatter(shape, of(columns), of(plane), planeAt),
    maxPool: (shape, x, out) => kernels.maxPool(shape, of(x), of(out)),
    maxPoolGradient: (shape, first, x, gradient, dX) => {
      dX.data.fill(0);
      kernels.maxPoolGradient(shape, first, of(x), of(gradient), of(dX));
    },
    averagePool: (shape, x, out) => kernels.averagePool(shape, of(x), of(out)),
    averagePoolGradient: (shape, gradient, dX) => {
      dX.data.fill(0);
      kernels.averagePoolGradient(shape, of(gradient), of(dX));
    },
  };
}
