/** The course's helpers as layers of one window, shown under their own names with only what they have. */
import type { ConvLayer, HelperName, Layer, PoolLayer } from '../Layer';
import type { Stepper } from '../Stepper';
import { distributeStepper } from './distributeStepper';
import { maskStepper } from './maskStepper';
import { singleStepStepper } from './singleStepStepper';

/** `stepper`: of the layer that the helper is a part of. */
export function helperStepper(stepper: Stepper, layer: Layer): Stepper {
  const helper = 'helper' in layer ? layer.helper : undefined;
  if (helper === undefined) return stepper;
  return { ...steppers[helper](stepper, layer as ConvLayer & PoolLayer), hasMatrix: false, picture: 'impossible' };
}

const steppers: Readonly<Record<HelperName, (stepper: Stepper, layer: ConvLayer & PoolLayer) => Stepper>> = {
  conv_single_step: singleStepStepper,
  create_mask_from_window: maskStepper,
  distribute_value: distributeStepper,
};
