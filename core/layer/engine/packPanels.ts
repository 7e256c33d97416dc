/** Filters in the order in which the kernels read them. */
import type { FloatData } from '../../array/NdArray';
import type { Memory } from './Engine';
import type { Slot } from './Kernels';

/** Which weights make up the panels: filter f's weight k = (tap, inner) is source[taps[tap] + inner·innerStep + f·filterStep]. */
export interface PanelSource {
  readonly source: FloatData;
  readonly taps: readonly number[];
  readonly inner: number;
  readonly innerStep: number;
  readonly filters: number;
  readonly filterStep: number;
  /** bias[biasAt + f]; absent: 0. */
  readonly bias?: FloatData;
  readonly biasAt?: number;
}

/** For each block of `panelWidth` filters: its biases, then for each k its weights; the last block filled up with zeros. */
export function packPanels(memory: Memory, panels: PanelSource): Slot {
  const { source, taps, inner, innerStep, filters, filterStep, bias, biasAt = 0 } = panels;
  const width = memory.kernels.panelWidth;
  const length = width * (1 + taps.length * inner);
  const slot = memory.borrow(Math.ceil(filters / width) * length);
  const { data } = slot;
  for (let block = 0, at = 0; block < filters; block += width) {
    const used = Math.min(width, filters - block);
    for (let f = 0; f < width; f++) data[at++] = bias && f < used ? bias[biasAt + block + f]! : 0;
    for (const tap of taps) {
      for (let k = 0; k < inner; k++) {
        const from = tap + k * innerStep + block * filterStep;
        for (let f = 0; f < used; f++) data[at++] = source[from + f * filterStep]!;
        for (let f = used; f < width; f++) data[at++] = 0;
      }
    }
  }
  return slot;
}
