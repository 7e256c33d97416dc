/** The header of a .npy file: a Python dictionary of descr, fortran_order and shape, read as a literal, never evaluated. */
import { requireAxes } from '../../budget';
import { ownEntry } from '../../ownEntry';
import { LensError, msg } from '../../message';
import type { StoredType } from './decodeNumbers';

export interface NpyHeader {
  readonly shape: readonly number[];
  readonly fortranOrder: boolean;
  readonly type: StoredType;
  readonly bigEndian: boolean;
  /** NumPy's name: `float64`. */
  readonly dtype: string;
  /** Where the data begin. */
  readonly offset: number;
}

type Literal = string | number | boolean | Literal[] | Map<string, Literal>;

const MAGIC = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59];
const TYPES: Readonly<Record<string, readonly [StoredType, dtype: string]>> = {
  f8: ['f8', 'float64'],
  f4: ['f4', 'float32'],
  f2: ['f2', 'float16'],
  i8: ['i8', 'int64'],
  i4: ['i4', 'int32'],
  i2: ['i2', 'int16'],
  i1: ['i1', 'int8'],
  u8: ['u8', 'uint64'],
  u4: ['u4', 'uint32'],
  u2: ['u2', 'uint16'],
  u1: ['u1', 'uint8'],
  b1: ['b1', 'bool'],
};

/** Reads the header; throws a LensError that names the fault. */
export function readNpyHeader(bytes: Uint8Array): NpyHeader {
  if (bytes.length < 6 && MAGIC.slice(0, bytes.length).every((byte, k) => bytes[k] === byte)) throw truncatedHeader();
  if (!MAGIC.every((byte, k) => bytes[k] === byte))
    throw new LensError(msg("this is not a .npy file: it does not begin with NumPy's mark"));
  if (bytes.length < 10) throw truncatedHeader();
  const [major, minor] = [bytes[6]!, bytes[7]!];
  if (major < 1 || major > 3 || minor !== 0)
    throw new LensError(msg('unsupported .npy version {0}; supported: 1.0, 2.0, 3.0', `${major}.${minor}`));
  const wide = major > 1;
  if (wide && bytes.length < 12) throw truncatedHeader();
  const length = bytes[8]! + bytes[9]! * 256 + (wide ? bytes[10]! * 65536 + bytes[11]! * 16777216 : 0);
  const start = wide ? 12 : 10;
  const offset = start + length;
  if (offset > bytes.length) throw truncatedHeader();
  let text = '';
  for (let at = start; at < offset; at++) text += String.fromCharCode(bytes[at]!);
  return { ...fields(new HeaderReader(text).read()), offset };
}

function fields(literal: Literal): Omit<NpyHeader, 'offset'> {
  if (!(literal instanceof Map)) throw new LensError(msg('the .npy header is not a dictionary'));
  const known = ['descr', 'fortran_order', 'shape'];
  const absent = known.find((key) => !literal.has(key));
  if (absent !== undefined) throw new LensError(msg('the .npy header has no {0}', absent));
  const extra = [...literal.keys()].find((key) => !known.includes(key));
  if (extra !== undefined) throw new LensError(msg('the .npy header has an unknown key {0}', extra));
  const fortranOrder = literal.get('fortran_order');
  if (typeof fortranOrder !== 'boolean')
    throw new LensError(msg('fortran_order in the .npy header must be True or False'));
  return { shape: shapeOf(literal.get('shape')!), fortranOrder, ...typeOf(literal.get('descr')!) };
}

function shapeOf(shape: Literal): number[] {
  const isExtent = (extent: Literal): extent is number =>
    typeof extent === 'number' && Number.isInteger(extent) && extent >= 0;
  if (Array.isArray(shape) && shape.every(isExtent)) {
    requireAxes(shape);
    return shape;
  }
  throw new LensError(msg('shape in the .npy header must be a tuple of whole numbers that are not negative'));
}

function typeOf(descr: Literal): Pick<NpyHeader, 'type' | 'bigEndian' | 'dtype'> {
  if (typeof descr !== 'string') throw new LensError(msg('the file holds records, not an array of numbers'));
  const byName = Object.values(TYPES).find(([, name]) => name === descr);
  const code = /^([<>=|]?)([a-zA-Z?])(\d*)(?:\[\w+\])?$/.exec(descr);
  const found = byName ?? (code && ownEntry(TYPES, code[2] === '?' ? 'b1' : `${code[2]}${code[3]}`));
  if (found) return { type: found[0], dtype: found[1], bigEndian: !byName && code?.[1] === '>' };
  switch (code?.[2]) {
    case 'c':
      throw new LensError(msg('the file holds complex numbers ({0}); only real numbers can be read', descr));
    case 'O':
      throw new LensError(
        msg('the file holds pickled Python objects, which are never unpacked; save an array of numbers'),
      );
    case 'U':
    case 'S':
    case 'a':
    case 'M':
    case 'm':
    case 'V':
      throw new LensError(msg('the file holds {0}, which are not numbers', descr));
    default:
      throw new LensError(msg('element type {0} cannot be read', descr));
  }
}

/** Strings, whole numbers, True, False, lists, tuples and dictionaries. */
class HeaderReader {
  private at = 0;
  private depth = 0;

  constructor(private readonly text: string) {}

  read(): Literal {
    const value = this.value();
    this.skip();
    if (this.at < this.text.length) throw damaged(this.at);
    return value;
  }

  private value(): Literal {
    this.skip();
    const scalar = /(?:'([^'\\\n]*)'|"([^"\\\n]*)"|(-?\d+(?:\.\d*)?)L?|(True|False)\b)/y;
    scalar.lastIndex = this.at;
    const match = scalar.exec(this.text);
    if (match) {
      this.at = scalar.lastIndex;
      if (match[4] !== undefined) return match[4] === 'True';
      // `2.0` is not an extent, although it equals one.
      if (match[3] !== undefined) return match[3].includes('.') ? NaN : Number(match[3]);
      return match[1] ?? match[2]!;
    }
    const open = this.text[this.at];
    if (open === '{') return this.dictionary();
    if (open === '[' || open === '(') return this.sequence(open === '[' ? ']' : ')');
    throw damaged(this.at);
  }

  private dictionary(): Map<string, Literal> {
    const entries = new Map<string, Literal>();
    this.items('}', () => {
      const key = this.value();
      if (typeof key !== 'string') throw damaged(this.at);
      this.skip();
      if (this.text[this.at++] !== ':') throw damaged(this.at);
      entries.set(key, this.value());
    });
    return entries;
  }

  private sequence(close: string): Literal {
    const items: Literal[] = [];
    const commas = this.items(close, () => items.push(this.value()));
    return close === ')' && items.length === 1 && commas === 0 ? items[0]! : items;
  }

  private items(close: string, readItem: () => void): number {
    if (++this.depth > 20) throw damaged(this.at);
    let commas = 0;
    this.at++;
    for (;;) {
      this.skip();
      if (this.text[this.at] === close) break;
      readItem();
      this.skip();
      if (this.text[this.at] === ',') {
        commas++;
        this.at++;
      } else if (this.text[this.at] !== close) throw damaged(this.at);
    }
    this.at++;
    this.depth--;
    return commas;
  }

  private skip(): void {
    while (/\s/.test(this.text[this.at] ?? '')) this.at++;
  }
}

function damaged(at: number): LensError {
  return new LensError(msg('the .npy header is damaged at character {0}', at + 1));
}

export function truncatedHeader(): LensError {
  return new LensError(msg('the file is truncated: its header is incomplete'));
}
