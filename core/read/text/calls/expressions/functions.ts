/** Functions in the arguments of layer calls of MATLAB, Julia and R that make arrays or change their shape. */
import { sizeOf, type NdArray } from '../../../../array/NdArray';
import { ownEntry } from '../../../../ownEntry';
import { tuple2 } from '../../../../tuples';
import { repeatedIndex, type Extension } from '../../../python/layers/images/extend';
import { inColumnOrder, ofColumnOrder, reorderedAxes, transposedArray } from './columnOrder';
import { boundRows } from './elements';
import { fspecial } from './fspecial';
import { magicSquare } from './magicSquare';

export interface FunctionArguments {
  readonly positional: readonly NdArray[];
  readonly named: ReadonlyMap<string, NdArray>;
  /** Texts, symbols and types: `'SSCB'`, `:same`, `Float32`. */
  readonly words: readonly string[];
  /** Whether one size is that of a square matrix: MATLAB. */
  readonly square: boolean;
}

type ArrayFunction = (args: FunctionArguments) => NdArray | undefined;

const MAX_ELEMENTS = 1_000_000;

const FUNCTIONS: Readonly<Record<string, ArrayFunction>> = {
  ...Object.fromEntries(
    [
      'single',
      'double',
      'gpuArray',
      'torch_tensor',
      'op_array',
      'op_convert_to_tensor',
      'k_constant',
      'as_tensor',
      'as.array',
      'as.matrix',
      'collect',
      'Float32.',
      'Float64.',
      'float.',
      'float',
      'Array',
      'as.numeric',
      'cu',
      'centered',
    ].map((name): [string, ArrayFunction] => [name, ({ positional: [array] }) => array]),
  ),
  dlarray: labelled,
  reshape: ({ positional: [array, ...sizes] }) => reshaped(array, sizes),
  zeros: (args) => filled(args, 0),
  ones: (args) => filled(args, 1),
  torch_zeros: (args) => filled(args, 0),
  torch_ones: (args) => filled(args, 1),
  magic: ({ positional: [size] }) => size && magicSquare(size.data[0]!),
  padarray: padded,
  floor: ({ positional: [array] }) => array && { ...array, data: array.data.map(Math.floor) },
  size: ({ positional: [array, ...others] }) =>
    array && others.length === 0 ? { shape: [1, array.shape.length], data: Float64Array.from(array.shape) } : undefined,
  fspecial: ({ positional, words: [name] }) => fspecial(name, positional),
  eye: (args) => identity(args),
  torch_eye: (args) => identity(args),
  array: ({ positional, named }) =>
    repeated(positional[0] ?? named.get('data'), numbersOf(positional[1] ?? named.get('dim'))),
  matrix,
  rep: ({ positional: [value, times] }) => (times ? repeated(value, numbersOf(times)) : undefined),
  seq: ({ positional: [from, to] }) =>
    from && to && ofCount(to.data[0]! - from.data[0]! + 1, (index) => from.data[0]! + index),
  torch_arange: ({ positional: [from, to, step], named }) => {
    const by = (step ?? named.get('step'))?.data[0] ?? 1;
    return from && to && by > 0
      ? ofCount((to.data[0]! - from.data[0]!) / by + 1 + 1e-10, (index) => from.data[0]! + by * index)
      : undefined;
  },
  rbind: ({ positional, named }) => (named.size === 0 && positional.length > 0 ? boundRows(positional) : undefined),
  cbind: ({ positional, named }) => {
    if (named.size > 0 || positional.length === 0) return undefined;
    const columns = boundRows(positional.map((each) => (each.shape.length === 2 ? transposedArray(each) : each)));
    return columns && transposedArray(columns);
  },
  t: reordered,
  transpose: reordered,
  permutedims: reordered,
  permute: reordered,
  aperm: reordered,
  op_reshape: rowOrder,
  array_reshape: rowOrder,
  k_reshape: rowOrder,
  op_ones: (args) => filled(args, 1),
  op_zeros: (args) => filled(args, 0),
  sum: summed,
  flipud: ({ positional: [array] }) => array && flipped(array, 0),
  fliplr: ({ positional: [array] }) => array && flipped(array, 1),
  ConstantArray: ({ positional: [value, sizes] }) => repeated(value, numbersOf(sizes)),
  Range: ({ positional: [from, to] }) =>
    from && ofCount(to ? to.data[0]! - from.data[0]! + 1 : from.data[0]!, (k) => (to ? from.data[0]! : 1) + k),
  Partition: ({ positional: [array, size], ...rest }) =>
    size && array?.shape.length === 1
      ? rowOrder({
          ...rest,
          positional: [array, { shape: [2], data: Float64Array.of(array.data.length / size.data[0]!, size.data[0]!) }],
        })
      : undefined,
  N: ({ positional: [array] }) => array,
  rev: ({ positional: [array] }) =>
    array?.shape.length === 1 ? { ...array, data: array.data.slice().reverse() } : undefined,
  rot180: ({ positional: [array] }) => array && turned(array),
  rot90: ({ positional: [array, turns] }) => (array && turns?.data[0] === 2 ? turned(array) : undefined),
};

