/** Functions that write into their argument: `np.put`, `np.place`, `np.copyto`, `np.put_along_axis`. */
import { LensError, msg } from '../../../../message';
import { broadcastTo, broadcasts, shapeText } from '../../array/broadcast';
import { castTo, castsSafely, castsSameKind, scalarType, type Dtype } from '../../array/dtype';
import { convert } from '../../array/elementwise';
import { setItem } from '../../array/indexing';
import { flat, write, type PyArray } from '../../array/PyArray';
import { normalizeAxis } from '../../array/reshaping';
import { PythonError, typeError, valueError } from '../../runtime/PythonError';
import { NONE } from '../../value/constructors';
import type { Py } from '../../value/Py';
import type { Call, FunctionTable } from '../call/Call';
import { indexByMode } from '../call/indexByMode';
import { gridParts } from './picking';
import { targetArray } from './targetArray';

/** Functions of `numpy` by name. */
export const REPLACING: FunctionTable = {
  put_along_axis: ['arr indices values axis', putAlong],
  put: ['a ind v mode?', put],
  place: ['arr mask vals', place],
  putmask: ['a mask values', place],
  copyto: ['dst src casting? where?', copyTo],
};

function putAlong(call: Call): Py {
  const target = targetArray(call, 'arr');
  const axis = normalizeAxis(call.integer('axis'), target.shape.length);
  requireSameRank(target, call);
  setItem(target, gridParts(target, call.array('indices'), axis), call.array('values'), call.context);
  return NONE;
}

function requireSameRank(target: PyArray, call: Call): void {
  if (call.array('indices').shape.length !== target.shape.length)
    throw valueError('`indices` and `arr` must have the same number of dimensions');
}

function put(call: Call): Py {
  const target = targetArray(call, 'a');
  const values = flat(call.array('v'));
  const line = flat(target).slice();
  const cast = castTo(target.dtype);
  const place = indexByMode(call, line.length);
  flat(call.array('ind')).forEach((given, i) => {
    const index = place(given);
    const at = index < 0 ? index + line.length : index;
    if (!(at >= 0 && at < line.length))
      throw new PythonError('IndexError', `index ${index} is out of bounds for axis 0 with size ${line.length}`);
    if (values.length > 0) line[at] = cast(values[i % values.length]!);
  });
  write(target, line, call.context);
  return NONE;
}

function place(call: Call): Py {
  const name = call.has('arr') ? 'arr' : 'a';
  const target = targetArray(call, name);
  const mask = flat(broadcastTo(call.array('mask'), target.shape));
  const source = name === 'arr' ? 'vals' : 'values';
  const given = call.array(source);
  if (call.value(source).kind === 'array') requireCast(given, target.dtype, 'safe');
  const values = flat(given);
  if (values.length === 0 && name === 'arr' && mask.some((flag) => flag !== 0))
    throw valueError('Cannot insert from an empty array!');
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
  const given = call.array('src');
  requireCast(given, target.dtype, 'same_kind');
  if (!broadcasts(given.shape, target.shape))
    throw valueError(
      `could not broadcast input array from shape ${shapeText(given.shape)} into shape ${shapeText(target.shape)}`,
    );
  const source = flat(convert(broadcastTo(given, target.shape), target.dtype, call.context));
  const mask = call.lacks('where') ? undefined : flat(broadcastTo(call.array('where'), target.shape));
  const line = flat(target).slice();
  for (let i = 0; i < line.length; i++) if (!mask || mask[i] !== 0) line[i] = source[i]!;
  write(target, line, call.context);
  return NONE;
}

/** A value without axes is cast by its value, an array by its type. */
function requireCast({ shape, dtype, store, offset }: PyArray, to: Dtype, rule: 'safe' | 'same_kind'): void {
  const scalar = shape.length === 0;
  const from = scalar ? scalarType(store.data[offset]!, dtype, to) : dtype;
  if (rule === 'safe' ? castsSafely(from, to) : castsSameKind(from, to)) return;
  const what = scalar ? 'scalar' : 'array data';
  throw typeError(`Cannot cast ${what} from dtype('${dtype}') to dtype('${to}') according to the rule '${rule}'`);
}
