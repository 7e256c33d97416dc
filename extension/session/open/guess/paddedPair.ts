/** A text that shows a matrix and the same with a border of zeros: its zero padding. */
import { formatShape } from '../../../../core/array/NdArray';
import { msg } from '../../../../core/message';
import type { LayerCall, ParsedArray } from '../../../../core/read/ParseResult';
import { withoutPadded } from '../../../../core/read/text/tables/paddedGrids';

/** Undefined where the arrays are others than the two. */
export function paddedPair(arrays: readonly ParsedArray[]): LayerCall | undefined {
  const [inner, outer, ...others] = arrays;
  if (!inner || !outer || others.length > 0) return undefined;
  if (arrays.some(({ array, ranges }) => array.shape.length !== 2 || !ranges)) return undefined;
  const { pad } = withoutPadded(arrays).values;
  if (pad === undefined) return undefined;
  const { shape, data } = inner.array;
  const name = outer.name ?? formatShape(outer.array.shape);
  return {
    operation: 'zero_pad',
    layout: 'nhwc',
    arrays: { X: { shape: [1, ...shape, 1], data } },
    options: { pad },
    callee: name,
    uncalled: true,
    range: [inner.range[0], outer.range[1]],
    notation: 'numpy',
    notes: [msg('the text shows the result of this layer: {0}', name)],
  };
}
