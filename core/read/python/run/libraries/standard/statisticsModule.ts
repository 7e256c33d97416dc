/** `statistics`: means, medians, modes and variances of Python numbers. */
import { PythonError } from '../../../runtime/PythonError';
import { pyFloat, pyInteger, pyList } from '../../../value/constructors';
import type { Py, PyNumber } from '../../../value/Py';
import type { Call } from '../../../library/call/Call';
import { LensError, msg } from '../../../../../message';
import type { Machine } from '../../machine/Machine';
import { isEqual } from '../../operations/equality';
import { iterate } from '../../operations/iterate';
import { sorted } from '../../operations/sorted';
import type { Builtins } from '../../builtins/table';

export const STATISTICS_MODULE: Builtins = {
  mean: ['data', mean],
  fmean: ['data', (call, machine) => pyFloat(meanOf(wholeNumbers(call, machine)))],
  median: ['data', (call, machine) => median(call, machine, 'mean')],
  median_low: ['data', (call, machine) => median(call, machine, 'low')],
  median_high: ['data', (call, machine) => median(call, machine, 'high')],
  mode: ['data', (call, machine) => modes(call, machine)[0]!],
  multimode: ['data', (call, machine) => pyList(modes(call, machine))],
  pvariance: ['data', (call, machine) => variance(call, machine, 0)],
  variance: ['data', (call, machine) => variance(call, machine, 1)],
};

function itemsOf(call: Call, machine: Machine): Py[] {
  const items = iterate(call.value('data'), machine);
  if (items.length > 0) return items;
  throw new PythonError('StatisticsError', `${call.callee.split('.').pop()!} requires at least one data point`);
}

function numbers(call: Call, machine: Machine): PyNumber[] {
  return itemsOf(call, machine).map((item) => {
    if (item.kind === 'number' && !item.numpy) return item;
    throw new LensError(msg('{0} is supported for lists of numbers', call.callee), undefined, call.range);
  });
}

function total(items: readonly PyNumber[]): number {
  return items.reduce((sum, { value }) => sum + value, 0);
}

function meanOf(items: readonly PyNumber[]): number {
  return total(items) / items.length;
}

function mean(call: Call, machine: Machine): Py {
  const items = wholeNumbers(call, machine);
  const isFloat = items.some(({ dtype }) => dtype === 'float64');
  return isFloat ? pyFloat(meanOf(items)) : quotient(total(items), items.length);
}

/** A whole number where the result is one. */
function quotient(sum: number, divisor: number): Py {
  return sum % divisor === 0 ? pyInteger(sum / divisor) : pyFloat(sum / divisor);
}

function median(call: Call, machine: Machine, kind: 'mean' | 'low' | 'high'): Py {
  const items = sorted(numbers(call, machine), undefined, false, machine) as PyNumber[];
  const middle = Math.floor(items.length / 2);
  const [low, high] = [items[middle - 1], items[middle]!];
  if (!low || items.length % 2 === 1 || kind === 'high') return high;
  return kind === 'low' ? low : pyFloat((low.value + high.value) / 2);
}

/** The most frequent items, in the order in which they appear. */
function modes(call: Call, machine: Machine): Py[] {
  const items = itemsOf(call, machine);
  const counts = items.map((item) => items.filter((other) => isEqual(item, other, machine)).length);
  const most = Math.max(...counts);
  return items.filter(
    (item, at) => counts[at] === most && items.findIndex((other) => isEqual(item, other, machine)) === at,
  );
}

/** Exact for whole numbers: (n Σx² − (Σx)²) / (n (n − correction)). */
function variance(call: Call, machine: Machine, correction: 0 | 1): Py {
  const items = wholeNumbers(call, machine);
  const count = items.length;
  if (count <= correction) throw new PythonError('StatisticsError', 'variance requires at least two data points');
  const squares = items.reduce((sum, { value }) => sum + value ** 2, 0);
  return quotient(count * squares - total(items) ** 2, count * (count - correction));
}

/** Python computes with exact fractions, which floating-point sums do not always round to. */
function wholeNumbers(call: Call, machine: Machine): PyNumber[] {
  const items = numbers(call, machine);
  if (items.every(({ value }) => Number.isInteger(value))) return items;
  throw new LensError(msg('{0} is supported for whole numbers', call.callee), undefined, call.range);
}
