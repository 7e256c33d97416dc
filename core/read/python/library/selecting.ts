/** Functions that pick, replace, insert and delete elements: `np.take`, `np.put`, `np.insert`, `np.delete`, … */
import { sizeOf } from '../../../array/NdArray';
import { LensError, msg } from '../../../message';
import { broadcastShapes, broadcastTo } from '../array/broadcast';
import { castTo } from '../array/dtype';
import { getItem, setItem } from '../array/indexing';
import { resolveIndex, resolveSlice } from '../array/slices';
import type { IndexPart } from '../array/IndexPart';
import { arrayOf, flat, newData, write, type PyArray } from '../array/PyArray';
import { permuteAxes, reshapeTo, resolveAxis } from '../array/reshaping';
import { PythonError, valueError } from '../runtime/PythonError';
import { NONE } from '../value/constructors';
import type { Py } from '../value/Py';
import type { Call, FunctionTable } from './call/Call';
import { insert } from './inserting';
import { jointType } from './operators';
import { scalarOf } from './call/scalarOf';
import { indexArray } from './searching';

/** By name in `numpy`. */
export const SELECTING: FunctionTable = {
  take: ['a indices axis? out? mode?', take],
  take_along_axis: ['arr indices axis', takeAlong],
  put_along_axis: ['arr indices values axis', putAlong],
  put: ['a ind v mode?', put],
  place: ['arr mask vals', place],
  putmask: ['a mask values', place],
  copyto: ['dst src casting? where?', copyTo],
  compress: ['condition a axis?', compress],
  extract: [
    'condition arr',
    (call) =>
      pick(
        reshapeTo(call.array('arr'), [-1], call.context),
        reshapeTo(call.array('condition'), [-1], call.context),
        0,
        call,
      ),
  ],
  choose: ['a choices', choose],
  select: ['condlist choicelist default?', select],
  insert: ['arr obj values axis?', insert],
  delete: ['arr obj axis?', remove],
  fill_diagonal: ['a val wrap?', fillDiagonal],
  diagonal: ['a|input offset? axis1|dim1? axis2|dim2?', (call) => diagonalOf(call)],
  trace: ['a|input offset? axis1? axis2?', trace],
  triu: ['m|input k|diagonal?', (call) => triangle(call, (row, col, k) => col - row >= k)],
  tril: ['m|input k|diagonal?', (call) => triangle(call, (row, col, k) => col - row <= k)],
};

function take(call: Call): Py {
  if (!call.lacks('out') || call.given('mode'))
    throw new LensError(msg('{0} with {1} is not supported', 'take', 'mode=, out='), undefined, call.range);
  const source = call.array('a');
  const line = call.lacks('axis') ? reshapeTo(source, [-1], call.context) : source;
  return scalarOf(pick(line, call.array('indices'), call.integer('axis', 0), call));
}

function pick(array: PyArray, indices: PyArray, at: number, call: Call): PyArray {
  return getItem(
    array,
    [...whole(resolveAxis(at, array.shape.length)), { kind: 'pick', array: indices }],
    call.context,
  );
}

/** Full slices of the first axes. */
export function whole(count: number): IndexPart[] {
  return Array.from({ length: count }, () => ({ kind: 'slice', start: undefined, stop: undefined, step: undefined }));
}

/** Index arrays of all axes, `indices` for one of them. */
function gridParts(indices: PyArray, axis: number): IndexPart[] {
  return indices.shape.map((extent, each): IndexPart => {
    if (each === axis) return { kind: 'pick', array: indices };
    const shape = indices.shape.map((_, position) => (position === each ? extent : 1));
    return {
      kind: 'pick',
      array: arrayOf(
        Float64Array.from({ length: extent }, (_, i) => i),
        shape,
        'int64',
      ),
    };
  });
}

function takeAlong(call: Call): PyArray {
  const source = call.array('arr');
  const axis = resolveAxis(call.integer('axis'), source.shape.length);
  return getItem(source, gridParts(call.array('indices'), axis), call.context);
}

function putAlong(call: Call): Py {
  const target = targetArray(call, 'arr');
  const axis = resolveAxis(call.integer('axis'), target.shape.length);
  setItem(target, gridParts(call.array('indices'), axis), call.array('values'), call.context);
  return NONE;
}

