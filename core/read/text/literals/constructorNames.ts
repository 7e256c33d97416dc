/** The calls that make an array of a literal, and whose notation each is. */
import type { ParsedArray } from '../../ParseResult';

export type Notation = NonNullable<ParsedArray['notation']>;

const NOTATIONS: Readonly<Record<string, Notation>> = {
  array: 'numpy',
  asarray: 'numpy',
  asanyarray: 'numpy',
  ascontiguousarray: 'numpy',
  matrix: 'numpy',
  masked_array: 'numpy',
  recarray: 'numpy',
  Array: 'numpy',
  DeviceArray: 'numpy',
  tensor: 'pytorch',
  as_tensor: 'pytorch',
  FloatTensor: 'pytorch',
  DoubleTensor: 'pytorch',
  HalfTensor: 'pytorch',
  IntTensor: 'pytorch',
  LongTensor: 'pytorch',
  ByteTensor: 'pytorch',
  BoolTensor: 'pytorch',
  Tensor: 'pytorch',
  constant: 'tensorflow',
  convert_to_tensor: 'tensorflow',
  Variable: 'tensorflow',
};

/** NumPy's types of single numbers. */
const SCALARS = new Set([
  'float64',
  'float32',
  'float16',
  'int64',
  'int32',
  'int16',
  'int8',
  'uint8',
  'uint16',
  'uint32',
  'uint64',
  'bool_',
  'double',
  'single',
]);

/** The notation of `name(` or `namespace.name(`; undefined where it does not make an array. */
export function notationOf(namespace: string | undefined, name: string): Notation | undefined {
  const known = Object.hasOwn(NOTATIONS, name) ? NOTATIONS[name] : SCALARS.has(name) ? 'numpy' : undefined;
  return known && namespace === 'tf' ? 'tensorflow' : known;
}
