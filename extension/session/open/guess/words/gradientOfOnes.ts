/** The gradient of a convolution's output that words give without its numbers: "the upstream gradient is all ones". */
import { conv2d } from '../../../../../core/layer/conv2d';
import { attempt } from '../../../../../core/message';
import type { ParsedArray, ParseResult } from '../../../../../core/read/ParseResult';
import { hyperparameters } from '../../../../../core/setup/options/hyperparameters';
import { guessRoles, roleOfName } from '../../../../../core/setup/roles/roles';
import type { TextSource } from '../../../source/LensSource';
import { isText } from '../../document/pieces';

const GRADIENT = '(?:gradients?|\\bdout\\b|\\bd[ZYAO]\\b|\\bd[LJ]\\s?/\\s?d[A-Za-z]|\u68af\u5ea6)';
/** Few words, and no other gradient. */
const NEAR = '(?:(?!gradient)[^.\\n;\u3002]){0,50}?';
const ONES =
  '(?:\\ball[- ]ones?\\b|\\ball 1s?\\b|\\bof (?:all )?(?:ones|1s)\\b|\\b(?:filled with|full of) (?:ones|1s?)(?!\\d)|\\b(?:ones?|1) everywhere|\u5168(?:\u4e3a|\u662f)?\\s*1|\u51681)';
const STATED = new RegExp(
  `${GRADIENT}${NEAR}${ONES}|${ONES.replaceAll('\\b', '')} (?:upstream|incoming|output) gradient`,
  'i',
);

/** The arrays, with the gradient; the same where it is not stated, or where the arrays are not one input and one filter as matrices. */
export function withGradientOfOnes(
  { arrays, values }: Pick<ParseResult, 'arrays' | 'values'>,
  { segments, languageId }: TextSource,
): readonly ParsedArray[] {
  if (!isText(languageId) || !segments.some(({ text }) => STATED.test(text))) return arrays;
  const { x, w, dZ } = guessRoles(arrays, 'conv', 'nhwc');
  const [image, kernel] = [x, w].map((index) => (index === undefined ? undefined : arrays[index]!.array));
  const isNamed = arrays.some(({ name }) => roleOfName(name) === 'dZ');
  if (isNamed || dZ !== undefined || image?.shape.length !== 2 || kernel?.shape.length !== 2) return arrays;
  const { stride = 1, pad = 0, ...others } = hyperparameters(values);
  if (typeof stride !== 'number' || typeof pad !== 'number' || Object.keys(others).length > 0) return arrays;
  const output = attempt(() =>
    conv2d(
      { shape: [1, ...image.shape, 1], data: image.data },
      { shape: [...kernel.shape, 1, 1], data: kernel.data },
      undefined,
      { stride, padding: pad },
    ),
  );
  if (!output) return arrays;
  const array = { shape: output.shape.slice(1, 3), data: new Float64Array(output.data.length).fill(1) };
  return [...arrays, { name: 'dZ', array, range: [0, 0] }];
}
