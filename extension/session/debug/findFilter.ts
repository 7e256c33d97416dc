/** The filter of an input that was chosen alone: a variable of the same frame with a usual name, where it fits. */
import { LensError } from '../../../core/message';
import { roleOfName } from '../../../core/setup/roles/roles';
import { setUpLayer } from '../../../core/setup/setUpLayer';
import type { ConvLayer } from '../../../core/step/Layer';
import type { ReadVariable } from './joinVariables';
import { readVariable } from './readVariable';
import type { ReadControl, StoppedFrame } from './StoppedFrame';

/** Only these are asked of the debugger, in this order. */
const usualNames = ['W', 'w', 'weights', 'weight', 'kernel', 'kernels', 'filters', 'filter'];

export async function findFilter(
  frame: StoppedFrame,
  chosen: readonly ReadVariable[],
  control: ReadControl,
): Promise<ReadVariable | undefined> {
  if (!chosen.every(isInput)) return undefined;
  for (const chain of usualNames) {
    try {
      const arrays = await readVariable(frame, chain, control);
      const all = [...chosen, { chain, arrays }].flatMap((variable) => variable.arrays);
      const { layer } = setUpLayer({ arrays: all, calls: [], values: {}, errors: [] }, 'conv');
      if (layer.kind === 'conv' && isWithin(layer)) return { chain, arrays };
    } catch (error) {
      // It is not in the frame, is not an array, or is that of another layer.
      if (!(error instanceof LensError)) throw error;
    }
  }
  return undefined;
}

/** A window that is larger than the input would fit only with padding. */
function isWithin({ x, w }: ConvLayer): boolean {
  return w.shape[0]! <= x.shape[1]! && w.shape[1]! <= x.shape[2]!;
}

function isInput({ arrays }: ReadVariable): boolean {
  const role = roleOfName(arrays[0]?.name);
  return arrays.length === 1 && (role === undefined || role === 'x' || role === 'result');
}
