/** Arrays that a backward function does not take: only their shapes count. */
import { zeros, type NdArray } from '../../../array/NdArray';
import type { LayerCase } from '../../cases/LayerCase';
import type { ProgramValue } from '../../run/ProgramValue';
import { bothOf, pair, scalar } from './numbersOf';
import type { Role } from '../roles/roles';

/** An input of a shape that is given, where only its gradient is computed. */
export function zerosOfShape(shape: ProgramValue | undefined): NdArray | undefined {
  if (shape?.kind !== 'sequence') return undefined;
  const extents = shape.items.map((item) => scalar(item));
  return extents.every((extent) => extent !== undefined) ? zeros(extents) : undefined;
}

/** A filter of a size that is given, where only its gradient is computed. */
export function filterOfSize(
  found: ReadonlyMap<Role, ProgramValue>,
  { x, groups = 1 }: Omit<LayerCase, 'kernel'>,
  gradient: NdArray | undefined,
): NdArray | undefined {
  const kernel = pair(found.get('kernel')) ?? bothOf(found.get('kernelRows'), found.get('kernelCols'));
  if (!kernel || !gradient || !x) return undefined;
  return zeros([...kernel, Math.floor(x.shape[3]! / groups), gradient.shape[3]!]);
}
