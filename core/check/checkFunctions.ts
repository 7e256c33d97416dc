/** Checks the functions of a text: all are run first, then the searches for repairs share one budget. */
import type { CheckContext } from './CheckContext';
import { examine, type Examined } from './checkFunction';
import { composedTargets, isComposed } from './composed/composedTargets';
import type { FunctionCheck } from './FunctionCheck';
import type { Target } from './Target';

/** Each search may take its share of what is left; what it does not take is for those after it. Functions that the text calls are first. */
export function checkFunctions(context: CheckContext, targets: readonly Target[]): FunctionCheck[] {
  const layers = targets.map((target) => examine(context, target));
  const gradients = composedTargets(context, targets).map((target) => examine(context, target));
  const examined = [...layers, ...gradients];
  const isLater = ({ target }: Examined): number => Number(!isCalled(context, target) && !isHelper(context, target));
  const order = examined.sort((a, b) => isLater(a) - isLater(b));
  let left = context.budget;
  /** Functions that need no comparison with central differences. */
  const settled = new Set<string>();
  const right = new Set<string>();
  const first = order.map(({ target, share, conclude }, k) => {
    if (isComposed(target) && settled.has(target.name)) return NOTHING;
    const isRightBefore = isComposed(target) && right.has(target.name);
    const own = share?.() ?? 0;
    const others = order.slice(k + 1).reduce((sum, each) => sum + (each.share?.() ?? 0), 0);
    const most = own > 0 ? Math.min(own * context.budget, (left * own) / (own + others)) : 0;
    const { check, spent } = conclude(most);
    left = Math.max(0, left - spent);
    const isKnown = check && (isRight(check) ? !target.uncertain : check.mistakes.length > 0 || isPartlyRight(check));
    if (isKnown) settled.add(target.name);
    if (check && isRight(check)) right.add(target.name);
    return isRightBefore && check && isRight(check) ? NOTHING : { check, most };
  });
  const composed = new Set(
    order.flatMap(({ target }, k) => (isComposed(target) && first[k]!.check ? [target.name] : [])),
  );
  // What is left is for the searches that ended at their shares.
  return first.flatMap(({ check, most }, k) => {
    const each = order[k]!;
    if (composed.has(each.target.name) && !isComposed(each.target)) return [];
    if (check && !isRight(check) && isOwnStep(context, each.target, check, right)) return [];
    if (!check?.isSearchBounded || check.mistakes.length > 0 || isLater(each) || left < WORTH * most)
      return check ?? [];
    const { check: continued, spent } = each.conclude(left);
    left = Math.max(0, left - spent);
    return continued ?? [];
  });
}

/** Whether a step of the course, or a function that is not understood, is only called by functions that are right: it is what they need. */
function isOwnStep(
  { tree, definitions, calls }: CheckContext,
  { name }: Target,
  { operation, special = operation, refused }: FunctionCheck,
  right: ReadonlySet<string>,
): boolean {
  if (!refused && (!STEPS.includes(special) || calls.some((call) => call.name === name))) return false;
  const call = new RegExp(`(?<![\\w.])${name}\\(`);
  const methods = definitions.classes.flatMap((owner) =>
    owner.methods.map((each) => ({ ...each, name: `${owner.name}.${each.name}` })),
  );
  const callers = [...definitions.functions, ...methods].filter(
    (each) => each.name !== name && call.test(tree.text(each.node)),
  );
  return callers.length > 0 && callers.every((each) => right.has(each.name));
}

const STEPS: readonly string[] = [
  'conv_single_step',
  'create_mask_from_window',
  'distribute_value',
  'im2col',
  'col2im',
];

function isRight({ agrees, unseen }: FunctionCheck): boolean {
  return agrees && unseen.length === 0;
}

/** Whether a function is evidently the layer: it agrees on some geometries. */
function isPartlyRight({ refused, unseen, geometries }: FunctionCheck): boolean {
  return !refused && unseen.length < geometries;
}

const NOTHING: { readonly check?: FunctionCheck; readonly most: number } = { most: 0 };

/** Times its share that a search takes at least when it is begun again. */
const WORTH = 1.5;

/** Whether a function with the name of a layer is called by another one, which needs its repair. */
function isHelper({ tree, definitions }: CheckContext, { name, owner, uncertain }: Target): boolean {
  if (owner || uncertain) return false;
  const call = new RegExp(`(?<![\\w.])${name}\\(`);
  return definitions.functions.some((other) => other.name !== name && call.test(tree.text(other.node)));
}

/** Of a class: whether a method of one of its objects is called. */
function isCalled({ calls }: CheckContext, { owner, definition }: Target): boolean {
  if (!owner) return calls.some(({ name }) => name === definition.name);
  return calls.some(({ name, args }) => {
    const [object] = args.values();
    return name !== '__init__' && object?.kind === 'other' && object.description === owner.name;
  });
}
