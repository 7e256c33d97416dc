/** PyTorch's sorting and selecting by index or mask. */
import { LensError, msg } from '../../../../message';
import { castTo } from '../../array/dtype';
import { broadcastShapes, broadcastTo } from '../../array/broadcast';
import { arrayOf, flat, newData, writable, type PyArray } from '../../array/PyArray';
import { copyOf, permuteAxes, normalizeAxis, sliceAxis } from '../../array/reshaping';
import { PythonError } from '../../runtime/PythonError';
import type { Py, PySequence } from '../../value/Py';
import type { Call, FunctionTable } from '../call/Call';
import { sizeOf } from '../../../../array/NdArray';

const SCATTER = 'input dim index src|value reduce?';

/** Methods that write into the tensor. */
export const SCATTERS: FunctionTable = {
  scatter_: [SCATTER, (call) => scatter(call, call.array('input'), false)],
  scatter_add_: [SCATTER, (call) => scatter(call, call.array('input'), true)],
};

/** Their first argument is the tensor. */
export const TORCH_ORDER: FunctionTable = {
  sort: ['input dim? descending? stable?', (call) => sorted(call, call.flag('descending', false))],
  argsort: ['input dim? descending? stable?', (call) => sorted(call, call.flag('descending', false)).items[1]!],
  topk: ['input k dim? largest? sorted?', topk],
  masked_fill: ['input mask value', maskedFill],
  gather: ['input dim index', gather],
  scatter: [SCATTER, (call) => scatter(call, copyOf(call.array('input'), call.context), false)],
  scatter_add: [SCATTER, (call) => scatter(call, copyOf(call.array('input'), call.context), true)],
};

/** Values and indices along an axis. Equal elements keep their order; NaN counts as the largest. */
function sorted(call: Call, descending: boolean): PySequence {
  const input = call.array('input');
  const rank = input.shape.length;
  const axis = rank === 0 ? 0 : normalizeAxis(call.integer('dim', -1), rank);
  const order = [...input.shape.keys()].filter((each) => each !== axis);
  if (rank > 0) order.push(axis);
  const turned = permuteAxes(input, order);
  const data = flat(turned);
  const size = call.context.allocate(input.shape);
  const length = rank === 0 ? 1 : input.shape[axis]!;
  const values = newData(size, input.dtype);
  const indices = newData(size, 'int64');
  const compare = (a: number, b: number): number =>
    Number.isNaN(a) ? (Number.isNaN(b) ? 0 : 1) : Number.isNaN(b) ? -1 : a - b;
  for (let start = 0; start < size; start += length) {
    const places = Array.from({ length }, (_, i) => i);
    places.sort((a, b) => (descending ? -1 : 1) * compare(data[start + a]!, data[start + b]!));
    places.forEach((place, i) => {
      values[start + i] = data[start + place]!;
      indices[start + i] = place;
    });
  }
  const back = order.map((_, each) => order.indexOf(each));
  const made = (all: typeof values, dtype: PyArray['dtype']): PyArray =>
    permuteAxes(arrayOf(all, turned.shape, dtype, { notation: 'pytorch' }), back);
  return {
    kind: 'tuple',
    items: [made(values, input.dtype), made(indices, 'int64')],
    fields: ['values', 'indices'],
    view: 'torch.return_types.sort',
  };
}

function topk(call: Call): Py {
  const { shape } = call.array('input');
  const axis = normalizeAxis(call.integer('dim', -1), shape.length);
  const count = call.integer('k');
  if (count < 0 || count > shape[axis]!) throw new PythonError('RuntimeError', 'selected index k out of range');
  const { items, ...rest } = sorted(call, call.flag('largest', true));
  return {
    ...rest,
    view: 'torch.return_types.topk',
    items: items.map((item) => copyOf(sliceAxis(item as PyArray, axis, 0, count), call.context)),
  };
}

function maskedFill(call: Call): PyArray {
  const input = call.array('input');
  const shape = broadcastShapes(input.shape, call.array('mask').shape);
  const [values, mask] = [flat(broadcastTo(input, shape)), flat(broadcastTo(call.array('mask'), shape))];
  const filled = newData(call.context.allocate(shape), input.dtype);
  const value = castTo(input.dtype)(call.number('value'));
  for (let i = 0; i < filled.length; i++) filled[i] = mask[i] === 0 ? values[i]! : value;
  return arrayOf(filled, shape, input.dtype, { notation: 'pytorch' });
}

/** `out[i][j] = input[index[i][j]][j]` for dim 0, and so on. */
function gather(call: Call): PyArray {
  const [input, index] = [call.array('input'), call.array('index')];
  const places = placesIn(input, call, true);
  const result = newData(call.context.allocate(index.shape), input.dtype);
  places.forEach((place, k) => (result[k] = input.store.data[place]!));
  return arrayOf(result, index.shape, input.dtype, { notation: 'pytorch' });
}

/** `input[index[i][j]][j] = src[i][j]` for dim 0, and so on. */
function scatter(call: Call, input: PyArray, adds: boolean): PyArray {
  if (!call.lacks('reduce'))
    throw new LensError(msg('the argument {0} of {1} is not supported', 'reduce', call.callee), undefined, call.range);
  const source = call.array('src');
  const from = source.shape.length === 0 ? undefined : placesIn(source, call, false);
  const data = writable(input, call.context);
  const cast = castTo(input.dtype);
  placesIn(input, call, true).forEach((place, k) => {
    const value = cast(source.store.data[from ? from[k]! : source.offset]!);
    data[place] = adds ? data[place]! + value : value;
  });
  return input;
}

/** Of each cell of `index` the place in the array's store; `chosen`: along `dim` at what the cell holds. */
function placesIn(array: PyArray, call: Call, chosen: boolean): number[] {
  const index = call.array('index');
  const { shape } = index;
  const axis = normalizeAxis(call.integer('dim'), array.shape.length);
  const outside =
    shape.length !== array.shape.length || shape.some((size, at) => at !== axis && size > array.shape[at]!);
  if (outside)
    throw new PythonError('RuntimeError', 'Index tensor must have the same number of dimensions as input tensor');
  call.context.spend(sizeOf(shape));
  return Array.from(flat(index), (own, k) => {
    let [rest, place] = [k, array.offset];
    for (let at = shape.length - 1; at >= 0; at--) {
      const cell = chosen && at === axis ? own : rest % shape[at]!;
      if (cell < 0 || cell >= array.shape[at]!)
        throw new PythonError(
          'RuntimeError',
          `index ${cell} is out of bounds for dimension ${at} with size ${array.shape[at]!}`,
        );
      place += cell * array.strides[at]!;
      rest = Math.floor(rest / shape[at]!);
    }
    return place;
  });
}
