/** Members of a layer object: its weights, and the methods that set them. */
import { LensError, msg } from '../../../message';
import { arrayMember } from '../library/arrayMembers';
import { libraryFunction } from '../library/Call';
import { toArray } from '../library/coerce';
import { NONE, describe, type Py } from '../value';
import type { LayerObject } from './LayerObject';

const PARAMETERS: Readonly<Record<string, LayerObject['parameter']>> = {
  weight: 'weight',
  kernel: 'weight',
  bias: 'bias',
};

const IDENTITIES = new Set(['eval', 'train', 'float', 'double', 'to', 'cpu', 'cuda', 'requires_grad_']);

export function layerMember(layer: LayerObject, name: string): Py | undefined {
  if (layer.parameter) return parameterMember(layer, layer.parameter, name);
  const parameter = Object.hasOwn(PARAMETERS, name) ? PARAMETERS[name] : undefined;
  if (parameter) return { ...layer, parameter };
  if (IDENTITIES.has(name)) return libraryFunction(name, '*rest', () => layer);
  if (name === 'set_weights')
    return libraryFunction(name, 'weights', (call) =>
      setAll(
        layer,
        call.sequence('weights').map((value) => toArray(value, call.context)),
      ),
    );
  if (name === 'load_state_dict') {
    return libraryFunction(name, 'state strict?', (call) => {
      const state = call.value('state');
      if (state.kind !== 'dictionary') throw new LensError(msg('a dictionary is needed, not {0}', describe(state)));
      for (const [key, value] of state.entries) setParameter(layer, String(key), toArray(value, call.context));
      return NONE;
    });
  }
  return undefined;
}

/** `conv.weight = …`, `conv.weight.data = …`. Throws unless it names a parameter. */
export function setParameter(
  layer: LayerObject,
  name: string,
  value: NonNullable<LayerObject['weights']['weight']>,
): void {
  const named = Object.hasOwn(PARAMETERS, name) ? PARAMETERS[name] : undefined;
  const parameter = name === 'data' ? layer.parameter : named;
  if (!parameter) throw new LensError(msg('{0} of {1} cannot be assigned here', name, layer.callee));
  layer.weights[parameter] = value;
}

function parameterMember(
  layer: LayerObject,
  parameter: NonNullable<LayerObject['parameter']>,
  name: string,
): Py | undefined {
  if (name === 'data') return layer;
  if (name === 'copy_' || name === 'assign') {
    return libraryFunction(name, 'value', (call) => {
      layer.weights[parameter] = call.array('value');
      return NONE;
    });
  }
  const known = layer.weights[parameter];
  return known && arrayMember(known, name);
}

function setAll(layer: LayerObject, [weight, bias]: readonly NonNullable<LayerObject['weights']['weight']>[]): Py {
  if (weight) layer.weights.weight = weight;
  if (bias) layer.weights.bias = bias;
  return NONE;
}
