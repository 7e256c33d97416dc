/** No filter is assumed for an array of which a session shows what another operation makes, or whose filter has another size in words. */
import type { ParsedArray } from '../../../../../core/read/ParseResult';
import { USUAL_NAMES } from '../../../../../core/read/python/modules/usualNames';
import type { TextSource } from '../../../source/LensSource';
import { textInSegments } from '../../../source/textInSegments';

/** Whether the line at the cursor, or that which printed what is there, shows what something else makes of an input, or the words state another filter. */
export function showsOther(source: TextSource, inputs: readonly ParsedArray[]): boolean {
  const { line, segments } = source;
  if (statesOtherSize(source)) return true;
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
