/** Calls of C-like languages that make an array or change its shape. */
import { anyOf, oneOf } from '../../../../anyOf';
import { sizeOf, type NdArray } from '../../../../array/NdArray';
import { ownEntry } from '../../../../ownEntry';
import { nonEmpty } from '../../../../tuples';
import { IDENTITY } from './nodes';
import { withAxes } from './withAxes';
import { arrayOfValue, isArray, isList, isMade, isRecord, wholeNumbers, shapedAs, type CodeValue } from './values';

const MAX_ELEMENTS = 1_000_000;

export interface MakingCall {
  readonly name: string;
  readonly receiver: CodeValue;
  /** Whether the call is of an object: `x.reshape(…)`, not `tf.reshape(x, …)`. */
  readonly isMethod: boolean;
  readonly args: readonly CodeValue[];
}

type Maker = (call: MakingCall) => CodeValue;

/** Methods that keep the values: types, devices, copies, results that may be errors. */
const KEPT = oneOf(String.raw`
  unwrap(?:_or\w*)? expect clone detach\w* contiguous to to_d(?:type|evice) toType to_type cast asType astype float
  double cpu cuda into as_slice to_vec as_ref requires?_?[gG]rad\w* leaky_trace trace set_requires_grad require_grad
  to_kind f_to into_data to_data into_dyn view_mut iter cloned copied value data data_ptr asFloat toFloat Must
  MustNew Ok Some variable var Variable from_var float32 Float32Array Float64Array Int32Array Array collect to_owned
  flatten_list rv finished eval initializer_list
`);

/** `toMatrix`, `asTensor`. */
const CONVERSION = /^(?:to|as)(?:[A-Z]\w*)?(?:Matrix|Tensor|Array|List|Vector|Image)$/;
/** `flatten`, `matrixFlatten`. */
const FLATTENS = /^\w*[fF]latten$/;

/** Calls whose arguments hold numbers and, perhaps, a shape. */
const MAKING = new RegExp(
  anyOf(String.raw`
    tensor mat arr(?:ay)?\d?$ array nd_?array ^from _from From create Create ^of_?slice ^f_of slice blob Blob
    ^new$ ^New ^const(?:ant)?$ Const ^data$ Data ^asarray$ Dense ^var$ Var vector Vec ^Matrix reshape Reshape
    View volume image grid plane
  `),
  'i',
);

const MAKERS: Readonly<Record<string, Maker>> = {
  zeros: (call) => filled(call, 0),
  ones: (call) => filled(call, 1),
  Zeros: (call) => filled(call, 0),
  Ones: (call) => filled(call, 1),
  fill: fullOf,
  full: fullOf,
  eye: ({ args: [size] }) => (typeof size === 'number' ? identity(size) : undefined),
  arange: ranged,
  iota: sequence,
  range: ranged,
  RangedFrom: ({ args: [from] }) => (typeof from === 'number' ? new Map([['from', from]]) : undefined),
  Range: ({ args: [, from, to] }) => counted(from, to, 1),
  linspace: ({ args: [from, to, count] }) =>
    typeof from === 'number' && typeof to === 'number' && typeof count === 'number' && count > 1
      ? counted(from, to + (to - from) / (count - 1) / 2, (to - from) / (count - 1))
      : undefined,
  reshape: (call) => shapedBy(call),
  view: (call) => shapedBy(call),
  into_shape: (call) => shapedBy(call),
  as1D: (call) => shapedBy(call),
  as2D: (call) => shapedBy(call),
  as3D: (call) => shapedBy(call),
  as4D: (call) => shapedBy(call),
  unsqueeze: (call) => expanded(call),
  expandDims: (call) => expanded(call),
  transpose: ofAxes,
  permute: ofAxes,
  WithShape: ({ args }) => tagged('shape', args),
  WithBacking: ({ args: [data] }) => (arrayOfValue(data) ? new Map([['backing', data]]) : undefined),
  WithValue: ({ args: [data] }) => (arrayOfValue(data) ? new Map([['backing', data]]) : undefined),
  WithInit: ({ args: [init] }) => init,
  // Burn's four sides begin at the top and go on to the left.
  Explicit: ({ args }) => (args.length === 4 ? [args[0], args[2], args[1], args[3]] : args),
  Tensor: (call) => (call.args.length > 0 ? made(call) : undefined),
};

