/** Opens a layer for stepping. */
import { helperStepper } from './helper/helperStepper';
import type { KindOfLayer, Layer } from './Layer';
import { operations } from './operations';
import type { Names } from './shared/words/names';
import type { Stepper } from './Stepper';

/** `names`: the user's names of the arrays. Throws a LensError where the arrays and options do not fit together. */
export function createStepper(layer: Layer, names?: Partial<Names>): Stepper {
  return helperStepper(open(layer, names), layer);
}

function open<Kind extends KindOfLayer>(layer: Layer<Kind>, names?: Partial<Names>): Stepper {
  return operations[layer.kind](layer, names);
}
