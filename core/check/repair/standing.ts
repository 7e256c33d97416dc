/** How far a function is from the layer on its cases, and in which order they are run. */
import type { NdArray } from '../../array/NdArray';
import { agrees, type Outcome } from '../compare/runCase';
import type { RepairProblem } from './RepairProblem';

/** Number of failing cases whose differing cells are counted. */
const MAX_SCORED = 3;

/** Outputs of one row or column show less of what an edit repairs. */
const ONE_ROW = 8;

/**
 * Failing cases first, of both the ones with little work; an error ends a case before its work is done. Geometries that end with
 * an error where the text's own call does not come last of those that fail: the function may not be made for them.
 */
export function caseOrder({ outcomes, cases, adapter }: RepairProblem, work: readonly number[]): number[] {
  const isCut = outcomes.some(({ error }) => error !== undefined);
  const costs = cases.map(({ layerCase: { gradient }, expected: [first] }, k) => {
    const { shape = [], data = [] } = gradient ?? first?.array ?? {};
    const cost = isCut ? data.length : work[k]!;
    // The arrays of a special layer have the function's own axes.
    return adapter.special === undefined && shape.length === 4 && Math.min(shape[1]!, shape[2]!) < 2
      ? ONE_ROW * cost
      : cost;
  });
  const own = outcomes.filter((outcome, k) => cases[k]!.own && !agrees(outcome)).map(({ error }) => error?.line);
  const rankOf = (k: number): number => {
    const { error } = outcomes[k]!;
    if (agrees(outcomes[k]!)) return 2;
    return error && own.length > 0 && !own.includes(error.line) ? 1 : 0;
  };
  return outcomes.map((_, k) => k).sort((a, b) => rankOf(a) - rankOf(b) || costs[a]! - costs[b]!);
}

/** The smallest failing case of each kind of failure; at least two cases where two fail. */
export function scoredCases(outcomes: readonly Outcome[], order: readonly number[]): number[] {
  const failing = order.filter((k) => !agrees(outcomes[k]!));
  const kinds = new Map<string, number>();
  for (const k of failing) if (!kinds.has(signatureOf(outcomes[k]!))) kinds.set(signatureOf(outcomes[k]!), k);
  const first = [...kinds.values()];
  const rest = failing.filter((k) => !first.includes(k));
  return [...first, ...rest.slice(0, Math.max(0, 2 - first.length))].slice(0, MAX_SCORED);
}

/** Cases that fail alike: the same error or the same wrong arrays, in the same mode. */
function signatureOf({ error, arrays, layerCase }: Outcome): string {
  if (error) return `${error.type} ${error.line}`;
  const wrong = arrays.filter(({ differing }) => differing > 0);
  return [layerCase.mode, layerCase.stride > 1, ...wrong.map(({ name, sameShape }) => `${name} ${sameShape}`)].join();
}

/** Share of differing cells that are not 0; more for a wrong shape, most for an error, less for a multiple of the right values. */
export function distanceOf(outcomes: readonly Outcome[]): number {
  let score = 0;
  for (const { error, further = 0, arrays } of outcomes) {
    if (error) {
      score += 4 - 0.5 * further;
      continue;
    }
    for (const { sameShape, differing, total, actual, returned, expected } of arrays) {
      score +=
        (sameShape
          ? (differing / cellsThatTell(total, actual, expected)) * (isMultiple(actual, expected) ? 0.8 : 1)
          : 1.2 + wrongAxes(actual ?? returned, expected)) / arrays.length;
    }
  }
  return score;
}

/** Cells where an array or the expected one is not 0: a result that is left empty agrees with no part of a gradient. */
function cellsThatTell(total: number, array: NdArray | undefined, { data }: NdArray): number {
  if (!array) return Math.max(1, total);
  let count = 0;
  for (let k = 0; k < data.length; k++) if (data[k] !== 0 || array.data[k] !== 0) count += 1;
  return Math.max(1, count);
}

/** Whether one factor, other than 1, turns the expected values into those of the array: only a divisor is wrong. */
function isMultiple(array: NdArray | undefined, { data }: NdArray): boolean {
  const k = data.findIndex((value) => Math.abs(value) > 1e-6);
  if (!array || k < 0) return false;
  const factor = array.data[k]! / data[k]!;
  if (factor === 0 || Math.abs(factor - 1) < 1e-6) return false;
  return data.every((value, at) => Math.abs(value * factor - array.data[at]!) <= 1e-6 * (1 + Math.abs(value)));
}

/** Up to 0.5 by the share of axes with a wrong size. */
function wrongAxes(array: NdArray | undefined, { shape }: NdArray): number {
  if (!array) return 1;
  if (array.shape.length !== shape.length) return 0.5;
  return (0.5 * shape.filter((extent, axis) => extent !== array.shape[axis]).length) / (shape.length + 1);
}
