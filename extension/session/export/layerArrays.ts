/** The arrays of a layer under the names that the panel shows: what goes in, and what it computes. */
import type { NdArray } from '../../../core/array/NdArray';
import type { ExportedArray } from '../../../core/export/ExportFormat';
import type { LayerJob, LayerResult } from '../../../core/layer/job/LayerJob';
import { namesOf, type Names } from '../../../core/step/shared/words/names';
import { usualNames } from '../../../core/step/shared/words/usualNames';
import { gradientJob } from '../picture/LayerOutput';
import { plainResults } from '../picture/plainResults';
import type { Layer } from '../../../core/step/Layer';
import type { ArrayRole } from '../../../core/step/Frame';

/** An array that can be written, read or computed when it is asked for. */
export interface LayerArray {
  readonly role: ArrayRole;
  readonly name: string;
  /** Unknown until a result is computed. */
  readonly shape?: readonly number[];
  readonly dtype?: string;
  /** `compute` runs a job. Rejects with its LensError. */
  readonly load: (compute: ComputeJob) => Promise<NdArray>;
}

export type ComputeJob = (job: LayerJob) => Promise<LayerResult>;

/** Inputs first, then results. `own`: the user's names. */
export function layerArrays(layer: Layer, own: Partial<Names> = {}): LayerArray[] {
  const names = namesOf(own, usualNames(layer, own));
  const given = (role: keyof Names, array: NdArray | undefined): LayerArray[] =>
    array ? [{ role, name: names[role], shape: array.shape, load: () => Promise.resolve(array) }] : [];
  const results = (job: LayerJob, pairs: readonly (readonly [keyof LayerResult, keyof Names])[]): LayerArray[] => {
    // The results of one job are computed together.
    let running: Promise<LayerResult> | undefined;
    return pairs.map(([key, role]) => ({
      role,
      name: names[role],
      load: async (compute) => (await (running ??= compute(job)))[key]!,
    }));
  };
  switch (layer.kind) {
    case 'conv':
    case 'convTranspose': {
      const { x, w, b, dZ, options, pass } = layer;
      const inputs = [...given('x', x), ...given('w', w), ...given('b', b)];
      const kind = layer.kind === 'conv' ? 'conv2d' : 'convTranspose2d';
      if (pass === 'forward' || !dZ) {
        return [...inputs, ...results({ kind, x, w, ...(b && { b }), options }, [['z', 'z']])];
      }
      const gradients = [['dX', 'dX'] as const, ['dW', 'dW'] as const, ['db', 'db'] as const];
      return [...inputs, ...given('dZ', dZ), ...results(gradientJob(layer), gradients)];
    }
    case 'pool': {
      const { x, dZ: dA, options, pass } = layer;
      if (pass === 'forward' || !dA)
        return [...given('x', x), ...results({ kind: 'pool2d', x, options }, [['a', 'z']])];
      return [
        ...given('x', x),
        ...given('dZ', dA),
        ...results({ kind: 'pool2dBackward', dA, x, options }, [['dX', 'dX']]),
      ];
    }
    case 'relu': {
      const { z, dX } = plainResults(layer);
      return [...given('x', layer.x), ...given('z', z), ...(dX ? given('dZ', layer.dZ) : []), ...given('dX', dX)];
    }
    case 'pad':
      return [...given('x', layer.x), ...given('z', plainResults(layer).z)];
  }
}

/** The name under which an array is written. */
export function exported({ name, dtype }: LayerArray, array: NdArray): ExportedArray {
  return { array, name, ...(dtype !== undefined && { dtype }) };
}
