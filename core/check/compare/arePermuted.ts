/** Whether results are the layer's with their axes in another order. */
import type { AxisLayout } from '../adapt/Adapter';
import { axesOf } from '../adapt/layout/layouts';
import { transpose } from '../adapt/layout/transpose';
import { compareArrays, SINGLE_TOLERANCE } from './compareArrays';
import type { ArrayOutcome } from './compareReturned';
import type { Outcome } from './runCase';

/** One order for all cases that have a result; the rows stay before the columns. */
export function arePermuted(outcomes: readonly Outcome[], layout: AxisLayout): boolean {
  const results = outcomes.flatMap(({ arrays }) => arrays.filter(({ name }) => name === 'Z' || name === 'A'));
  const axes = [...'NHWC'].filter((axis) => axesOf(layout).output.includes(axis));
  const [rows, cols] = [axes.indexOf('H'), axes.indexOf('W')];
  if (results.length === 0 || rows < 0) return false;
  return permutations(axes.map((_, axis) => axis)).some(
    (order) => order[rows]! < order[cols]! && results.every((each) => isAlike(each, axes, order)),
  );
}

function isAlike({ returned, expected }: ArrayOutcome, axes: readonly string[], order: readonly number[]): boolean {
  if (returned?.shape.length !== order.length) return false;
  const shape = axes.map((axis) => expected.shape['NHWC'.indexOf(axis)]!);
  return compareArrays(transpose(returned, order), { shape, data: expected.data }, SINGLE_TOLERANCE).differing === 0;
}

function permutations(items: readonly number[]): number[][] {
  if (items.length < 2) return [[...items]];
  return items.flatMap((item) => permutations(items.filter((other) => other !== item)).map((rest) => [item, ...rest]));
}