/** Undefined for other names. */
export function functionNamed(name: string): ArrayFunction | undefined {
  return ownEntry(FUNCTIONS, name.replace(/^(?:torch|base)::/, ''));
}

const labels = new WeakMap<NdArray, string>();

/** `SSCB` of `dlarray(X, 'SSCB')`. */
export function labelsOf(array: NdArray): string | undefined {
  return labels.get(array);
}

function labelled({ positional: [array], words: [word] }: FunctionArguments): NdArray | undefined {
  if (!array || word === undefined) return array;
  const copy = { ...array };
  labels.set(copy, word);
  return copy;
}

/** The numbers in the order of rows with another shape: Keras. */
function rowOrder({ positional: [array, sizes] }: FunctionArguments): NdArray | undefined {
  const shape = numbersOf(sizes);
  return array && shape.length > 0 && sizeOf(shape) === array.data.length ? { shape, data: array.data } : undefined;
}

/** MATLAB sums the columns of a matrix, other languages all numbers. */
function summed({ positional: [array, ...others], words, named, square }: FunctionArguments): NdArray | undefined {
  if (!array || others.length > 0 || named.size > 0 || words.some((word) => word !== 'all')) return undefined;
  const { shape } = array;
  const [rows = 1, cols = 1] = shape;
  const data = Array.from(array.data);
  const isWhole = !square || words.length > 0 || shape.length < 2 || rows === 1 || cols === 1;
  if (shape.length > 2 && square && words.length === 0) return undefined;
  if (isWhole) return { shape: [], data: Float64Array.of(data.reduce((total, value) => total + value, 0)) };
  const totals = new Float64Array(cols);
  data.forEach((value, index) => (totals[index % cols]! += value));
  return { shape: [1, cols], data: totals };
}

/** A matrix with its rows, or its columns, in reverse order. */
function flipped({ shape, data }: NdArray, axis: 0 | 1): NdArray | undefined {
  const [rows = 1, cols = 1] = shape;
  if (shape.length !== 2) return undefined;
  const turnedData = data.map((_, index) => {
    const [row, col] = [Math.floor(index / cols), index % cols];
    return data[axis === 0 ? (rows - 1 - row) * cols + col : row * cols + (cols - 1 - col)]!;
  });
  return { shape, data: turnedData };
}

/** Sizes as numbers, or one vector of them; `[]` and `:` are not read. */
function reshaped(array: NdArray | undefined, sizes: readonly NdArray[]): NdArray | undefined {
  const shape = sizes.flatMap((size) => Array.from(size.data));
  if (!array || shape.length === 0 || sizeOf(shape) !== array.data.length) return undefined;
  return ofColumnOrder(inColumnOrder(array), shape);
}

function reordered({ positional: [array, order] }: FunctionArguments): NdArray | undefined {
  return array && reorderedAxes(array, order && numbersOf(order));
}

