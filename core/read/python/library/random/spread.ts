/** Draws whose parameters are arrays: one number for each element of their common shape. */
import type { NdArray } from '../../../../array/NdArray';
import { LensError, msg } from '../../../../message';
import { broadcastShapes } from '../../array/broadcast';
import { arrayOf, type PyArray } from '../../array/PyArray';
import { valueError } from '../../runtime/PythonError';
import { pyFloat } from '../../value/constructors';
import type { Py } from '../../value/Py';
import type { Call } from '../call/Call';
import { toArray } from '../call/coerce';
import { binary } from '../ufunc/operators';

type Draw = (shape: readonly number[]) => NdArray;

/** `loc + scale · draws`; undefined where both are numbers. */
export function spreadNormal(call: Call, draw: Draw): Py | undefined {
  if (!isArray(call, 'loc') && !isArray(call, 'scale')) return undefined;
  const scale = parameter(call, 'scale', 1);
  if (scale.store.data.some((value) => value < 0)) throw valueError('scale < 0');
  return spread(call, parameter(call, 'loc', 0), scale, draw);
}

/** `low + (high − low) · draws`; undefined where both are numbers. */
export function spreadUniform(call: Call, draw: Draw): Py | undefined {
  if (!isArray(call, 'low') && !isArray(call, 'high')) return undefined;
  const low = parameter(call, 'low', 0);
  const width = binary('-', parameter(call, 'high', 1), low, call.context);
  return spread(call, low, toArray(width, call.context), draw);
}

/** Refuses draws whose parameters are several numbers. */
export function requireSingleNumbers(call: Call, ...names: string[]): void {
  for (const name of names)
    if (isArray(call, name))
      throw new LensError(msg('{0} with {1} is not supported', call.callee, `${name}=[…]`), undefined, call.range);
}

function isArray(call: Call, name: string): boolean {
  return call.has(name) && /^(?:array|list|tuple)$/.test(call.value(name).kind);
}

function parameter(call: Call, name: string, missing: number): PyArray {
  return call.has(name) ? call.array(name) : toArray(pyFloat(missing), call.context);
}

function spread(call: Call, start: PyArray, width: PyArray, draw: Draw): Py {
  const common = broadcastShapes(start.shape, width.shape);
  const shape = call.lacks('size') ? common : call.integers('size');
  call.context.allocate(shape, call.range);
  if (broadcastShapes(common, shape).join() !== shape.join())
    throw new LensError(msg('{0} with {1} is not supported', call.callee, 'size='), undefined, call.range);
  const drawn = draw(shape);
  const scaled = binary('*', width, arrayOf(drawn.data, drawn.shape, 'float64'), call.context);
  return binary('+', start, scaled, call.context);
}
