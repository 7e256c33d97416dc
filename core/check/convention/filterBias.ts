/** The bias of one window in the first edition of the course: as many numbers as the filter has, each added to a product. */
import { ndarray, type NdArray } from '../../array/NdArray';
import { msg } from '../../message';
import { expectedOf } from '../cases/expected';
import type { LayerCase } from '../cases/LayerCase';
import type { Convention } from './Convention';

export const FILTER_BIAS: Convention = {
  id: 'filter-bias',
  detail: msg('the bias is added to every product, as the 2017 edition of the course expects'),
  operations: ['conv_single_step'],
  caseOf: (layerCase) => ({ ...layerCase, b: widened(layerCase) }),
  expected: (layerCase) => expectedOf(layerCase),
};

/** Whether the bias of a case has the size of its filter. */
export function hasFilterBias({ operation, w, b }: LayerCase): boolean {
  return operation === 'conv_single_step' && b !== undefined && b.data.length > 1 && b.data.length === w?.data.length;
}

/** The bias of a case with as many numbers as its filter, which differ. */
function widened({ b, w }: LayerCase): NdArray {
  if (b!.data.length === w!.data.length) return b!;
  return ndarray(
    w!.shape,
    w!.data.map((_, k) => b!.data[0]! + k / w!.data.length),
  );
}
