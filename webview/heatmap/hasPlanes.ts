/** Whether a map shows one of several channels or filters, so that there are others to choose. */
import type { MapView } from '../../core/step/Frame';

export function hasPlanes({ address, hasNoMontage }: MapView): boolean {
  if (hasNoMontage || address?.shape.length !== 4 || address.role === 'array') return false;
  const [, , channels = 1, filters = 1] = address.shape;
  return filters > 1 || ((address.role === 'w' || address.role === 'dW') && channels > 1);
}
