/** Attributes and methods of arrays and tensors: `x.shape`, `x.mean(axis=0)`, `x.permute(0, 2, 3, 1)`. */
import { LensError, msg } from '../../../message';
import { sizeOf } from '../../../array/NdArray';
import { broadcastTo, convert } from '../array/elementwise';
import { rangesOf, flat, write, type PyArray } from '../array/PyArray';
import { copyOf, permuteAxes, reshapeTo } from '../array/reshaping';
import { NONE, integer, list, tuple, type Py, type PyFunction } from '../value';
import { Call, toDtype, type Implementation } from './Call';
import { toNumber } from './coerce';
import { MATHEMATICS } from './mathematics';
import { SHAPING } from './shaping';
import { scalarOf } from './scalarOf';
import type { Arguments } from './signature';

type Method = (call: Call, self: PyArray) => Py;

/** Methods that are the library's functions with the array as first argument. */
const SHARED = new Set(
  'mean sum min max prod std var argmax argmin any all cumsum round clip dot squeeze swapaxes repeat ravel unsqueeze abs exp log sqrt'.split(
    ' ',
  ),
);

const METHODS: Readonly<Record<string, readonly [signature: string, run: Method]>> = {
  reshape: ['*shape order?', (call, self) => reshapeTo(self, call.restIntegers(), call.context)],
  view: ['*shape', (call, self) => reshapeTo(self, call.restIntegers(), call.context)],
  transpose: ['*axes', transposed],
  permute: ['*axes', (call, self) => permuteAxes(self, call.restIntegers())],
  flatten: ['order?', (call, self) => copyOf(reshapeTo(self, [-1], call.context), call.context)],
  astype: ['dtype copy?', (call, self) => cast(call, self, toDtype(call.value('dtype')))],
  copy: ['order?', (call, self) => copyOf(self, call.context)],
  clone: ['', (call, self) => copyOf(self, call.context)],
  item: ['', (_, self) => ({ kind: 'number', value: toNumber(self), dtype: self.dtype })],
  tolist: ['', (call, self) => toList(self, call)],
  fill: ['value', fill],
  copy_: ['value', fill],
  size: ['axis|dim?', (call, self) => sizes(call, self)],
  dim: ['', (_, self) => integer(self.shape.length)],
  float: ['', (call, self) => cast(call, self, 'float32')],
  double: ['', (call, self) => cast(call, self, 'float64')],
  int: ['', (call, self) => cast(call, self, 'int32')],
  long: ['', (call, self) => cast(call, self, 'int64')],
  numpy: ['force?', (_, self) => ({ ...self, notation: 'numpy' })],
  expand_as: ['other', (call, self) => broadcastTo(self, call.array('other').shape)],
};

/** They give the tensor itself. */
const IDENTITIES = new Set(['detach', 'cpu', 'cuda', 'to', 'contiguous', 'requires_grad_']);

/** Undefined where arrays have no such member here. */
export function arrayMember(self: PyArray, name: string): Py | undefined {
  switch (name) {
    case 'shape':
      return tuple(self.shape.map(integer));
    case 'ndim':
      return integer(self.shape.length);
    case 'T':
      return permuteAxes(self);
    case 'data':
    case 'real':
      return self;
    case 'dtype':
      return { kind: 'dtype', dtype: self.dtype };
    case 'size':
      return self.notation === 'pytorch' ? method(self, name) : integer(sizeOf(self.shape));
    default:
      return method(self, name);
  }
}

function method(self: PyArray, name: string): PyFunction | undefined {
  if (IDENTITIES.has(name)) return { kind: 'function', name, call: () => self };
  const own = Object.hasOwn(METHODS, name) ? METHODS[name] : undefined;
  if (own) {
    const [signature, run] = own;
    return { kind: 'function', name, call: (args, context) => run(new Call(signature, args, context), self) };
  }
  const entry = SHARED.has(name) ? (MATHEMATICS[name] ?? SHAPING[name]) : undefined;
  if (!entry) return undefined;
  const [signature, run]: readonly [string, Implementation] = entry;
  return { kind: 'function', name, call: (args, context) => run(new Call(signature, withSelf(args, self), context)) };
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
  write(self, flat(broadcastTo(call.array('value'), self.shape)).slice(), call.context);
  return NONE;
}

function sizes(call: Call, self: PyArray): Py {
  if (call.lacks('axis')) return tuple(self.shape.map(integer));
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
  if (self.shape.length === 0) return scalarOf({ ...self, notation: 'numpy' });
  const [length, ...rest] = self.shape;
  const items = Array.from({ length: length! }, (_, i) =>
    toList({ ...self, offset: self.offset + i * self.strides[0]!, shape: rest, strides: self.strides.slice(1) }, call),
  );
  return list(items);
}
