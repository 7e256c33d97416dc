/** NumPy's mathematics: element by element, over axes, and of whole arrays. */
import type { FloatData } from '../../../array/NdArray';
import { broadcastShapes, broadcastTo, mapTwo } from '../array/elementwise';
import { matrixProduct } from '../array/matrixProduct';
import { arrayOf, flat, newData } from '../array/PyArray';
import { boolean, type Py } from '../value';
import type { Call, FunctionTable } from './Call';
import { ELEMENTWISE } from './elementwiseFunctions';
import { binary, jointType } from './operators';
import { REDUCTIONS } from './reductions';
import { scalarOf } from './scalarOf';

/** By name in `numpy`. */
export const MATHEMATICS: FunctionTable = {
  ...ELEMENTWISE,
  ...REDUCTIONS,
  where: ['condition x|input y|other', where],
  dot: ['a b', (call) => dot(call)],
  matmul: ['a|x1 b|x2', (call) => matrixProduct(call.array('a'), call.array('b'), call.context)],
  allclose: ['a b rtol? atol?', allClose],
  array_equal: ['a b', (call) => boolean(nearlyAll(call, 0, 0))],
};

function where(call: Call): Py {
  const parts = [call.array('condition'), call.array('x'), call.array('y')] as const;
  const shape = parts.map((part) => part.shape).reduce(broadcastShapes);
  const dtype = jointType(call.value('x'), call.value('y'));
  const data = newData(call.context.allocate(shape), dtype);
  const [test, yes, no] = parts.map((part) => flat(broadcastTo(part, shape))) as [FloatData, FloatData, FloatData];
  for (let i = 0; i < data.length; i++) data[i] = test[i] === 0 ? no[i]! : yes[i]!;
  return scalarOf(arrayOf(data, shape, dtype), call.value('condition'));
}

function dot(call: Call): Py {
  const [a, b] = [call.array('a'), call.array('b')];
  if (a.shape.length === 0 || b.shape.length === 0) return binary('*', a, b, call.context);
  return scalarOf(matrixProduct(a, b, call.context));
}

function allClose(call: Call): Py {
  return boolean(nearlyAll(call, call.number('rtol', 1e-5), call.number('atol', 1e-8)));
}

function nearlyAll(call: Call, relative: number, absolute: number): boolean {
  const close = (a: number, b: number): number =>
    Number(a === b || Math.abs(a - b) <= absolute + relative * Math.abs(b));
  return flat(mapTwo(call.array('a'), call.array('b'), 'bool', close, call.context)).every((value) => value !== 0);
}
