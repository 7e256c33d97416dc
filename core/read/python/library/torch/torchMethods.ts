/** Methods of tensors that NumPy's arrays lack or that have another meaning: `x.repeat`, `x.to`, `x.flatten(1)`, `x.clamp`. */
import { sizeOf } from '../../../../array/NdArray';
import { broadcastTo } from '../../array/broadcast';
import { isFloat, itemSize } from '../../array/dtype';
import { convert, mapOne } from '../../array/elementwise';
import { writeView } from '../../array/indexing';
import { matmul } from '../../array/matrixProduct';
import { arrayOf, isContiguous, isWhole, rangesOf, type PyArray } from '../../array/PyArray';
import { copyOf, expandAxis, normalizeAxis, permuteAxes, reshapeTo } from '../../array/reshaping';
import type { Context } from '../../runtime/Context';
import { PythonError, valueError } from '../../runtime/PythonError';
import { pyInteger } from '../../value/constructors';
import type { Py } from '../../value/Py';
import { toDtype, type Call, type FunctionTable } from '../call/Call';
import { SHAPING, flipped, taken } from '../manipulation/shaping';
import { TENSOR_TYPES, TORCH_ARRAYS, TORCH_ARRAY_METHODS, typeText } from './torchArrays';
import { TORCH_ELEMENTWISE, inPlaceForms } from './torchElementwise';
import { TORCH_GRADIENTS } from './torchGradients';
import { TORCH_FILLS } from './torchRandom';
import { TORCH_REDUCTIONS } from './torchReductions';
import { SCATTERS, TORCH_ORDER } from './torchOrder';
import { applyBinary } from '../ufunc/applyUfunc';
import { BINARY_UFUNCS } from '../ufunc/binaryUfuncs';
import { TORCH_VIEWS, reshapedForms } from './torchViews';

/** Functions with in-place forms. */
const CLAMPING: FunctionTable = {
  clamp: ['input min? max?', clamp],
  clip: ['input min? max?', clamp],
  clamp_min: [
    'input min',
    (call) => applyBinary(BINARY_UFUNCS.get('maximum')!, call.array('input'), call.value('min'), call.context),
  ],
  clamp_max: [
    'input max',
    (call) => applyBinary(BINARY_UFUNCS.get('minimum')!, call.array('input'), call.value('max'), call.context),
  ],
  relu: ['input inplace?', reluMethod],
};

/** Their first argument is the tensor. Also functions in `torch` and `torch.nn.functional`. */
export const TORCH_OPERATIONS: FunctionTable = {
  ...TORCH_REDUCTIONS,
  ...TORCH_ORDER,
  ...TORCH_VIEWS,
  ...TORCH_ELEMENTWISE,
  ...TORCH_ARRAYS,
  mm: ['input mat2', (call) => matmul(call.array('input'), call.array('mat2'), call.context)],
  bmm: ['input mat2', (call) => matmul(call.array('input'), call.array('mat2'), call.context)],
  matmul: ['input other', (call) => matmul(call.array('input'), call.array('other'), call.context)],
  dot: ['input other', (call) => matmul(call.array('input'), call.array('other'), call.context)],
  t: ['input', (call) => permuteAxes(call.array('input'))],
  ...CLAMPING,
  leaky_relu: ['input negative_slope?', (call) => floats(call, leaky(call.number('negative_slope', 0.01)))],
  softplus: ['input', (call) => floats(call, (value) => (value > 20 ? value : Math.log1p(Math.exp(value))))],
  flip: ['input *dims', (call) => copyOf(flipped(call.array('input'), dimensions(call, 'dims')), call.context)],
  numel: ['input', (call) => pyInteger(sizeOf(call.array('input').shape))],
};

/** Methods only. */
export const TENSOR_METHODS: FunctionTable = {
  ...TORCH_FILLS,
  ...TORCH_ARRAY_METHODS,
  ...TORCH_GRADIENTS,
  ...TORCH_OPERATIONS,
  ...SCATTERS,
  ...inPlaceForms({ ...TORCH_ELEMENTWISE, ...CLAMPING }),
  ...reshapedForms({ ...TORCH_OPERATIONS, unsqueeze: SHAPING['unsqueeze']! }, 'squeeze unsqueeze transpose swapaxes t'),
  repeat: ['input *sizes', repeat],
  expand: ['input *sizes', expand],
  unfold: ['input dimension size step', unfold],
  view: ['input *shape', (call) => viewAs(call.array('input'), call.restIntegers(), call.context)],
  contiguous: ['input memory_format?', contiguous],
  to: ['input *args dtype? device? non_blocking? copy?', to],
  type: [
    'input dtype?',
    (call) =>
      call.lacks('dtype') ? typeText(call.array('input')) : cast(call, call.array('input'), call.value('dtype')),
  ],
  byte: ['input', (call) => converted(call, 'uint8')],
  char: ['input', (call) => converted(call, 'int8')],
  short: ['input', (call) => converted(call, 'int16')],
  half: ['input', (call) => converted(call, 'float16')],
  bool: ['input', (call) => converted(call, 'bool')],
  new_zeros: ['input *size dtype?', (call) => filled(call, 0)],
  new_ones: ['input *size dtype?', (call) => filled(call, 1)],
  fill_: ['input value', (call) => filledWith(call, call.array('value'))],
  zero_: ['input', (call) => filledWith(call, arrayOf(Float64Array.of(0), [], 'float64'))],
  element_size: ['input', (call) => pyInteger(itemSize(call.array('input').dtype))],
  roll: SHAPING['roll']!,
};

