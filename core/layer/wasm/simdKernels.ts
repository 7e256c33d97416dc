/** The module's exports as kernels: elements become bytes, slots become addresses. */
import type { NumberType } from '../engine/Engine';
import type { ConvolveShape, Kernels, PadShape, PoolShape, Slot } from '../engine/Kernels';
import type { LinearMemory } from './LinearMemory';
import type { WasmKernel } from './WebAssemblyApi';

export function simdKernels(
  exports: Readonly<Record<string, WasmKernel>>,
  memory: LinearMemory,
  type: NumberType,
): Kernels {
  const size = type === 'float64' ? 8 : 4;
  const kernel = (name: string): WasmKernel => exports[name + size * 8]!;
  const pack = kernel('pack');
  const convolve = kernel('convolve');
  const filterGradient = kernel('filterGradient');
  const sumCells = kernel('sumCells');
  const scatter = kernel('scatter');
  const setPool = (shape: PoolShape): void => {
    const { count, channels, inRows, inCols, outRows, outCols, kernelRows, kernelCols } = shape;
    const { strideRow, strideCol, dilationRow, dilationCol, padTop, padLeft } = shape;
    exports.setPoolShape!(
      count,
      channels * size,
      inRows,
      inCols,
      outRows,
      outCols,
      kernelRows,
      kernelCols,
      strideRow,
      strideCol,
      dilationRow,
      dilationCol,
      padTop,
      padLeft,
    );
  };
  const divisors = ({ divisorRows, divisorCols }: PoolShape): [rows: number, cols: number] => [
    placeIntegers(memory, divisorRows),
    placeIntegers(memory, divisorCols),
  ];
  return {
    panelWidth: 32 / size,
    pack: (shape, source, sourceAt, panels, panelsAt) =>
      pack(
        shape.inner,
        shape.innerStep * size,
        shape.filters,
        shape.filterStep * size,
        shape.panelLength * size,
        at(source, sourceAt, size),
        at(panels, panelsAt, size),
      ),
    pad: (shape, from, fromAt, plane) =>
      exports.pad!(...padBytes(shape, size), from.pointer + fromAt * size, plane.pointer),
    crop: (shape, plane, to, toAt) => exports.crop!(...padBytes(shape, size), plane.pointer, to.pointer + toAt * size),
    convolve: (shape, plane, planeAt, panels, out, outAt) =>
      convolve(
        shape.count,
        shape.rows,
        shape.cols,
        shape.planeStep * size,
        shape.planeRowStep * size,
        shape.planeColStep * size,
        shape.runRows,
        shape.runRowStep * size,
        shape.runCols,
        shape.runColStep * size,
        shape.run * size,
        shape.filters,
        shape.outStep * size,
        shape.outRowStep * size,
        shape.outColStep * size,
        plane.pointer + planeAt * size,
        panels.pointer,
        out.pointer + outAt * size,
      ),
    filterGradient: (shape, plane, planeAt, gradient, gradientAt, filter, filterAt, filterStep) =>
      filterGradient(
        shape.count,
        shape.rows,
        shape.cols,
        shape.planeStep * size,
        shape.planeRowStep * size,
        shape.planeColStep * size,
        shape.runRows,
        shape.runRowStep * size,
        shape.runCols,
        shape.runColStep * size,
        shape.run * size,
        shape.filters,
        shape.outStep * size,
        shape.outRowStep * size,
        shape.outColStep * size,
        plane.pointer + planeAt * size,
        gradient.pointer + gradientAt * size,
        filter.pointer + filterAt * size,
        filterStep * size,
      ),
    sumCells: (cells, channels, from, fromAt, sums) =>
      sumCells(cells, channels * size, from.pointer + fromAt * size, sums.pointer),
    scatter: (shape, columns, plane, planeAt) =>
      scatter(...scatterBytes(shape, size), columns.pointer, at(plane, planeAt, size)),
    maxPool: (shape, x, out) => {
      setPool(shape);
      kernel('maxPool')(x.pointer, out.pointer);
    },
    maxPoolGradient: (shape, first, x, gradient, dX) => {
      setPool(shape);
      kernel(first ? 'maxPoolGradientFirst' : 'maxPoolGradientAll')(x.pointer, gradient.pointer, dX.pointer);
    },
    averagePool: (shape, x, out) => {
      const tables = divisors(shape);
      setPool(shape);
      kernel('averagePool')(...tables, x.pointer, out.pointer);
    },
    averagePoolGradient: (shape, gradient, dX) => {
      const tables = divisors(shape);
      setPool(shape);
      kernel('averagePoolGradient')(...tables, gradient.pointer, dX.pointer);
    },
  };
}

function at(slot: Slot, elements: number, size: number): number {
  return slot.pointer + elements * size;
}

function padBytes({ count, rows, rowLength, top, bottom, left, right }: PadShape, size: number): number[] {
  return [count, rows, rowLength * size, top, bottom, left * size, right * size];
}

function scatterBytes(shape: ConvolveShape, size: number): number[] {
  const { count, rows, cols, planeStep, planeRowStep, planeColStep } = shape;
  const { runRows, runRowStep, runCols, runColStep, run } = shape;
  return [
    count,
    rows,
    cols,
    planeStep * size,
    planeRowStep * size,
    planeColStep * size,
    runRows,
    runRowStep * size,
    runCols,
    runColStep * size,
    run * size,
  ];
}

/** Copies the integers into the memory and returns their address. */
function placeIntegers(memory: LinearMemory, integers: Int32Array): number {
  const { pointer, data } = memory.allocate('float32', integers.length);
  new Int32Array(data.buffer, pointer, integers.length).set(integers);
  return pointer;
}
