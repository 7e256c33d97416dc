/** PyTorch's functions of tensors that are NumPy's under another signature, and those that pick elements; also as methods. */
import { sizeOf } from '../../../../array/NdArray';
import { broadcastTo } from '../../array/broadcast';
import { isContiguous, arrayOf, flat, newData, type PyArray } from '../../array/PyArray';
import { convert } from '../../array/elementwise';
import { normalizeAxis, reshapeTo, sliceAxis, squeezeAxes } from '../../array/reshaping';
import { PythonError } from '../../runtime/PythonError';
import { pyBool, pyInteger, pyText, pyTuple } from '../../value/constructors';
import type { Py } from '../../value/Py';
import type { Call, FunctionTable, Implementation } from '../call/Call';
import { isSequence, toArray } from '../call/coerce';
import { CREATION } from '../creation/creation';
import { DIAGONALS } from '../indexing/diagonals';
import { GRIDS } from '../indexing/grids';
import { LINEAR } from '../linearAlgebra/linear';
import { JOINING } from '../manipulation/joining';
import { SHAPING } from '../manipulation/shaping';
import { MATHEMATICS } from '../mathematics/mathematics';
import { SEARCHING } from '../sorting/searching';

/** Their first argument is the tensor. */
export const TORCH_ARRAYS: FunctionTable = {
  rot90: ['m|input k? axes|dims?', SHAPING['rot90']![1]],
  flipud: ['m|input', SHAPING['flipud']![1]],
  fliplr: ['m|input', SHAPING['fliplr']![1]],
  movedim: ['a|input source destination', SHAPING['moveaxis']![1]],
  moveaxis: ['a|input source destination', SHAPING['moveaxis']![1]],
  broadcast_to: ['array|input shape|size', SHAPING['broadcast_to']![1]],
  repeat_interleave: ['a|input repeats axis|dim?', SHAPING['repeat']![1]],
  diag: ['v|input k|diagonal?', CREATION['diag']![1]],
  triu: ['m|input k|diagonal?', DIAGONALS['triu']![1]],
  tril: ['m|input k|diagonal?', DIAGONALS['tril']![1]],
  cumprod: ['a|input axis|dim? dtype?', MATHEMATICS['cumprod']![1]],
  diff: ['a|input n? axis|dim? prepend? append?', MATHEMATICS['diff']![1]],
  count_nonzero: ['a|input axis|dim?', MATHEMATICS['count_nonzero']![1]],
  kron: ['a|input b|other', LINEAR['kron']![1]],
  inner: ['a|input b|other', LINEAR['inner']![1]],
  mv: ['a|input b|vec', MATHEMATICS['matmul']![1]],
  bincount: ['x|input weights? minlength?', tensorOf(SEARCHING['bincount']![1])],
  squeeze: ['input dim?', squeeze],
  select: ['input dim index', selected],
  take: ['input index', (call) => picked(call, Array.from(flat(call.array('index'))))],
  masked_select: ['input mask', maskedSelect],
  nonzero: ['input', nonzero],
  median: ['input', median],
};

/** Methods only. */
export const TORCH_ARRAY_METHODS: FunctionTable = {
  where: ['x|input condition y|other', MATHEMATICS['where']![1]],
  ndimension: ['input', (call) => pyInteger(call.array('input').shape.length)],
  nelement: ['input', (call) => pyInteger(sizeOf(call.array('input').shape))],
  is_contiguous: ['input', (call) => pyBool(isContiguous(call.array('input')))],
  stride: ['input', (call) => pyTuple(call.array('input').strides.map(pyInteger))],
  view_as: ['input other', sameShape],
  reshape_as: ['input other', sameShape],
  type_as: ['input other', (call) => convert(call.array('input'), call.array('other').dtype, call.context)],
  tile: ['A|input *reps', tile],
};

/** Functions only. */
export const TORCH_ARRAY_FUNCTIONS: FunctionTable = {
  hstack: JOINING['hstack']!,
  vstack: JOINING['vstack']!,
  dstack: JOINING['dstack']!,
  column_stack: JOINING['column_stack']!,
  meshgrid: ['*tensors indexing?', meshgrid],
  full_like: ['a|input fill_value dtype? device? requires_grad?', tensorOf(CREATION['full_like']![1])],
  empty_like: ['a|input dtype? device? requires_grad?', tensorOf(CREATION['empty_like']![1])],
  one_hot: ['input num_classes?', oneHot],
  Size: ['sizes', (call) => ({ ...pyTuple([...call.sequence('sizes')]), view: 'torch.Size' })],
  is_tensor: ['obj', (call) => pyBool(isTensorValue(call.value('obj')))],
};

/** PyTorch's names of its tensors' types. */
export const TENSOR_TYPES: Readonly<Record<string, PyArray['dtype']>> = {
  HalfTensor: 'float16',
  FloatTensor: 'float32',
  DoubleTensor: 'float64',
  CharTensor: 'int8',
  ByteTensor: 'uint8',
  ShortTensor: 'int16',
  IntTensor: 'int32',
  LongTensor: 'int64',
  BoolTensor: 'bool',
};

