/** A function that the text does not call may be made for one geometry: it is compared on that one first. */
import { attempt } from '../../message';
import { expectedOf } from '../cases/expected';
import { makeCase, type CaseSizes } from '../cases/makeCase';
import { fitCase } from '../compare/fitCase';
import { agrees, runCase } from '../compare/runCase';
import type { ConventionalRun } from '../convention/withConvention';
import { isConvolution, isPooling } from '../CourseFunction';

/** Geometries for which such functions are written, besides those on which every function is run. */
const USUAL: readonly CaseSizes[] = [
  { rows: 6, cols: 4, kernel: [2, 2], stride: 2, pad: 0 },
  { rows: 6, cols: 5, kernel: [3, 3], stride: 1, pad: 0 },
  { rows: 7, cols: 5, kernel: [3, 3], stride: 2, pad: 1 },
  { rows: 6, cols: 7, kernel: [5, 5], stride: 1, pad: 2 },
  { rows: 6, cols: 7, kernel: [5, 5], stride: 1, pad: 0 },
];

/** The run with the first geometry on which the function agrees as its own case; undefined without one, or where the text has calls. */
export function onAgreeingGeometry(run: ConventionalRun): ConventionalRun | undefined {
  const { adapter, runner, convention, cases, outcomes } = run;
  const { operation, special } = adapter;
  const isLayer = special === undefined && (isConvolution(operation) || isPooling(operation));
  if (!isLayer || cases.some(({ isCall }) => isCall)) return undefined;
  if (outcomes.every((outcome, k) => !cases[k]!.own || agrees(outcome))) return undefined;
  const others = cases.map((each) => ({ ...each, own: false }));
  const place = outcomes.findIndex(agrees);
  if (place >= 0) return { ...run, cases: others.map((each, k) => (k === place ? { ...each, own: true } : each)) };
  const modes = isConvolution(operation) ? [{}] : ([{ mode: 'max' }, { mode: 'average' }] as const);
  for (const [k, sizes] of USUAL.entries()) {
    for (const mode of modes) {
      const layerCase = attempt(() => fitCase(makeCase(operation, { ...sizes, ...mode }, k + 71), adapter));
      const expected = layerCase && attempt(() => (convention?.expected ?? expectedOf)(layerCase));
      if (!expected) continue;
      const outcome = runCase(runner, adapter, layerCase, expected);
      if (agrees(outcome))
        return {
          ...run,
          cases: [{ layerCase, expected, own: true }, ...others],
          outcomes: [outcome, ...outcomes],
        };
    }
  }
  return undefined;
}
