/** A function with several layers one below the other, such as a test with several cases: that of the case at the cursor. */
import type { LensError } from '../../../../core/message';
import type { LayerCall, ReadError, TextRange } from '../../../../core/read/ParseResult';
import { enclosingDefinition } from '../definitions/definitions';
import { isFailure } from '../problems';
import { errorOf } from '../../source/errorOf';
import type { TextSource } from '../../source/LensSource';

/** Empty unless the cursor is in the body of a function and the layers are recorded in it. */
export function callsOfCase(source: TextSource, recorded: readonly LayerCall[]): readonly LayerCall[] {
  const { line } = source;
  const around = aroundLine(source);
  if (!line || !around) return [];
  const inside = recorded.filter(({ range }) => holds(around.range, range));
  const above = inside.filter(({ range }) => range[1] <= line[0]).at(-1);
  const below = inside.find(({ range }) => range[0] >= line[1]);
  const isSame = above && !(below && around.areApart(above.range[1], line[0]));
  const call = isSame ? above : below;
  return inside.filter(({ range }) => range[0] === call?.range[0]);
}

/** Why the function ends before the case at the cursor. */
export function stoppedAbove(
  source: TextSource,
  recorded: readonly LayerCall[],
  errors: readonly ReadError[],
): LensError | undefined {
  const { line } = source;
  const around = aroundLine(source);
  if (!line || !around || !recorded.some(({ range }) => holds(around.range, range))) return undefined;
  if (recorded.some(({ range }) => holds(around.range, range) && range[1] > line[0])) return undefined;
  const failed = errors.find((error) => isFailure(error) && holds(around.range, error.range));
  return failed && failed.range[1] <= line[0] && around.areApart(failed.range[1], line[0])
    ? errorOf(failed)
    : undefined;
}

/** The function around the line of the cursor, and whether a blank line is between two places in it. */
function aroundLine({ line, segments }: TextSource) {
  const segment = segments.find(({ offset, text }) => line && offset <= line[0] && line[0] <= offset + text.length);
  const around = line && segment && enclosingDefinition(segment.text, line[0] - segment.offset);
  if (!segment || !around) return undefined;
  const { offset, text } = segment;
  const range: TextRange = [around.range[0] + offset, around.range[1] + offset];
  const areApart = (a: number, b: number): boolean => /\n[ \t]*\n/.test(text.slice(a - offset, b - offset));
  return { range, areApart };
}

function holds([from, to]: TextRange, [start, end]: TextRange): boolean {
  return from < start && end <= to;
}
