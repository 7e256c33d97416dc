/** A source's arrays, values and calls, with ranges in its document. */
import { LensError } from '../../core/message';
import { parseArrays } from '../../core/index';
import type { ParsedArray, ParseResult, ReadError, TextRange } from '../../core/read/ParseResult';
import type { LensSource, Segment, TextSource } from './LensSource';

/**
 * Several selections are read apart, so that tables do not run together; only when one of them makes no sense alone
 * (it uses the names of another) are they read as one text.
 */
export function readSource(source: LensSource): ParseResult {
  if (source.kind === 'arrays') return { arrays: source.arrays, calls: [], values: {}, errors: [] };
  const { segments } = source;
  const apart = segments.map((segment) => readSegment(segment, source));
  if (segments.length > 1 && apart.some(({ errors }) => errors.length > 0)) {
    const joined = readJoined(source);
    if (joined.errors.length === 0) return joined;
  }
  return {
    arrays: apart.flatMap(({ arrays }) => arrays),
    calls: apart.flatMap(({ calls }) => calls),
    values: Object.assign({}, ...apart.map(({ values }) => values)) as ParseResult['values'],
    errors: apart.flatMap(({ errors }) => errors),
  };
}

/** The error of a source from which nothing could be read, with its place. */
export function readProblem({ arrays, calls, errors }: ParseResult): LensError | undefined {
  const [first] = errors;
  return first && arrays.length === 0 && calls.length === 0
    ? new LensError(first.detail, undefined, first.range)
    : undefined;
}

function readSegment({ offset, text }: Segment, { languageId }: TextSource): ParseResult {
  return moved(parseArrays(text, languageId === undefined ? {} : { languageId }), (position) => position + offset);
}

function readJoined({ segments, languageId }: TextSource): ParseResult {
  const separator = '\n\n';
  const starts: number[] = [];
  let text = '';
  for (const segment of segments) {
    starts.push(text.length);
    text += segment.text + separator;
  }
  const toDocument = (position: number): number => {
    let index = starts.length - 1;
    while (index > 0 && starts[index]! > position) index--;
    const segment = segments[index]!;
    return segment.offset + Math.min(position - starts[index]!, segment.text.length);
  };
  return moved(parseArrays(text, languageId === undefined ? {} : { languageId }), toDocument);
}

function moved({ arrays, calls, values, errors }: ParseResult, to: (position: number) => number): ParseResult {
  const range = ([start, end]: TextRange): TextRange => [to(start), to(end)];
  return {
    arrays: arrays.map((each): ParsedArray => ({
      ...each,
      range: range(each.range),
      ...(each.ranges && { ranges: each.ranges.map(to) }),
    })),
    calls: calls.map((call) => ({ ...call, range: range(call.range) })),
    values,
    errors: errors.map((error): ReadError => ({ ...error, range: range(error.range) })),
  };
}
