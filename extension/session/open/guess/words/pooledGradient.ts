/** The backward pass of a pooling in words: the gradient is the array whose line calls it one. */
import { sizeOf } from '../../../../../core/array/NdArray';
import type { OptionsInWords } from '../../../../../core/read/documents/stated/statedOptions';
import type { ParsedArray, ParseResult } from '../../../../../core/read/ParseResult';
import { roleOfName } from '../../../../../core/setup/roles/roles';
import type { Segment } from '../../../source/LensSource';
import { sentenceBefore } from '../../../source/textInSegments';

export const GRADIENT =
  /gradient|back-?prop|backward|upstream|from above|\bdelta\b|\bd[LJ]\b|\bdA\b|von oben|r[u\u00fc]ckw[a\u00e4]rts|\u68af\u5ea6|\u53cd\u5411|\u52fe\u914d|\u9006\u4f1d\u64ad|\u0433\u0440\u0430\u0434\u0438\u0435\u043d\u0442/i;

/** Undefined where no array is called a gradient; `unclear` where one is, but input, gradient and mode are not one of each. */
export function pooledGradient(
  { arrays, values }: Pick<ParseResult, 'arrays' | 'values'>,
  segments: readonly Segment[],
  pool: OptionsInWords['pool'],
): Pick<ParseResult, 'arrays' | 'values'> | 'unclear' | undefined {
  if (!pool || arrays.length < 2) return undefined;
  const isGradient = (each: ParsedArray): boolean => GRADIENT.test(sentenceBefore(segments, each.range));
  const named = arrays.filter(({ name }) => roleOfName(name) === 'dZ');
  const gradients = named.length > 0 ? named : arrays.filter(isGradient);
  if (gradients.length === 0) return undefined;
  const matrices = arrays.filter((each) => !gradients.includes(each) && each.array.shape.length > 1);
  const inputs = matrices.filter(({ name }) => roleOfName(name) === 'x');
  const [x, ...others] =
    inputs.length === 1 ? inputs : matrices.sort((a, b) => sizeOf(b.array.shape) - sizeOf(a.array.shape));
  // The gradient of the input, which is the result, has its shape.
  const [dA, ...further] = gradients.filter(({ array }) => x && sizeOf(array.shape) < sizeOf(x.array.shape));
  const [mode, second] = pool.modes;
  if (!x || !dA || !mode || second || further.length > 0 || others.some(({ array }) => sameSize(array, x.array)))
    return 'unclear';
  const found = { mode, ...(pool.window && { f: [...pool.window] }) };
  return {
    arrays: [
      { ...x, name: 'x' },
      { ...dA, name: 'dA' },
    ],
    values: { ...values, ...found },
  };
}

function sameSize(a: ParsedArray['array'], b: ParsedArray['array']): boolean {
  return a.shape.join() === b.shape.join();
}
