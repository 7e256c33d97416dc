/** The gradient of a convolution's output that only the words before it name. */
import type { ParsedArray, ParseResult } from '../../../../../core/read/ParseResult';
import { roleOfName } from '../../../../../core/setup/roles/roles';
import type { TextSource } from '../../../source/LensSource';
import { sentenceBefore } from '../../../source/textInSegments';
import { isText } from '../../document/pieces';
import { GRADIENT } from './pooledGradient';

/** What a backward pass computes: a result of the layer. */
const COMPUTED =
  /\b(?:respect to|w\.?r\.?t\.?|of) (?:the )?(?:inputs?|filters?|kernels?|weights?|[XxWwKk]\b)|\bd[LJ]?\/?d?_?[XxWwKkFf]\b|\bdA_prev\b/i;

/** The arrays, with the one whose sentence calls it the gradient of an output as dZ. */
export function withGradient(read: ParseResult, { segments, languageId }: TextSource): ParseResult {
  if (!isText(languageId) || read.calls.length > 0 || read.arrays.length < 3) return read;
  const isFilter = ({ name }: ParsedArray): boolean => roleOfName(name) === 'w';
  if (!read.arrays.some(isFilter)) return read;
  const gradients = read.arrays.filter((each) => {
    const words = isFilter(each) ? '' : sentenceBefore(segments, each.range);
    return GRADIENT.test(words) && !COMPUTED.test(words);
  });
  const [gradient, ...others] = gradients;
  if (!gradient || others.length > 0 || roleOfName(gradient.name) === 'dZ') return read;
  return { ...read, arrays: read.arrays.map((each) => (each === gradient ? { ...each, name: 'dZ' } : each)) };
}
