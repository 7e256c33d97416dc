/** Calls of a layer object. */
import type { Context } from '../runtime/Context';
import type { Arguments, LayerObject, Py } from '../value/Py';

/** The calls of layers that it records have the place where it was made; those of the layers inside of it have their own. */
export function applyLayer(layer: LayerObject, args: Arguments, context: Context): Py {
  const { calls } = context;
  const first = calls.length;
  const result = layer.apply(args, context, layer.weights);
  const { made } = layer;
  if (made) for (let index = first; index < calls.length; index++) calls[index] = { made, ...calls[index]! };
  return result;
}
