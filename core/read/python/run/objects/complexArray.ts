/** Arrays of complex numbers, as `np.fft` makes them: an instance whose attributes `real` and `imag` are views of one store. */
import { sizeOf, stridesOf, type FloatData } from '../../../../array/NdArray';
import { LensError, msg } from '../../../../message';
import { mapTuple } from '../../../../tuples';
import { getItem, setItem } from '../../array/indexing';
import { arrayOf, flat, newData, stridedView, type PyArray } from '../../array/PyArray';
import { toArray } from '../../library/call/coerce';
import { indexPartsOf } from '../../library/call/indexParts';
import { binary } from '../../library/ufunc/operators';
import type { Context } from '../../runtime/Context';
import { NONE, pyInteger, pyTuple } from '../../value/constructors';
import type { PassedArgument, Py, PyInstance } from '../../value/Py';
import type { Machine } from '../machine/Machine';
import { addMethod } from './addMethod';
import { makeClass, makeInstance } from './classes';

/** Real and imaginary parts. */
export interface Parts {
  readonly re: PyArray;
  readonly im: PyArray;
}

const COMPLEX = makeClass('ndarray of complex numbers', [], new Map());

export function isComplex(value: Py): value is PyInstance {
  return value.kind === 'instance' && value.class === COMPLEX;
}

/** The parts in one store, one after the other as in NumPy, so that `real` and `imag` have its strides. */
export function complexOf({ re, im }: Parts, context: Context): PyInstance {
  if (re.store === im.store) return instanceOf({ re, im });
  const { shape } = re;
  const data = newData(context.allocate([...shape, 2]), 'float64');
  const parts = [flat(re), flat(im)];
  for (let i = 0; i < data.length; i++) data[i] = parts[i % 2]![i >> 1]!;
  return instanceOf(partsIn(data, shape));
}

/** Real and imaginary parts that are next to each other. */
export function partsIn(data: FloatData, shape: readonly number[]): Parts {
  const whole = arrayOf(data, [...shape, 2], 'float64');
  const strides = stridesOf(shape).map((stride) => 2 * stride);
  return { re: stridedView(whole, 0, shape, strides), im: stridedView(whole, 1, shape, strides) };
}

function instanceOf({ re, im }: Parts): PyInstance {
  if (re.shape.length === 0) throw new LensError(msg('{0} is not supported', 'complex'));
  const made = makeInstance(COMPLEX);
  made.attributes.set('real', re).set('imag', im);
  return made;
}

export function complexParts(value: Py, context: Context): Parts {
  if (!isComplex(value)) {
    const re = toArray(value, context);
    return { re, im: arrayOf(newData(context.allocate(re.shape), 'float64'), re.shape, 'float64') };
  }
  const [re, im] = mapTuple(['real', 'imag'], (name) => toArray(value.attributes.get(name)!, context));
  return { re, im };
}

/** What is linear in the array, of each part alone. */
export function ofParts(value: Py, machine: Machine, run: (part: PyArray) => Py): PyInstance {
  const { context } = machine;
  const { re, im } = complexParts(value, context);
  return complexOf({ re: toArray(run(re), context), im: toArray(run(im), context) }, context);
}

/** What is linear in both arrays. */
export function product(a: Py, b: Py, { context }: Machine, run: (a: PyArray, b: PyArray) => Py): PyInstance {
  const [x, y] = [complexParts(a, context), complexParts(b, context)];
  const of = (p: PyArray, q: PyArray): PyArray => toArray(run(p, q), context);
  if (!isComplex(a)) return complexOf({ re: of(x.re, y.re), im: of(x.re, y.im) }, context);
  if (!isComplex(b)) return complexOf({ re: of(x.re, y.re), im: of(x.im, y.re) }, context);
  const [re, im] = [
    binary('-', of(x.re, y.re), of(x.im, y.im), context),
    binary('+', of(x.re, y.im), of(x.im, y.re), context),
  ];
  return complexOf({ re: toArray(re, context), im: toArray(im, context) }, context);
}

export function conjugate(value: Py, { context }: Machine): PyInstance {
  const { re, im } = complexParts(value, context);
  return complexOf({ re, im: toArray(binary('*', im, pyInteger(-1), context), context) }, context);
}

export function magnitude(value: Py, { context }: Machine): PyArray {
  const { re, im } = complexParts(value, context);
  const imag = flat(im);
  return arrayOf(
    flat(re).map((part, i) => Math.hypot(part, imag[i]!)),
    re.shape,
    'float64',
  );
}

