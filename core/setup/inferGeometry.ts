/** The kernel, stride and pad under which an output gets a given shape, when the text does not give them. */
import { outputShape, type Geometry } from '../layer/geometry';
import { LensError } from '../message';

export interface Inferred {
  readonly kernel: number;
  readonly stride: number;
  readonly pad: number;
}

/** Whether an option is not stated, or is one number that a candidate can have. */
export function isOpenOrCount(option: unknown): option is number | undefined {
  return option === undefined || (typeof option === 'number' && Number.isInteger(option) && option >= 0);
}

/** The first of `candidates` (the likeliest first) whose output has the rows and columns of `gradient`, (m, n_H, n_W, n_C). */
export function inferGeometry(
  candidates: Iterable<Inferred>,
  gradient: readonly number[],
  geometryOf: (candidate: Inferred) => Geometry,
): Inferred | undefined {
  for (const candidate of candidates) {
    try {
      const shape = outputShape(geometryOf(candidate));
      if (shape[1] === gradient[1] && shape[2] === gradient[2]) return candidate;
    } catch (error) {
      if (!(error instanceof LensError)) throw error;
    }
  }
  return undefined;
}

/** Small kernels first; at each, the usual stride = kernel of pooling, then stride 1, then the rest. */
export function* poolingCandidates(
  kernel: number | undefined,
  stride: number | undefined,
  largest: number,
): Generator<Inferred> {
  const kernels = kernel === undefined ? range(2, largest).concat(1) : [kernel];
  for (const each of kernels) {
    const strides = stride === undefined ? [each, ...range(1, largest).filter((other) => other !== each)] : [stride];
    for (const step of strides) yield { kernel: each, stride: step, pad: 0 };
  }
}

/** No pad first, small strides first. */
export function* convCandidates(
  kernel: number,
  stride: number | undefined,
  pad: number | undefined,
  largest: number,
): Generator<Inferred> {
  for (const step of stride === undefined ? range(1, largest) : [stride]) {
    for (const each of pad === undefined ? range(0, kernel - 1) : [pad]) yield { kernel, stride: step, pad: each };
  }
}

function range(first: number, last: number): number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
}
