/** R's `c(1, 2)`, `matrix(1:4, nrow = 2)`, `array(0, dim = c(2, 2))`, `rbind(c(1, 2), c(3, 4))`: filled column by column. */
import { sizeOf } from '../../../array/NdArray';
import { budget } from '../../../budget';
import { msg } from '../../../message';
import { reordered } from '../matrix/transposed';
import { shortened } from '../scan/shortened';
import { skipBrackets } from '../scan/skip';
import type { Dialect } from '../types/Dialect';
import { problem, type Problem } from '../types/Problem';
import type { Wrapped } from '../types/Wrapped';
import { byParameter, rArguments, type RArgument } from './rArguments';
import { repeatedVector, rVector, type RVector } from './rVector';

type Failure = Problem & { end: number };

const CALL = /(c|matrix|array|rbind|cbind)\(/y;

const PARAMETERS: Readonly<Record<string, readonly string[]>> = {
  matrix: ['data', 'nrow', 'ncol', 'byrow', 'dimnames'],
  array: ['data', 'dim', 'dimnames'],
};

/** The call that starts at `start`; undefined where none of them does. */
export function readRArray(text: string, start: number, dialect: Dialect): Wrapped | Failure | undefined {
  CALL.lastIndex = start;
  const [, callee = ''] = CALL.exec(text) ?? [];
  // The values of a loop are not an array of the text.
  if (callee === '' || /\bfor\s*\(\s*[\w.]+\s+in\s+$/.test(text.slice(Math.max(0, start - 60), start)))
    return undefined;
  const open = start + callee.length + 1;
  const end = skipBrackets(text, open, 1, dialect);
  const vector = (argument: RArgument | undefined) => argument && rVector(text, argument.start, argument.text, dialect);
  const given = rArguments(text, open, end - 1);
  if (callee === 'c') {
    const found = rVector(text, start, text.slice(start, end), dialect);
    return found && ('values' in found ? wrapped(found, [found.values.length], [start, end]) : found);
  }
  const written = (): Failure => ({
    ...problem('syntax', msg('{0} is not evaluated', shortened(text.slice(start, end))), start, end),
    end,
  });
  if (callee === 'rbind' || callee === 'cbind') return bound(given.map(vector), callee, [start, end], written);
  const named = byParameter(given, PARAMETERS[callee]!);
  // It has no numbers until a loop fills it.
  if (named && !named.has('data')) return undefined;
  const data = vector(named?.get('data'));
  if (!named || !data) return written();
  if (!('values' in data)) return data;
  const number = (name: string): number | undefined => {
    const found = vector(named.get(name));
    return found && 'values' in found && found.values.length === 1 ? found.values[0] : undefined;
  };
  const [rows, cols] = [number('nrow'), number('ncol')];
  const byRow = /^(?:T|TRUE)$/.test(named.get('byrow')?.text ?? 'F');
  const isKnown =
    (rows !== undefined || !named.has('nrow')) &&
    (cols !== undefined || !named.has('ncol')) &&
    (byRow || /^(?:F|FALSE)$/.test(named.get('byrow')?.text ?? 'F'));
  const dim = named.has('dim') ? vector(named.get('dim')) : undefined;
  const count = data.values.length;
  const shape =
    callee === 'array'
      ? dim && 'values' in dim
        ? Array.from(dim.values)
        : named.has('dim')
          ? undefined
          : [count]
      : [rows ?? Math.ceil(count / (cols ?? count)), cols ?? Math.ceil(count / (rows ?? count))];
  if (!shape || !isKnown || !isShape(shape)) return written();
  const full = repeatedVector(data, sizeOf(shape));
  return byRow ? wrapped(full, shape, [start, end]) : inColumns(full, shape, [start, end]);
}

function isShape(shape: readonly number[]): boolean {
  return shape.every((extent) => Number.isInteger(extent) && extent >= 1) && sizeOf(shape) <= budget.programElements;
}

/** Vectors of one length as rows or columns. Undefined where none of the arguments is a literal. */
function bound(
  parts: readonly (RVector | Failure | undefined)[],
  callee: 'rbind' | 'cbind',
  range: readonly [number, number],
  failure: () => Failure,
): Wrapped | Failure | undefined {
  if (parts.every((part) => part === undefined)) return undefined;
  const vectors = parts.filter((part): part is RVector => part !== undefined && 'values' in part);
  const [length = 0] = vectors.map(({ values }) => values.length);
  if (vectors.length < parts.length || vectors.some(({ values }) => values.length !== length)) return failure();
  const values = Float64Array.from(vectors.flatMap((vector) => Array.from(vector.values)));
  const ranges = vectors.flatMap((vector) => Array.from(vector.ranges ?? []));
  const all: RVector = { values, ...(ranges.length === 2 * values.length && { ranges: Uint32Array.from(ranges) }) };
  return callee === 'rbind'
    ? wrapped(all, [vectors.length, length], range)
    : inColumns(all, [length, vectors.length], range);
}

function wrapped({ values, ranges }: RVector, shape: readonly number[], range: readonly [number, number]): Wrapped {
  return { array: { shape, data: values }, ...(ranges && { ranges }), range };
}

function inColumns({ values, ranges }: RVector, shape: readonly number[], range: readonly [number, number]): Wrapped {
  const places = ranges ?? new Uint32Array(2 * values.length);
  const placed = reordered(values, places, shape, (k) => columnMajor(k, shape));
  return ranges ? { ...placed, range } : { array: placed.array, range };
}

/** The position of the element with C-order index `k` when the first axis runs fastest. */
function columnMajor(k: number, shape: readonly number[]): number {
  let rest = k;
  let place = 0;
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    place += (rest % shape[axis]!) * sizeOf(shape.slice(0, axis));
    rest = Math.floor(rest / shape[axis]!);
  }
  return place;
}
