/** The convention of a forward function or method of the text: its gradient is compared under the same one. */
import type { NdArray } from '../../array/NdArray';
import { roleOf } from '../adapt/roles';
import type { CheckContext } from '../CheckContext';
import { agrees } from '../compare/runCase';
import { isBackward, isConvolution } from '../CourseFunction';
import { asArray } from '../run/ProgramValue';
import { definitionSource } from '../source/definitionSource';
import type { Target } from '../Target';
import { targetsOf } from '../targets';
import type { Convention } from './Convention';
import { CONVENTIONS } from './conventions';
import { comparedUnder, type ConventionalRun } from './withConvention';
import type { Run } from '../Run';

/** The run of a gradient compared under the convention of its forward function; undefined where that follows none that is known. */
export function underForward(context: CheckContext, target: Target, run: Run): ConventionalRun | undefined {
  const { operation, special } = run.adapter;
  const followed = special === undefined ? forwardConvention(context, target) : undefined;
  if (!followed || (run.outcomes.every(agrees) && hasPlainForward(context, run))) return undefined;
  const convention = CONVENTIONS.find(
    ({ id, operations, caseOf }) => id === followed.id && operations.includes(operation) && !caseOf,
  );
  return convention && comparedUnder(convention, run);
}

/** The convention that the forward function or method agrees under, for a gradient. */
export function forwardConvention(context: CheckContext, target: Target): Convention | undefined {
  const { owner, operations } = target;
  if (!isBackward(operations[0]!)) return undefined;
  if (owner) return context.conventions.get(owner.name);
  const forwards = [...context.agreeing].filter((name) => name !== target.name && baseOf(name) === baseOf(target.name));
  const [forward, ...others] = forwards;
  if (forward === undefined || others.length > 0 || !isOfSameFilter(context, target, forward)) return undefined;
  return context.conventions.get(forward);
}

/** Whether a forward function of the text is the layer itself: a gradient of the layer can be its one. */
function hasPlainForward(context: CheckContext, { adapter: { operation } }: Run): boolean {
  const forward = isConvolution(operation) ? 'conv_forward' : 'pool_forward';
  return targetsOf(context).some(
    ({ name, owner, operations }) =>
      operations.includes(forward) && context.agreeing.has(name) && !context.conventions.has(owner?.name ?? name),
  );
}

const DIRECTION = /forwards?|fwd|backwards?|back_?prop(?:agation)?|back|bwd|grad(?:ient)?s?|_/gi;

/** `conv2d_backward` and `conv2d_forward` as `conv2d`. */
function baseOf(name: string): string {
  return name.replace(DIRECTION, '').toLowerCase();
}

/** False where a gradient is computed with the forward function, or is called with another filter, such as one that is turned already. */
function isOfSameFilter({ tree, calls, definitions }: CheckContext, { name }: Target, forward: string): boolean {
  const range = definitions.functions.find((each) => each.name === forward)?.range;
  if (
    !range ||
    definitionSource(tree, [name])
      .slice(...range)
      .trim() !== ''
  )
    return false;
  const filtersOf = (of: string): NdArray[] =>
    calls
      .filter((call) => call.name === of)
      .flatMap(({ args }) =>
        [...args].flatMap(([key, value]) => (roleOf(key) === 'filter' ? (asArray(value) ?? []) : [])),
      );
  const [own, given] = [filtersOf(name), filtersOf(forward)];
  return (
    own.length === 0 ||
    given.length === 0 ||
    own.some((each) => given.some((w) => String(w.data) === String(each.data)))
  );
}
