/** `np.pad`, whose mode may be a function of the program. */
import { ownEntry } from '../../../../../ownEntry';
import { stridedView, walk, type PyArray } from '../../../array/PyArray';
import { Call, libraryFunction } from '../../../library/call/Call';
import { padWithZeros } from '../../../library/manipulation/padding';
import { SHAPING } from '../../../library/manipulation/shaping';
import { pyInteger, pyTuple } from '../../../value/constructors';
import type { Arguments, Py, PyFunction } from '../../../value/Py';
import { machineOf, type Machine } from '../../machine/Machine';

const BY_NAME = libraryFunction('numpy.pad', ...ownEntry(SHAPING, 'pad')!);

export const PAD: PyFunction = {
  ...BY_NAME,
  call: (args, context) => {
    const mode = args.named.get('mode') ?? args.positional[2];
    return mode?.value.kind === 'function'
      ? padByFunction(mode.value, args, machineOf(context))
      : BY_NAME.call(args, context);
  },
};

/** Calls the function with each line of each axis of the array padded with zeros; it writes into the line. */
function padByFunction(fill: PyFunction, args: Arguments, machine: Machine): Py {
  const own = new Map([...args.named].filter(([name]) => name === 'array' || name === 'pad_width'));
  const given = [...args.named].filter(([name]) => !own.has(name) && name !== 'mode');
  const call = new Call(
    'array pad_width',
    { ...args, positional: args.positional.slice(0, 2), named: own },
    machine.context,
  );
  const { padded, widths } = padWithZeros(call);
  const options: Py = { kind: 'dictionary', entries: new Map(given.map(([name, { value }]) => [name, value])) };
  widths.forEach((pair, axis) => {
    const width = pyTuple(pair.map(pyInteger));
    for (const line of linesOf(padded, axis)) machine.call(fill, [line, width, pyInteger(axis), options]);
  });
  return padded;
}

/** Views of one dimension along the axis. */
function linesOf(array: PyArray, axis: number): PyArray[] {
  const { shape, strides, offset } = array;
  const lines: PyArray[] = [];
  const others = (items: readonly number[]): number[] => items.filter((_, each) => each !== axis);
  walk({ shape: others(shape), strides: others(strides), offset }, (place) =>
    lines.push(stridedView(array, place, [shape[axis]!], [strides[axis]!])),
  );
  return lines;
}