/** An argument that is written to: an array, not a list. */
function targetArray(call: Call, name: string): PyArray {
  const value = call.value(name);
  if (value.kind === 'array') return value;
  throw new PythonError('TypeError', `argument 1 must be numpy.ndarray, not ${value.kind}`, call.range);
}

function put(call: Call): Py {
  const target = targetArray(call, 'a');
  if (call.given('mode'))
    throw new LensError(msg('{0} with {1} is not supported', 'put', 'mode='), undefined, call.range);
  const values = flat(call.array('v'));
  const line = flat(target).slice();
  const cast = castTo(target.dtype);
  flat(call.array('ind')).forEach((index, i) => {
    const at = index < 0 ? index + line.length : index;
    if (!(at >= 0 && at < line.length))
      throw new PythonError('IndexError', `index ${index} is out of bounds for axis 0 with size ${line.length}`);
    if (values.length > 0) line[at] = cast(values[i % values.length]!);
  });
  write(target, line, call.context);
  return NONE;
}

function place(call: Call): Py {
  const name = call.given('arr') ? 'arr' : 'a';
  const target = targetArray(call, name);
  const mask = flat(broadcastTo(call.array('mask'), target.shape));
  const values = flat(call.array(name === 'arr' ? 'vals' : 'values'));
  const line = flat(target).slice();
  let next = 0;
  for (let i = 0; i < line.length; i++)
    if (mask[i] !== 0) line[i] = values[(name === 'arr' ? next++ : i) % values.length]!;
  write(target, line, call.context);
  return NONE;
}

function copyTo(call: Call): Py {
  const target = targetArray(call, 'dst');
  if (!call.lacks('casting'))
    throw new LensError(msg('{0} with {1} is not supported', 'copyto', 'casting='), undefined, call.range);
  const source = flat(broadcastTo(call.array('src'), target.shape));
  const mask = call.lacks('where') ? undefined : flat(broadcastTo(call.array('where'), target.shape));
  const line = flat(target).slice();
  for (let i = 0; i < line.length; i++) if (!mask || mask[i] !== 0) line[i] = source[i]!;
  write(target, line, call.context);
  return NONE;
}

function compress(call: Call): PyArray {
  const source = call.array('a');
  const line = call.lacks('axis') ? reshapeTo(source, [-1], call.context) : source;
  const kept: number[] = [];
  flat(call.array('condition')).forEach((value, i) => {
    if (value !== 0) kept.push(i);
  });
  return pick(line, indexArray(kept), call.integer('axis', 0), call);
}

function choose(call: Call): Py {
  const choices = call.arrays('choices');
  const index = call.array('a');
  const shape = broadcastShapes(index.shape, ...choices.map((choice) => choice.shape));
  const dtype = choices.reduce(
    (joint, choice) => jointType(arrayOf(newData(1, joint), [1], joint), choice),
    choices[0]!.dtype,
  );
  const sources = choices.map((choice) => flat(broadcastTo(choice, shape)));
  const data = newData(call.context.allocate(shape), dtype);
  flat(broadcastTo(index, shape)).forEach((at, i) => {
    if (!sources[at]) throw valueError('invalid entry in choice array');
    data[i] = sources[at][i]!;
  });
  return scalarOf(arrayOf(data, shape, dtype));
}

function select(call: Call): PyArray {
  const [conditions, choices] = [call.arrays('condlist'), call.arrays('choicelist')];
  if (conditions.length !== choices.length) throw valueError('list of cases must be same length as list of conditions');
  const missing = call.lacks('default') ? arrayOf(new Float64Array(1), [], 'int64') : call.array('default');
  const shape = broadcastShapes(...[...conditions, ...choices, missing].map((each) => each.shape));
  const dtype = choices.reduce(
    (joint, choice) => jointType(arrayOf(newData(1, joint), [1], joint), choice),
    missing.dtype,
  );
  const tests = conditions.map((condition) => flat(broadcastTo(condition, shape)));
  const sources = choices.map((choice) => flat(broadcastTo(choice, shape)));
  const rest = flat(broadcastTo(missing, shape));
  const data = newData(call.context.allocate(shape), dtype);
  for (let i = 0; i < data.length; i++) {
    const at = tests.findIndex((test) => test[i] !== 0);
    data[i] = at < 0 ? rest[i]! : sources[at]![i]!;
  }
  return arrayOf(data, shape, dtype);
}

