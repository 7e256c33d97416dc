/** The convention of a forward function or method of the text: its gradient is compared under the same one. */
import type { NdArray } from '../../array/NdArray';
import { baseOf } from '../adapt/guessOperation';
import { roleOf, rolesOf } from '../adapt/roles/roles';
import type { CheckContext } from '../CheckContext';
import { agrees } from '../compare/runCase';
import { isBackward, isConvolution, type CourseFunction } from '../CourseFunction';
import { asArray } from '../run/ProgramValue';
import type { RecordedCall } from '../run/Runner';
import { definitionSource } from '../source/definitionSource';
import type { Target } from '../Target';
import { targetsOf } from '../targets';
import type { Convention } from './Convention';
import { CONVENTIONS, KEPT_TURNED, turnsFilter } from './conventions';
import { comparedUnder, differing, type ConventionalRun } from './withConvention';
import type { Run } from '../Run';

/** The run of a gradient compared under the convention of its forward function; undefined where that follows none that is known. */
export function underForward(context: CheckContext, target: Target, run: Run): ConventionalRun | undefined {
  const { operation, special } = run.adapter;
  const forward = special === undefined ? forwardOf(context, target) : undefined;
  const followed = forward && context.conventions.get(forward.name);
  const isPlain = followed?.id === 'scaled' || !forward?.isCertain || hasPlainForward(context, run);
  if (!followed || (run.outcomes.every(agrees) && isPlain)) return undefined;
  const [compared, ...others] = [...new Set([...CONVENTIONS, followed])]
    .filter(({ id, operations, caseOf }) => id === followed.id && operations.includes(operation) && !caseOf)
    .map((convention) => comparedUnder(convention, run))
    .sort((a, b) => differing(a) - differing(b));
  if (!compared) return undefined;
  if (keepsTurned(context, target) && !compared.outcomes.every(agrees))
    return { ...comparedUnder(KEPT_TURNED, run), alternatives: [compared] };
  // The gradient of padding with values of the input may be cut out.
  return { ...compared, alternatives: forward.isCertain ? others.slice(0, 1) : [run] };
}

/** Whether the constructor turns the filter that it is given, and does not keep it as it is. */
function keepsTurned({ tree }: CheckContext, { owner }: Target): boolean {
  const init = owner?.methods.find(({ name }) => name === '__init__');
  if (!init || !turnsFilter(tree.text(init.node))) return false;
  const filter = init.parameters.find(({ name }) => rolesOf(name).includes('filter'))?.name;
  const kept = new RegExp(
    String.raw`=\s*(?:np\.(?:as)?array\()?${filter}\b(?:,[^()]*)?\)?(?:\.\w+\([^()]*\))?[ \t]*(?:#.*)?$`,
    'm',
  );
  return filter !== undefined && !kept.test(tree.text(init.node));
}

/** The convention that the forward function or method agrees under, for a gradient. */
export function forwardConvention(context: CheckContext, target: Target): Convention | undefined {
  const forward = forwardOf(context, target);
  return forward && context.conventions.get(forward.name);
}

interface Forward {
  /** Of the function or the class. */
  readonly name: string;
  /** Its name, or the arrays of the text's calls, show that the gradient is the one of this function. */
  readonly isCertain: boolean;
}

/** The forward function of a gradient: of a like name, called with the same arrays, or the only one. */
function forwardOf(context: CheckContext, target: Target): Forward | undefined {
  const { owner, operations, name } = target;
  if (!isBackward(operations[0]!)) return undefined;
  if (owner) return { name: owner.name, isCertain: true };
  const named = [...context.agreeing].filter((each) => each !== name && baseOf(each) === baseOf(name));
  if (named.length > 0)
    return named.length === 1 && isOfSameFilter(context, target, named[0]!)
      ? { name: named[0]!, isCertain: true }
      : undefined;
  const fitting = forwardsOf(context, operations[0]!).filter(
    (each) => !each.owner && isOfSameFilter(context, target, each.name),
  );
  const called = fitting.filter((each) => isOfSameCall(context, target, each));
  const [forward, ...others] = called.length > 0 ? called : fitting;
  if (!forward || others.length > 0) return undefined;
  return { name: forward.name, isCertain: called.length > 0 };
}

