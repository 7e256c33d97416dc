/** No filter is assumed for an array of which a session shows what another operation makes, or whose filter has another size in words. */
import type { ParsedArray } from '../../../../../core/read/ParseResult';
import { USUAL_NAMES } from '../../../../../core/read/python/modules/usualNames';
import { makeOperand } from '../../../../../core/read/text/tables/resultWords';
import type { TextSource } from '../../../source/LensSource';
import { textInSegments } from '../../../source/textInSegments';
import { isText } from '../../document/pieces';

/** Whether the line at the cursor, or that which printed what is there, shows what something else makes of an input, or the words state another filter. */
export function showsOther(source: TextSource, inputs: readonly ParsedArray[]): boolean {
  const { line, segments } = source;
  if (statesOtherSize(source) || namesFilter(source)) return true;
  if (!line) return false;
  const last = textInSegments(segments, [segments[0]!.offset, line[1]]).trimEnd().split('\n').at(-1)!;
  const root = SHOWN.exec(last)
    ?.slice(1)
    .find((each) => each !== undefined);
  return root !== undefined && !Object.hasOwn(USUAL_NAMES, root) && inputs.every(({ name = root }) => name === root);
}

/** `In [3]: a.T`, `a[1:]`, `a + 1`, `np.reshape(a, (2, 3))`; not an assignment. */
const SHOWN =
  /^[ \t]*(?:In \[\d+\]:|>>>)?[ \t]*(?:np\.\w+\(([A-Za-z_]\w*)[,)]|([A-Za-z_]\w*)(?:\.\w|\[|[ \t]*[-+*/@%](?!=)))[^=\n(]*(?:\([^\n]*)?$/;

/** Whether the words give the filter a size that the assumed one does not have. */
function statesOtherSize({ segments, around }: TextSource): boolean {
  const words = [around?.before, ...segments.map(({ text }) => text), around?.after].join(' ');
  const sizes = [...words.matchAll(SIZED)].map((found) => found.slice(1).filter((extent) => extent !== undefined));
  return sizes.length > 0 && sizes.every((extents) => extents.some((extent) => extent !== '3'));
}

/** "A 2 × 2 kernel", "kernel size of 5". */
const SIZED =
  /(?<![\d.])(\d+)\s*[x\u00d7*]\s*(\d+)[- ]?(?:\w+ )?(?:conv|kern|filt|mask|\u7684?(?:\u5377\u79ef)?\u6838|\u5377\u79ef\u6838|\u6ee4\u6ce2)|(?:kernel|filter)[- _]?(?:size)?(?:\s?(?:of|is|[=:]))*\s*\(?(\d+)(?:\s*[x\u00d7*,]\s*(\d+))?/gi;

/** Whether what is around an array alone calls a layer without it or tells of a filter; the line above it may call it the filter. */
function namesFilter(source: TextSource): boolean {
  if (!source.around) return false;
  const before = source.around.before.replace(/[\s$\\[`]+$/, '');
  const line = before.slice(before.lastIndexOf('\n') + 1);
  const near = `${before.slice(0, makeOperand(line) ? undefined : -line.length)} ${source.around.after}`;
  // Code may have an array of its own next to a call; numbers without brackets are displayed.
  const isShown = isText(source.languageId) || source.segments.every(({ text }) => !/[[({]/.test(text));
  return (FILTERS.test(near) && !/sobel/i.test(near)) || (isShown && hasCallAround(source));
}

/** Whether the text around a part of a document calls a layer, perhaps one that is not supported. */
export function hasCallAround({ around }: TextSource): boolean {
  return around !== undefined && CALL.test(`${around.before}\n${around.after}`);
}

const CALL = /(?:conv|corr|pool|filter)\w*\(/i;
const FILTERS =
  /kernel|filter|\u5377\u79ef\u6838|\u6ee4\u6ce2|\ucee4\ub110|\ud544\ud130|\u30d5\u30a3\u30eb\u30bf|\u30ab\u30fc\u30cd\u30eb/i;
