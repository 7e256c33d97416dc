/** Attributes and methods of arrays and tensors: `x.shape`, `x.mean(axis=0)`, `x.permute(0, 2, 3, 1)`. */
import { LensError, msg } from '../../../message';
import { sizeOf, stridesOf } from '../../../array/NdArray';
import { broadcastTo, convert } from '../array/elementwise';
import { isFloat } from '../array/dtype';
import { getItem, setItem, writeView } from '../array/indexing';
import { rangesOf, flat, isContiguous, type PyArray, type View } from '../array/PyArray';
import { copyOf, flattened, permuteAxes, reshapeTo } from '../array/reshaping';
import type { Context } from '../runtime/Context';
import { PythonError, valueError } from '../runtime/PythonError';
import { typeName } from '../value/typeName';
import { NONE, integer, list, tuple } from '../value/constructors';
import type { Py, PyFunction, Arguments } from '../value/Py';
import { Call, toDtype, type FunctionTable, type Implementation } from './call/Call';
import { toArray, toNumber } from './call/coerce';
import { jaxUpdates } from './jaxUpdates';
import { MATHEMATICS } from './mathematics';
import { SEARCHING } from './searching';
import { SELECTING } from './selecting';
import { SHAPING, orderOf } from './shaping';
import { SORTING, sortInPlace } from './sorting';
import { itemSize } from './striding';
import { TENSOR_METHODS } from './torchMethods';
import { isTensor } from './ufunc/applyUfunc';

type Method = (call: Call, self: PyArray) => Py;

/** Methods that are the library's functions with the array as first argument. */
const SHARED = new Set(
  'mean sum min max prod std var argmax argmin any all cumsum cumprod round clip dot squeeze swapaxes repeat ravel unsqueeze abs exp log sqrt ptp nonzero take compress choose searchsorted diagonal trace argsort put'.split(
    ' ',
  ),
);

const METHODS: Readonly<Record<string, readonly [signature: string, run: Method]>> = {
  reshape: ['*shape order?', (call, self) => reshapeTo(self, call.restIntegers(), call.context, orderOf(call))],
  view: ['*shape', viewed],
  transpose: ['*axes', transposed],
  permute: ['*axes', (call, self) => permuteAxes(self, call.restIntegers())],
  flatten: ['order?', (call, self) => flattened(self, orderOf(call), call.context, true)],
  astype: ['dtype order? casting? subok? copy?', (call, self) => cast(call, self, toDtype(call.value('dtype')))],
  copy: ['order?', (call, self) => copyOf(self, call.context)],
  clone: ['', (call, self) => copyOf(self, call.context)],
  item: ['*args', item],
  itemset: ['*args', setItemAt],
  sort: ['axis? kind?', sortSelf],
  resize: ['*new_shape refcheck?', refuseResize],
  tobytes: ['order?', () => refuse('tobytes')],
  byteswap: ['inplace?', () => refuse('byteswap')],
  tolist: ['', (call, self) => toList(self, call)],
  fill: ['value', fill],
  copy_: ['value', fill],
  assign: ['value use_locking? name? read_value?', fill],
  size: ['axis|dim?', (call, self) => sizes(call, self)],
  dim: ['', (_, self) => integer(self.shape.length)],
  float: ['', (call, self) => cast(call, self, 'float32')],
  double: ['', (call, self) => cast(call, self, 'float64')],
  int: ['', (call, self) => cast(call, self, 'int32')],
  long: ['', (call, self) => cast(call, self, 'int64')],
  // Another object: gradients do not reach it.
  detach: ['', (_, self) => ({ ...self })],
  numpy: ['force?', (_, self) => ({ ...self, notation: 'numpy' })],
  expand_as: ['other', (call, self) => broadcastTo(self, call.array('other').shape)],
};

const METHOD_TABLES: readonly FunctionTable[] = [MATHEMATICS, SHAPING, SEARCHING, SELECTING, SORTING];

/** They give the tensor itself. */
const IDENTITIES = new Set(['cpu', 'cuda', 'to', 'contiguous', 'requires_grad_']);

/** Undefined where arrays have no such member here. */
export function arrayMember(self: PyArray, name: string): Py | undefined {
  switch (name) {
    case 'shape':
      return shapeOf(self);
    case 'ndim':
      return integer(self.shape.length);
    case 'T':
      return permuteAxes(self);
    case 'at':
      return jaxUpdates(self);
    case 'data':
    case 'real':
      return self;
    case 'flat':
      return flatView(self);
    case 'itemsize':
      return integer(itemSize(self));
    case 'nbytes':
      return integer(itemSize(self) * sizeOf(self.shape));
    case 'strides':
      return tuple(stridesIn(self).map((stride) => integer(stride * itemSize(self))));
    case 'base':
    case 'flags':
    case 'ctypes':
      throw new LensError(msg('{0} of an array is not supported', name));
    case 'dtype':
      return { kind: 'dtype', dtype: self.dtype, instance: true, ...(isTensor(self) && { torch: true }) };
    case 'size':
      return self.notation === 'pytorch' ? method(self, name) : integer(sizeOf(self.shape));
    default:
      return method(self, name);
  }
}

/** NumPy gives an array without elements the strides that it would have with extents of at least 1. */
function stridesIn({ shape, strides }: PyArray): readonly number[] {
  return shape.includes(0) ? stridesOf(shape.map((extent) => Math.max(1, extent))) : strides;
}

