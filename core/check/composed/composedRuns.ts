/** Runs of a gradient of functions that are put together: compared with central differences of the forward function of the text. */
import type { NdArray } from '../../array/NdArray';
import { msg } from '../../message';
import { RandomState } from '../../random/RandomState';
import { DRIVER, driverSource, type Adapter } from '../adapt/Adapter';
import { isBackwardName } from '../adapt/guessOperation';
import { precisionOf } from '../adapt/support/precisionOf';
import type { LayerCase } from '../cases/LayerCase';
import type { CheckContext } from '../CheckContext';
import { agrees, driverArguments, runCase } from '../compare/runCase';
import type { Case, Run } from '../Run';
import { asArray } from '../run/ProgramValue';
import type { Runner } from '../run/Runner';
import { definitionSource } from '../source/definitionSource';
import type { Target } from '../Target';
import { gradientPlan, tuple, type GradientPlan } from './gradientPlan';

/** Half of the distance between the two points. */
const STEP = 1e-5;
/** A cell whose slopes differ by more has no derivative, as at a maximum. */
const KINK = 1e-3;
/** Decimals to which gradients are compared. */
const DECIMALS = 6;
/** Work of all central differences. */
const MOST_WORK = 60_000_000;
/** Arrays that are drawn until the output has a derivative by each of their cells. */
const SEEDS = [71, 72, 73, 74];
const CASES = 2;

/** Empty where the gradient cannot be called. */
export function composedRuns(context: CheckContext, target: Target): Run[] {
  const called = gradientPlan(context, target);
  if (!called) return [];
  // A layer that is left out may belong to it.
  const others = context.definitions.functions.filter(({ name }) => isBackwardName(name)).map(({ name }) => name);
  const plan = { ...called, roots: [...called.roots, ...others] };
  const source = definitionSource(context.tree, plan.roots);
  if (precisionOf(source).precision !== undefined) return [];
  const forward = context.open(source + driverSource(adapterOf(target, plan, [...plan.forward, 'return _out'])));
  const first = forward.call(DRIVER, driverArguments(caseOf(plan, SEEDS[0]!)));
  const most = MOST_WORK / (3 * CASES * Math.max(1, forward.work));
  const every = Math.ceil(plan.size / most);
  if (!first.value || every > plan.size / 12) return [];
  const cases: Case[] = [];
  for (const seed of SEEDS) {
    const layerCase = caseOf(plan, seed);
    const array = differences(forward, plan, layerCase, every);
    if (array) cases.push({ layerCase, expected: [{ name: 'result', array }], own: false });
    if (cases.length === CASES) break;
  }
  if (cases.length === 0) return [];
  const adapter = adapterOf(target, plan, [...plan.forward, ...plan.backward, `return ${sampled(plan, every)}`]);
  const runner = context.open(source + driverSource(adapter));
  const own = cases.map((each, k) => ({ ...each, own: k === 0 }));
  const outcomes = own.map(({ layerCase, expected }) => runCase(runner, adapter, layerCase, expected));
  // The gradient of another array may be missing.
  return plan.isWhole || !outcomes.every(agrees) ? [{ adapter, runner, cases: own, outcomes }] : [];
}

function adapterOf({ name }: Target, { roots }: GradientPlan, body: readonly string[]): Adapter {
  return {
    operation: 'conv_backward',
    special: 'composed_gradient',
    name,
    roots,
    layout: 'NHWC',
    body,
    results: ['result'],
    supports: { bias: true },
    fixed: {},
    precision: DECIMALS,
  };
}

function caseOf({ size, gradient, compared }: GradientPlan, seed: number): LayerCase {
  const random = new RandomState(seed);
  return {
    operation: 'conv_backward',
    label: msg('{0} input', compared[0]!.shape.join('×')),
    x: random.randn(size),
    gradient: random.randn(...gradient),
    kernel: [1, 1],
    stride: 1,
    pad: 0,
    mode: 'max',
  };
}

/** Source of every so many cells of the gradients. */
function sampled({ compared }: GradientPlan, every: number): string {
  const parts = compared.map(({ result, shape }) => {
    const isWhole = `_lens_np.shape(${result}) == ${tuple(shape)}`;
    return `_lens_np.ravel(${result})[::${every}] if ${isWhole} else _lens_np.zeros(0)`;
  });
  return `_lens_np.concatenate([${parts.join(', ')}])`;
}

/** Derivatives of the sum of gradient · output; undefined where one of them does not exist. */
function differences(
  runner: Runner,
  { compared }: GradientPlan,
  layerCase: LayerCase,
  every: number,
): NdArray | undefined {
  const { x, gradient } = layerCase;
  const lossOf = (data: Float64Array): number | undefined => {
    const { value } = runner.call(DRIVER, driverArguments({ ...layerCase, x: { shape: x!.shape, data } }));
    const output = asArray(value)?.data;
    if (output?.length !== gradient!.data.length) return undefined;
    return Float64Array.from(gradient!.data).reduce((sum, each, k) => sum + each * output[k]!, 0);
  };
  const middle = lossOf(Float64Array.from(x!.data));
  const values: number[] = [];
  for (const { from, shape } of compared) {
    const end = from + shape.reduce((product, extent) => product * extent, 1);
    for (let at = from; at < end; at += every) {
      const [right, left] = [STEP, -STEP].map((step) => {
        const data = Float64Array.from(x!.data);
        data[at]! += step;
        return (lossOf(data)! - middle!) / step;
      });
      if (!(Math.abs(right! - left!) <= KINK * Math.max(1, Math.abs(right!)))) return undefined;
      values.push((right! + left!) / 2);
    }
  }
  return { shape: [values.length], data: Float64Array.from(values) };
}
