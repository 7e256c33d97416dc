/** The wrong formula that gives the size of an axis: `(n − f + 2·pad) / stride` without its `+ 1`. */
import { msg, type Message } from '../../message';
import type { LayerCase } from '../cases/LayerCase';

export interface SizeSample {
  /** Axis of the layer's result: 1 for rows, 2 for columns. */
  readonly axis: number;
  readonly size: number;
  readonly layerCase: LayerCase;
}

/** The likeliest formula that gives every sample; undefined where none does, and for axes other than rows and columns. */
export function sizeFormula(samples: readonly SizeSample[]): Message | string | undefined {
  return FORMULAS.find(([, give]) =>
    samples.every((sample) => isSpatial(sample) && give(extentsOf(sample)) === sample.size),
  )?.[0];
}

interface Extents {
  /** The input's size on the axis. */
  readonly n: number;
  /** The input's size on the other axis. */
  readonly other: number;
  readonly f: number;
  readonly pad: number;
  readonly stride: number;
}

/** Formulas of output sizes by likelihood: of two that give the same sizes the first is named. */
const FORMULAS: readonly (readonly [text: Message | string, give: (extents: Extents) => number])[] = [
  ['(n − f + 2·pad) / stride', ({ n, f, pad, stride }) => Math.floor((n - f + 2 * pad) / stride)],
  ['(n − f + pad) / stride + 1', ({ n, f, pad, stride }) => Math.floor((n - f + pad) / stride) + 1],
  ['(n − f) / stride + 1', ({ n, f, stride }) => Math.floor((n - f) / stride) + 1],
  ['n − f + 2·pad + 1', ({ n, f, pad }) => n - f + 2 * pad + 1],
  ['⌈(n − f + 2·pad) / stride⌉ + 1', ({ n, f, pad, stride }) => Math.ceil((n - f + 2 * pad) / stride) + 1],
  ['(n − f + 2·pad + 1) / stride', ({ n, f, pad, stride }) => Math.floor((n - f + 2 * pad + 1) / stride)],
  ['⌈(n − f + 2·pad + 1) / stride⌉', ({ n, f, pad, stride }) => Math.ceil((n - f + 2 * pad + 1) / stride)],
  ['(n − f + 2·pad) / stride + 2', ({ n, f, pad, stride }) => Math.floor((n - f + 2 * pad) / stride) + 2],
  ['(n + f + 2·pad) / stride + 1', ({ n, f, pad, stride }) => Math.floor((n + f + 2 * pad) / stride) + 1],
  ['(n − f − 2·pad) / stride + 1', ({ n, f, pad, stride }) => Math.floor((n - f - 2 * pad) / stride) + 1],
  ['n / stride', ({ n, stride }) => Math.floor(n / stride)],
  ['⌈n / stride⌉', ({ n, stride }) => Math.ceil(n / stride)],
  ['(n + 2·pad) / stride + 1', ({ n, pad, stride }) => Math.floor((n + 2 * pad) / stride) + 1],
  ['(n + 2·pad) / stride', ({ n, pad, stride }) => Math.floor((n + 2 * pad) / stride)],
  ['n / f', ({ n, f }) => Math.floor(n / f)],
  ['(n − f) / f + 1', ({ n, f }) => Math.floor((n - f) / f) + 1],
  ['n', ({ n }) => n],
  ['n + 2·pad', ({ n, pad }) => n + 2 * pad],
  ['n + pad', ({ n, pad }) => n + pad],
  ['n − f + 1', ({ n, f }) => n - f + 1],
  ['n − f', ({ n, f }) => n - f],
  ['n − 2·pad', ({ n, pad }) => n - 2 * pad],
  ['f', ({ f }) => f],
  [msg('the input’s size on the other axis'), ({ other }) => other],
  [
    msg('the output’s size on the other axis'),
    ({ other, f, pad, stride }) => Math.floor((other - f + 2 * pad) / stride) + 1,
  ],
];

function isSpatial({ axis, layerCase: { x } }: SizeSample): boolean {
  return (axis === 1 || axis === 2) && x?.shape.length === 4;
}

function extentsOf({ axis, layerCase }: SizeSample): Extents {
  const { x, kernel } = layerCase;
  const { stride, strideCols = stride, pad, padCols = pad } = layerCase;
  const along = axis === 1 ? { pad, stride } : { pad: padCols, stride: strideCols };
  return { n: x!.shape[axis]!, other: x!.shape[3 - axis]!, f: kernel[axis - 1]!, ...along };
}
