/** A source's arrays, values and calls, with ranges in its document. */
import type { LensError } from '../../../core/message';
import { parseArrays } from '../../../core/read/parseArrays';
import { movedCall } from '../../../core/read/LayerCall';
import type { ParsedArray, ParseResult, ReadCheck, ReadError, TextRange } from '../../../core/read/ParseResult';
import { movedPlaces } from '../../../core/read/TextRange';
import type { LensSource, Segment, TextSource } from './LensSource';
import { findCalls } from '../../../core/read/python/findCalls';
import { frameworksIn } from '../../../core/read/frameworks';
import { readPrinted } from '../../../core/read/prints/readPrinted';
import { parseOptions, readJoined } from './readJoined';
import { callsDefined, readWithSurroundings } from './readWithSurroundings';
import { errorOf } from './errorOf';

/** A source is a value: it is read once. */
const known = new WeakMap<LensSource, ParseResult>();

/**
 * Several selections are read separately, so that tables are not joined; only when one of them cannot be read alone (it uses the names of another) are they read as one text, and then with the text around them. */
export function readSource(source: LensSource, check?: ReadCheck): ParseResult {
  const parsed = known.get(source) ?? withFrameworks(readAnew(source, check), source);
  known.set(source, parsed);
  return parsed;
}

/** Whether a source was read already. */
export function wasRead(source: LensSource): boolean {
  return known.has(source);
}

/** Remembers what another thread read. */
export function rememberRead(source: LensSource, parsed: ParseResult): void {
  known.set(source, parsed);
}

/** The frameworks that the text and the text around it name. */
function withFrameworks(parsed: ParseResult, source: LensSource): ParseResult {
  if (source.kind !== 'text') return parsed;
  const { segments, surroundings = [] } = source;
  const frameworks = frameworksIn([...surroundings, ...segments].map(({ text }) => text).join('\n'));
  return frameworks.length > 0 ? { ...parsed, frameworks } : parsed;
}

function readAnew(source: LensSource, check: ReadCheck | undefined): ParseResult {
  if (source.kind === 'check') return { arrays: [], calls: [], values: {}, errors: [] };
  if (source.kind === 'arrays') return { arrays: source.arrays, calls: [], values: {}, errors: [] };
  const { segments, printed = [] } = source;
  if (segments.length === 0) return printedArrays(printed);
  const apart = segments.map((segment) => readSegment(segment, source, check));
  const complete = apart.every(({ errors }) => errors.length === 0);
  if (segments.length > 1 && !complete) {
    const joined = readJoined(segments, source.languageId, check);
    if (joined.errors.every(({ kind }) => kind === 'remark' || kind === 'lent')) return joined;
  }
  const alone = {
    arrays: apart.flatMap(({ arrays }) => arrays),
    calls: apart.flatMap(({ calls }) => calls),
    values: Object.fromEntries(apart.flatMap(({ values }) => Object.entries(values))),
    errors: apart.flatMap(({ errors }) => errors),
  };
  return complete && !missesCalls(source, alone) ? alone : (readWithSurroundings(source, alone, check) ?? alone);
}

/** The values of printed output by their labels. */
function printedArrays(printed: readonly Segment[]): ParseResult {
  const arrays = printed.flatMap(({ offset, text }) =>
    readPrinted(text).flatMap(({ label, value }): ParsedArray[] => {
      if (!('array' in value)) return [];
      const { array, dtype, range, ranges } = value;
      return [
        {
          array,
          dtype,
          range: [range[0] + offset, range[1] + offset],
          ranges: movedPlaces(ranges, offset),
          ...(label && { name: label.text }),
        },
      ];
    }),
  );
  return { arrays, calls: [], values: {}, errors: [] };
}

/**
 * Calls of the text that were not read: their arguments are unknown, the literals in them are not; or a function or class that
 * the text around defines has the layers.
 */
function missesCalls({ segments, surroundings = [], languageId }: TextSource, { arrays, calls }: ParseResult): boolean {
  if (/^(?:matlab|octave|julia|r)$/.test(languageId ?? '')) return calls.length === 0 && surroundings.length > 0;
  if (languageId !== 'python') return false;
  // A print is silent about names that it lacks.
  if (arrays.length + calls.length === 0 && surroundings.length > 0) return true;
  if (callsDefined({ segments, surroundings })) return true;
  return segments.reduce((count, { text }) => count + findCalls(text).length, 0) > calls.length;
}

/** The error of a source from which nothing could be read, with its place. */
export function readProblem({ arrays, calls, errors }: ParseResult): LensError | undefined {
  return arrays.length === 0 && calls.length === 0 ? firstError(errors) : undefined;
}

export function firstError([first]: readonly ReadError[]): LensError | undefined {
  return first && errorOf(first);
}

/** Throws the first error of a source that has more of them than were known: a number that is being typed. */
export function readFully(source: LensSource, knownErrors: number): void {
  const { errors } = readSource(source);
  if (errors.length > knownErrors) throw firstError(errors)!;
}

function readSegment({ offset, text }: Segment, { languageId }: TextSource, check: ReadCheck | undefined): ParseResult {
  const { arrays, calls, values, errors } = parseArrays(text, parseOptions(languageId, check));
  const moved = ([start, end]: TextRange): TextRange => [start + offset, end + offset];
  return {
    arrays: arrays.map((each): ParsedArray => ({
      ...each,
      range: moved(each.range),
      ...(each.ranges && { ranges: movedPlaces(each.ranges, offset) }),
    })),
    calls: calls.map((call) => movedCall(call, moved)),
    values,
    errors: errors.map((error): ReadError => ({ ...error, range: moved(error.range) })),
  };
}