function remove(call: Call): PyArray {
  const source = call.array('arr');
  const line = call.lacks('axis') ? reshapeTo(source, [-1], call.context) : source;
  const axis = resolveAxis(call.integer('axis', 0), line.shape.length);
  const gone = removedIndices(call, line.shape[axis]!, axis);
  const kept = Array.from({ length: line.shape[axis]! }, (_, i) => i).filter((i) => !gone.has(i));
  return pick(line, indexArray(kept), axis, call);
}

function removedIndices(call: Call, extent: number, axis: number): Set<number> {
  const value = call.value('obj');
  if (value.kind === 'slice') {
    const { start, step, count } = resolveSlice(value, extent);
    return new Set(Array.from({ length: count }, (_, i) => start + i * step));
  }
  const array = call.array('obj');
  if (array.dtype === 'bool') return new Set(Array.from(flat(array)).flatMap((flag, i) => (flag === 0 ? [] : [i])));
  return new Set(Array.from(flat(array), (index) => resolveIndex(index, extent, axis)));
}

function fillDiagonal(call: Call): Py {
  const target = targetArray(call, 'a');
  if (call.flag('wrap', false))
    throw new LensError(msg('{0} with {1} is not supported', 'fill_diagonal', 'wrap=True'), undefined, call.range);
  if (target.shape.length < 2) throw valueError('array must be at least 2-d');
  const count = Math.min(...target.shape);
  const stride = target.strides.reduce((sum, each) => sum + each, 0);
  const view = { ...target, shape: [count], strides: [stride] };
  const values = flat(call.array('val'));
  write(
    view,
    Float64Array.from({ length: count }, (_, i) => values[i % values.length]!),
    call.context,
  );
  return NONE;
}

/** A view of the diagonals of two axes. */
function diagonalOf(call: Call): PyArray {
  const source = call.array('a');
  const [first, second] = [call.integer('axis1', 0), call.integer('axis2', 1)].map((axis) =>
    resolveAxis(axis, source.shape.length),
  ) as [number, number];
  if (first === second) throw valueError('axis1 and axis2 cannot be the same');
  const offset = call.integer('offset', 0);
  const [down, right] = [Math.max(0, -offset), Math.max(0, offset)];
  const count = Math.max(0, Math.min(source.shape[first]! - down, source.shape[second]! - right));
  const rest = [...source.shape.keys()].filter((axis) => axis !== first && axis !== second);
  const moved = permuteAxes(source, [...rest, first, second]);
  const start = count > 0 ? down * source.strides[first]! + right * source.strides[second]! : 0;
  return {
    ...moved,
    offset: source.offset + start,
    shape: [...rest.map((axis) => source.shape[axis]!), count],
    strides: [...rest.map((axis) => source.strides[axis]!), source.strides[first]! + source.strides[second]!],
  };
}

function trace(call: Call): Py {
  const diagonal = diagonalOf(call);
  const length = diagonal.shape[diagonal.shape.length - 1]!;
  const values = flat(diagonal);
  const shape = diagonal.shape.slice(0, -1);
  const data = newData(sizeOf(shape), diagonal.dtype);
  values.forEach((value, i) => (data[Math.floor(i / length)]! += value));
  return scalarOf(arrayOf(data, shape, diagonal.dtype));
}

function triangle(call: Call, keeps: (row: number, col: number, k: number) => boolean): PyArray {
  const given = call.array('m');
  const source = given.shape.length === 1 ? broadcastTo(given, [given.shape[0]!, given.shape[0]!]) : given;
  const [rows, cols] = source.shape.slice(-2) as [number, number];
  const k = call.integer('k', 0);
  const data = newData(call.context.allocate(source.shape), source.dtype);
  flat(source).forEach((value, i) => {
    const row = Math.floor(i / cols) % rows;
    data[i] = keeps(row, i % cols, k) ? value : 0;
  });
  return arrayOf(data, source.shape, source.dtype, { notation: source.notation });
}