type Operation = (a: Py, b: Py, machine: Machine) => Py;

const termwise =
  (operator: '+' | '-'): Operation =>
  (a, b, { context }) => {
    const [x, y] = [complexParts(a, context), complexParts(b, context)];
    const of = (p: PyArray, q: PyArray): PyArray => toArray(binary(operator, p, q, context), context);
    return complexOf({ re: of(x.re, y.re), im: of(x.im, y.im) }, context);
  };

const OPERATIONS: Readonly<Record<string, Operation>> = {
  add: termwise('+'),
  sub: termwise('-'),
  mul: (a, b, machine) => product(a, b, machine, (p, q) => binary('*', p, q, machine.context)),
  truediv: (a, b, machine) =>
    isComplex(b)
      ? refuse('/')
      : ofParts(a, machine, (part) => binary('/', part, toArray(b, machine.context), machine.context)),
};

for (const [name, run] of Object.entries(OPERATIONS)) {
  addMethod(COMPLEX, `__${name}__`, (self, { positional: [other] }, machine) => run(self, other!.value, machine));
  addMethod(COMPLEX, `__r${name}__`, (self, { positional: [other] }, machine) => run(other!.value, self, machine));
  addMethod(COMPLEX, `__i${name}__`, (self, { positional: [other] }, machine) => {
    write(self, [{ kind: 'ellipsis' }], run(self, other!.value, machine), machine.context);
    return self;
  });
}
addMethod(COMPLEX, '__neg__', (self, _args, machine) =>
  ofParts(self, machine, (part) => binary('*', part, pyInteger(-1), machine.context)),
);
addMethod(COMPLEX, '__abs__', (self, _args, machine) => magnitude(self, machine));
addMethod(COMPLEX, '__len__', (self, _args, { context }) => pyInteger(complexParts(self, context).re.shape[0]!));
addMethod(COMPLEX, '__getitem__', (self, { positional }, { context }) => {
  const { re, im } = complexParts(self, context);
  const parts = indexPartsOf(itemsOf(positional), context);
  return complexOf({ re: getItem(re, parts, context), im: getItem(im, parts, context) }, context);
});
addMethod(COMPLEX, '__setitem__', (self, { positional: [index, value] }, { context }) => {
  write(self, itemsOf([index!]), value!.value, context);
  return NONE;
});
addMethod(COMPLEX, '__getattr__', (self, { positional: [name] }, machine) =>
  memberOf(self, name!.value.kind === 'text' ? name!.value.value : '', machine),
);
for (const name of (
  'matmul rmatmul imatmul pow rpow ipow floordiv rfloordiv mod rmod eq ne lt le gt ge bool contains repr str format hash float int ' +
  'complex invert pos array'
).split(' '))
  addMethod(COMPLEX, `__${name}__`, () => refuse(`__${name}__`));

function refuse(name: string): never {
  throw new LensError(msg('{0} of an array of complex numbers is not supported', name));
}

function itemsOf([index]: readonly PassedArgument[]): readonly Py[] {
  return index!.value.kind === 'tuple' ? index!.value.items : [index!.value];
}

function write(self: PyInstance, index: readonly Py[], value: Py, context: Context): void {
  const [target, source] = [complexParts(self, context), complexParts(value, context)];
  const parts = indexPartsOf(index, context);
  setItem(target.re, parts, source.re, context);
  setItem(target.im, parts, source.im, context);
}

/** Methods that are linear in the array. */
const LINEAR = /^(?:T|sum|mean|transpose|reshape|copy|swapaxes|squeeze|ravel|flatten|repeat)$/;

function memberOf(self: PyInstance, name: string, machine: Machine): Py {
  const { re } = complexParts(self, machine.context);
  if (name === 'shape') return pyTuple(re.shape.map(pyInteger));
  if (name === 'ndim') return pyInteger(re.shape.length);
  if (name === 'size') return pyInteger(sizeOf(re.shape));
  if (name === 'T') return ofParts(self, machine, (part) => machine.attribute(part, 'T'));
  if (!LINEAR.test(name) && !/^conj(?:ugate)?$/.test(name)) return refuse(name);
  return {
    kind: 'function',
    name,
    call: (args) => {
      if (!LINEAR.test(name)) return conjugate(self, machine);
      if (['out', 'dtype', 'where'].some((each) => args.named.has(each))) return refuse(name);
      return ofParts(self, machine, (part) => machine.invoke(machine.attribute(part, name), args));
    },
  };
}
