/**
 * Value search: `> 3`, `== 0`, `nan`, `inf`, `1..2`, `|x| > 0.5`, joined by `and` or by `or`. Comparisons follow NumPy: NaN is
 * neither smaller nor larger than a number nor equal to it, and differs from every number.
 */
import type { FloatData } from '../array/NdArray';
import { LensError, msg } from '../message';

/** Whether a value is found. */
export type Search = (value: number) => boolean;

const NUMBER = String.raw`[+−-]?(?:\d+\.?\d*(?:e[+-]?\d+)?|\.\d+(?:e[+-]?\d+)?|inf(?:inity)?|nan)`;
const COMPARISON = new RegExp(`^(\\|x\\||abs(?:\\(x\\))?|x)?\\s*(>=|<=|==|!=|>|<|=|≥|≤|≠)\\s*(${NUMBER})$`);
const RANGE = new RegExp(`^(${NUMBER})\\s*(?:\\.\\.|…|to)\\s*(${NUMBER})$`);
const PLAIN = new RegExp(`^${NUMBER}$`);

/** `single`: the values are of single precision, to which numbers in the text are rounded. Throws a LensError. */
export function parseSearch(text: string, single = false): Search {
  const plain = text.trim().toLowerCase();
  const either = plain.split(/\s+or\s+|\s*\|\|\s*/);
  const all = plain.split(/\s+and\s+|\s*&&?\s*/);
  if (either.length > 1 && all.length > 1) {
    throw new LensError(msg('“{0}” mixes “and” with “or”; use one of them', text.trim()));
  }
  if (either.length > 1) {
    const terms = either.map((term) => parseTerm(term, text, single));
    return (value) => terms.some((term) => term(value));
  }
  const terms = all.map((term) => parseTerm(term, text, single));
  return terms.length === 1 ? terms[0]! : (value) => terms.every((term) => term(value));
}

/** Number of values that are found. */
export function countFound(data: FloatData, search: Search): number {
  let count = 0;
  for (let index = 0; index < data.length; index++) if (search(data[index]!)) count++;
  return count;
}

function parseTerm(term: string, whole: string, single: boolean): Search {
  const read = (text: string): number => {
    const number = numberOf(text);
    return single ? Math.fround(number) : number;
  };
  const comparison = COMPARISON.exec(term);
  if (comparison) {
    const [, subject, operator, number] = comparison;
    const search = compare(operator!, read(number!));
    return subject === undefined || subject === 'x' ? search : (value) => search(Math.abs(value));
  }
  const range = RANGE.exec(term);
  if (range) {
    const [low, high] = [read(range[1]!), read(range[2]!)];
    return (value) => value >= low && value <= high;
  }
  if (PLAIN.test(term)) return compare('==', read(term));
  if (term === 'finite') return (value) => Number.isFinite(value);
  throw new LensError(
    msg('cannot read “{0}”; examples: {1}', whole.trim(), '> 3, == 0, 1..2, |x| > 0.5, nan, > 1 and < 2'),
  );
}

/** A comparison with NaN itself asks for NaN: `== nan` and `!= nan` would otherwise find nothing and everything. */
function compare(operator: string, number: number): Search {
  const isNan = Number.isNaN(number);
  switch (operator) {
    case '>':
      return (value) => value > number;
    case '<':
      return (value) => value < number;
    case '>=':
    case '≥':
      return (value) => value >= number;
    case '<=':
    case '≤':
      return (value) => value <= number;
    case '!=':
    case '≠':
      return isNan ? (value) => !Number.isNaN(value) : (value) => value !== number;
    default:
      return isNan ? (value) => Number.isNaN(value) : (value) => value === number;
  }
}

function numberOf(text: string): number {
  const plain = text.replace('−', '-');
  const infinity = /^([+-]?)inf/.exec(plain);
  if (infinity) return infinity[1] === '-' ? -Infinity : Infinity;
  return plain.endsWith('nan') ? NaN : Number(plain);
}
