/** The meaning of a text that only defines functions of the course: its own test arrays, where they are for the function. */
import { LensError, msg } from '../../../../core/message';
import type { ParseResult } from '../../../../core/read/ParseResult';
import { isRequested } from '../../../../core/setup/callOperations';
import type { Choices, RequestedKind } from '../../../../core/setup/Setup';
import type { Segment, TextSource } from '../../source/LensSource';
import { courseCall, takesCourseArrays, testArrays } from './courseCall';
import { courseDefinitions, definitionAt, type CourseDefinition } from './definitions';
import { layerMeaning, refused, type Meaning } from '../meaning';

/** Undefined where the text defines no layer function. */
export function definedMeaning(
  source: TextSource,
  parsed: ParseResult,
  requested: RequestedKind,
  choices: Choices,
): Meaning | undefined {
  const { segments } = source;
  const defined = segments
    .flatMap(({ text }) => courseDefinitions(text))
    .filter((definition) => isRequested(definition, requested));
  const last = definedAtCursor(source, defined);
  if (!last) return undefined;
  if (!takesCourseArrays(last.name, last.parameters)) return refused(notCalled(last, segments));
  const call = courseCall(last.operation, last.name, segments[0]!.offset + last.offset);
  const meaning = layerMeaning({ ...parsed, calls: [call], errors: [] }, requested, choices);
  return { ...meaning, defined: last.name, assumptions: [testArrays(last.name)] };
}

/** The definition at the cursor, else the last one; none where the cursor is in another function. */
function definedAtCursor(
  { line, segments }: TextSource,
  defined: readonly CourseDefinition[],
): CourseDefinition | undefined {
  const segment = segments.find(({ offset, text }) => line && offset <= line[0] && line[0] <= offset + text.length);
  const name = line && segment && definitionAt(segment.text, line[0] - segment.offset);
  return name === undefined ? defined.at(-1) : defined.find((each) => each.name === name);
}

/** What would open a function with arrays of its own. */
function notCalled({ name, parameters, offset }: CourseDefinition, segments: readonly Segment[]): LensError {
  const start = segments[0]!.offset + offset;
  const message = msg('the text only defines {0}: add its arrays and a call, {0}({1})', name, parameters.join(', '));
  return new LensError(message, undefined, [start, start + 'def '.length + name.length]);
}