function isNumPy({ notation }: PyArray): boolean {
  return notation === undefined || notation === 'numpy';
}

/** A tuple; PyTorch's prints as `torch.Size([2, 3])`. */
function shapeOf(self: PyArray): Py {
  const shape = tuple(self.shape.map(integer));
  return self.notation === 'pytorch' ? { ...shape, view: 'torch.Size' } : shape;
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
  if (self.notation === 'pytorch' && (name === 'nonzero' || name === 'take')) return undefined;
  const tensor = self.notation === 'pytorch' && Object.hasOwn(TENSOR_METHODS, name) ? TENSOR_METHODS[name] : undefined;
  if (tensor) return shared(self, name, tensor);
  if (IDENTITIES.has(name)) return { kind: 'function', name, call: () => self };
  const own = Object.hasOwn(METHODS, name) ? METHODS[name] : undefined;
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
function shared(self: PyArray, name: string, [signature, run]: readonly [string, Implementation]): PyFunction {
  return { kind: 'function', name, call: (args, context) => run(new Call(signature, withSelf(args, self), context)) };
}

/** PyTorch's `view` takes a shape; NumPy's without a type is the array itself. */
function viewed(call: Call, self: PyArray): Py {
  if (!isNumPy(self)) return reshapeTo(self, call.restIntegers(), call.context);
  if (call.rest.length > 0) refuse('view');
  return { ...self };
}

function refuse(name: string): never {
  throw new LensError(msg('{0} of an array is not supported', name));
}

/** `x.flat`: a view of one axis; refused where only a copy could be given. */
function flatView(self: PyArray): PyArray {
  if (!isContiguous(self)) throw new LensError(msg('flat of an array that is not contiguous is not supported'));
  const size = sizeOf(self.shape);
  return { ...self, shape: [size], strides: [1] };
}

function item(call: Call, self: PyArray): Py {
  const index = call.restIntegers();
  if (index.length === 0) {
    if (sizeOf(self.shape) !== 1) throw valueError('can only convert an array of size 1 to a Python scalar');
    return pythonNumber(flat(self)[0]!, self.dtype);
  }
  const cell =
    index.length === 1
      ? getItem(flattened(self, 'C', call.context), integers(index), call.context)
      : getItem(self, integers(index), call.context);
  return pythonNumber(cell.store.data[cell.offset]!, self.dtype);
}

function setItemAt(call: Call, self: PyArray): Py {
  const args = call.rest.map(({ value }) => toArray(value, call.context));
  const value = args.pop()!;
  setItem(self, integers(args.map((each) => toNumber(each))), value, call.context);
  return NONE;
}

function integers(index: readonly number[]): { kind: 'integer'; value: number }[] {
  return index.map((value) => ({ kind: 'integer', value }));
}

/** Python's own number for an element: `item`, `tolist`. */
function pythonNumber(value: number, dtype: PyArray['dtype']): Py {
  return { kind: 'number', value, dtype: dtype === 'bool' ? 'bool' : isFloat(dtype) ? 'float64' : 'int64' };
}

function sortSelf(call: Call, self: PyArray): Py {
  sortInPlace(self, call.integer('axis', -1), call);
  return NONE;
}

function refuseResize(): Py {
  return refuse('resize');
}

/** `x.shape = …`: the view with another shape; throws where the elements would have to be copied. */
export function withShape(self: PyArray, shape: readonly number[], context: Context): View {
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

/** NumPy takes an order of all axes, PyTorch two axes to swap. */
function transposed(call: Call, self: PyArray): Py {
  const axes = call.restIntegers();
  if (self.notation !== 'pytorch') return permuteAxes(self, axes.length > 0 ? axes : undefined);
  const [a, b] = axes.map((axis) => (axis < 0 ? axis + self.shape.length : axis));
  const order = [...self.shape.keys()].map((axis) => (axis === a ? b! : axis === b ? a! : axis));
  return permuteAxes(self, order);
}

function cast(call: Call, self: PyArray, dtype: PyArray['dtype']): PyArray {
  return convert(self, dtype, call.context, rangesOf(self));
}

function fill(call: Call, self: PyArray): Py {
  const value = call.array('value');
  if (call.callee.endsWith('fill') && sizeOf(value.shape) !== 1)
    throw valueError('setting an array element with a sequence.');
  writeView(self, value, call.context);
  return NONE;
}

function sizes(call: Call, self: PyArray): Py {
  if (call.lacks('axis')) return shapeOf(self);
  const axis = call.integer('axis');
  const extent = self.shape[axis < 0 ? axis + self.shape.length : axis];
  if (extent === undefined) {
    throw new LensError(
      msg('axis {0} does not exist: there are {1} axes', axis, self.shape.length),
      undefined,
      call.range,
    );
  }
  return integer(extent);
}

function toList(self: PyArray, call: Call): Py {
  call.context.allocate(self.shape, call.range);
  if (self.shape.length === 0) return pythonNumber(self.store.data[self.offset]!, self.dtype);
  const [length, ...rest] = self.shape;
  const items = Array.from({ length: length! }, (_, i) =>
    toList({ ...self, offset: self.offset + i * self.strides[0]!, shape: rest, strides: self.strides.slice(1) }, call),
  );
  return list(items);
}
