/** The result of a layer call of MATLAB, Julia or R in the layout of its language. */
import type { NdArray } from '../../../array/NdArray';
import { permute } from '../../../layer/layout';
import { tuple4 } from '../../../tuples';
import { outputOf } from '../agreement/outputOf';
import type { Reading } from './LayerTable';

/** Throws a LensError where the layer cannot be computed. */
export function layerResult(reading: Reading, languageId: string): NdArray | undefined {
  const result = outputOf(reading);
  const { layout } = reading;
  if (!result) return undefined;
  const [examples, rows, cols, channels] = tuple4(result.shape);
  if (layout === 'nhwc' && languageId !== 'r' && examples === 1 && channels === 1)
    return { shape: [rows, cols], data: result.data };
  switch (languageId) {
    case 'julia':
      return permute(result, [2, 1, 3, 0]);
    case 'r':
      return layout === 'nchw' ? permute(result, [0, 3, 1, 2]) : result;
    default:
      return permute(result, [1, 2, 3, 0]);
  }
}
