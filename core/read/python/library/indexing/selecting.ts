/** Functions that pick, insert and delete elements: `np.take`, `np.choose`, `np.insert`, `np.delete`, … */
import { LensError, msg } from '../../../../message';
import { broadcastShapes, broadcastTo } from '../../array/broadcast';
import { getItem } from '../../array/indexing';
import { columnsAs } from '../../array/keptOrder';
import { isFloat } from '../../array/dtype';
import { convert, mapOne } from '../../array/elementwise';
import { resolveIndex, resolveSlice } from '../../array/slices';
import { arrayOf, flat, newData, type PyArray } from '../../array/PyArray';
import { reshapeTo, normalizeAxis, sliceAxis } from '../../array/reshaping';
import { typeError, valueError } from '../../runtime/PythonError';
import type { Py } from '../../value/Py';
import type { Call, FunctionTable } from '../call/Call';
import { isSequence } from '../call/coerce';
import { arraysAlong } from '../manipulation/joining';
import { insert } from './inserting';
import { jointType } from '../ufunc/operators';
import { indexByMode } from '../call/indexByMode';
import { scalarOf } from '../call/scalarOf';
import { indexArray } from '../sorting/searching';
import { DIAGONALS } from './diagonals';
import { REPLACING } from './replacing';
import { pick, gridParts } from './picking';

/** Functions of `numpy` by name. */
export const SELECTING: FunctionTable = {
  ...REPLACING,
  ...DIAGONALS,
  take: ['a indices axis? out? mode?', take],
  take_along_axis: ['arr indices axis', takeAlong],
  compress: ['condition a axis?', (call) => compressed(call, call.array('a'))],
  extract: ['condition arr', (call) => compressed(call, call.array('arr'))],
  choose: ['a choices mode?', choose],
  select: ['condlist choicelist default?', select],
  insert: ['arr obj values axis?', insert],
  delete: ['arr obj axis?', remove],
  trim_zeros: ['filt trim?', trimZeros],
};

/** Without the zeros at the ends: `f` for the front, `b` for the back. */
function trimZeros(call: Call): Py {
  const given = call.value('filt');
  const line = call.array('filt');
  const ends = call.text('trim', 'fb').toLowerCase();
  const values = flat(line);
  let [start, stop] = [0, values.length];
  while (ends.includes('f') && start < stop && values[start] === 0) start += 1;
  while (ends.includes('b') && stop > start && values[stop - 1] === 0) stop -= 1;
  if (isSequence(given))
    return { kind: given.kind === 'tuple' ? 'tuple' : 'list', items: given.items.slice(start, stop) };
  return sliceAxis(line, 0, start, stop, undefined);
}

function take(call: Call): Py {
  if (!call.lacks('out'))
    throw new LensError(msg('{0} with {1} is not supported', 'take', 'out='), undefined, call.range);
  const source = call.array('a');
  const line = call.lacks('axis') ? reshapeTo(source, [-1], call.context) : source;
  const axis = normalizeAxis(call.integer('axis', 0), line.shape.length);
  const flagsOrIndices = call.array('indices');
  // Flags are the indices 0 and 1 here.
  const given = flagsOrIndices.dtype === 'bool' ? convert(flagsOrIndices, 'int64', call.context) : flagsOrIndices;
  const indices = call.lacks('mode')
    ? given
    : mapOne(given, given.dtype, indexByMode(call, line.shape[axis]!), call.context);
  return scalarOf(pick(line, indices, axis, call));
}

function takeAlong(call: Call): PyArray {
  const source = call.array('arr');
  const axis = normalizeAxis(call.integer('axis'), source.shape.length);
  return getItem(source, gridParts(source, call.array('indices'), axis), call.context);
}

export function compressed(call: Call, source: PyArray): PyArray {
  const line = call.lacks('axis') ? reshapeTo(source, [-1], call.context) : source;
  const kept: number[] = [];
  flat(call.array('condition')).forEach((value, i) => {
    if (value !== 0) kept.push(i);
  });
  return pick(line, indexArray(kept), call.integer('axis', 0), call);
}

function choose(call: Call): Py {
  const choices = arraysAlong(call, 'choices');
  const index = call.array('a');
  if (isFloat(index.dtype))
    throw typeError(
      `Cannot cast array data from dtype('${index.dtype}') to dtype('int64') according to the rule 'safe'`,
    );
  const place = indexByMode(call, choices.length);
  const shape = broadcastShapes(index.shape, ...choices.map((choice) => choice.shape));
  const dtype = choices.reduce(
    (joint, choice) => jointType(arrayOf(newData(1, joint), [1], joint), choice),
    choices[0]!.dtype,
  );
  const sources = choices.map((choice) => flat(broadcastTo(choice, shape)));
  const data = newData(call.context.allocate(shape), dtype);
  flat(broadcastTo(index, shape)).forEach((at, i) => {
    const source = sources[place(at)];
    if (!source) throw valueError('invalid entry in choice array');
    data[i] = source[i]!;
  });
  return scalarOf(arrayOf(data, shape, dtype));
}

function select(call: Call): PyArray {
  const [conditions, choices] = [call.arrays('condlist'), call.arrays('choicelist')];
  if (conditions.length !== choices.length) throw valueError('list of cases must be same length as list of conditions');
  const missing = call.lacks('default') ? arrayOf(new Float64Array(1), [], 'int64') : call.array('default');
  const shape = broadcastShapes(...[...conditions, ...choices, missing].map((each) => each.shape));
  const dtype = [...choices, missing]
    .sort((a, b) => Number(a.shape.length === 0) - Number(b.shape.length === 0))
    .reduce((joint, each) => {
      const type = jointType(joint, each);
      return arrayOf(newData(1, type), [1], type);
    }).dtype;
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
  const axis = normalizeAxis(call.integer('axis', 0), line.shape.length);
  const gone = removedIndices(call, line.shape[axis]!, axis);
  const kept = Array.from({ length: line.shape[axis]! }, (_, i) => i).filter((i) => !gone.has(i));
  return columnsAs(pick(line, indexArray(kept), axis, call), line, call.context);
}

function removedIndices(call: Call, extent: number, axis: number): Set<number> {
  const value = call.value('obj');
  if (value.kind === 'slice') {
    const { start, step, count } = resolveSlice(value, extent);
    return new Set(Array.from({ length: count }, (_, i) => start + i * step));
  }
  const array = call.array('obj');
  if (array.dtype === 'bool' && array.shape.join() !== String(extent))
    throw valueError(
      `boolean array argument obj to delete must be one dimensional and match the axis length of ${extent}`,
    );
  if (array.dtype === 'bool') return new Set(Array.from(flat(array)).flatMap((flag, i) => (flag === 0 ? [] : [i])));
  return new Set(Array.from(flat(array), (index) => resolveIndex(index, extent, axis)));
}