/** `x.type()`. */
export function typeText({ dtype }: PyArray): Py {
  const name = Object.keys(TENSOR_TYPES).find((each) => TENSOR_TYPES[each] === dtype);
  return pyText(`torch.${name ?? dtype}`);
}

function isTensorValue(value: Py): boolean {
  return value.kind === 'array' && value.notation === 'pytorch';
}

function tensorOf(make: Implementation): Implementation {
  return (call) => {
    const made = make(call);
    return made.kind === 'array' ? ({ ...made, notation: 'pytorch' } satisfies PyArray) : made;
  };
}

/** An axis of another size stays. */
function squeeze(call: Call): PyArray {
  const input = call.array('input');
  const axes = call.axes('dim')?.map((axis) => normalizeAxis(axis, input.shape.length));
  // Another tensor, with a gradient of its own, also where no axis goes.
  return {
    ...squeezeAxes(
      input,
      axes?.filter((axis) => input.shape[axis] === 1),
    ),
  };
}

function selected(call: Call): PyArray {
  const input = call.array('input');
  const axis = normalizeAxis(call.integer('dim'), input.shape.length);
  const index = normalizeAxis(call.integer('index'), input.shape[axis]!);
  return squeezeAxes(sliceAxis(input, axis, index, index + 1), [axis]);
}

/** The elements at places of the flattened tensor, in the shape of `index` or in one axis. */
function picked(call: Call, places: readonly number[]): PyArray {
  const input = call.array('input');
  const values = flat(input);
  const shape = call.has('index') ? call.array('index').shape : [places.length];
  const data = newData(call.context.allocate(shape), input.dtype);
  places.forEach((place, at) => {
    data[at] = values[normalizeAxis(place, values.length)]!;
  });
  return arrayOf(data, shape, input.dtype, { notation: input.notation });
}

function maskedSelect(call: Call): PyArray {
  const mask = flat(broadcastTo(call.array('mask'), call.array('input').shape));
  return picked(
    call,
    [...mask.keys()].filter((place) => mask[place] !== 0),
  );
}

/** One row of indices for each element that is not 0. */
function nonzero(call: Call): PyArray {
  const input = call.array('input');
  const { shape } = input;
  const values = flat(input);
  const places = [...values.keys()].filter((place) => values[place] !== 0);
  const data = newData(call.context.allocate([places.length, shape.length]), 'int64');
  places.forEach((place, row) => {
    let rest = place;
    for (let axis = shape.length - 1; axis >= 0; axis--) {
      data[row * shape.length + axis] = rest % shape[axis]!;
      rest = Math.floor(rest / shape[axis]!);
    }
  });
  return arrayOf(data, [places.length, shape.length], 'int64', { notation: input.notation });
}

/** Of an even number of elements the lower one in the middle. */
function median(call: Call): PyArray {
  const input = call.array('input');
  const values = Float64Array.from(flat(input)).sort();
  call.context.spend(values.length);
  const data = newData(1, input.dtype);
  data[0] = values.some(Number.isNaN) ? NaN : values[Math.floor((values.length - 1) / 2)]!;
  return arrayOf(data, [], input.dtype, { notation: input.notation });
}

/** A new last axis with 1 at the class. */
function oneHot(call: Call): PyArray {
  const input = call.array('input');
  const classes = Array.from(flat(input));
  const count = call.integer('num_classes', -1);
  const size = count === -1 ? classes.reduce((most, each) => Math.max(most, each + 1), 0) : count;
  const outside = classes.find((each) => each < 0 || each >= size);
  if (outside !== undefined)
    throw new PythonError(
      'RuntimeError',
      outside < 0 ? 'Class values must be non-negative.' : 'Class values must be smaller than num_classes.',
    );
  const shape = [...input.shape, size];
  const data = newData(call.context.allocate(shape), 'int64');
  classes.forEach((each, cell) => (data[cell * size + each] = 1));
  return arrayOf(data, shape, 'int64', { notation: 'pytorch' });
}

function sameShape(call: Call): PyArray {
  return reshapeTo(call.array('input'), call.array('other').shape, call.context);
}

function tile(call: Call): Py {
  const [signature, run] = SHAPING['tile']!;
  const counts =
    call.rest.length === 1 && isSequence(call.rest[0]!.value)
      ? call.rest[0]!.value
      : pyTuple(call.rest.map(({ value }) => value));
  return call.with(signature, [call.value('A'), counts], run);
}

/** The first tensor counts the rows, unless `indexing='xy'`. */
function meshgrid(call: Call): Py {
  const [first] = call.rest;
  const given =
    call.rest.length === 1 && first && isSequence(first.value)
      ? first.value.items
      : call.rest.map(({ value }) => value);
  const arrays = given.map((each) => toArray(each, call.context));
  const [, run] = GRIDS['meshgrid']!;
  const indexing = pyText(call.text('indexing', 'ij'));
  const grids = call.with('*arrays indexing? sparse? copy?', arrays, run, { indexing });
  return isSequence(grids) ? pyTuple(grids.items) : grids;
}
