/** Dictionaries and JSON objects: `{"stride": 2, "pad": 1, "W": [[1, 2], [3, 4]]}`. */
import { budget } from '../../../budget';
import { formatShape, sizeOf } from '../../../array/NdArray';
import { msg } from '../../../message';
import { isDictionary } from '../../isDictionary';
import type { ParsedArray, TextRange, Value } from '../../ParseResult';
import { readConstructor } from './readConstructor';
import type { Dialect } from '../types/Dialect';
import { notNumber, readElement } from '../scan/readElement';
import { problem, type Problem } from '../types/Problem';
import { scanBrackets } from './scanBrackets';
import { skipBlank, skipBrackets } from '../scan/skip';
import { startsNumeric } from '../scan/startsNumeric';

export interface ReadObject {
  readonly value: Readonly<Record<string, Value>>;
  /** The arrays inside, at any depth, named by their keys. */
  readonly arrays: readonly ParsedArray[];
  /** Entries that could not be read, where the others could. */
  readonly problems: readonly Problem[];
  readonly end: number;
}

type Failure = Problem & { readonly end: number };

const KEY = /(?:"([^"\\\n]*)"|'([^'\\\n]*)'|([A-Za-z_$][\w$]*))\s*(?::(?![:=])|=>)/y;
/** `["w" => [[1, 2]]]` of Ruby and PHP, `["w": [[1, 2]]]` of Swift and Groovy. */
const BRACKET_KEY = /\(\s*(["'])\w+\1\s*=>|\[\s*(["'])\w+\2\s*(?:=>|:)/y;
const CLOSES: Readonly<Record<string, string>> = { '[': ']', '(': ')' };
const STRING = /"((?:[^"\\\n]|\\.)*)"|'((?:[^'\\\n]|\\.)*)'/y;
const TYPED = /new\s+\w+Array\(\s*(?=\[)/y;
const NOTHING = /(?:None|null|nil)\b/y;

/** The object that opens at `start`; undefined where the brace opens something else. */
export function readObject(text: string, start: number, dialect: Dialect): ReadObject | Failure | undefined {
  if (!matchKey(text, skipBlank(text, start + 1, dialect))) return undefined;
  const reader = new ObjectReader(text, dialect);
  const read = reader.object(start, 0);
  if ('detail' in read) return { ...read, end: skipBrackets(text, Math.max(reader.at, start + 1), 1, dialect) };
  const { arrays, problems, at: end } = reader;
  const one = stated(read.entries, arrays, [start, end]);
  if (one && 'detail' in one) return { ...one, end };
  return { value: read.entries, arrays: one ? [one] : arrays, problems, end };
}

/** Whether a bracket or a parenthesis opens an object, whose keys are strings. */
export function opensKeys(text: string, at: number): boolean {
  BRACKET_KEY.lastIndex = at;
  return BRACKET_KEY.test(text);
}

/** A value has its own place: an entry of an object of the text may be called as a part of a problem is. */
type Read = { readonly value?: Value | undefined } | Problem;

class ObjectReader {
  readonly arrays: ParsedArray[] = [];
  readonly problems: Problem[] = [];
  at = 0;

  constructor(
    private readonly text: string,
    private readonly dialect: Dialect,
  ) {}

  object(start: number, depth: number): { entries: Record<string, Value> } | Problem {
    const entries: Record<string, Value> = {};
    const cause = this.items(start, CLOSES[this.text[start]!] ?? '}', depth, () => {
      const key = matchKey(this.text, this.at);
      if (!key) return problem('syntax', msg('a key and a colon are expected here'), this.at, this.at + 1);
      this.at = skipBlank(this.text, key.end, this.dialect);
      const read = this.value(key.name, depth);
      if ('detail' in read) return read;
      const { value } = read;
      if (value !== undefined)
        Object.defineProperty(entries, key.name, { value, enumerable: true, configurable: true });
      return undefined;
    });
    return cause ?? { entries };
  }

  private list(start: number, name: string, depth: number): Read {
    const items: Value[] = [];
    const before = this.arrays.length;
    const cause = this.items(start, ']', depth, () => {
      const read = this.value(name, depth, true);
      if ('detail' in read) return read;
      if (read.value !== undefined) items.push(read.value);
      return undefined;
    });
    if (cause) return cause;
    const options = ATTRIBUTES.test(name) ? attributesOf(items, this.arrays.slice(before)) : undefined;
    if (options) this.arrays.length = before;
    return { value: options ?? items };
  }

  private items(start: number, close: string, depth: number, readItem: () => Problem | undefined): Problem | undefined {
    const { text, dialect } = this;
    if (depth > budget.depth)
      return problem('syntax', msg('nested deeper than {0} brackets', budget.depth), start, start + 1);
    this.at = skipBlank(text, start + 1, dialect);
    while (text[this.at] !== close) {
      if (this.at >= text.length)
        return problem('unbalanced', msg('the bracket {0} is never closed', text[start]!), start, start + 1);
      const cause = readItem();
      if (cause) return cause;
      this.at = skipBlank(text, this.at, dialect);
      if (text[this.at] === ',') this.at = skipBlank(text, this.at + 1, dialect);
      else if (text[this.at] !== close && this.at < text.length) {
        return problem('syntax', msg('a comma is missing before this value'), this.at, this.at + 1);
      }
    }
    this.at++;
    return undefined;
  }

  /** A scalar, string, list or object; arrays and what could not be read are set aside and leave nothing here. */
  private value(name: string, depth: number, isItem = false): Read {
    const { text, dialect, at } = this;
    STRING.lastIndex = at;
    const string = STRING.exec(text);
    if (string) return this.advance(STRING.lastIndex, string[1] ?? string[2]!);
    NOTHING.lastIndex = at;
    if (NOTHING.test(text)) return this.advance(NOTHING.lastIndex, null);
    const c = text[at];
    const inner = text[skipBlank(text, at + 1, dialect)];
    if (c === '{' && (inner === '}' || matchKey(text, skipBlank(text, at + 1, dialect)))) {
      return this.nested(name, depth, isItem);
    }
    TYPED.lastIndex = at;
    if (TYPED.test(text)) return this.typed(name, TYPED.lastIndex);
    if (c === '[' && !startsNumeric(text, at, dialect)) return this.list(at, name, depth + 1);
    if (c === '[' || c === '(' || (c === '{' && dialect.braces === 'array')) return this.array(name);
    const constructed = dialect.tuples ? readConstructor(text, at, dialect) : undefined;
    if (constructed && !('detail' in constructed)) this.arrays.push({ name, ...constructed });
    if (constructed && 'detail' in constructed) this.problems.push(constructed);
    if (constructed) return this.advance('detail' in constructed ? constructed.end : constructed.range[1], undefined);
    const element = readElement(text, at, dialect);
    if ('detail' in element) return element.kind === 'notNumeric' ? notNumber(text, at) : element;
    return this.advance(element.end, element.kind === 'bool' ? element.value === 1 : element.value);
  }

  private nested(name: string, depth: number, isItem: boolean): Read {
    const start = this.at;
    const before = this.arrays.length;
    const read = this.object(start, depth + 1);
    if ('detail' in read) return read;
    const one = stated(read.entries, this.arrays.slice(before), [start, this.at]);
    if (!one) return { value: read.entries };
    if ('detail' in one) return one;
    this.arrays.length = before;
    // The items of a list are told apart by their own names.
    this.arrays.push({ ...one, name: (isItem ? one.name : undefined) ?? name });
    return {};
  }

  /** `new Float32Array([1, 2])`. */
  private typed(name: string, bracket: number): Read {
    this.at = bracket;
    this.array(name);
    this.at = skipBlank(this.text, this.at, this.dialect);
    if (this.text[this.at] === ')') this.at++;
    return {};
  }

  private array(name: string): Read {
    const start = this.at;
    const nested = scanBrackets(this.text, start, this.dialect);
    this.at = nested.end;
    if ('problem' in nested) this.problems.push(nested.problem);
    else this.arrays.push({ name, array: nested.array, ranges: nested.ranges, range: [start, nested.end] });
    return {};
  }

  private advance(to: number, value: Value | undefined): Read {
    this.at = to;
    return { value };
  }
}

const ATTRIBUTES = /^attributes?$/i;

/** Attributes of a node as a list, `[{"name": "pads", "ints": [0, 0, 1, 1]}, {"name": "group", "i": 2}]`, as a dictionary. */
function attributesOf(
  items: readonly Value[],
  arrays: readonly ParsedArray[],
): Readonly<Record<string, Value>> | undefined {
  const rest = [...arrays];
  const options = items.map((item): [string, Value] | undefined => {
    if (!isDictionary(item) || typeof item['name'] !== 'string') return undefined;
    const [, value = Array.from(rest.shift()?.array.data ?? [])] =
      Object.entries(item).find(([key]) => /^(?:data|value|[ifs])$/.test(key)) ?? [];
    return [item['name'], value];
  });
  const known = options.filter((each) => each !== undefined);
  return known.length === items.length && rest.length === 0 ? Object.fromEntries(known) : undefined;
}

/** `{"shape": [2, 2], "data": [1, 2, 3, 4]}` and `{"width": 2, …}`, `{"rows": 2, …}` are one array; undefined for other objects. */
function stated(
  { name, width, height, cols, columns = cols ?? width, rows = height }: Readonly<Record<string, Value>>,
  arrays: readonly ParsedArray[],
  range: TextRange,
): ParsedArray | Problem | undefined {
  const [only] = arrays;
  if (typeof columns === 'number' && typeof rows === 'number' && only && arrays.length === 1)
    return imageOf(only, columns, rows);
  const shape = arrays.find((each) => SHAPE.test(each.name ?? ''));
  const data = arrays.find((each) => DATA.test(each.name ?? ''));
  if (!shape || !data || arrays.length !== 2 || data.array.shape.length !== 1 || shape.array.shape.length !== 1)
    return undefined;
  const extents = [...shape.array.data];
  if (extents.some((extent) => !Number.isInteger(extent) || extent < 0) || sizeOf(extents) !== data.array.data.length) {
    const detail = msg(
      'the text gives the shape {0}, but the number of values is {1}',
      formatShape(extents),
      data.array.data.length,
    );
    return problem('shape', detail, ...range);
  }
  return {
    array: { shape: extents, data: data.array.data },
    range,
    ...(typeof name === 'string' && name !== '' && { name }),
    ...(data.ranges && { ranges: data.ranges }),
  };
}

const SHAPE = /^(?:shape|dims?|dimensions|sizes?)$/i;
/** Also those of ONNX's tensors: `float_data`, `floatData`. */
const DATA = /^(?:(?:float|double|int\d*|uint\d*)_?)?data$|^values?$|^elements$/i;

/** The pixels of an image in rows, with one to four channels each. */
function imageOf(pixels: ParsedArray, width: number, height: number): ParsedArray | undefined {
  const { shape, data } = pixels.array;
  const channels = data.length / (width * height);
  if (shape.length !== 1 || ![1, 3, 4].includes(channels)) return undefined;
  const { name: _, ...image } = pixels;
  return { ...image, array: { shape: channels === 1 ? [height, width] : [height, width, channels], data } };
}

function matchKey(text: string, at: number): { name: string; end: number } | undefined {
  KEY.lastIndex = at;
  const match = KEY.exec(text);
  return match ? { name: match[1] ?? match[2] ?? match[3]!, end: KEY.lastIndex } : undefined;
}
