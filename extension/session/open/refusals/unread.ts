/** Errors that keep an array with a role from being read. */
import type { LensError } from '../../../../core/message';
import { parseArrays } from '../../../../core/read/parseArrays';
import { afterBracket } from '../../../../core/read/text/scan/afterBracket';
import type { ParseResult, ReadError } from '../../../../core/read/ParseResult';
import { roleOfName } from '../../../../core/setup/roles/roles';
import { errorOf } from '../../source/errorOf';
import type { Segment } from '../../source/LensSource';
import { isFailure, isRemark } from '../problems';

/** The most characters of an array before its error that are searched for its name. */
const longestSearch = 20_000;
const ASSIGNED = /^[ \t]*([A-Za-z_][\w.]*)[ \t]*=(?!=)/;

/** Whether an error lies in the value that is assigned to a name with a role, and no array has that name. */
export function isUnread(error: ReadError, { arrays }: ParseResult, segments: readonly Segment[]): boolean {
  if (isRemark(error)) return false;
  const name = assignedName(error, segments);
  const role = roleOfName(name);
  return role !== undefined && role !== 'result' && !arrays.some((each) => each.name === name);
}

/** The error that keeps the input from being read, also where it ended a loop or another statement with a body that assigns it. */
export function unreadInput(read: ParseResult, segments: readonly Segment[]): ReadError | undefined {
  return read.errors.find((error) => {
    if (!isFailure(error)) return false;
    const names = [assignedName(error, segments), ...namesInBody(error, segments)];
    return names.some((name) => roleOfName(name) === 'x' && !read.arrays.some((each) => each.name === name));
  });
}

/** What is wrong with a list of lists on lines of its own in a sentence, where lists that are not arrays are passed over. */
export function faultyList(segments: readonly Segment[]): LensError | undefined {
  for (const { offset, text } of segments) {
    const found = /^[ \t]*\[[ \t\n]*\[/m.exec(text);
    const start = found ? found.index + found[0].indexOf('[') : 0;
    const end = found && afterBracket(text, start, start + longestSearch);
    const error = end ? parseArrays(text.slice(start, end)).errors.find((each) => !isRemark(each)) : undefined;
    const at = offset + start;
    if (error) return errorOf(error, [error.range[0] + at, error.range[1] + at]);
  }
  return undefined;
}

/** That a session prints only some values of an array, where a name has no value or nothing was read. */
export function printedInPart({ kind }: LensError, text: string): LensError | undefined {
  const isUnknown = kind === 'notDefined' || kind === 'empty';
  const start = isUnknown ? text.search(/^(?:array|tensor)\(\[[^()]*(?:\.\.\.|\u2026)/m) : -1;
  const end = start < 0 ? undefined : afterBracket(text, start, start + longestSearch);
  if (end === undefined) return undefined;
  const error = parseArrays(text.slice(start, end), { languageId: 'python' }).errors.find((each) => !isRemark(each));
  return error && errorOf(error, [error.range[0] + start, error.range[1] + start]);
}

/** The name whose value, on one or several lines, has the error. */
function assignedName(error: ReadError, segments: readonly Segment[]): string | undefined {
  const { text, start } = placeOf(error, segments) ?? { text: '', start: 0 };
  let depth = 0;
  for (let end = start; end >= Math.max(0, start - longestSearch);) {
    const line = text.lastIndexOf('\n', end - 1) + 1;
    const name = ASSIGNED.exec(text.slice(line, Math.max(end, line + 200)))?.[1];
    depth += openBrackets(text.slice(line, end));
    // The value of an earlier statement is closed before the error.
    if (name !== undefined) return depth > 0 || end === start ? name : undefined;
    end = line - 1;
  }
  return undefined;
}

/** Opening brackets without those that are closed. */
function openBrackets(text: string): number {
  let depth = 0;
  for (const character of text) {
    if ('([{'.includes(character)) depth++;
    else if (')]}'.includes(character)) depth--;
  }
  return depth;
}

function namesInBody(error: ReadError, segments: readonly Segment[]): string[] {
  const { text, start, end } = placeOf(error, segments) ?? { text: '', start: 0, end: 0 };
  const lines = text.slice(start, end).split('\n');
  if (!/^(?:while|for|if|with|try)\b/.test(lines[0]!)) return [];
  return lines.slice(1).flatMap((line) => ASSIGNED.exec(line)?.[1] ?? []);
}

/** Where the error is in its segment. */
function placeOf({ range: [from, to] }: ReadError, segments: readonly Segment[]) {
  const segment = segments.find(({ offset, text }) => offset <= from && from <= offset + text.length);
  return segment && { text: segment.text, start: from - segment.offset, end: to - segment.offset };
}
