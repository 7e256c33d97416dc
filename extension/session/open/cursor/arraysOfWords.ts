/** Arrays in the words of an exercise: the one at the cursor belongs to a layer together with the others. */
import { parseArrays } from '../../../../core/read/parseArrays';
import type { TextRange } from '../../../../core/read/ParseResult';
import { roleOfName } from '../../../../core/setup/roles';
import { overlap } from '../../source/overlap';

/** Longer texts have more than one layer. */
const LONGEST = 20_000;

/** Whether a text names one input and one filter, and the array at `range` has a role in their layer. */
export function isOfLayerInWords(text: string, range: TextRange, languageId: string | undefined): boolean {
  if (text.length > LONGEST) return false;
  const { arrays, calls } = parseArrays(text, languageId === undefined ? {} : { languageId });
  const roles = arrays.map(({ name }) => roleOfName(name));
  const count = (role: string): number => roles.filter((each) => each === role).length;
  const isMember = arrays.some(
    (each, index) => overlap(each.range, range) && roles[index] !== undefined && roles[index] !== 'result',
  );
  return calls.length === 0 && count('x') === 1 && count('w') === 1 && isMember;
}