/** Kotlin's `arrayOf(1.0, 2.0)`, Java's `Arrays.asList(1, 2)`. */
const LIST = /^(?:\w*[aA]rrayOf|\w*[lL]istOf|asList)$/;
const SCALA = /^(?:Array|List|Seq|Vector|DenseMatrix|DenseVector)$/;

/** Numbers that are not in the text. */
const UNKNOWN =
  /rand|normal|uniform|load|file|decode|parse|like$|empty|xavier|kaiming|^(?:perform|apply|compute|process|run)|pool|convol[vu]|correlat|blur|forward/i;

/** The name of a file: a list next to it is a shape. */
const FILE = /\w\.(?!u?int|b?float|double|half|bool)[A-Za-z]\w{1,11}$/;

/** Undefined where the call makes no array that is known. */
export function madeArray(call: MakingCall): CodeValue {
  if (LIST.test(call.name) || (SCALA.test(call.name) && call.args.length > 1)) return call.args;
  if (UNKNOWN.test(call.name) || call.args.some((each) => typeof each === 'string' && FILE.test(each)))
    return undefined;
  if (call.isMethod && call.name === 'fill' && typeof call.receiver === 'number')
    return typeof call.args[0] === 'number' ? repeatedIn([call.receiver], call.args[0]) : undefined;
  if (call.isMethod && call.name === 'map' && call.args[0] === IDENTITY) return call.receiver;
  if (call.args.some((each) => typeof each === 'string' && /^u?int|^bool/.test(each)) && !isWhole(call))
    return undefined;
  const maker = ownEntry(MAKERS, call.name);
  if (maker) return maker(call);
  if (call.isMethod && FLATTENS.test(call.name) && call.args.length === 0) return flat(call);
  if (call.isMethod && isArray(call.receiver)) return isKept(call.name) ? call.receiver : undefined;
  if (call.isMethod && isList(call.receiver)) {
    return isKept(call.name) || /^(?:into_)?iter$/.test(call.name) ? call.receiver : undefined;
  }
  if (KEPT.test(call.name) && call.args.length === 1) return call.args[0];
  return MAKING.test(call.name) || isShaped(call.args) ? made(call) : undefined;
}

function isKept(name: string): boolean {
  return KEPT.test(name) || CONVERSION.test(name);
}

/** `Storage({2, 2}, {1, 2, 3, 4})`: whatever it makes, the numbers have this shape. */
function isShaped(args: readonly CodeValue[]): boolean {
  const [first, second, ...others] = args.filter(isList).map(arrayOfValue);
  const sizes = args.filter((each) => typeof each === 'number');
  // `new Field(2, 2, [1, 2, 3, 4])`.
  if (sizes.length > 1 && sizes.length === args.length - 1)
    return second === undefined && shapedAs(first, sizes) !== undefined;
  return others.length === 0 && first !== undefined && second?.shape.length === 1 && second.data.length > 4;
}

/**
 * An array of numbers with a shape among the arguments: `tensor4d([…], [1, 2, 2, 1])`, `FromSlice([]float32{…}, 1, 1, 2, 2)`. A
 * shape that does not fit, or a part that is not known, makes it unknown.
 */
