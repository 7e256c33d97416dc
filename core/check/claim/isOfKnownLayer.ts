/** Whether the forward method of a gradient's class is known to be the layer. */
import type { CheckContext } from '../CheckContext';
import { isComposed } from '../composed/composedTargets';
import { isBackward } from '../CourseFunction';
import type { Target } from '../Target';

/** Whether a method is the gradient of a class whose forward method agrees. */
export function isOfKnownLayer({ agreeing }: CheckContext, target: Target): boolean {
  const { owner, operations, special } = target;
  if (!owner || isComposed(target) || !(special?.isGradient ?? isBackward(operations[0]!))) return false;
  return owner.methods.some(({ name }) => agreeing.has(`${owner.name}.${name}`));
}
