/** Functions of NumPy that call a function of the program: `np.vectorize`, `np.apply_along_axis`, `np.fromfunction`, `np.piecewise`. */
import { sizeOf } from '../../../../../array/NdArray';
import { LensError, msg } from '../../../../../message';
import { broadcastShapes, broadcastTo } from '../../../array/broadcast';
import { convert } from '../../../array/elementwise';
import { getItem, setItem } from '../../../array/indexing';
import { inOrderOf } from '../../../array/keptOrder';
import { arrayOf, flat, newData, type PyArray } from '../../../array/PyArray';
import { moveAxes, normalizeAxis } from '../../../array/reshaping';
import { toDtype, type Call } from '../../../library/call/Call';
import { isSequence, toArray } from '../../../library/call/coerce';
import { scalarOf } from '../../../library/call/scalarOf';
import { valueError } from '../../../runtime/PythonError';
import type { Arguments, Py } from '../../../value/Py';
import type { Machine } from '../../machine/Machine';
import { iteratorOf } from '../../operations/iterate';
import type { Builtins } from '../../builtins/table';

export const NUMPY_CALLBACKS: Builtins = {
  vectorize: ['pyfunc otypes? doc? excluded? cache? signature?', vectorize],
  apply_along_axis: ['func1d axis arr *args', applyAlongAxis],
  fromfunction: ['function shape dtype?', fromFunction],
  fromiter: ['iter dtype count?', fromItems],
  piecewise: ['x condlist funclist *args', piecewise],
};

/** `np.fromiter`: an array of the items. */
function fromItems(call: Call, machine: Machine): Py {
  const dtype = toDtype(call.value('dtype'));
  const next = iteratorOf(call.value('iter'), machine);
  const count = call.integer('count', -1);
  const items: Py[] = [];
  for (let item = count === 0 ? undefined : next(); item !== undefined; item = next()) {
    machine.context.spend(40);
    items.push(item);
    if (items.length === count) break;
  }
  if (count > items.length)
    throw valueError(`iterator too short: Expected ${count} but iterator had only ${items.length} items.`);
  return convert(toArray({ kind: 'list', items }, call.context), dtype, call.context);
}

function vectorize(call: Call, machine: Machine): Py {
  for (const name of ['excluded', 'cache', 'signature']) {
    if (!call.lacks(name))
      throw new LensError(msg('{0} with {1} is not supported', 'np.vectorize', `${name}=`), undefined, call.range);
  }
  const callee = call.value('pyfunc');
  const otypes = call.lacks('otypes') ? undefined : call.value('otypes');
  const given = otypes && toDtype(isSequence(otypes) && otypes.items.length === 1 ? otypes.items[0]! : otypes);
  return { kind: 'function', name: 'vectorize', call: (args) => eachElement(callee, given, args, machine) };
}

/** The function at every element. Without `otypes` it is first called once more, with the first elements: its result has the type. */
function eachElement(callee: Py, given: PyArray['dtype'] | undefined, args: Arguments, machine: Machine): Py {
  const { context } = machine;
  if (args.named.size > 0)
    throw new LensError(msg('{0} with {1} is not supported', args.callee, 'name='), undefined, args.range);
  const inputs = args.positional.map(({ value }) => toArray(value, context));
  const shape = broadcastShapes(...inputs.map((input) => input.shape));
  const columns = inputs.map((input) => flat(broadcastTo(input, shape)));
  const size = sizeOf(shape);
  if (!given && size === 0) throw valueError('cannot call `vectorize` on size 0 inputs unless `otypes` is set');
  const at = (place: number, numpy: boolean): Py[] =>
    columns.map((column, index) => elementOf(column[place]!, inputs[index]!.dtype, numpy));
  const dtype = given ?? toArray(single(machine.call(callee, at(0, true)), args), context).dtype;
  const data = newData(context.allocate(shape, args.range), dtype);
  for (let place = 0; place < size; place++) {
    const result = toArray(single(machine.call(callee, at(place, false)), args), context);
    if (result.shape.length > 0) throw valueError('setting an array element with a sequence.');
    data[place] = flat(convert(result, dtype, context))[0]!;
  }
  return scalarOf(
    inOrderOf(
      arrayOf(data, shape, dtype),
      inputs.map((input) => broadcastTo(input, shape)),
      context,
    ),
  );
}

function single(result: Py, { callee, range }: Arguments): Py {
  if (result.kind !== 'tuple') return result;
  throw new LensError(msg('{0} of a function with several results is not supported', callee), undefined, range);
}

