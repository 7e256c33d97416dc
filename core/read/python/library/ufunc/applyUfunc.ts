/** Applies a universal function: operand types, broadcasting, `out=`, `where=`, `dtype=`. */
import { LensError, msg } from '../../../../message';
import { broadcastTo, broadcastShapes, sameShape, shapeText } from '../../array/broadcast';
import {
  bitsOf,
  castTo,
  castsSameKind,
  isFloat,
  kindOf,
  promote,
  scalarType,
  type Dtype,
  dtypeOfBits,
} from '../../array/dtype';
import { convert, mapOne, mapTwo, operandFor } from '../../array/elementwise';
import { writeView } from '../../array/indexing';
import {
  arrayOf,
  flat,
  isFloatStore,
  mayOverlapItself,
  newData,
  writable,
  write,
  type PyArray,
} from '../../array/PyArray';
import { combine, type Binary } from '../../array/strided';
import type { Context } from '../../runtime/Context';
import { PythonError, typeError, valueError } from '../../runtime/PythonError';
import type { Py } from '../../value/Py';
import { noTensorCast } from './tensorCast';
import { floatingTensor, isTensor, tensorType } from './tensorTypes';
import { toArray } from '../call/coerce';
import { scalarOf } from '../call/scalarOf';
import type { BinaryUfunc, UnaryUfunc } from './Ufunc';

export interface UfuncOptions {
  readonly out?: PyArray | undefined;
  readonly where?: PyArray | undefined;
  readonly dtype?: Dtype | undefined;
}

export function applyUnary(ufunc: UnaryUfunc, operand: Py, context: Context, options: UfuncOptions = {}): Py {
  const given = toArray(operand, context);
  const source = options.dtype ? inGivenType(ufunc.name, ufunc.type, given, options.dtype, context) : given;
  const torch = isTensor(source) && !isFloat(source.dtype);
  const plain = ufunc.type(source.dtype);
  const dtype = options.dtype ?? (torch && isFloat(plain) ? context.torch.dtype : plain);
  const fn = isFloat(dtype) ? ufunc.fn : (ufunc.whole?.(dtype) ?? ufunc.fn);
  return finish(ufunc.name, mapOne(source, dtype, fn, context), [source], options, context);
}

export function applyBinary(ufunc: BinaryUfunc, left: Py, right: Py, context: Context, options: UfuncOptions = {}): Py {
  let a = toArray(left, context);
  let b = toArray(right, context);
  const loop = options.dtype && requestedLoop(ufunc, options.dtype);
  if (loop) {
    a = inGivenType(ufunc.name, ufunc.computes, a, loop, context, 0);
    b = inGivenType(ufunc.name, ufunc.computes, b, loop, context, 1);
  }
  const joint = loop ?? promotedType(left, right, a, b, { firstLoop: ufunc.firstLoop, floats: context.torch.dtype });
  const computing = floatingTensor(ufunc.computes(joint), joint, [a, b], context);
  const dtype = ufunc.gives ?? computing;
  const result = mapTwo(
    inType(a, computing),
    inType(b, computing),
    dtype,
    arithmeticOf(ufunc, computing, a, b),
    context,
  );
  return finish(ufunc.name, result, [a, b], options, context);
}

/** `target op= value`: writes into the array and all its views. Throws NumPy's casting and broadcasting errors. */
export function applyInPlace(ufunc: BinaryUfunc, target: PyArray, value: Py, context: Context): PyArray {
  const b = toArray(value, context);
  if (target.readOnly) throw valueError('output array is read-only');
  const computing = floatingTensor(
    ufunc.computes(promotedType(target, value, target, b, { firstLoop: ufunc.firstLoop, floats: context.torch.dtype })),
    target.dtype,
    [target, b],
    context,
  );
  const dtype = ufunc.gives ?? computing;
  requireCast(ufunc.name, dtype, target);
  const fits = b.shape.length === 0 || sameShape(target.shape, b.shape);
  const shape = fits ? target.shape : broadcastShapes(target.shape, b.shape, target.shape);
  if (!sameShape(shape, target.shape)) {
    throw valueError(
      `non-broadcastable output operand with shape ${shapeText(target.shape)} doesn't match the broadcast shape ${shapeText(shape)}`,
    );
  }
  const operand = inType(b, computing);
  const fn = arithmeticOf(ufunc, computing, target, b);
  const isSimple = dtype === target.dtype && isFloatStore(dtype) && !mayOverlapItself(target);
  if (isSimple && (b.shape.length === 0 || b.store !== target.store)) {
    updateInPlace(target, operand, fn, context);
    return target;
  }
  const result = mapTwo(target, operand, dtype, fn, context);
  write(target, flat(result), context);
  return result;
}

/** PyTorch's remainder of 0 keeps the sign of the dividend; whole numbers cannot be divided by 0. */
function arithmeticOf(ufunc: BinaryUfunc, dtype: Dtype, a: PyArray, b: PyArray): Binary {
  const fn = ufunc.fn(dtype);
  const divides = ufunc.name === 'remainder' || ufunc.name === 'floor_divide';
  if (!divides || !(isTensor(a) || isTensor(b))) return fn;
  if (isFloat(dtype)) return ufunc.name === 'remainder' ? (x, y) => (x % y === 0 ? x % y : fn(x, y)) : fn;
  if (flat(b).includes(0)) throw new PythonError('RuntimeError', 'ZeroDivisionError');
  return fn;
}

/** Updates the target without a temporary array. The operand shares no memory with the target, or is one number. */
function updateInPlace(target: PyArray, operand: PyArray, fn: Binary, context: Context): void {
  const size = context.allocate(target.shape);
  if (size === 0) return;
  const { shape, strides, offset } = target;
  const cells = { data: writable(target, context), offset, strides };
  if (operand.store !== target.store) {
    combine(cells, cells, operandFor(operand, shape), shape, fn);
    return;
  }
  const value = Float64Array.of(operand.store.data[operand.offset]!);
  combine(cells, cells, { data: value, offset: 0, strides: shape.map(() => 0) }, shape, fn);
}

