/** Opens a layer for stepping. */
import { helperStepper } from './helper/helperStepper';
import type { Layer } from './Layer';
import type { OpenStepper } from './openStepper';
import { operations } from './operations';
import type { Names } from './shared/words/names';
import type { Stepper } from './Stepper';

/** `names`: the user's names of the arrays. Throws a LensError where the arrays and options do not fit together. */
export function createStepper(layer: Layer, names?: Partial<Names>): Stepper {
  const open = operations[layer.kind] as OpenStepper<Layer>;
  return helperStepper(open(layer, names), layer);
}
