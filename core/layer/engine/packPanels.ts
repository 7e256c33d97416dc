/** Filters in the order in which the kernels read them. */
import type { Memory } from './Engine';
import type { Slot } from './Kernels';

/** Which weights make up the panels: filter f's weight k = (tap, inner) is source[taps[tap] + inner·innerStep + f·filterStep]. */
export interface PanelSource {
  readonly source: Slot;
  readonly taps: readonly number[];
  readonly inner: number;
  readonly innerStep: number;
  readonly filters: number;
  readonly filterStep: number;
  /** bias[biasAt + f]; absent: 0. */
  readonly bias?: Slot | undefined;
  readonly biasAt?: number;
}

/** Writes for each block of `panelWidth` filters its biases, then for each k its weights; the last block is filled up with zeros. */
export function packPanels(memory: Memory, panels: PanelSource): Slot {
  const { source, taps, inner, innerStep, filters, filterStep, bias, biasAt = 0 } = panels;
  const width = memory.kernels.panelWidth;
  const panelLength = width * (1 + taps.length * inner);
  const blocks = Math.ceil(filters / width);
  const slot = memory.borrow(blocks * panelLength);
  if (bias) {
    memory.kernels.pack({ inner: 1, innerStep: 0, filters, filterStep: 1, panelLength }, bias, biasAt, slot, 0);
  } else {
    const { data } = slot;
    for (let block = 0; block < blocks; block++) data.fill(0, block * panelLength, block * panelLength + width);
  }
  const shape = { inner, innerStep, filters, filterStep, panelLength };
  for (let tap = 0, at = width; tap < taps.length; tap++, at += inner * width) {
    memory.kernels.pack(shape, source, taps[tap]!, slot, at);
  }
  return slot;
}