/** `vectorize` passes Python's numbers. */
function elementOf(value: number, dtype: PyArray['dtype'], numpy: boolean): Py {
  if (numpy) return { kind: 'number', value, dtype, numpy };
  const plain = dtype === 'bool' ? 'bool' : dtype.startsWith('float') ? 'float64' : 'int64';
  return { kind: 'number', value, dtype: plain };
}

/** Calls the function with every line along the axis; its results take the place of the lines. */
function applyAlongAxis(call: Call, machine: Machine): Py {
  const { context } = machine;
  const source = call.array('arr');
  const axis = normalizeAxis(call.integer('axis'), source.shape.length);
  const lines = moveAxes(source, [axis], [source.shape.length - 1]);
  const outer = lines.shape.slice(0, -1);
  const count = sizeOf(outer);
  if (count === 0) throw valueError('Cannot apply_along_axis when any iteration dimensions are 0');
  const values = flat(lines);
  const length = source.shape[axis]!;
  const rest = call.rest.map(({ value }) => value);
  let made: { readonly data: ReturnType<typeof newData>; readonly first: PyArray } | undefined;
  for (let line = 0; line < count; line++) {
    const data = newData(context.allocate([length]), source.dtype);
    data.set(values.subarray(line * length, (line + 1) * length));
    const result = toArray(
      machine.call(call.value('func1d'), [arrayOf(data, [length], source.dtype), ...rest]),
      context,
    );
    made ??= { data: newData(context.allocate([...outer, ...result.shape]), result.dtype), first: result };
    const { first } = made;
    made.data.set(flat(broadcastTo(convert(result, first.dtype, context), first.shape)), line * sizeOf(first.shape));
  }
  const { data, first } = made!;
  const joined = arrayOf(data, [...outer, ...first.shape], first.dtype);
  const inner = first.shape.map((_, index) => index);
  return moveAxes(
    joined,
    inner.map((index) => outer.length + index),
    inner.map((index) => axis + index),
  );
}

/** Calls the function once, with the indices along every axis. */
function fromFunction(call: Call, machine: Machine): Py {
  const shape = call.integers('shape');
  const dtype = call.dtype() ?? 'float64';
  const indices = shape.map((_, axis) => {
    const data = newData(call.context.allocate(shape, call.range), dtype);
    const width = sizeOf(shape.slice(axis + 1));
    for (let place = 0; place < data.length; place++) data[place] = Math.floor(place / width) % shape[axis]!;
    return arrayOf(data, shape, dtype);
  });
  return machine.call(call.value('function'), indices);
}

/** A value or the result of a function where a condition holds; later conditions win. A last value without a condition is for the rest. */
function piecewise(call: Call, machine: Machine): Py {
  const { context } = machine;
  const x = call.array('x');
  const conditions = conditionsOf(call, x.shape.length);
  const choices = call.sequence('funclist');
  if (choices.length === conditions.length + 1) conditions.push(noneOf(conditions));
  if (choices.length !== conditions.length)
    throw valueError(
      `with ${conditions.length} condition(s), either ${conditions.length} or ${conditions.length + 1} functions are expected`,
    );
  const result = arrayOf(newData(context.allocate(x.shape), x.dtype), x.shape, x.dtype);
  const rest = call.rest.map(({ value }) => value);
  conditions.forEach((condition, index) => {
    const choice = choices[index]!;
    const parts = [{ kind: 'pick', array: condition }] as const;
    if (choice.kind !== 'function') {
      setItem(result, parts, toArray(choice, context), context);
      return;
    }
    const chosen = getItem(x, parts, context);
    if (sizeOf(chosen.shape) > 0)
      setItem(result, parts, toArray(machine.call(choice, [chosen, ...rest]), context), context);
  });
  return scalarOf(inOrderOf(result, [x], context));
}

/** One condition, or a list of them. */
function conditionsOf(call: Call, rank: number): PyArray[] {
  const value = call.value('condlist');
  const whole = toArray(value, call.context);
  const one = whole.shape.length === rank && (value.kind === 'array' || rank > 0);
  const conditions = one ? [whole] : isSequence(value) ? call.arrays('condlist') : [whole];
  return conditions.map((condition) => convert(condition, 'bool', call.context));
}

function noneOf(conditions: readonly PyArray[]): PyArray {
  const [first, ...others] = conditions.map((condition) => flat(condition));
  const data = first!.map((value, i) => Number(value === 0 && others.every((other) => other[i] === 0)));
  return arrayOf(data, conditions[0]!.shape, 'bool');
}
