/** Calls and wrappers around a literal: `np.array([[1.]], dtype=float32)`, `tensor(…, device='cuda:0')`, `tf.Tensor(…)`. */
import { sizeOf } from '../../../array/NdArray';
import { msg } from '../../../message';
import type { Wrapped } from '../types/Wrapped';
import { dtypeOf, readConstructorArguments } from './constructorArguments';
import { notationOf, type Notation } from './constructorNames';
import type { Dialect } from '../types/Dialect';
import { elided, isElision } from '../scan/elision';
import { readElement } from '../scan/readElement';
import { problem, type Problem } from '../types/Problem';
import type { Nested } from '../types/Nested';
import { scanNested } from './scanNested';
import { skipBlank, skipBrackets } from '../scan/skip';
import { sparse } from '../prints/sparse';

const CALLEE = /(?:([A-Za-z_]\w*)\.(?:[A-Za-z_]\w*\.)*)?([A-Za-z_]\w*)\s?\(\s*/y;
const TF_OPEN = /<tf\.(?:Tensor|Variable)\b[^>\n]*?numpy=\s*/y;
/** A tensor that shows its type but not its numbers. */
const SYMBOLIC = /<(?:tf\.)?\w*(?:Tensor|Variable)\b[^>\n]*>/y;
const SPARSE =
  /(?:tensor\(\s*(?:crow_)?indices=|(?:tf\.)?SparseTensor(?:Value)?\(|<\d+x\d+ sparse (?:matrix|array)|<Compressed Sparse|<COOrdinate sparse)/y;
/** The constructor call that starts at `at`; undefined where none does. */
export function readConstructor(
  text: string,
  at: number,
  dialect: Dialect,
): Wrapped | (Problem & { end: number }) | undefined {
  TF_OPEN.lastIndex = at;
  if (text[at] === '<' && TF_OPEN.test(text)) return readShown(text, at, TF_OPEN.lastIndex, dialect);
  SPARSE.lastIndex = at;
  if (SPARSE.test(text)) {
    const end = skipBrackets(text, SPARSE.lastIndex, text[at] === '<' ? 0 : 1, dialect);
    return { ...problem('notArray', sparse(), at, SPARSE.lastIndex), end: text[at] === '<' ? SPARSE.lastIndex : end };
  }
  SYMBOLIC.lastIndex = at;
  if (text[at] === '<' && SYMBOLIC.test(text)) {
    const end = SYMBOLIC.lastIndex;
    return { ...problem('notArray', msg('this tensor shows no numbers; print its values'), at, end), end };
  }
  CALLEE.lastIndex = at;
  const match = CALLEE.exec(text);
  if (!match) return undefined;
  const [whole, namespace, name = ''] = match;
  const notation = notationOf(namespace, name);
  if (!notation) return undefined;
  return readCall(text, at, at + whole.length, notation, dialect);
}

/** `<tf.Tensor: shape=(2,), dtype=float32, numpy=array([1., 2.], dtype=float32)>`. */
function readShown(text: string, start: number, inner: number, dialect: Dialect): ReturnType<typeof readConstructor> {
  const read = readConstructor(text, inner, dialect) ?? readScalar(text, inner, 'tensorflow', dialect);
  const end = 'detail' in read ? read.end : read.range[1];
  const close = text[end] === '>' ? end + 1 : end;
  return 'detail' in read ? { ...read, end: close } : { ...read, notation: 'tensorflow', range: [start, close] };
}

function readCall(
  text: string,
  start: number,
  inner: number,
  notation: Notation,
  dialect: Dialect,
): ReturnType<typeof readConstructor> {
  const reading = { ...dialect, spaces: true, tuples: true };
  let at = skipBlank(text, inner, reading);
  const named = /[A-Za-z_]\w*\s*=\s*/y;
  named.lastIndex = at;
  if (/['"]/.test(text[at] ?? '') && /^['"][bBhHiIlLqQfd]['"]\s*,\s*/.test(text.slice(at, at + 8))) {
    at = text.indexOf(',', at) + 1;
    at = skipBlank(text, at, reading);
  } else if (/^(?:data|object|value)\s*=/.test(text.slice(at, at + 12)) && named.test(text)) at = named.lastIndex;
  const close = (from: number): number => skipBrackets(text, from, 1, reading);
  if (isElision(text, at)) return { ...elided(text, at, at, dialect), end: close(at) };
  const first = text[at];
  if (first === '[' || first === '(') {
    const nested = scanNested(text, at, reading);
    if ('problem' in nested)
      return { ...nested.problem, end: nested.end < text.length ? close(nested.end) : nested.end };
    return finishCall(text, start, nested.end, nested, notation, reading);
  }
  const scalar = readScalar(text, at, notation, reading);
  if ('detail' in scalar) return { ...scalar, end: close(at) };
  const nested = { ...scalar, ranges: scalar.ranges!, end: scalar.range[1], kind: 'float' } as const;
  return finishCall(text, start, nested.end, nested, notation, reading);
}

function readScalar(
  text: string,
  at: number,
  notation: Notation,
  dialect: Dialect,
): Wrapped | (Problem & { end: number }) {
  const read = readElement(text, at, dialect);
  if ('detail' in read) return { ...read, end: read.range[1] };
  return {
    array: { shape: [], data: Float64Array.of(read.value) },
    ranges: Uint32Array.from(read.range),
    range: [at, read.end],
    notation,
  };
}

function finishCall(
  text: string,
  start: number,
  literalEnd: number,
  nested: Nested,
  notation: Notation,
  dialect: Dialect,
): ReturnType<typeof readConstructor> {
  const { options, end } = readConstructorArguments(text, literalEnd, dialect);
  if (!options) {
    const open = text.indexOf('(', start);
    return { ...problem('unbalanced', msg('the bracket {0} is never closed', '('), open, open + 1), end };
  }
  const dtype = dtypeOf(options);
  if (options.dtype?.startsWith('[')) {
    return { ...problem('notArray', msg('an array of records is not an array of numbers'), start, end), end };
  }
  if (dtype === 'object' || dtype === 'O') {
    return { ...problem('notArray', msg('an array of objects is not an array of numbers'), start, end), end };
  }
  const array = shaped(nested, options.shape ?? options.size);
  if (!array) {
    const stated = options.shape ?? options.size!;
    return {
      ...problem(
        'shape',
        msg('the text gives the shape {0}, but the number of values is {1}', stated, nested.array.data.length),
        start,
        end,
      ),
      end,
    };
  }
  return { array, ranges: nested.ranges, range: [start, end], notation, ...(dtype && { dtype }) };
}

/** The stated shape where it gives an empty array its axes; undefined where it contradicts the numbers. */
function shaped(nested: Nested, stated: string | undefined): Nested['array'] | undefined {
  if (!stated || !/^[([]\s*[\d,\s]*[)\]]$/.test(stated)) return nested.array;
  const shape = (stated.match(/\d+/g) ?? []).map(Number);
  if (sizeOf(shape) !== nested.array.data.length) return undefined;
  return { shape, data: nested.array.data };
}
