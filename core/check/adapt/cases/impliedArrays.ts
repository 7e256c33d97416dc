/** Arrays that a backward function does not take: only their shapes count. */
import { zeros, type NdArray } from '../../../array/NdArray';
import type { LayerCase } from '../../cases/LayerCase';
import { asArray, asLineArray, numberOf, numberValue, type ProgramValue } from '../../run/ProgramValue';
import type { AxisLayout } from '../Adapter';
import { isLine, toChannelsLast, toFilter } from '../layout/layouts';
import { bothOf, pair } from './numbersOf';
import type { Role } from '../roles/roles';

/** An input of a shape that is given, where only its gradient is computed. */
export function zerosOfShape(shape: ProgramValue | undefined): NdArray | undefined {
  if (shape?.kind !== 'sequence') return undefined;
  const extents = shape.items.map((item) => numberOf(item));
  return extents.every((extent) => extent !== undefined) ? zeros(extents) : undefined;
}

/** An input of rows and columns that are given, with the examples and channels of the gradient or of the filter. */
export function zerosOfSizes(found: ReadonlyMap<Role, ProgramValue>, layout: AxisLayout): NdArray | undefined {
  const sizes = bothOf(found.get('inputRows') ?? numberValue(1), found.get('inputCols'));
  const arrayIn = isLine(layout) ? asLineArray : asArray;
  const [g, w] = [arrayIn(found.get('gradient')), arrayIn(found.get('filter'))];
  const [gradient, filter] = [g && toChannelsLast(g, layout), w && toFilter(w, layout)];
  return sizes && gradient && zeros([gradient.shape[0]!, ...sizes, (filter ?? gradient).shape[filter ? 2 : 3]!]);
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
