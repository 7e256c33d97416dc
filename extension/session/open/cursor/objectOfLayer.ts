/** An object with the arrays of a layer: `{"input": …, "kernel": …, "stride": 1}`. One of its arrays alone is not the layer. */
import { parseArrays } from '../../../../core/read/parseArrays';
import type { TextRange } from '../../../../core/read/ParseResult';
import { afterBracket } from '../../../../core/read/text/scan/afterBracket';
import { writtenOperation } from '../../../../core/setup/options/writtenOperation';
import { roleOfName } from '../../../../core/setup/roles/roles';
import { withName } from '../../source/assignment';

/** Objects with keys are written in braces. */
const LANGUAGES = /^(?:python|json\w*|javascript|javascriptreact|typescript|typescriptreact)$/;
const KEY = /\{\s*(?:["'][^"'\n]*["']|[A-Za-z_]\w*)\s*:/y;
const LONGEST = 20_000;

/** The object around a place that names its operation, else the innermost such object, with the name that it is assigned to; undefined where an object has no such arrays. */
export function objectOfLayer(text: string, place: number, languageId: string | undefined): TextRange | undefined {
  if (languageId === undefined || !LANGUAGES.test(languageId)) return undefined;
  let found: TextRange | undefined;
  for (const start of bracesAround(text, place)) {
    const end = afterBracket(text, start, start + LONGEST);
    if (end === undefined || end < place) continue;
    const from = withName(text, start);
    const { arrays, calls, values } = parseArrays(text.slice(from, end), { languageId });
    const filters = arrays.filter(({ name }) => roleOfName(name) === 'w');
    const others = arrays.filter(({ name, array }) => roleOfName(name) !== 'w' && array.shape.length > 1);
    if (calls.length > 0 || others.length === 0) continue;
    if (writtenOperation(values)) return [from, end];
    if (filters.length === 1) found ??= [from, end];
  }
  return found;
}

/** Of the open braces with keys before a place, the innermost first. */
function bracesAround(text: string, place: number): number[] {
  const found: number[] = [];
  let depth = 0;
  for (let at = place - 1; at >= Math.max(0, place - LONGEST); at--) {
    if (')]}'.includes(text[at]!)) depth += 1;
    else if ('([{'.includes(text[at]!) && depth > 0) depth -= 1;
    else if (text[at] === '{') {
      KEY.lastIndex = at;
      if (KEY.test(text)) found.push(at);
    }
  }
  return found;
}
