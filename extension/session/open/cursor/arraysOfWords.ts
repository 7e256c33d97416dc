/** Arrays in the words of an exercise: the one at the cursor belongs to a layer together with the others. */
import { parseArrays } from '../../../../core/read/parseArrays';
import type { TextRange } from '../../../../core/read/ParseResult';
import { roleOfName } from '../../../../core/setup/roles/roles';
import { isText } from '../document/pieces';
import { overlap } from '../../source/overlap';

/** Longer texts have more than one layer. */
const LONGEST = 20_000;

/** Arrays of one exercise: an input, a filter, a bias and results. */
const MOST_ARRAYS = 5;
const LAYER_WORDS =
  /convol|correlat|pool|falt(?:en|ung)|\u5377\u79ef|\u6c60\u5316|\u7573\u307f\u8fbc\u307f|\ud569\uc131\uacf1/i;

/** Whether a text names one input and one filter, or is about a layer of a few arrays without names, and the array at `range` has a role in their layer. */
export function isOfLayerInWords(text: string, range: TextRange, languageId: string | undefined): boolean {
  if (text.length > LONGEST) return false;
  const { arrays, calls } = parseArrays(text, languageId === undefined ? {} : { languageId });
  const roles = arrays.map(({ name }) => roleOfName(name));
  const count = (role: string): number => roles.filter((each) => each === role).length;
  if (calls.length > 0) return false;
  // Without names, or with those of a filter and a result.
  const areFew =
    arrays.length > 1 &&
    arrays.length <= MOST_ARRAYS &&
    arrays.every(({ name }, index) => name === undefined || roles[index] !== undefined);
  if (areFew && isText(languageId) && LAYER_WORDS.test(text)) return arrays.some((each) => overlap(each.range, range));
  // The only one without a name is the result; those below the input and the filter are of the steps behind the layer.
  const unnamed = arrays.filter(({ name }) => name === undefined);
  const isBelow = ({ name, range: [start] }: (typeof arrays)[number]): boolean =>
    name === undefined &&
    LAYER_WORDS.test(text) &&
    arrays.every((each, index) => !/^[xw]$/.test(roles[index] ?? '') || each.range[1] <= start);
  const isMember = arrays.some(
    (each, index) =>
      overlap(each.range, range) &&
      (roles[index] !== undefined || (unnamed.length === 1 && each === unnamed[0]) || isBelow(each)),
  );
  return count('x') === 1 && count('w') === 1 && isMember;
}
