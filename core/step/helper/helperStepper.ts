/** The course's helpers as layers of one window, shown under their own names with only what they have. */
import type { Layer } from '../Layer';
import type { Stepper } from '../Stepper';
import { distributeStepper } from './distributeStepper';
import { maskStepper } from './maskStepper';
import { singleStepStepper } from './singleStepStepper';

/** `stepper`: of the layer that the helper is a part of. */
export function helperStepper(stepper: Stepper, layer: Layer): Stepper {
  const helper = ownStepper(stepper, layer);
  return helper ? { ...helper, hasMatrix: false, picture: 'impossible' } : stepper;
}

function ownStepper(stepper: Stepper, layer: Layer): Stepper | undefined {
  if (layer.kind === 'conv') return layer.helper && singleStepStepper(stepper, layer);
  if (layer.kind !== 'pool' || !layer.helper) return undefined;
  return layer.helper === 'distribute_value' ? distributeStepper(stepper, layer) : maskStepper(stepper, layer);
}
