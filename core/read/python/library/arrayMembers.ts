/** Attributes and methods of arrays and tensors: `x.shape`, `x.mean(axis=0)`, `x.permute(0, 2, 3, 1)`. */
import { LensError, msg } from '../../../message';
import { sizeOf } from '../../../array/NdArray';
import { itemSize } from '../array/dtype';
import { isContiguous, stridedView, walk, type PyArray, type StridedView } from '../array/PyArray';
import { permuteAxes, reshapeTo } from '../array/reshaping';
import type { Context } from '../runtime/Context';
import { PythonError } from '../runtime/PythonError';
import { typeName } from '../value/typeName';
import { pyInteger, pyText, pyTuple } from '../value/constructors';
import { FLAT, FLAT_VIEWS } from '../value/refuseFlat';
import type { Py, PyFunction, PyIterator, PyNumber, Arguments } from '../value/Py';
import { Call, type FunctionTable, type Implementation } from './call/Call';
import { toArray } from './call/coerce';
import { scalarOf } from './call/scalarOf';
import { jaxUpdates } from './jax/jaxUpdates';
import { MATHEMATICS } from './mathematics/mathematics';
import { SEARCHING } from './sorting/searching';
import { SELECTING } from './indexing/selecting';
import { SHAPING } from './manipulation/shaping';
import { SORTING } from './sorting/sorting';
import { TENSOR_METHODS } from './torch/torchMethods';
import { isTensor } from './ufunc/tensorTypes';
import { ARRAY_METHODS, isNumPy } from './arrayMethods';
import { shapeOf } from './manipulation/shaping';

/** Methods that are the library's functions with the array as first argument. */
const SHARED = new Set(
  'mean sum min max prod std var argmax argmin any all cumsum cumprod round clip dot squeeze swapaxes repeat ravel unsqueeze abs exp log sqrt ptp nonzero take choose searchsorted diagonal trace argsort put'.split(
    ' ',
  ),
);

const METHOD_TABLES: readonly FunctionTable[] = [MATHEMATICS, SHAPING, SEARCHING, SELECTING, SORTING];

/** Methods that give the tensor itself. */
const IDENTITIES = new Set(['cpu', 'cuda', 'to', 'contiguous', 'requires_grad_']);

/** Undefined where arrays have no such member, or it is not supported. */
export function arrayMember(self: PyArray, name: string): Py | undefined {
  switch (name) {
    case 'shape':
      return shapeOf(self);
    case 'ndim':
      return pyInteger(self.shape.length);
    case 'T':
      return permuteAxes(self);
    case 'at':
      return jaxUpdates(self);
    case 'data':
      return { ...self };
    case 'real':
      return self;
    case 'flat':
      return flatView(self);
    case 'device':
      return self.notation === 'pytorch' ? pyText('cpu') : method(self, name);
    case 'itemsize':
      return pyInteger(itemSize(self.dtype));
    case 'nbytes':
      return pyInteger(itemSize(self.dtype) * sizeOf(self.shape));
    case 'strides':
      if (self.shape.includes(0)) throw new LensError(msg('{0} of an empty array is not supported', name));
      return pyTuple(self.strides.map((stride) => pyInteger(stride * itemSize(self.dtype))));
    case 'base':
    case 'flags':
    case 'ctypes':
      throw new LensError(msg('{0} of an array is not supported', name));
    case 'dtype':
      return { kind: 'dtype', dtype: self.dtype, instance: true, ...(isTensor(self) && { torch: true }) };
    case 'size':
      return self.notation === 'pytorch' ? method(self, name) : pyInteger(sizeOf(self.shape));
    default:
      return method(self, name);
  }
}

