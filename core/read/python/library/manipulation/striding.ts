/** `np.lib.stride_tricks`: views with strides of the caller's choice, and sliding windows. */
import { LensError, msg } from '../../../../message';
import { sizeOf, stridesOf } from '../../../../array/NdArray';
import { broadcastShapes } from '../../array/broadcast';
import { itemSize } from '../../array/dtype';
import { walk, type PyArray } from '../../array/PyArray';
import { normalizeAxis } from '../../array/reshaping';
import { valueError } from '../../runtime/PythonError';
import { pyBool, pyInteger, pyTuple } from '../../value/constructors';
import type { Call, FunctionTable } from '../call/Call';
import { toIntegers } from '../call/coerce';

/** Functions of `numpy.lib.stride_tricks` by name. */
export const STRIDING: FunctionTable = {
  as_strided: ['x shape? strides? subok? writeable?', asStrided],
  sliding_window_view: ['x window_shape axis? writeable?', slidingWindows],
};

/** Functions of `numpy` that tell whether two arrays have an element in common. */
export const SHARED_MEMORY: FunctionTable = {
  shares_memory: ['a b max_work?', (call) => pyBool(overlaps(call))],
  may_share_memory: ['a b max_work?', (call) => pyBool(overlaps(call))],
  broadcast_shapes: [
    '*shapes',
    (call) => pyTuple(broadcastShapes(...call.rest.map(({ value }) => toIntegers(value))).map(pyInteger)),
  ],
};

function overlaps(call: Call): boolean {
  const [a, b] = [call.array('a'), call.array('b')];
  if (a.store !== b.store) return false;
  call.context.spend(sizeOf(a.shape) + sizeOf(b.shape));
  const places = new Set<number>();
  walk(a, (place) => places.add(place));
  let found = false;
  walk(b, (place) => (found ||= places.has(place)));
  return found;
}

function asStrided(call: Call): PyArray {
  const source = call.array('x');
  const bytes = itemSize(source.dtype);
  const shape = call.lacks('shape') ? source.shape : call.integers('shape');
  const own = call.lacks('shape') ? source.strides : stridesOf(shape);
  const strides = call.lacks('strides') ? own : call.integers('strides').map((stride) => stride / bytes);
  if (shape.length !== strides.length) throw valueError('mismatch in length of strides and shape');
  if (shape.some((extent) => extent < 0)) throw valueError('negative dimensions are not allowed');
  call.context.allocate(shape);
  if (strides.some((stride) => !Number.isInteger(stride)))
    throw new LensError(
      msg('as_strided with strides that are not multiples of the element size is not supported'),
      undefined,
      call.range,
      'misuse',
    );
  const ends = shape.map((extent, axis) => (extent - 1) * strides[axis]!);
  const low = source.offset + ends.reduce((sum, end) => sum + Math.min(0, end), 0);
  const high = source.offset + ends.reduce((sum, end) => sum + Math.max(0, end), 0);
  if (!shape.includes(0) && (low < 0 || high >= source.store.data.length))
    throw new LensError(msg('as_strided reads memory outside of the array'), undefined, call.range, 'misuse');
  return { ...source, shape, strides, ...(!call.flag('writeable', true) && { readOnly: true }) };
}

function slidingWindows(call: Call): PyArray {
  const source = call.array('x');
  const window = call.integers('window_shape');
  const rank = source.shape.length;
  const axes = call.lacks('axis')
    ? [...source.shape.keys()]
    : call.integers('axis').map((axis) => normalizeAxis(axis, rank));
  if (window.length !== axes.length) {
    throw valueError(
      call.lacks('axis')
        ? `Since axis is \`None\`, must provide window_shape for all dimensions of \`x\`; got ${window.length} window_shape elements and \`x.ndim\` is ${rank}.`
        : `Must provide matching length window_shape and axis; got ${window.length} window_shape elements and ${axes.length} axes elements.`,
    );
  }
  if (window.some((extent) => extent < 0)) throw valueError('`window_shape` cannot contain negative values');
  const shape = [...source.shape];
  axes.forEach((axis, i) => (shape[axis]! -= window[i]! - 1));
  if (axes.some((axis) => shape[axis]! < 1)) throw valueError('window shape cannot be larger than input array shape');
  call.context.allocate([...shape, ...window]);
  const strides = [...source.strides, ...axes.map((axis) => source.strides[axis]!)];
  return {
    ...source,
    shape: [...shape, ...window],
    strides,
    ...(!call.flag('writeable', false) && { readOnly: true }),
  };
}