function filled({ positional, square }: FunctionArguments, value: number): NdArray | undefined {
  const sizes = positional.flatMap((size) => Array.from(size.data));
  const shape = sizes.length === 1 && square ? [sizes[0]!, sizes[0]!] : sizes;
  if (!isShape(shape)) return undefined;
  return { shape, data: new Float64Array(sizeOf(shape)).fill(value) };
}

function identity(args: FunctionArguments): NdArray | undefined {
  const matrix = filled({ ...args, square: true }, 0);
  if (matrix?.shape.length !== 2) return undefined;
  const [rows = 0, cols = 0] = matrix.shape;
  for (let i = 0; i < Math.min(rows, cols); i++) matrix.data[i * cols + i] = 1;
  return matrix;
}

/** R repeats the values until the array is full. */
function repeated(array: NdArray | undefined, shape: readonly number[]): NdArray | undefined {
  if (!array || array.data.length === 0 || !isShape(shape)) return undefined;
  const values = inColumnOrder(array);
  return ofColumnOrder(
    Float64Array.from({ length: sizeOf(shape) }, (_, index) => values[index % values.length]!),
    shape,
  );
}

function matrix({ positional, named }: FunctionArguments): NdArray | undefined {
  const data = positional[0] ?? named.get('data');
  const [rows, cols, byRow] = ['nrow', 'ncol', 'byrow'].map(
    (name, index) => (named.get(name) ?? positional[index + 1])?.data[0],
  );
  const count = data?.data.length ?? 0;
  const shape = [rows ?? Math.ceil(count / (cols ?? count)), cols ?? Math.ceil(count / (rows ?? 1))];
  if (!byRow) return repeated(data, shape);
  const flipped = repeated(data, [...shape].reverse());
  return flipped && { shape, data: inColumnOrder(flipped) };
}

/** MATLAB's `padarray`: a value, by default zero, or elements of the array on both sides of each axis. */
function padded({ positional: [array, sizes, value], words, named }: FunctionArguments): NdArray | undefined {
  const [rows = 0, cols = 0, ...others] = numbersOf(sizes);
  const extensions = words.filter((word) => word !== 'both').map((word) => ownEntry(EXTENSIONS, word));
  const [extension = 'constant', ...further] = extensions;
  if (array?.shape.length !== 2 || others.length > 0 || named.size > 0) return undefined;
  if (extensions.includes(undefined) || further.length > 0 || rows < 0 || cols < 0) return undefined;
  const [height, width] = tuple2(array.shape);
  const shape = [height + 2 * rows, width + 2 * cols];
  if (!isShape(shape)) return undefined;
  const data = Float64Array.from({ length: sizeOf(shape) }, (_, at) => {
    const row = repeatedIndex(Math.floor(at / shape[1]!) - rows, height, extension);
    const col = repeatedIndex((at % shape[1]!) - cols, width, extension);
    return row < 0 || col < 0 ? (value?.data[0] ?? 0) : array.data[row * width + col]!;
  });
  return { shape, data };
}

const EXTENSIONS: Readonly<Record<string, Extension>> = {
  replicate: 'nearest',
  symmetric: 'reflect',
  circular: 'wrap',
};

function turned({ shape, data }: NdArray): NdArray | undefined {
  return shape.length === 2 ? { shape, data: data.slice().reverse() } : undefined;
}

function ofCount(count: number, valueAt: (index: number) => number): NdArray | undefined {
  if (!(count >= 1 && count <= MAX_ELEMENTS)) return undefined;
  return {
    shape: [Math.floor(count)],
    data: Float64Array.from({ length: Math.floor(count) }, (_, index) => valueAt(index)),
  };
}

function numbersOf(array: NdArray | undefined): number[] {
  return array ? Array.from(array.data) : [];
}

function isShape(shape: readonly number[]): boolean {
  return (
    shape.length > 0 &&
    shape.every((extent) => Number.isInteger(extent) && extent >= 1) &&
    sizeOf(shape) <= MAX_ELEMENTS
  );
}
