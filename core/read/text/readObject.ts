/** Dictionaries and JSON objects: `{"stride": 2, "pad": 1, "W": [[1, 2], [3, 4]]}`. */
import { formatShape, sizeOf } from '../../array/NdArray';
import { msg } from '../../message';
import type { ParsedArray, Value } from '../ParseResult';
import { readConstructor } from './constructors';
import type { Dialect } from './dialect';
import { notNumber, readElement } from './element';
import { problem, type Problem } from './Problem';
import { scanBrackets } from './scanBrackets';
import { skipBlank, skipBrackets } from './skip';

export interface ReadObject {
  readonly value: Readonly<Record<string, Value>>;
  /** The arrays inside, named by their keys. */
  readonly arrays: readonly ParsedArray[];
  readonly end: number;
}

type Failure = Problem & { readonly end: number };

const KEY = /(?:"([^"\\\n]*)"|'([^'\\\n]*)'|([A-Za-z_$][\w$]*))\s*(?::|=>)/y;
const STRING = /"([^"\\\n]*)"|'([^'\\\n]*)'/y;
const MAX_DEPTH = 32;

/** The object that opens at `start`; undefined where the brace opens something else. */
export function readObject(text: string, start: number, dialect: Dialect, depth = 0): ReadObject | Failure | undefined {
  let at = skipBlank(text, start + 1, dialect);
  if (!matchKey(text, at)) return undefined;
  const value: Record<string, Value> = {};
  const arrays: ParsedArray[] = [];
  const fail = (cause: Problem): Failure => ({
    ...cause,
    end: skipBrackets(text, Math.max(at, cause.range[0]), 1, dialect),
  });
  for (;;) {
    if (text[at] === '}') return stated(value, arrays, start, at + 1);
    const key = matchKey(text, at);
    if (!key)
      return fail(
        at >= text.length ? unclosed(start) : problem('syntax', msg('a key and a colon are expected here'), at, at + 1),
      );
    at = skipBlank(text, key.end, dialect);
    const read = readValue(text, at, dialect, depth);
    if ('detail' in read) return fail(read);
    if (read.array) arrays.push({ name: key.name, ...read.array });
    else {
      value[key.name] = read.value!;
      arrays.push(...(read.arrays ?? []));
    }
    at = skipBlank(text, read.end, dialect);
    if (text[at] === ',') at = skipBlank(text, at + 1, dialect);
    else if (text[at] !== '}')
      return fail(
        at >= text.length
          ? unclosed(start)
          : problem('syntax', msg('a comma is missing before this value'), at, at + 1),
      );
  }
}

interface ReadValue {
  readonly value?: Value;
  readonly array?: Omit<ParsedArray, 'name'>;
  readonly arrays?: readonly ParsedArray[];
  readonly end: number;
}

function readValue(text: string, at: number, dialect: Dialect, depth: number): ReadValue | Problem {
  STRING.lastIndex = at;
  const string = STRING.exec(text);
  if (string) return { value: string[1] ?? string[2]!, end: STRING.lastIndex };
  const c = text[at];
  if (c === '{') {
    if (depth === MAX_DEPTH)
      return problem('syntax', msg('more than {0} brackets stand inside each other', MAX_DEPTH), at, at + 1);
    const object = readObject(text, at, dialect, depth + 1);
    if (object) return object;
    const inner = skipBlank(text, at + 1, dialect);
    if (text[inner] === '}') return { value: {}, end: inner + 1 };
  }
  if (c === '[' || c === '(' || (c === '{' && dialect.braces === 'array')) {
    const nested = scanBrackets(text, at, dialect);
    if ('problem' in nested) return nested.problem;
    return { array: { array: nested.array, ranges: nested.ranges, range: [at, nested.end] }, end: nested.end };
  }
  const constructed = dialect.tuples ? readConstructor(text, at, dialect) : undefined;
  if (constructed) return 'detail' in constructed ? constructed : { array: constructed, end: constructed.range[1] };
  const word = /^(?:None|null|nil)\b/.exec(text.slice(at, at + 5));
  if (word) return { value: null, end: at + word[0].length };
  const element = readElement(text, at, dialect);
  if ('detail' in element) return element.kind === 'notNumeric' ? notNumber(text, at) : element;
  return { value: element.kind === 'bool' ? element.value === 1 : element.value, end: element.end };
}

/** `{"shape": [2, 2], "data": [1, 2, 3, 4]}` is one array. */
function stated(
  value: Record<string, Value>,
  arrays: readonly ParsedArray[],
  start: number,
  end: number,
): ReadObject | Failure {
  const shape = arrays.find(({ name }) => name === 'shape' || name === 'dims');
  const data = arrays.find(({ name }) => name === 'data' || name === 'values');
  if (!shape || !data || arrays.length !== 2 || data.array.shape.length !== 1 || shape.array.shape.length !== 1) {
    return { value, arrays, end };
  }
  const extents = [...shape.array.data];
  if (extents.some((extent) => !Number.isInteger(extent) || extent < 0) || sizeOf(extents) !== data.array.data.length) {
    const detail = msg(
      'the text says the shape is {0}, but {1} numbers stand in it',
      formatShape(extents),
      data.array.data.length,
    );
    return { ...problem('shape', detail, start, end), end };
  }
  const { name: _, ...unnamed } = data;
  return {
    value,
    arrays: [{ ...unnamed, array: { shape: extents, data: data.array.data }, range: [start, end] }],
    end,
  };
}

function matchKey(text: string, at: number): { name: string; end: number } | undefined {
  KEY.lastIndex = at;
  const match = KEY.exec(text);
  return match ? { name: match[1] ?? match[2] ?? match[3]!, end: KEY.lastIndex } : undefined;
}

function unclosed(start: number): Problem {
  return problem('unbalanced', msg('the bracket {0} is never closed', '{'), start, start + 1);
}
