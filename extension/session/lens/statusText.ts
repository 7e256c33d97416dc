/** Arrays as the status bar names them: `A_prev (2, 5, 7, 4), W (3, 3, 4, 8)`. */
import { formatShape, type NdArray } from '../../../core/array/NdArray';

/** Arrays that are named; of the others their number. */
const mostNamed = 3;

export function statusText(arrays: readonly { readonly name?: string; readonly array: NdArray }[]): string {
  const named = arrays.slice(0, mostNamed).map(({ name, array }) => {
    const shape = formatShape(array.shape);
    return name === undefined ? shape : `${name} ${shape}`;
  });
  const rest = arrays.length - named.length;
  return named.join(', ') + (rest > 0 ? `, +${rest}` : '');
}