/** Functions and methods of the text that agree, of the layer whose gradient an operation is. */
function forwardsOf(context: CheckContext, operation: CourseFunction): Target[] {
  const forward = isConvolution(operation) ? 'conv_forward' : 'pool_forward';
  return targetsOf(context).filter(
    ({ name, operations, special }) => !special && operations.includes(forward) && context.agreeing.has(name),
  );
}

/** Whether the text calls both with the same input, and the gradient with an array of the shape of the forward result. */
function isOfSameCall({ calls }: CheckContext, { name }: Target, forward: Target): boolean {
  const results = calls.filter((call) => call.name === forward.name);
  return calls.some((call) => {
    const arrays = call.name === name ? arraysOf(call) : [];
    return results.some((made) => {
      const shape = String(asArray(made.result)?.shape);
      const input = String(arraysOf(made)[0]?.data);
      return arrays.some((each) => String(each.shape) === shape) && arrays.some(({ data }) => String(data) === input);
    });
  });
}

function arraysOf({ args }: RecordedCall): NdArray[] {
  return [...args.values()].flatMap((value) => asArray(value) ?? []);
}

/** Whether a forward function of the text is the layer itself: a gradient of the layer can be its one. */
function hasPlainForward(context: CheckContext, { adapter: { operation } }: Run): boolean {
  return forwardsOf(context, operation).some(({ name, owner }) => !context.conventions.has(owner?.name ?? name));
}

/** A statement on the padding 'same' in a comment or docstring. */
const SAME_OF_TENSORFLOW =
  /\bsame\b[^{}]{0,80}\b(?:tensorflow|TF|keras)\b|\b(?:tensorflow|TF|keras)\b[^{}]{0,80}\bsame\b/i;

/** The convention that the text rules out: its id. */
export function excludedConvention(context: CheckContext, target: Target): string | undefined {
  if (isOfUnturned(context, target)) return 'true-convolution';
  return excludedPadding(context);
}

/** Other rules of 'same', where the text states that it is TensorFlow's. */
export function excludedPadding({ tree }: Pick<CheckContext, 'tree'>): string | undefined {
  const isStated = tree.all(['Comment', 'String']).some((node) => SAME_OF_TENSORFLOW.test(tree.text(node)));
  return isStated ? 'same-padding-rule' : undefined;
}

/** Whether a gradient belongs to a forward function that is the layer itself, in a text that turns no filter elsewhere. */
function isOfUnturned(context: CheckContext, { owner, operations, name, definition }: Target): boolean {
  if (
    operations[0] !== 'conv_backward' ||
    [...context.conventions.values()].some(({ id }) => id === 'true-convolution')
  )
    return false;
  const { from, to } = definition.node;
  const { source } = context.tree;
  if (turnsFilter(source.slice(0, from) + source.slice(to))) return false;
  const forwards = forwardsOf(context, operations[0]);
  if (owner) return forwards.some((each) => each.owner === owner);
  return forwards.some((each) => !each.owner && takesFilterOf(context, name, each.name) === true);
}

/** False where a gradient is computed with the forward function, or is called with another filter, such as one that is turned already. */
function isOfSameFilter(context: CheckContext, { name }: Target, forward: string): boolean {
  const { tree, definitions } = context;
  const range = definitions.functions.find((each) => each.name === forward)?.range;
  const isOther =
    range &&
    definitionSource(tree, [name])
      .slice(...range)
      .trim() === '';
  return isOther === true && takesFilterOf(context, name, forward) !== false;
}

/** Whether the calls of two functions share a filter; undefined where one is called with none. */
function takesFilterOf({ calls }: CheckContext, name: string, other: string): boolean | undefined {
  const filtersOf = (of: string): NdArray[] =>
    calls
      .filter((call) => call.name === of)
      .flatMap(({ args }) =>
        [...args].flatMap(([key, value]) => (roleOf(key) === 'filter' ? (asArray(value) ?? []) : [])),
      );
  const [own, given] = [filtersOf(name), filtersOf(other)];
  if (own.length === 0 || given.length === 0) return undefined;
  return own.some((each) => given.some((w) => String(w.data) === String(each.data)));
}