function made({ name, args }: MakingCall): NdArray | undefined {
  const options = args.filter(isRecord);
  const backing = entryOf(options, ['backing', 'data', 'elements', 'values', 'scalars']);
  const stated =
    entryOf([...options, ...options.flatMap((each) => [...each.values()].filter(isRecord))], SHAPES) ??
    sidesOf(options);
  const from = options.map((each) => each.get('from')).find((each) => each !== undefined);
  if (stated !== undefined && typeof from === 'number') {
    const shape = wholeNumbers(stated);
    return shape && shapedAs(counted(from, from + sizeOf(shape), 1), shape);
  }
  if (backing !== undefined)
    return stated === undefined ? arrayOfValue(backing) : shapedAs(arrayOfValue(backing), wholeNumbers(stated));
  // `(Kind::Float, Device::Cpu)` holds no numbers.
  const lists = args.filter((each) => isArray(each) || (isList(each) && each.some((item) => item !== undefined)));
  const numbers = args.filter((each): each is number => typeof each === 'number');
  const arrays = lists.flatMap((each) => arrayOfValue(each) ?? []);
  if (arrays.length === 0 || arrays.length < lists.length) return undefined;
  const [first, second, ...others] = nonEmpty(arrays);
  // `matrixOf(doubleArrayOf(1.0, 2.0), doubleArrayOf(3.0, 4.0))`.
  if (second && lists.length === args.length && /matrix/i.test(name) && areRows(arrays)) return arrayOfValue(args);
  if (others.length > 0) return undefined;
  if (!second && stated !== undefined) return shapedAs(first, wholeNumbers(stated));
  if (second) {
    // Some libraries take the shape first.
    const shapes = [wholeNumbers(lists[1]), wholeNumbers(lists[0])];
    const fitting = [shapedAs(first, shapes[0]), shapedAs(second, shapes[1])];
    // `tensor3d([3], [1, 1, 1])`.
    const rank = Number(/\dd$/i.exec(name)?.[0][0] ?? NaN);
    const alone = fitting.filter((each) => each && (!rank || each.shape.length === rank));
    return alone.length === 1 ? alone[0] : undefined;
  }
  if (numbers.length === 0) return first;
  // `FromSlice(values, 1, 1, 4, 4)`, `Mat(2, 3, values)`.
  return shapedAs(first, numbers) ?? undefined;
}

function areRows(arrays: readonly NdArray[]): boolean {
  return arrays.every(({ shape }) => shape.length === 1 && shape[0] === arrays[0]!.shape[0]);
}

function entryOf(records: readonly ReadonlyMap<string, CodeValue>[], names: readonly string[]): CodeValue {
  // Go's fields begin with capitals: `Tensor{Shape: []int{2, 2}, Data: …}`.
  const entries = records.flatMap((each) => [...each]);
  return names
    .map((name) => entries.find(([key]) => key.toLowerCase() === name)?.[1])
    .find((each) => each !== undefined);
}

/** `{data: […], width: 3, height: 2}`. */
function sidesOf(records: readonly ReadonlyMap<string, CodeValue>[]): CodeValue {
  const rows = entryOf(records, ['rows', 'height', 'nrows']);
  const cols = entryOf(records, ['cols', 'columns', 'width', 'ncols']);
  return typeof rows === 'number' && typeof cols === 'number' ? [rows, cols] : undefined;
}

/** Also of an entry of their own: WebNN's `{data: […], descriptor: {shape: [1, 2]}}`. */
const SHAPES = ['shape', 'dimensions', 'dims'];

/** Whether a type of whole numbers changes nothing. */
function isWhole({ receiver, args }: MakingCall): boolean {
  return [receiver, ...args].every((each) => arrayOfValue(each)?.data.every(Number.isInteger) ?? true);
}

function tagged(name: string, args: readonly CodeValue[]): CodeValue {
  const shape = args.length === 1 ? wholeNumbers(args[0]) : wholeNumbers(args);
  return shape && new Map<string, CodeValue>([[name, shape]]);
}

function shapeOf(args: readonly CodeValue[]): number[] | undefined {
  const known = args.filter((each) => typeof each === 'number' || isList(each) || isArray(each));
  const [first] = known;
  if (known.length > 1 && known.every((each) => typeof each === 'number')) return wholeNumbers(known);
  return first === undefined ? undefined : wholeNumbers(first);
}

