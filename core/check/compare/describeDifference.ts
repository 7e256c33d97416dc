/** Sentences about a result that differs: its error, its shape, its cells. */
import { formatShape } from '../../array/NdArray';
import { msg, type Message } from '../../message';
import type { LayerCase } from '../cases/LayerCase';
import type { ArrayOutcome, Outcome } from './runCase';

/** Undefined where everything agrees. */
export function describeDifference({ error, arrays, layerCase }: Outcome): Message | undefined {
  if (error) return msg('{0}: {1} (line {2})', error.type, error.message, error.line);
  const array = arrays.find(({ differing }) => differing > 0);
  if (!array) return undefined;
  if (!array.sameShape) return describeShape(array, layerCase);
  return msg(
    '{0}: {1} of {2} values differ, by up to {3}',
    array.name,
    array.differing,
    array.total,
    rounded(array.largest),
  );
}

/** Which axis has a wrong size, and the formula that gives the size. */
export function describeShape({ name, returned, actual, expected }: ArrayOutcome, layerCase: LayerCase): Message {
  if (!returned) return msg('the function returns no array for {0}', name);
  const mine = (actual ?? returned).shape;
  const right = formatShape(expected.shape);
  const axis = mine.length === expected.shape.length ? mine.findIndex((extent, k) => extent !== expected.shape[k]) : -1;
  if (axis < 0) return msg('{0} has shape {1}, not {2}', name, formatShape(mine), right);
  const formula = formulaFor(axis, mine[axis]!, layerCase);
  const base = msg(
    '{0} has shape {1}, not {2}: axis {3} has size {4}',
    name,
    formatShape(mine),
    right,
    axis,
    mine[axis]!,
  );
  return formula ? msg('{0} – {1} gives this size', base, formula) : base;
}

/** A wrong formula that gives `size` on a spatial axis. */
function formulaFor(axis: number, size: number, { x, kernel, stride, pad }: LayerCase): string | undefined {
  if ((axis !== 1 && axis !== 2) || !x) return undefined;
  const n = x.shape[axis]!;
  const other = x.shape[3 - axis]!;
  const f = kernel[axis - 1]!;
  const formulas: readonly (readonly [string, number])[] = [
    ['(n − f + 2·pad) / stride', Math.floor((n - f + 2 * pad) / stride)],
    ['(n − f) / stride + 1', Math.floor((n - f) / stride) + 1],
    ['(n − f + pad) / stride + 1', Math.floor((n - f + pad) / stride) + 1],
    ['n − f + 2·pad + 1', n - f + 2 * pad + 1],
    ['⌈(n − f + 2·pad) / stride⌉ + 1', Math.ceil((n - f + 2 * pad) / stride) + 1],
    [axis === 1 ? 'n_W in place of n_H' : 'n_H in place of n_W', Math.floor((other - f + 2 * pad) / stride) + 1],
    ['n', n],
    ['n + 2·pad', n + 2 * pad],
    ['n − f + 1', n - f + 1],
  ];
  return formulas.find(([, value]) => value === size)?.[0];
}

function rounded(value: number): string {
  return Number.isFinite(value) ? String(Number(value.toPrecision(4))) : String(value);
}
