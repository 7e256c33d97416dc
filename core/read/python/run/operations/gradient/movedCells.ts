/** Gradients of operations that move cells: the operation is applied to the numbers of the cells, which tells where each one went. */
import { oneOf } from '../../../../../anyOf';
import { sizeOf } from '../../../../../array/NdArray';
import { isFloat } from '../../../array/dtype';
import { arrayOf, flat, newData, type PyArray } from '../../../array/PyArray';
import { getItem } from '../../../array/indexing';
import { expandAxis, normalizeAxis } from '../../../array/reshaping';
import { gridParts } from '../../../library/indexing/picking';
import { arrayOfParameter, isSequence } from '../../../library/call/coerce';
import type { Context } from '../../../runtime/Context';
import type { Arguments, PassedArgument, Py } from '../../../value/Py';
import type { Machine } from '../../machine/Machine';

const MOVES = oneOf(`
  permute transpose swapaxes swapdims movedim moveaxis t flip fliplr flipud roll rot90 cat concat concatenate stack
  hstack vstack split chunk unbind unfold expand expand_as broadcast_to repeat tile narrow select index_select
  diagonal pad
`);

/** The arrays of a value, also those in lists and tuples. */
export function arraysIn(value: Py): PyArray[] {
  if (isSequence(value)) return value.range || value.array ? [] : value.items.flatMap(arraysIn);
  const array = arrayOfParameter(value);
  return array ? [array] : [];
}

/** Arrays whose cells are numbered from 1 through all of them. */
export function numberCells(arrays: readonly PyArray[], context: Context): PyArray[] {
  let next = 1;
  return arrays.map(({ shape, notation }) => {
    const data = newData(context.allocate(shape), 'float64').map(() => next++);
    return arrayOf(data, shape, 'float64', { notation });
  });
}

/** The gradients of the arrays: of each cell the sum over the places to which `places` assigns its number; 0 marks other cells. */
export function gathered(gradient: PyArray, places: PyArray, arrays: readonly PyArray[], context: Context): PyArray[] {
  const starts = arrays.map((_, index) => arrays.slice(0, index).reduce((sum, { shape }) => sum + sizeOf(shape), 1));
  const sums = arrays.map(({ shape }) => newData(context.allocate(shape), gradient.dtype));
  const values = flat(gradient);
  flat(places).forEach((place, cell) => {
    const index = starts.filter((start) => place >= start).length - 1;
    if (index >= 0) sums[index]![place - starts[index]!]! += values[cell]!;
  });
  return sums.map((data, index) => {
    const { shape, notation } = arrays[index]!;
    return arrayOf(data, shape, gradient.dtype, { notation });
  });
}

/** `index`: of an operation with several results, the one whose gradient is given. */
export function movedCells(
  name: string,
  self: Py | undefined,
  callee: Py,
  args: Arguments,
  inputs: readonly PyArray[],
  machine: Machine,
): ((gradient: PyArray, index: number) => (PyArray | undefined)[]) | undefined {
  if (!MOVES.test(name)) return undefined;
  const { context } = machine;
  const moved = [...new Set(inputs)].filter(({ dtype }) => isFloat(dtype));
  return (gradient, index) => {
    const numbered = numberCells(moved, context);
    const replaced = (value: Py): Py => {
      if (isSequence(value))
        return value.range || value.array ? value : { kind: value.kind, items: value.items.map(replaced) };
      const array = arrayOfParameter(value);
      return (array && numbered[moved.indexOf(array)]) ?? value;
    };
    const passed = ({ value, range }: PassedArgument): PassedArgument => ({ value: replaced(value), range });
    const again = {
      ...args,
      positional: args.positional.map(passed),
      named: new Map([...args.named].map(([key, argument]) => [key, passed(argument)])),
    };
    const own = self && arrayOfParameter(self) ? machine.attribute(replaced(self), name) : callee;
    const found = gathered(gradient, arraysIn(machine.invoke(own, again))[index]!, moved, context);
    return inputs.map((input, at) => (inputs.indexOf(input) === at ? found[moved.indexOf(input)] : undefined));
  };
}

/** `x.max(dim)`, whose results are values and their places along an axis: the gradient goes to these places. */
export function extremeCells(
  name: string,
  [input]: readonly PyArray[],
  args: Arguments,
  result: Py,
  context: Context,
): ((gradient: PyArray, index: number) => PyArray[]) | undefined {
  if (!/^(?:max|min)$/.test(name) || result.kind !== 'tuple' || !input) return undefined;
  const dim = [...args.positional, args.named.get('dim')].find((argument) => argument?.value.kind === 'number');
  const places = result.items[1];
  if (dim?.value.kind !== 'number' || places?.kind !== 'array') return undefined;
  const axis = normalizeAxis(dim.value.value, input.shape.length);
  const withAxis = (array: PyArray): PyArray =>
    array.shape.length < input.shape.length ? expandAxis(array, axis) : array;
  return (gradient) => {
    const [numbered] = numberCells([input], context);
    const chosen = getItem(numbered!, gridParts(numbered!, withAxis(places), axis), context);
    return gathered(withAxis(gradient), chosen, [input], context);
  };
}
