/** Methods of arrays and tensors: `x.reshape`, `x.astype`, `x.item`, `x.fill`. */
import { tapeOf } from '../autograd/Tape';
import { LensError, msg } from '../../../message';
import { sizeOf } from '../../../array/NdArray';
import { broadcastTo } from '../array/broadcast';
import { convert } from '../array/elementwise';
import { castsSafely, castsSameKind, isFloat, scalarType, type Dtype } from '../array/dtype';
import { getItem, setItem, writeView } from '../array/indexing';
import { rangesOf, flat, type PyArray } from '../array/PyArray';
import { copyOf, flattened, permuteAxes, reshapeTo } from '../array/reshaping';
import { isTensor } from './ufunc/tensorTypes';
import { PythonError, typeError, valueError } from '../runtime/PythonError';
import { NONE, pyInteger, pyList } from '../value/constructors';
import type { Py } from '../value/Py';
import { type Call, toDtype } from './call/Call';
import { elementsFor, isSequence, toArray, toNumber } from './call/coerce';
import { orderOf } from './call/orderOf';
import { compressed } from './indexing/selecting';
import { shapeOf } from './manipulation/shaping';
import { coordinate } from './sorting/searching';
import { sortInPlace } from './sorting/sorting';

type Method = (call: Call, self: PyArray) => Py;

export const ARRAY_METHODS: Readonly<Record<string, readonly [signature: string, run: Method]>> = {
  reshape: ['*shape order?', (call, self) => reshapeTo(self, call.restIntegers(), call.context, orderOf(call))],
  view: ['*shape', viewed],
  transpose: ['*axes', transposed],
  permute: ['*axes', (call, self) => permuteAxes(self, call.restIntegers())],
  flatten: ['order?', (call, self) => flattened(self, orderOf(call), call.context, true)],
  astype: ['dtype order? casting? subok? copy?', converted],
  copy: ['order?', (call, self) => copyOf(self, call.context, orderOf(call))],
  clone: ['', (call, self) => copyOf(self, call.context)],
  item: ['*args', item],
  compress: ['condition axis? out?', (call, self) => compressed(call, self)],
  itemset: ['*args', setItemAt],
  sort: ['axis? kind?', sortSelf],
  resize: ['*new_shape refcheck?', refuseResize],
  tobytes: ['order?', () => refuse('tobytes')],
  byteswap: ['inplace?', () => refuse('byteswap')],
  tolist: ['', (call, self) => toList(self, call)],
  fill: ['value', fill],
  copy_: ['value', (call, self) => (assign(call, self), self)],
  assign: ['value use_locking? name? read_value?', assign],
  size: ['axis|dim?', (call, self) => sizes(call, self)],
  dim: ['', (_, self) => pyInteger(self.shape.length)],
  float: ['', (call, self) => cast(call, self, 'float32')],
  double: ['', (call, self) => cast(call, self, 'float64')],
  int: ['', (call, self) => cast(call, self, 'int32')],
  long: ['', (call, self) => cast(call, self, 'int64')],
  // Another object: gradients do not reach it.
  detach: ['', (_, self) => ({ ...self })],
  numpy: [
    'force?',
    (call, self) => ({
      ...(call.flag('force', false) ? self : tapeOf(call.context).withoutGradient(self)),
      notation: 'numpy',
    }),
  ],
  expand_as: ['other', (call, self) => broadcastTo(self, call.array('other').shape)],
};

