/** Julia's `gradient(x -> sum(maxpool(x, (2, 2))), x)`: the gradients of a layer for ones in all cells of its result. */
import { LensError, msg } from '../../../message';
import type { TextRange } from '../../TextRange';
import { outputOf } from '../agreement/outputOf';
import type { Reading } from './LayerTable';

const DIFFERENTIATED = /\b(?:with)?(gradient|jacobian|pullback)\(\s*(?:\([\w, ]*\)|\w+)\s*->\s*([^\n]*)$/;

/** The reading itself where the call at `range` is not differentiated. */
export function gradientOfSum(reading: Reading, callee: string, range: TextRange, text: string): Reading {
  const [, asked, between = ''] = DIFFERENTIATED.exec(text.slice(0, range[0])) ?? [];
  if (asked === undefined) return reading;
  const { operation, arrays, options, layout } = reading;
  const result = asked === 'gradient' && between.trim() === 'sum(' ? outputOf(reading) : undefined;
  const ones = result && { ...result, data: result.data.map(() => 1) };
  if (ones && operation === 'pool_forward')
    return { operation: 'pool_backward', arrays: { dA: ones, A_prev: arrays.A_prev }, options, layout };
  if (ones && operation === 'conv_forward' && arrays.W) {
    const { A_prev, W } = arrays;
    return { operation: 'conv_backward', arrays: { dZ: ones, A_prev, W }, options, layout };
  }
  throw new LensError(msg('{0} of {1} is not supported', asked, callee), undefined, range);
}
