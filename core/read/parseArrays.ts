/** Text → arrays: literals and prints of many languages, tables, and Python code. Never throws. */
import { msg } from '../message';
import type { ParsedArray, ParseOptions, ParseResult, ReadError } from './ParseResult';
import { dialectOf } from './text/dialect';
import { readElement } from './text/element';
import { problem, readError } from './text/Problem';
import { readLiterals } from './text/readLiterals';
import { skipBlank } from './text/skip';

/** Reads every array of `text`; what cannot be read is among `errors`, with its place. */
export function parseArrays(text: string, options: ParseOptions = {}): ParseResult {
  const dialect = dialectOf(options.languageId);
  if (text.trim() === '') return refused(readError(problem('empty', msg('the text is empty'), 0, text.length)));
  const { arrays, values, problems } = readLiterals(text, dialect);
  const found: ParsedArray[] = arrays.length || problems.length ? arrays : onlyNumber(text, dialect);
  const errors = problems.map(readError);
  if (!found.length && !errors.length && !Object.keys(values).length) {
    errors.push(readError(problem('empty', msg('no array was found in this text'), 0, text.length)));
  }
  return { arrays: found, calls: [], values, errors };
}

/** `3.25` alone is a 0-d array. */
function onlyNumber(text: string, dialect: ReturnType<typeof dialectOf>): ParsedArray[] {
  const start = skipBlank(text, 0, dialect);
  const read = readElement(text, start, dialect);
  if ('detail' in read || skipBlank(text, read.end, dialect) < text.length) return [];
  return [
    {
      array: { shape: [], data: Float64Array.of(read.value) },
      range: [start, read.end],
      ranges: Uint32Array.from(read.range),
    },
  ];
}

function refused(error: ReadError): ParseResult {
  return { arrays: [], calls: [], values: {}, errors: [error] };
}
