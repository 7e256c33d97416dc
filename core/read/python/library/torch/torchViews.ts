/** Functions of tensors that rearrange or cut them: `flatten`, `transpose`, `split`, `narrow`. */
import { LensError, msg } from '../../../../message';
import { sizeOf } from '../../../../array/NdArray';
import { isFloat } from '../../array/dtype';
import type { PyArray } from '../../array/PyArray';
import { flattened, permuteAxes, reshapeTo, normalizeAxis, sliceAxis } from '../../array/reshaping';
import { typeError, valueError } from '../../runtime/PythonError';
import { pyTuple } from '../../value/constructors';
import type { Py } from '../../value/Py';
import type { Call, FunctionTable } from '../call/Call';
import { isSequence, toArray } from '../call/coerce';
import { taken } from '../manipulation/shaping';

/** Functions of `torch` by name, and as methods. */
export const TORCH_VIEWS: FunctionTable = {
  flatten: ['input start_dim? end_dim?', flatten],
  transpose: ['input dim0 dim1', swapped],
  swapaxes: [
    'input axis0|dim0 axis1|dim1',
    (call) => swap(call.array('input'), call.integer('axis0'), call.integer('axis1')),
  ],
  chunk: ['input chunks dim?', (call) => pieces(call, Math.ceil(extentOf(call) / call.integer('chunks')))],
  split: [
    'input split_size|split_size_or_sections dim?',
    (call) =>
      pieces(call, isSequence(call.value('split_size')) ? call.integers('split_size') : call.integer('split_size')),
  ],
  unbind: ['input dim?', unbind],
  narrow: ['input dim start length', narrow],
  index_select: ['input dim index', indexSelect],
};

/** A tensor that takes the shape of a view of itself: `x.unsqueeze_(0)`. */
export function reshapedForms(table: FunctionTable, names: string): FunctionTable {
  return Object.fromEntries(
    names.split(' ').map((name) => {
      const [signature, run] = table[name]!;
      const changed = (call: Call): Py => {
        const { shape, strides } = toArray(run(call), call.context);
        return Object.assign(call.array(signature.split(/[ |]/)[0]!), { shape, strides });
      };
      return [`${name}_`, [signature, changed]];
    }),
  );
}

function flatten(call: Call): PyArray {
  const input = call.array('input');
  const rank = input.shape.length;
  if (rank === 0) return reshapeTo(input, [1], call.context);
  const start = normalizeAxis(call.integer('start_dim', 0), rank);
  const end = normalizeAxis(call.integer('end_dim', -1), rank);
  const size = sizeOf(input.shape.slice(start, end + 1));
  return reshapeTo(input, [...input.shape.slice(0, start), size, ...input.shape.slice(end + 1)], call.context);
}

function swapped(call: Call): PyArray {
  return swap(call.array('input'), call.integer('dim0'), call.integer('dim1'));
}

function swap(input: PyArray, first: number, second: number): PyArray {
  const order = [...input.shape.keys()];
  const [a, b] = [normalizeAxis(first, order.length), normalizeAxis(second, order.length)];
  [order[a], order[b]] = [b, a];
  return permuteAxes(input, order);
}

function extentOf(call: Call): number {
  const input = call.array('input');
  return input.shape[normalizeAxis(call.integer('dim', 0), input.shape.length)]!;
}

/** Pieces of the given sizes, or of one size. */
function pieces(call: Call, given: readonly number[] | number): Py {
  const input = call.array('input');
  const axis = normalizeAxis(call.integer('dim', 0), input.shape.length);
  const extent = input.shape[axis]!;
  if (typeof given === 'number' && !(given > 0)) throw valueError('split_size must be positive');
  const sizes = typeof given === 'number' ? Array<number>(Math.ceil(extent / given)).fill(given) : given;
  call.context.spend(sizes.length);
  if (sizes === given && sizes.reduce((sum, size) => sum + size, 0) !== extent)
    throw new LensError(
      msg('the argument {0} of {1} is not supported', 'split_size', call.callee),
      undefined,
      call.range,
    );
  let end = 0;
  return pyTuple(sizes.map((size) => sliceAxis(input, axis, end, (end += size))));
}

function unbind(call: Call): Py {
  const input = call.array('input');
  const axis = normalizeAxis(call.integer('dim', 0), input.shape.length);
  call.context.spend(input.shape[axis]!);
  return pyTuple(
    Array.from({ length: input.shape[axis]! }, (_, i) => dropAxis(sliceAxis(input, axis, i, i + 1), axis)),
  );
}

function dropAxis(array: PyArray, axis: number): PyArray {
  const keep = (values: readonly number[]): number[] => values.filter((_, each) => each !== axis);
  return { ...array, shape: keep(array.shape), strides: keep(array.strides) };
}

function narrow(call: Call): PyArray {
  const input = call.array('input');
  const axis = normalizeAxis(call.integer('dim'), input.shape.length);
  const [start, length] = [call.integer('start'), call.integer('length')];
  return sliceAxis(input, axis, start, start + length);
}

function indexSelect(call: Call): PyArray {
  const input = call.array('input');
  const axis = normalizeAxis(call.integer('dim'), input.shape.length);
  const indices = flattened(call.array('index'), 'C', call.context);
  if (isFloat(indices.dtype)) throw typeError('index_select(): Expected dtype int32 or int64 for index');
  return taken(call, input, axis, indices.shape[0]!, (i) => indices.store.data[indices.offset + i]!);
}
