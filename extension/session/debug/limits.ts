/** Refuses what is too large, before it is read. */
import { formatShape, sizeOf } from '../../../core/array/NdArray';
import { LensError, msg } from '../../../core/message';

export function requireReadable(chain: string, shape: readonly number[], maxElements: number): void {
  const count = sizeOf(shape);
  if (count <= maxElements) return;
  throw new LensError(
    msg(
      '{0} {1} holds {2} numbers, more than the limit of {3} (setting layerLens.maxElements)',
      chain,
      formatShape(shape),
      count,
      maxElements,
    ),
  );
}