/** The type in which a `dtype=` lets the function compute; undefined where it is only that of the result. */
export function requestedLoop(ufunc: BinaryUfunc, dtype: Dtype): Dtype | undefined {
  if (ufunc.gives ? ufunc.gives !== dtype : ufunc.computes(dtype) !== dtype) throw noLoop(ufunc.name);
  return ufunc.gives ? undefined : dtype;
}

export function noLoop(name: string): PythonError {
  return typeError(`No loop matching the specified signature and casting was found for ufunc ${name}`);
}

/** The operand in the type of a `dtype=`. Throws where the function has no such loop or the operand cannot be cast to it. */
function inGivenType(
  name: string,
  type: (dtype: Dtype) => Dtype,
  operand: PyArray,
  dtype: Dtype,
  context: Context,
  position?: number,
): PyArray {
  if (dtype === 'bool' && type(operand.dtype) === 'bool') return operand;
  if (type(dtype) !== dtype) throw noLoop(name);
  const { shape, store, offset } = operand;
  const from = shape.length > 0 ? operand.dtype : scalarType(store.data[offset]!, operand.dtype, dtype);
  if (!castsSameKind(from, dtype))
    throw noCast(name, `input${position === undefined ? '' : ` ${position}`}`, operand.dtype, dtype);
  return operand.dtype === dtype ? operand : convert(operand, dtype, context);
}

function requireCast(name: string, from: Dtype, { dtype, notation }: PyArray): void {
  if (castsSameKind(from, dtype)) return;
  throw notation === 'pytorch' ? noTensorCast(from, dtype) : noCast(name, 'output', from, dtype);
}

function noCast(name: string, what: string, from: Dtype, to: Dtype): PythonError {
  return new PythonError(
    'UFuncTypeError',
    `Cannot cast ufunc '${name}' ${what} from dtype('${from}') to dtype('${to}') with casting rule 'same_kind'`,
  );
}

/** NumPy's value-based promotion: a scalar of no higher kind adapts to the type of an array. `floats`: PyTorch's default type. */
export function promotedType(
  left: Py,
  right: Py,
  a: PyArray,
  b: PyArray,
  { firstLoop = false, floats = 'float32' }: { firstLoop?: boolean | undefined; floats?: Dtype } = {},
): Dtype {
  if (a.dtype === b.dtype) return a.dtype;
  if (isTensor(a) || isTensor(b)) return tensorType(left, right, a, b, floats);
  const weakA = a.shape.length === 0;
  const weakB = b.shape.length === 0;
  if (weakA === weakB) return promote(a.dtype, b.dtype);
  const array = weakB ? a : b;
  const scalar = weakB ? b : a;
  const value = scalar.store.data[scalar.offset]!;
  const joint = promote(array.dtype, scalarType(value, scalar.dtype, array.dtype));
  const isWeak = kindOf(scalar.dtype) <= kindOf(array.dtype);
  return firstLoop && isWeak && joint !== array.dtype ? signedLoop(value, joint) : joint;
}

/** NumPy lists the signed loop of each width before the unsigned one. */
function signedLoop(value: number, joint: Dtype): Dtype {
  return joint.startsWith('uint') && value < 2 ** (bitsOf(joint) - 1) ? dtypeOfBits(true, bitsOf(joint)) : joint;
}

/** A scalar operand is rounded to the type of the computation first. */
function inType(array: PyArray, dtype: Dtype): PyArray {
  if (array.dtype === dtype || array.shape.length > 0 || dtype === 'float64') return array;
  const data = newData(1, dtype);
  data[0] = castTo(dtype)(array.store.data[array.offset]!);
  return { ...array, store: { data, published: false }, offset: 0, dtype };
}

function finish(
  name: string,
  result: PyArray,
  operands: readonly PyArray[],
  { out, where }: UfuncOptions,
  context: Context,
): Py {
  if (!out) {
    if (where) throw new LensError(msg('{0} with where= and without out= leaves cells undefined', name));
    return scalarOf(result);
  }
  requireFlags(where);
  if (out.readOnly) throw valueError('output array is read-only');
  requireCast(name, result.dtype, out);
  const joint = broadcastShapes(...operands.map(({ shape }) => shape), out.shape);
  if (!sameShape(joint, out.shape)) {
    throw valueError(
      `non-broadcastable output operand with shape ${shapeText(out.shape)} doesn't match the broadcast shape ${shapeText(joint)}`,
    );
  }
  if (!where) writeView(out, result, context);
  else writeWhere(out, result, where, context);
  return out;
}

/** A mask has truth values. Throws NumPy's error. */
export function requireFlags(where: PyArray | undefined): void {
  if (where && where.dtype !== 'bool')
    throw typeError(
      `Cannot cast array data from dtype('${where.dtype}') to dtype('bool') according to the rule 'safe'`,
    );
}

/** Writes only the cells whose mask is true. */
function writeWhere(out: PyArray, result: PyArray, where: PyArray, context: Context): void {
  const mask = flat(broadcastTo(where, out.shape));
  const values = flat(broadcastTo(result, out.shape));
  const merged = flat(out).slice();
  for (let i = 0; i < merged.length; i++) if (mask[i] !== 0) merged[i] = values[i]!;
  write(out, merged, context);
}

/** An array of one number without axes. */
export function scalarArray(value: number, dtype: Dtype): PyArray {
  const data = newData(1, dtype);
  data[0] = value;
  return arrayOf(data, [], dtype);
}
