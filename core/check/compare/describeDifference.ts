/** Sentences about a result that differs: its error, its shape, its cells. */
import { formatShape } from '../../array/NdArray';
import { msg, type Message } from '../../message';
import type { AxisLayout } from '../adapt/Adapter';
import { userIndex } from '../adapt/layout/layouts';
import type { LayerCase } from '../cases/LayerCase';
import type { ArrayOutcome } from './compareReturned';
import type { Outcome } from './runCase';
import { sizeFormula, type SizeSample } from './sizeFormula';

/** Undefined where everything agrees. */
export function describeDifference({ error, arrays, layerCase }: Outcome, layout: AxisLayout): Message | undefined {
  if (error) return msg('{0}: {1} (line {2})', error.type, error.message, error.line);
  const array = arrays.find(({ differing }) => differing > 0);
  if (!array) return undefined;
  if (!array.sameShape) return describeShape(array, layerCase, layout);
  return msg(
    '{0}: {1} of {2} value{2||s} differ{1|s|}, by up to {3}',
    array.name,
    array.differing,
    array.total,
    toFourDigits(array.largest),
  );
}

/** Which axes have a wrong size, and the formula that gives it. `alike`: other cases that fail, to tell formulas apart. */
export function describeShape(
  array: ArrayOutcome,
  layerCase: LayerCase,
  layout: AxisLayout,
  alike: readonly Outcome[] = [],
): Message {
  const { name, returned, actual, expected } = array;
  if (!returned) return msg('the function returns no array for {0}', name);
  const mine = (actual ?? returned).shape;
  const base = msg(
    '{0} has shape {1}, not {2}',
    name,
    formatShape(returned.shape),
    formatShape(ownShape(array, layout)),
  );
  if (mine.length !== expected.shape.length) return base;
  const wrong = mine.flatMap((extent, axis) => (extent === expected.shape[axis] ? [] : [axis]));
  const [axis] = wrong;
  if (axis === undefined) return base;
  if (isReordered(mine, expected.shape)) return msg('{0}: its axes are in another order', base);
  const formula = reasonOf(array, layerCase, wrong, alike);
  if (wrong.length === 2 && wrong.every(isSpatial)) {
    const both = msg('{0}: rows and columns have the wrong size', base);
    return formula === undefined ? both : msg('{0} – {1} gives these sizes', both, formula);
  }
  const single = msg('{0}: axis {1} has size {2}', base, ownAxis(axis, array, layout), mine[axis]!);
  return formula === undefined ? single : msg('{0} – {1} gives this size', single, formula);
}

function reasonOf(
  array: ArrayOutcome,
  layerCase: LayerCase,
  wrong: readonly number[],
  alike: readonly Outcome[],
): Message | string | undefined {
  const { name, returned, actual } = array;
  if ((name !== 'Z' && name !== 'A') || layerCase.pooled) return undefined;
  const mine = (actual ?? returned)!.shape;
  if (wrong.length === 1 && wrong[0] === 3) {
    return mine[3] === layerCase.x?.shape[3] ? msg('the number of the input’s channels') : undefined;
  }
  const own = wrong.map((axis): SizeSample => ({ axis, size: mine[axis]!, layerCase }));
  return sizeFormula([...own, ...samplesOf(alike, name, own[0]!.axis)]) ?? sizeFormula(own);
}

/** The sizes of the axis in the cases whose result has another shape. */
function samplesOf(outcomes: readonly Outcome[], name: string, axis: number): SizeSample[] {
  return outcomes.flatMap(({ arrays, layerCase }) => {
    const array = arrays.find((each) => each.name === name && !each.sameShape);
    const shape = array?.actual?.shape;
    return shape?.length === 4 ? [{ axis, size: shape[axis]!, layerCase }] : [];
  });
}

function isSpatial(axis: number): boolean {
  return axis === 1 || axis === 2;
}

function isReordered(a: readonly number[], b: readonly number[]): boolean {
  const sorted = (shape: readonly number[]): string => [...shape].sort((x, y) => x - y).join();
  return new Set(b).size === b.length && sorted(a) === sorted(b);
}

/** The expected shape in the user's layout. */
function ownShape({ name, expected: { shape } }: ArrayOutcome, layout: AxisLayout): readonly number[] {
  if (shape.length !== 4 || name === 'db') return shape;
  return userIndex(
    shape,
    layout,
    name === 'dW' ? 'filter' : name === 'dA_prev' || name === 'x_pad' ? 'input' : 'output',
  );
}

/** The axis of the user's array. */
function ownAxis(axis: number, { name, expected: { shape } }: ArrayOutcome, layout: AxisLayout): number {
  if (shape.length !== 4 || name === 'dW' || name === 'db') return axis;
  return userIndex([0, 1, 2, 3], layout).indexOf(axis);
}

/** A number with four significant digits. */
export function toFourDigits(value: number): string {
  return Number.isFinite(value) ? String(Number(value.toPrecision(4))) : String(value);
}
