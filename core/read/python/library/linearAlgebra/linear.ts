/** Linear algebra: products of several kinds, `np.einsum`, `np.convolve`, and `np.linalg`. */
import { LensError, msg } from '../../../../message';
import { mapTuple, tuple2 } from '../../../../tuples';
import { shapeText } from '../../array/broadcast';
import { castTo, promote } from '../../array/dtype';
import { convert, mapTwo, storing } from '../../array/elementwise';
import { contract, dotProduct } from '../../array/matrixProduct';
import { arrayOf, flat, newData, type PyArray } from '../../array/PyArray';
import { reshapeTo, normalizeAxis } from '../../array/reshaping';
import { PythonError, valueError } from '../../runtime/PythonError';
import type { Call, FunctionTable } from '../call/Call';
import { isSequence, toIntegers } from '../call/coerce';
import { einsum, einsumPath } from './einsum';
import { promotedType } from '../ufunc/applyUfunc';
import { multiplyIntegers } from '../ufunc/integers';
import { binary } from '../ufunc/operators';
import { scalarOf } from '../call/scalarOf';
import type { Py } from '../../value/Py';

/** Functions of `numpy` by name. */
export const LINEAR: FunctionTable = {
  einsum: ['subscripts|equation *operands optimize?', einsum],
  einsum_path: ['subscripts *operands optimize?', einsumPath],
  tensordot: ['a b axes|dims?', tensorDot],
  outer: ['a|input b|vec2', (call) => outer(call)],
  inner: ['a b', inner],
  vdot: ['a b', vdot],
  kron: ['a b', kron],
  cross: ['a b', cross],
  convolve: ['a v mode?', (call) => convolve(call, true)],
  correlate: ['a v mode?', (call) => convolve(call, false)],
};

function line(call: Call, name: string): PyArray {
  return reshapeTo(call.array(name), [-1], call.context);
}

function vdot(call: Call): Py {
  const [a, b] = [line(call, 'a'), line(call, 'b')];
  return scalarOf(dotProduct(a, reshapeTo(b, a.shape, call.context), call.context));
}

function tensorDot(call: Call): Py {
  const [a, b] = [call.array('a'), call.array('b')];
  const [axesA, axesB] = tensorAxes(call);
  const extentOf = ({ shape }: PyArray, axis: number): number => {
    const extent = shape.at(axis);
    if (extent === undefined || axis < -shape.length) throw new PythonError('IndexError', 'tuple index out of range');
    return extent;
  };
  const fits = axesA.length === axesB.length && axesA.every((axis, i) => extentOf(a, axis) === extentOf(b, axesB[i]!));
  if (!fits) throw valueError('shape-mismatch for sum');
  const counted = (axes: readonly number[], { shape }: PyArray): number[] =>
    axes.map((axis) => normalizeAxis(axis, shape.length));
  return contract(a, b, counted(axesA, a), counted(axesB, b), call.context);
}

function tensorAxes(call: Call): readonly [number[], number[]] {
  const value = call.lacks('axes') ? undefined : call.value('axes');
  if (!value || value.kind === 'number') {
    const count = call.integer('axes', 2);
    return [Array.from({ length: count }, (_, i) => i - count), Array.from({ length: count }, (_, i) => i)];
  }
  if (!isSequence(value) || value.items.length !== 2)
    throw new LensError(msg('axes must be a number or a pair of axes'), undefined, call.range);
  return mapTuple(tuple2(value.items), toIntegers);
}

function outer(call: Call): Py {
  const [a, b] = [line(call, 'a'), line(call, 'b')];
  const column = { ...a, shape: [a.shape[0]!, 1], strides: [a.strides[0]!, 0] };
  return binary('*', column, b, call.context);
}

