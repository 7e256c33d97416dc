/** Calls of a layer object. */
import type { TextRange } from '../../TextRange';
import type { Context } from '../runtime/Context';
import type { Arguments, LayerObject, Py } from '../value/Py';

/** The calls of layers that it records have the place where it was made; those of the layers inside of it have their own. */
export function applyLayer(layer: LayerObject, args: Arguments, context: Context): Py {
  const run = (): Py => layer.apply(args, context, layer.weights);
  return layer.made ? placedWhere(context, layer.made, run) : run();
}

/** Runs a layer that was made at a place. */
export function placedWhere(context: Context, made: TextRange, run: () => Py): Py {
  const { calls } = context;
  const first = calls.length;
  const result = run();
  for (let index = first; index < calls.length; index++) calls[index] = { made, ...calls[index]! };
  return result;
}