function filled({ args }: MakingCall, value: number): NdArray | undefined {
  const shape = shapeOf(args);
  return shape && repeatedIn(shape, value);
}

function fullOf({ args: [sizes, value] }: MakingCall): NdArray | undefined {
  const shape = wholeNumbers(sizes);
  return shape && typeof value === 'number' && isList(sizes) ? repeatedIn(shape, value) : undefined;
}

function repeatedIn(shape: readonly number[], value: number): NdArray | undefined {
  if (!shape.every((extent) => Number.isInteger(extent) && extent > 0) || sizeOf(shape) > MAX_ELEMENTS)
    return undefined;
  return { shape: [...shape], data: new Float64Array(sizeOf(shape)).fill(value) };
}

function identity(size: number): NdArray | undefined {
  const matrix = repeatedIn([size, size], 0);
  if (matrix) for (let i = 0; i < size; i++) matrix.data[i * size + i] = 1;
  return matrix;
}

/** `arange(16)`, `arange(1, 17)`, `arange(0..16)`; a step is read where all are numbers. */
function ranged({ args }: MakingCall): NdArray | undefined {
  const [first, ...others] = args;
  if (isArray(first) || isList(first)) return arrayOfValue(first);
  const numbers = args.filter((each): each is number => typeof each === 'number');
  if (typeof first !== 'number') return undefined;
  if (others.some((each) => arrayOfValue(each)?.shape.length === 1 || isRecord(each) || isMade(each))) return undefined;
  return numbers.length === 1 ? counted(0, first, 1) : counted(first, numbers[1], numbers[2] ?? 1);
}

/** `Nx.iota({2, 3})`: numbers from 0 in a shape. */
function sequence({ args: [sizes] }: MakingCall): NdArray | undefined {
  const shape = isList(sizes) ? wholeNumbers(sizes) : undefined;
  return shape && shapedAs(counted(0, sizeOf(shape), 1), shape);
}

function flat({ receiver }: MakingCall): NdArray | undefined {
  const array = arrayOfValue(receiver);
  return array && { shape: [array.data.length], data: array.data };
}

export function counted(from: CodeValue, to: CodeValue, step: number): NdArray | undefined {
  if (typeof from !== 'number' || typeof to !== 'number' || step === 0) return undefined;
  const count = Math.ceil((to - from) / step - 1e-9);
  if (!(count >= 1 && count <= MAX_ELEMENTS)) return undefined;
  return { shape: [count], data: Float64Array.from({ length: count }, (_, index) => from + index * step) };
}

function shapedBy({ receiver, isMethod, args }: MakingCall): NdArray | undefined {
  const array = isMethod ? arrayOfValue(receiver) : arrayOfValue(args[0]);
  // Rust's `x.view()` borrows.
  if (isMethod && args.length === 0) return array;
  return shapedAs(array, shapeOf(isMethod ? args : args.slice(1)));
}

function expanded({ receiver, isMethod, args }: MakingCall): NdArray | undefined {
  const array = isMethod ? arrayOfValue(receiver) : arrayOfValue(args[0]);
  const axis = (isMethod ? args : args.slice(1))[0] ?? 0;
  if (!array || typeof axis !== 'number') return undefined;
  const at = axis < 0 ? array.shape.length + 1 + axis : axis;
  return { shape: [...array.shape.slice(0, at), 1, ...array.shape.slice(at)], data: array.data };
}

function ofAxes({ receiver, isMethod, args }: MakingCall): NdArray | undefined {
  const array = arrayOfValue(isMethod ? receiver : args[0]);
  const given = isMethod ? args : args.slice(1);
  // Without axes, a matrix is transposed, and a list stays as it is.
  const all =
    given.length === 0 && array && array.shape.length < 3 ? array.shape.map((_, axis) => axis).reverse() : undefined;
  return withAxes(array, all ?? shapeOf(given));
}