/** A member of a number, as of an array without axes; arrays that it gives without axes are numbers. */
export function numberMember(value: PyNumber, name: string, context: Context): Py | undefined {
  if (!value.numpy && /^(shape|ndim|dtype|T|mean|sum|reshape|astype)$/.test(name)) return undefined;
  const number = (result: Py): Py => {
    if (result.kind !== 'array') return result;
    const scalar = scalarOf(result);
    return scalar.kind !== 'number' || value.numpy ? scalar : { ...value, value: scalar.value };
  };
  const member = arrayMember(toArray(value, context), name);
  if (member?.kind !== 'function') return member && number(member);
  const { call } = member;
  return { ...member, call: (args, given) => number(call(args, given)) };
}

/** Methods that only tensors have; an array's attribute of that name is an error. */
const ONLY_TENSORS = new Set(
  'permute clone unsqueeze dim float double int long numpy expand_as copy_ detach cpu cuda to contiguous requires_grad_ abs exp log sqrt'.split(
    ' ',
  ),
);

/** Methods that tensors do not have. */
const ONLY_ARRAYS = new Set(
  'astype copy itemset resize tobytes byteswap fill ptp compress choose searchsorted put'.split(' '),
);

function method(self: PyArray, name: string): PyFunction | undefined {
  if (self.notation === 'pytorch' ? ONLY_ARRAYS.has(name) : isNumPy(self) && ONLY_TENSORS.has(name))
    throw new PythonError('AttributeError', `'${typeName(self)}' object has no attribute '${name}'`);
  const tensor = self.notation === 'pytorch' && Object.hasOwn(TENSOR_METHODS, name) ? TENSOR_METHODS[name] : undefined;
  if (tensor) return shared(self, name, tensor);
  if (IDENTITIES.has(name)) return { kind: 'function', name, call: () => self };
  const own = Object.hasOwn(ARRAY_METHODS, name) ? ARRAY_METHODS[name] : undefined;
  if (own) {
    const [signature, run] = own;
    return { kind: 'function', name, call: (args, context) => run(new Call(signature, args, context), self) };
  }
  const entry = SHARED.has(name)
    ? METHOD_TABLES.map((table) => table[name]).find((found) => found !== undefined)
    : undefined;
  if (!entry) return undefined;
  return shared(self, name, entry);
}

/** A function of the library with the array as its first argument. */
export function shared(self: PyArray, name: string, [signature, run]: readonly [string, Implementation]): PyFunction {
  return { kind: 'function', name, call: (args, context) => run(new Call(signature, withSelf(args, self), context)) };
}

/** `x.flat`: a view of one axis, or its elements one after the other where only a copy could be given. */
function flatView(self: PyArray): PyArray | PyIterator {
  if (isContiguous(self)) {
    const view = { ...self, shape: [sizeOf(self.shape)], strides: [1] };
    FLAT_VIEWS.add(view);
    return view;
  }
  const places: number[] = [];
  walk(self, (place) => places.push(place));
  let at = 0;
  const next = (): Py | undefined => {
    const offset = places[at++];
    return offset === undefined ? undefined : scalarOf(stridedView(self, offset, [], []));
  };
  const element = (index: number): PyArray => {
    const offset = places[index < 0 ? index + places.length : index];
    if (offset === undefined)
      throw new PythonError('IndexError', `index ${index} is out of bounds for size ${places.length}`);
    return stridedView(self, offset, [], []);
  };
  return { kind: 'iterator', type: FLAT, next, element };
}

/** `x.shape = …`: the view with another shape; throws where the elements would have to be copied. */
export function withShape(self: PyArray, shape: readonly number[], context: Context): StridedView {
  const reshaped = reshapeTo(self, shape, context);
  const { offset, shape: extents, strides } = reshaped;
  if (reshaped.store === self.store) return { offset, shape: extents, strides };
  throw new PythonError(
    'AttributeError',
    'Incompatible shape for in-place modification. Use `.reshape()` to make a copy with the desired shape.',
  );
}

function withSelf(args: Arguments, self: PyArray): Arguments {
  return { ...args, positional: [{ value: self, range: args.range }, ...args.positional] };
}
