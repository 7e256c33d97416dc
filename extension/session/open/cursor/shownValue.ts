/** The value of a variable that a session shows, though no line of it assigns it: `>>> emb` above `array([[1., 2.]])`. */
import type { LensError } from '../../../../core/message';
import type { ParseResult } from '../../../../core/read/ParseResult';
import { blankPrompts } from '../../../../core/read/python/syntax/text/prompts';
import { isShown as agrees } from '../../../../core/read/text/agreement/layouts';
import { overlap } from '../../source/overlap';
import { missingNames } from '../../source/errorOf';
import type { TextSource } from '../../source/LensSource';
import { readSource } from '../../source/readSource';

/** Whether code is one of the variables, perhaps behind a prompt. */
export function isOneOfNames(code: string, names: readonly string[]): boolean {
  return names.includes(blankPrompts(code).trim());
}

/**
 * Undefined where `error` is not about a variable that is all of the code and was printed as one array, or from which the code only
 * takes parts: `model.layers[0].get_weights()`.
 */
export function shownValue(source: TextSource, error: LensError): ParseResult | undefined {
  const name = missingNames(error)[0];
  const code = source.segments.at(-1)?.text;
  if (name === undefined || code === undefined) return undefined;
  const isPart = new RegExp(`^${name}(?:\\.(?!shape|size|dtype|ndim)\\w+|\\[[\\d:, -]*\\]|\\(\\))+$`).test(
    blankPrompts(code).trim(),
  );
  if (!isPart && !isOneOfNames(code, [name])) return undefined;
  const shown = readSource({ ...source, segments: [] });
  const [array] = shown.arrays;
  if (isPart) return array && shown;
  return array && shown.arrays.length === 1 ? { ...shown, arrays: [{ ...array, name }] } : undefined;
}

/** Arrays whose numbers no seed fixes, with the values that a session prints for the one that a line of it names. */
export function asPrinted(read: ParseResult, { segments, printed = [] }: TextSource): ParseResult {
  const lines = segments.flatMap(({ text }) => text.trimEnd().split('\n'));
  const drawn = read.errors.filter(({ kind }) => kind === 'remark');
  if (printed.length === 0 || drawn.length === 0) return read;
  const [shown, ...others] = readSource({ kind: 'text', name: '', segments: [], printed }).arrays;
  const arrays = read.arrays.map((each) => {
    const { name = '', array, range } = each;
    const names = [name, `print(${name})`];
    const isShown =
      lines.some((line) => isOneOfNames(line, names)) && drawn.some((error) => overlap(error.range, range));
    const isSame = shown && others.length === 0 && String(shown.array.shape) === String(array.shape);
    // Where the print only rounds the numbers, they are known.
    return isShown && isSame && !agrees(array, shown.array, 'nhwc') ? { ...each, array: shown.array } : each;
  });
  return { ...read, arrays };
}