function viewAs(input: PyArray, shape: readonly number[], context: Context): PyArray {
  const result = reshapeTo(input, shape, context);
  if (result.store === input.store) return result;
  throw new PythonError(
    'RuntimeError',
    "view size is not compatible with input tensor's size and stride (at least one dimension spans across two contiguous subspaces). Use .reshape(...) instead.",
  );
}

function contiguous(call: Call): PyArray {
  const input = call.array('input');
  return isContiguous(input) ? input : copyOf(input, call.context);
}

/** Several numbers, or one list of them; absent: undefined. */
function dimensions(call: Call, name: string): number[] {
  if (call.has(name)) return call.integers(name);
  return call.restIntegers();
}

function clamp(call: Call): Py {
  let result: Py = call.array('input');
  if (!call.lacks('min')) result = applyBinary(BINARY_UFUNCS.get('maximum')!, result, call.value('min'), call.context);
  if (!call.lacks('max')) result = applyBinary(BINARY_UFUNCS.get('minimum')!, result, call.value('max'), call.context);
  return result;
}

function floats(call: Call, fn: (value: number) => number): PyArray {
  const input = call.array('input');
  return mapOne(input, isFloat(input.dtype) ? input.dtype : call.context.torch.dtype, fn, call.context);
}

function leaky(slope: number): (value: number) => number {
  return (value) => (value < 0 ? value * slope : value);
}

export function reluMethod(call: Call): Py {
  const source = call.array('input');
  const result = mapOne(source, source.dtype, (value) => (value < 0 ? 0 : value), call.context);
  if (!call.has('inplace') || !call.flag('inplace', false)) return result;
  writeView(source, result, call.context);
  return source;
}

/** Tiles the tensor, as `np.tile` does. */
function repeat(call: Call): PyArray {
  const counts = dimensions(call, 'sizes');
  let array = call.array('input');
  if (counts.length < array.shape.length)
    throw valueError('Number of dimensions of repeat dims can not be smaller than number of dimensions of tensor');
  while (array.shape.length < counts.length) array = expandAxis(array, 0);
  call.context.allocate(array.shape.map((extent, axis) => extent * counts[axis]!));
  counts.forEach((count, axis) => {
    const extent = array.shape[axis]!;
    array = taken(call, array, axis, extent * count, (i) => i % extent);
  });
  return array;
}

/** −1 keeps an extent. */
function expand(call: Call): PyArray {
  const array = call.array('input');
  const sizes = dimensions(call, 'sizes');
  const lead = sizes.length - array.shape.length;
  const shape = sizes.map((size, axis) => (size === -1 ? array.shape[axis - lead]! : size));
  call.context.allocate(shape);
  return broadcastTo(array, shape);
}

/** A view of the windows along an axis, whose cells are a new last axis. */
function unfold(call: Call): PyArray {
  const input = call.array('input');
  const axis = normalizeAxis(call.integer('dimension'), input.shape.length);
  const [size, step] = [call.integer('size'), call.integer('step')];
  if (step < 1) throw new PythonError('RuntimeError', `step is ${step} but must be > 0`);
  if (size < 0 || size > input.shape[axis]!)
    throw new PythonError(
      'RuntimeError',
      `maximum size for tensor at dimension ${axis} is ${input.shape[axis]} but size is ${size}`,
    );
  const shape = [...input.shape, size];
  const strides = [...input.strides, input.strides[axis]!];
  shape[axis] = Math.floor((input.shape[axis]! - size) / step) + 1;
  strides[axis] = input.strides[axis]! * step;
  call.context.allocate(shape);
  return { ...input, shape, strides };
}

/** Devices are ignored; a dtype, or another tensor's dtype, converts. */
function to(call: Call): PyArray {
  const input = call.array('input');
  const wanted = call.has('dtype') ? [call.value('dtype')] : call.rest.map(({ value }) => value);
  for (const value of wanted) {
    if (value.kind === 'array') return convert(input, value.dtype, call.context, rangesOf(input));
    if (value.kind === 'dtype' || value.kind === 'function') return cast(call, input, value);
  }
  return input;
}

function cast(call: Call, input: PyArray, value: Py): PyArray {
  const dtype = tensorType(value) ?? toDtype(value);
  return dtype === input.dtype ? input : convert(input, dtype, call.context, rangesOf(input));
}

/** `torch.FloatTensor` and `'torch.FloatTensor'` as a type. */
function tensorType(value: Py): PyArray['dtype'] | undefined {
  const name = value.kind === 'text' ? value.value : value.kind === 'function' ? value.name : '';
  return TENSOR_TYPES[/^torch\.(\w+)$/.exec(name)?.[1] ?? ''];
}

function converted(call: Call, dtype: PyArray['dtype']): PyArray {
  return convert(call.array('input'), dtype, call.context);
}

function filled(call: Call, value: number): PyArray {
  const { dtype } = call.array('input');
  const shape = dimensions(call, 'size');
  call.context.allocate(shape);
  const one = mapOne(
    { ...call.array('input'), shape: [], strides: [] },
    call.dtype() ?? dtype,
    () => value,
    call.context,
  );
  return copyOf(broadcastTo(one, shape), call.context);
}

/** One value in all cells: of random numbers nothing is left. */
function filledWith(call: Call, value: PyArray): PyArray {
  const input = written(call, value);
  if (isWhole(input)) call.context.torch.overwrite(input);
  return input;
}

function written(call: Call, value: PyArray): PyArray {
  const input = call.array('input');
  writeView(input, value, call.context);
  return input;
}
