/** A line of a session that shows what another operation makes of an array: no filter is assumed for the array. */
import type { ParsedArray } from '../../../../../core/read/ParseResult';
import { USUAL_NAMES } from '../../../../../core/read/python/modules/usualNames';
import type { TextSource } from '../../../source/LensSource';
import { textInSegments } from '../../../source/textInSegments';

/** Whether the line at the cursor, or that which printed what is there, shows what something else makes of an input. */
export function showsOther({ line, segments }: TextSource, inputs: readonly ParsedArray[]): boolean {
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