function inner(call: Call): Py {
  const [a, b] = [call.array('a'), call.array('b')];
  if (a.shape.length === 0 || b.shape.length === 0) {
    const dtype = promote(a.dtype, b.dtype);
    return binary('*', convert(a, dtype, call.context), convert(b, dtype, call.context), call.context);
  }
  const [axisA, axisB] = [a.shape.length - 1, b.shape.length - 1];
  if (a.shape[axisA] !== b.shape[axisB]) {
    // NumPy's message has the second operand with its last two axes swapped.
    const turned = [...b.shape.slice(0, -2), ...b.shape.slice(-2).reverse()];
    throw valueError(
      `shapes ${shapeText(a.shape)} and ${shapeText(turned)} not aligned: ${a.shape[axisA]} (dim ${axisA}) != ${b.shape[axisB]} (dim ${Math.max(0, axisB - 1)})`,
    );
  }
  return scalarOf(contract(a, b, [axisA], [axisB], call.context));
}

function kron(call: Call): Py {
  let [a, b] = [call.array('a'), call.array('b')];
  const rank = Math.max(a.shape.length, b.shape.length);
  const padded = (array: PyArray): PyArray => {
    const extra = Array.from({ length: rank - array.shape.length }, () => 1);
    return { ...array, shape: [...extra, ...array.shape], strides: [...extra.map(() => 0), ...array.strides] };
  };
  [a, b] = [padded(a), padded(b)];
  const spread = (array: PyArray, first: boolean): PyArray => ({
    ...array,
    shape: array.shape.flatMap((extent) => (first ? [extent, 1] : [1, extent])),
    strides: array.strides.flatMap((stride) => (first ? [stride, 0] : [0, stride])),
  });
  const dtype = promotedType(call.value('a'), call.value('b'), call.array('a'), call.array('b'));
  const product = mapTwo(spread(a, true), spread(b, false), dtype, multiplyIntegers(dtype), call.context);
  return scalarOf(
    reshapeTo(
      product,
      a.shape.map((extent, axis) => extent * b.shape[axis]!),
      call.context,
    ),
  );
}

function cross(call: Call): PyArray {
  const [a, b] = [call.array('a'), call.array('b')];
  if (a.shape.join() !== '3' || b.shape.join() !== '3')
    throw new LensError(msg('cross is supported for two vectors of 3 elements'), undefined, call.range);
  const [x, y] = [flat(a), flat(b)];
  const dtype = promote(a.dtype, b.dtype);
  const multiply = multiplyIntegers(dtype);
  const data = newData(3, dtype);
  for (let i = 0; i < 3; i++) {
    const [j, k] = [(i + 1) % 3, (i + 2) % 3];
    data[i] = castTo(dtype)(multiply(x[j]!, y[k]!) - multiply(x[k]!, y[j]!));
  }
  return arrayOf(data, [3], dtype);
}

/** One-dimensional convolution or cross-correlation; the shorter operand slides over the longer one. */
function convolve(call: Call, flips: boolean): PyArray {
  const [a, v] = [call.array('a'), call.array('v')];
  const mode = call.lacks('mode') ? (flips ? 'full' : 'valid') : call.text('mode');
  if (a.shape.length !== 1 || v.shape.length !== 1) throw valueError('object too deep for desired array');
  if (a.shape[0] === 0) throw valueError('a cannot be empty');
  if (v.shape[0] === 0) throw valueError('v cannot be empty');
  if (!/^(full|same|valid)$/.test(mode))
    throw valueError(`mode must be one of 'valid', 'same', or 'full' (got '${mode}')`);
  const [n, m] = [a.shape[0]!, v.shape[0]!];
  const [x, y] = [flat(a), flat(v)];
  const kernel = flips ? y : y.slice().reverse();
  call.context.spend(n * m);
  const dtype = promote(a.dtype, v.dtype);
  const full = newData(call.context.allocate([n + m - 1]), dtype);
  const multiply = multiplyIntegers(dtype);
  for (let i = 0; i < n; i++) for (let k = 0; k < m; k++) full[i + k]! += multiply(x[i]!, kernel[k]!);
  const store = storing(dtype);
  if (store) full.forEach((sum, i) => (full[i] = store(sum)));
  const length = mode === 'full' ? n + m - 1 : mode === 'same' ? Math.max(n, m) : Math.max(n, m) - Math.min(n, m) + 1;
  const surplus = n + m - 1 - length;
  // `np.correlate` with a longer second operand swaps the two and reverses the result.
  const start = !flips && m > n ? Math.ceil(surplus / 2) : Math.floor(surplus / 2);
  return arrayOf(full.slice(start, start + length), [length], dtype);
}
