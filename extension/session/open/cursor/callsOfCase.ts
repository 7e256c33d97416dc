/** A function with several layers one below the other, such as a test with several cases: that of the case at the cursor. */
import { LensError, msg } from '../../../../core/message';
import type { LayerCall, ReadError, TextRange } from '../../../../core/read/ParseResult';
import { enclosingDefinition } from '../definitions/definitions';
import { readsElements } from '../calls/loops';
import { isFailure } from '../problems';
import { errorOf } from '../../source/errorOf';
import { overlap } from '../../source/overlap';
import type { Segment, TextSource } from '../../source/LensSource';
import { placeOfCall } from '../../../../core/read/LayerCall';
import { layersOfFunction } from '../definitions/usersInCode';
import { usersOf } from '../definitions/usersOf';

/** The layers of the definition at the cursor: those of its case there, else those of its first use. */
export function callsAround(source: TextSource, recorded: readonly LayerCall[]): readonly LayerCall[] {
  const inside = callsOfCase(source, recorded);
  if (inside.length > 0) return inside;
  const { line, languageId = 'python' } = source;
  const segment = segmentOf(source);
  if (line && segment && languageId !== 'python') return layersOfFunction(segment, line[0] - segment.offset, recorded);
  const used = usesAround(source).map((place) => recorded.filter((call) => overlap(placeOfCall(call), place)));
  return used.find((calls) => calls.length > 0) ?? [];
}

/** The calls of the definition around the cursor. */
function usesAround(source: TextSource): readonly TextRange[] {
  const { line } = source;
  const segment = segmentOf(source);
  const users = line && segment ? usersOf(segment.text, line[0] - segment.offset) : [];
  return users.map(([start, end]) => [start + segment!.offset, end + segment!.offset]);
}

/** The function or method around the cursor that reads elements in loops and is called, but computes none of the layers. */
export function computesNone(source: TextSource, recorded: readonly LayerCall[]): LensError | undefined {
  const { line, languageId = 'python' } = source;
  const around = languageId === 'python' ? aroundLine(source) : undefined;
  if (!around || !readsElements(around.text) || usesAround(source).length === 0) return undefined;
  if (callsAround(source, recorded).length > 0) return undefined;
  return new LensError(msg('{0} of the text computes no layer that can be shown', around.name), undefined, line);
}

/** Empty unless the cursor is in the body of a function and the layers are recorded in it. */
function callsOfCase(source: TextSource, recorded: readonly LayerCall[]): readonly LayerCall[] {
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
function aroundLine(source: TextSource) {
  const { line } = source;
  const segment = segmentOf(source);
  const around = line && segment && enclosingDefinition(segment.text, line[0] - segment.offset);
  if (!segment || !around) return undefined;
  const { offset, text } = segment;
  const range: TextRange = [around.range[0] + offset, around.range[1] + offset];
  const areApart = (a: number, b: number): boolean => /\n[ \t]*\n/.test(text.slice(a - offset, b - offset));
  return { range, areApart, name: around.name, text: text.slice(...around.range) };
}

function segmentOf({ line, segments }: TextSource): Segment | undefined {
  return segments.find(({ offset, text }) => line && offset <= line[0] && line[0] <= offset + text.length);
}

function holds([from, to]: TextRange, [start, end]: TextRange): boolean {
  return from < start && end <= to;
}
