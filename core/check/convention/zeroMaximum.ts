/** Maximum pooling whose padding is 0 and takes part in the maximum, as the words of a text state. */
import { pad2d, pad2dBackward } from '../../layer/pad2d';
import type { Ties } from '../../layer/options';
import { msg } from '../../message';
import { expectedOf } from '../cases/expected';
import { paddingOfCase, type LayerCase, type NamedArray } from '../cases/LayerCase';
import type { CourseFunction } from '../CourseFunction';
import type { Convention } from './Convention';

/** In comments and descriptions alone: code that pads with 0 can be a mistake. */
const WORDS = /"""[\s\S]*?"""|'''[\s\S]*?'''|#.*/g;

const ZEROS =
  /\bzero(?:e?s)?[- ]?(?:pad|fill)|\bpad\w* (?:\w+ ){0,3}(?:with|of|by) (?:zeros?|0)\b|\bmit nullen|\b(?:con|de) (?:ceros|z[ée]ros)|[零0]\s*(?:填充|パディング)|补[零0]|ゼロ(?:パディング|埋め)/i;

/** The windows of convolutions, whose padding is 0, that a pooling takes as well: `im2col(x, k, k, stride, pad)`. */
const OF_CONVOLUTIONS = /(?<![.\w]|def )\w*(?:col|patch|window|unfold)\w*\([^\n]*\b(?:p|pad\w*)\)/i;

/** Of ties all or the first, in the gradient. */
const KINDS: readonly (readonly [CourseFunction, Ties])[] = [
  ['pool_forward', 'all'],
  ['pool_backward', 'all'],
  ['pool_backward', 'first'],
];

export const ZERO_MAXIMUM = KINDS.map(([operation, ties]): Convention => ({
  id: 'zero-in-maximum',
  detail: msg('the padding counts as 0 in the maximum of a window; frameworks leave it out'),
  operations: [operation],
  isMeant: (text) => OF_CONVOLUTIONS.test(text) || (text.match(WORDS) ?? []).some((words) => ZEROS.test(words)),
  expected: (layerCase) => (layerCase.mode === 'max' ? ofPadded(layerCase, ties) : expectedOf(layerCase)),
}));

/** Of the input with its padding, as an input without padding. */
function ofPadded(layerCase: LayerCase, ties: Ties): NamedArray[] {
  const padding = paddingOfCase(layerCase);
  const { sides: _, ...plain } = layerCase;
  const results = expectedOf({ ...plain, pad: 0, padCols: 0, x: pad2d(layerCase.x!, padding) }, ties);
  return results.map(({ name, array }) => ({
    name,
    array: name === 'dA_prev' ? pad2dBackward(array, layerCase.x!.shape, padding) : array,
  }));
}