export function isNumPy({ notation }: PyArray): boolean {
  return notation === undefined || notation === 'numpy';
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

function item(call: Call, self: PyArray): Py {
  const index = call.restIntegers();
  if (index.length === 0) {
    if (sizeOf(self.shape) !== 1)
      throw valueError(
        isTensor(self)
          ? 'only one element tensors can be converted to Python scalars'
          : 'can only convert an array of size 1 to a Python scalar',
      );
    return pythonNumber(flat(self)[0]!, self.dtype);
  }
  requireIndexCount(self, index);
  const cell = getItem(self, integers(placeOf(self, index)), call.context);
  return pythonNumber(cell.store.data[cell.offset]!, self.dtype);
}

function setItemAt(call: Call, self: PyArray): Py {
  const args = call.rest.map(({ value }) => toArray(value, call.context));
  const value = args.pop()!;
  const index = args.flatMap((each) => (each.shape.length === 1 ? Array.from(flat(each)) : [toNumber(each)]));
  requireIndexCount(self, index);
  setItem(self, integers(placeOf(self, index)), value, call.context);
  return NONE;
}

function requireIndexCount({ shape }: PyArray, index: readonly number[]): void {
  if (index.length > 1 && index.length !== shape.length) throw valueError('incorrect number of indices for array');
}

/** One number counts the elements in C order. */
function placeOf({ shape }: PyArray, index: readonly number[]): readonly number[] {
  const [place] = index;
  if (place === undefined || index.length > 1 || (shape.length === 1 && isWithin(place, shape))) return index;
  if (!isWithin(place, shape))
    throw shape.length === 1
      ? new PythonError('IndexError', `index ${place} is out of bounds for axis 0 with size ${shape[0]!}`)
      : new PythonError('IndexError', `index ${place} is out of bounds for size ${sizeOf(shape)}`);
  const counted = place < 0 ? place + sizeOf(shape) : place;
  return shape.map((_, axis) => coordinate(counted, shape, axis));
}

function isWithin(place: number, shape: readonly number[]): boolean {
  return place >= -sizeOf(shape) && place < sizeOf(shape);
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

/** NumPy takes an order of all axes, PyTorch two axes to swap. */
function transposed(call: Call, self: PyArray): Py {
  const axes = call.restIntegers();
  if (self.notation !== 'pytorch') return permuteAxes(self, axes.length > 0 ? axes : undefined);
  const [a, b] = axes.map((axis) => (axis < 0 ? axis + self.shape.length : axis));
  const order = [...self.shape.keys()].map((axis) => (axis === a ? b! : axis === b ? a! : axis));
  return permuteAxes(self, order);
}

/** `astype`: with `copy=False` the array itself where nothing changes. */
function converted(call: Call, self: PyArray): Py {
  const dtype = toDtype(call.value('dtype'));
  requireCasting(self, dtype, call.text('casting', 'unsafe'));
  return dtype === self.dtype && !call.flag('copy', true) ? self : cast(call, self, dtype);
}

function requireCasting(self: PyArray, to: Dtype, rule: string): void {
  // Of an array without axes the value counts.
  const isScalar = self.shape.length === 0;
  const from = isScalar ? scalarType(flat(self)[0]!, self.dtype, to) : self.dtype;
  const allowed: Readonly<Record<string, boolean>> = {
    unsafe: true,
    same_kind: castsSameKind(from, to),
    safe: castsSafely(from, to),
    equiv: self.dtype === to,
    no: self.dtype === to,
  };
  if (!Object.hasOwn(allowed, rule))
    throw valueError("casting must be one of 'no', 'equiv', 'safe', 'same_kind', or 'unsafe' (got '" + rule + "')");
  if (allowed[rule]) return;
  const what = isScalar ? 'scalar' : 'array data';
  throw typeError(`Cannot cast ${what} from dtype('${self.dtype}') to dtype('${to}') according to the rule '${rule}'`);
}

function cast(call: Call, self: PyArray, dtype: PyArray['dtype']): PyArray {
  return convert(self, dtype, call.context, rangesOf(self));
}

/** One number for all elements. */
function fill(call: Call, self: PyArray): Py {
  const value = elementsFor(self.dtype, call.value('value'), call.context);
  if (sizeOf(value.shape) !== 1 || isSequence(call.value('value')))
    throw valueError('setting an array element with a sequence.');
  writeView(self, value, call.context);
  return NONE;
}

function assign(call: Call, self: PyArray): Py {
  writeView(self, call.array('value'), call.context);
  return NONE;
}

function sizes(call: Call, self: PyArray): Py {
  if (call.lacks('axis')) return shapeOf(self);
  const axis = call.integer('axis');
  const extent = self.shape[axis < 0 ? axis + self.shape.length : axis];
  if (extent === undefined) {
    throw new LensError(
      msg('axis {0} does not exist: there {1|is 1 axis|are {1} axes}', axis, self.shape.length),
      undefined,
      call.range,
    );
  }
  return pyInteger(extent);
}

function toList(self: PyArray, call: Call): Py {
  call.context.allocate(self.shape, call.range);
  if (self.shape.length === 0) return pythonNumber(self.store.data[self.offset]!, self.dtype);
  const [length, ...rest] = self.shape;
  const items = Array.from({ length: length! }, (_, i) =>
    toList({ ...self, offset: self.offset + i * self.strides[0]!, shape: rest, strides: self.strides.slice(1) }, call),
  );
  return pyList(items);
}
