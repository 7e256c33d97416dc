/** Gradients of functions that are put together: those that no layer is known for, or that differ from it without a known mistake. */
import { checkedMethod } from '../adapt/classes/buildClassAdapter';
import { isBackwardName } from '../adapt/guessOperation';
import { roleOf } from '../adapt/roles/roles';
import type { CheckContext } from '../CheckContext';
import type { SourceFunction } from '../source/Definition';
import { definitionSource } from '../source/definitionSource';
import type { SpecialLayer } from '../special/SpecialLayer';
import type { Target } from '../Target';
import { gradientPlan } from './gradientPlan';

const composedGradient: SpecialLayer = {
  id: 'composed_gradient',
  isGradient: true,
  pattern: /(?!)/,
  operation: 'conv_backward',
  roles: [],
  argument: () => undefined,
  variants: () => [],
};

/** `targets`: the functions that were run before. */
export function composedTargets(context: CheckContext, targets: readonly Target[]): Target[] {
  const { functions, classes } = context.definitions;
  const found = [
    ...functions.filter(isGradient).map((definition): Target => targetOf(definition)),
    ...classes.flatMap((owner): Target[] => {
      const definition = checkedMethod(owner, 'conv_backward');
      return definition ? [{ ...targetOf(definition), name: `${owner.name}.${definition.name}`, owner }] : [];
    }),
  ];
  return found.filter((target) => {
    // A function that agrees with a layer that its name does not tell may be the gradient of another one.
    const isKnown = targets.some(({ name, uncertain, special }) => name === target.name && (!uncertain || special));
    // Random inputs seldom reach the largest value of ReLU6: its own cases do.
    const isOfRelu6 =
      /relu_?6/i.test(target.name) && targets.some(({ name, special }) => name === target.name && special);
    return !isOfRelu6 && !(isKnown && context.agreeing.has(target.name)) && isOfRightParts(context, target, targets);
  });
}

function targetOf(definition: SourceFunction): Target {
  const { name, line } = definition;
  return { name, line, operations: ['conv_backward'], definition, uncertain: true, special: composedGradient };
}

function isGradient({ name, parameters }: SourceFunction): boolean {
  if (/check|numeric|test|guided|deconv|grad_?cam/i.test(name)) return false;
  return isBackwardName(name) || parameters.some((each) => roleOf(each.name, ['gradient']) === 'gradient');
}

/** Whether all layers that the gradient and its forward function use are right: the mistake is in what puts them together. */
function isOfRightParts(context: CheckContext, target: Target, targets: readonly Target[]): boolean {
  const plan = gradientPlan(context, target);
  if (!plan) return false;
  const used = definitionSource(context.tree, plan.roots);
  const parts = targets.filter(
    ({ name, owner, definition }) =>
      name !== target.name && !(owner && owner === target.owner) && used.slice(...definition.range).trim() !== '',
  );
  const isRight = ({ name }: Target): boolean => context.agreeing.has(name);
  return parts.some(isRight) && parts.every((part) => isRight(part) || (part.uncertain && !part.special));
}

export function isComposed({ special }: Target): boolean {
  return special === composedGradient;
}
