/** Whether a repair breaks other functions of a text: those that it changes, and those that use the helper that it changes. */
import { openCheckContext, type CheckContext } from './CheckContext';
import { isBackward } from './CourseFunction';
import type { TextRange } from '../read/ParseResult';
import { applyEdits } from './repair/applyEdits';
import type { Repair } from './repair/searchEdits';
import { definitionSource } from './source/definitionSource';
import type { Target } from './Target';
import { linesAround } from './source/linesAround';
import { targetsOf } from './targets';

/** Checks a function, so that the context tells whether it agrees. */
type Check = (context: CheckContext, target: Target) => unknown;

/** For the repairs of one function. */
export function breaksOthers(context: CheckContext, target: Target, check: Check): (repair: Repair) => boolean {
  /** Whether a function agrees in the text as it is. */
  const before = new Map<string, boolean>();
  const agreesBefore = (other: Target): boolean => {
    const { name } = other;
    if (!before.has(name))
      before.set(name, context.agreeing.has(name) || agreeing(context, context.source, [other], check).has(name));
    return before.get(name)!;
  };
  return ({ edits }) => {
    const outside = edits.filter(({ range }) => !isIn((target.owner ?? target.definition).range, range));
    const users = [...usersOf(context, target, outside), ...gradientsOf(context, target)].filter(agreesBefore);
    const changed = [...new Set([...forwardsChanged(context, target, edits), ...users.map(({ name }) => name)])];
    if (changed.length === 0) return false;
    const others = targetsOf(context).filter(({ name }) => changed.includes(name));
    const right = agreeing(context, applyEdits(context.source, edits) ?? '', others, check);
    return !changed.every((name) => right.has(name));
  };
}

/** The names of those functions that agree in a text. */
function agreeing(
  { open, now }: CheckContext,
  source: string,
  others: readonly Target[],
  check: Check,
): ReadonlySet<string> {
  const context = openCheckContext(source, { open, now, budget: 0 });
  for (const each of targetsOf(context)) if (others.some(({ name }) => name === each.name)) check(context, each);
  return context.agreeing;
}

/** Functions that use a helper in which edits are. */
function usersOf(context: CheckContext, target: Target, edits: Repair['edits']): Target[] {
  const { tree } = context;
  if (edits.length === 0) return [];
  return targetsOf(context).filter(({ name, owner, definition }) => {
    const { range, name: root } = owner ?? definition;
    if (name === target.name || (owner && owner === target.owner)) return false;
    const source = definitionSource(tree, [root]);
    return edits.some((edit) => !isIn(range, edit.range) && /\S/.test(linesAround(source, edit.range)));
  });
}

/** The backward methods of the class of a forward one: they read what it keeps. */
function gradientsOf(context: CheckContext, { owner, operations }: Target): Target[] {
  if (!owner || isBackward(operations[0]!)) return [];
  return targetsOf(context).filter((each) => each.owner === owner && isBackward(each.operations[0]!));
}

/** Names of the forward functions that edits outside of a backward function change. */
function forwardsChanged(
  context: CheckContext,
  { owner, definition, operations }: Target,
  edits: Repair['edits'],
): string[] {
  const outside = edits.filter(({ range }) => !isIn(definition.range, range));
  if (outside.length === 0) return [];
  if (owner) {
    const forward = owner.methods.map(({ name }) => `${owner.name}.${name}`).find((name) => context.agreeing.has(name));
    return forward === undefined ? [] : [forward];
  }
  if (!isBackward(operations[0]!)) return [];
  const isForward = ({ name, uncertain, operations: [first] }: Target): boolean =>
    context.agreeing.has(name) || (!uncertain && (first === 'conv_forward' || first === 'pool_forward'));
  return targetsOf(context)
    .filter((each) => !each.owner && !each.special && isForward(each))
    .filter((each) => outside.some(({ range }) => isIn(each.definition.range, range)))
    .map(({ name }) => name);
}

function isIn([start, end]: TextRange, [from, to]: TextRange): boolean {
  return from >= start && to <= end;
}
