/** Whether a text gives evidence that one of two arrays is the filter of the other: by names, words or extents. */
import type { ParsedArray } from '../../../../../core/read/ParseResult';
import { beginsPart } from '../../../../../core/read/text/tables/fromTables';
import { guessRoles, isMatrix, roleOfName } from '../../../../../core/setup/roles/roles';
import type { TextSource } from '../../../source/LensSource';
import { textInSegments } from '../../../source/textInSegments';
import type { Guess } from '../arrays/Guess';
import { isAnswer } from '../arrays/textResults';
import { namesMatter } from './otherMatter';

const LAYER =
  /conv(?!er|ent|ey|inc)|kernel|filt|noyau|kern\b|falt|pool|corr(?!ect|upt)|stride|\bpad|window|sobel|mask|dilat|featur|\u5377\u79ef|\u6838|\u6ee4\u6ce2/i;

/** Of arrays that the user selected one by one, the order decides. */
export function lacksFilter({ source, parsed }: Guess): boolean {
  const { arrays } = parsed;
  const { x, w } = guessRoles(arrays, 'conv', 'nhwc');
  const [input, filter] = [arrays[x ?? -1], arrays[w ?? -1]];
  const isUnnamed = arrays.every(({ name }) => name === undefined);
  if (input && filter && isUnnamed && source.stated?.pool === undefined && isLarger(filter, input)) return true;
  if (source.segments.length !== 1 || !input) return false;
  if (filter && roleOfName(filter.name) !== 'w' && source.stated?.pool === undefined) {
    const between = textInSegments(source.segments, [input.range[1], filter.range[0]]);
    if ((isUnnamed && beginsPart(between)) || isAnswer(filter.range, source)) return true;
  }
  if (isTold(source)) return false;
  if (!filter) return !isMatrix(input.array.shape) && arrays.some(({ array }) => isMatrix(array.shape));
  const isInput = roleOfName(input.name) === 'x';
  // `K` is a name of many matrices.
  const isNamed = roleOfName(filter.name) === 'w' && (isInput || !/^k$/i.test(filter.name!));
  if (isNamed) return !isWindow(filter, input) || (isInput ? isFactor(filter, input) : isVector(filter));
  const isOther = [input, filter].some(({ name }) => namesMatter(name));
  return isOther || isTransform(filter) || (!isInput && isTransform(input)) || !isSmaller(filter, input);
}

function isTold({ segments, around, stated }: TextSource): boolean {
  const texts = [around?.before, around?.after, ...segments.map(({ text }) => text)];
  return stated?.pool !== undefined || texts.some((text) => text !== undefined && LAYER.test(text));
}

/** A transformation of homogeneous coordinates: its last row is 0, …, 0, 1. */
function isTransform({ array: { shape, data } }: ParsedArray): boolean {
  const columns = shape.at(-1)!;
  if (shape.length !== 2 || columns < 3) return false;
  return data.slice(-columns).every((value, index) => value === (index === columns - 1 ? 1 : 0));
}

function isVector({ array: { shape } }: ParsedArray): boolean {
  return shape.length === 1;
}

/** Whether it fits into the input. */
function isWindow({ array: filter }: ParsedArray, { array: input }: ParsedArray): boolean {
  if (filter.shape.length > 2 || input.shape.length !== filter.shape.length) return true;
  return filter.shape.every((extent, axis) => extent <= input.shape[axis]!);
}

/** Larger than the input along an axis, in which case the order of the two tells nothing. */
function isLarger({ array: { shape: filter } }: ParsedArray, { array: { shape: input } }: ParsedArray): boolean {
  if (filter.length > 2 || input.length > 2) return false;
  return filter.length > input.length || filter.some((extent, axis) => extent > input.at(axis - filter.length)!);
}

/** Smaller along rows and columns: neither a sum nor a product of matrices takes such a pair. */
function isSmaller({ array: filter }: ParsedArray, { array: input }: ParsedArray): boolean {
  if (filter.shape.length !== 2 || input.shape.length !== 2) return filter.shape.length !== 1;
  return filter.shape.every((extent, axis) => extent < input.shape[axis]!);
}

/** Whether a product of two matrices or of two vectors takes the pair. */
function isFactor({ array: { shape: filter } }: ParsedArray, { array: { shape: input } }: ParsedArray): boolean {
  if (input.length === 1) return filter.length === 1 && filter[0] === input[0];
  return input.length === 2 && input[0] !== input[1] && filter[0] === input[1];
}
