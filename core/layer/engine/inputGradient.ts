/** A convolution's gradient of its input, on an engine; with a bias, the forward pass of a transposed convolution. */
import type { NdArray } from '../../array/NdArray';
import type { Geometry } from '../geometry';
import { paddedSize } from '../window';
import { forEachPaddedCell } from './ConvPlan';
import { numberTypeOf, type Engine, type Memory } from './Engine';
import { gradientByColumns } from './gradientByColumns';
import { gradientByPhases } from './gradientByPhases';
import type { Slot } from './Kernels';

/** Input channels in a group below which a register block of the phases would be mostly empty. */
const fewChannels = 8;

/** dZ of the output's shape, w of the filter's → dX (m, n_H, n_W, n_C_prev), each cell plus its channel's bias. */
export function inputGradient(engine: Engine, geometry: Geometry, dZ: NdArray, w: NdArray, bias?: NdArray): NdArray {
  return engine.run(numberTypeOf(dZ, w, bias), (memory) => {
    const { batch, rows, cols, inChannels } = geometry;
    const shape = [batch, rows.size, cols.size, inChannels];
    const dX = memory.allocate(batch * rows.size * cols.size * inChannels);
    const gradient = memory.enter(dZ);
    const weights = memory.enter(w);
    if (geometry.paddingMode === 'zeros') {
      fill(memory, geometry, gradient, weights, dX);
    } else {
      const wide = withPaddingAsInput(geometry);
      const dPadded = memory.borrow(batch * wide.rows.size * wide.cols.size * inChannels);
      fill(memory, wide, gradient, weights, dPadded);
      dX.data.fill(0);
      foldPadding(geometry, dPadded, dX);
    }
    if (bias) addBias(dX, bias);
    return memory.leave(dX, shape);
  });
}

function fill(memory: Memory, geometry: Geometry, dZ: Slot, w: Slot, dX: Slot): void {
  if (geometry.inChannels / geometry.groups >= fewChannels && allFinite(w))
    gradientByPhases(memory, geometry, dZ, w, dX);
  else gradientByColumns(memory, geometry, dZ, w, dX);
}

/** The phases multiply weights with the zeros around dZ; with an infinite weight that would be NaN where there is nothing. */
function allFinite({ data }: Slot): boolean {
  for (const value of data) if (value - value !== 0) return false;
  return true;
}

/** The same layer on an input that was padded before. */
function withPaddingAsInput(geometry: Geometry): Geometry {
  const { rows, cols } = geometry;
  return {
    ...geometry,
    rows: { ...rows, size: paddedSize(rows), padBefore: 0, padAfter: 0 },
    cols: { ...cols, size: paddedSize(cols), padBefore: 0, padAfter: 0 },
    paddingMode: 'zeros',
  };
}

/** Adds the gradient of each cell of the padded planes to the input cell that it shows. */
function foldPadding(geometry: Geometry, dPadded: Slot, dX: Slot): void {
  const { batch, rows, cols, inChannels } = geometry;
  const wide = withPaddingAsInput(geometry);
  forEachPaddedCell(geometry, (planeCell, inCell) => {
    for (let i = 0; i < batch; i++) {
      const from = (i * wide.rows.size * wide.cols.size + planeCell) * inChannels;
      const to = (i * rows.size * cols.size + inCell) * inChannels;
      for (let c = 0; c < inChannels; c++) dX.data[to + c]! += dPadded.data[from + c]!;
    }
  });
}

function addBias(dX: Slot, bias: NdArray): void {
  const channels = bias.data.length;
  for (let at = 0; at < dX.data.length; at += channels) {
    for (let c = 0; c < channels; c++) dX.data[at + c]! += bias.data[c]!;
  }
}
