/** Members of a layer object: its weights, and the methods that set them. */
import { LensError, msg } from '../../../message';
import type { Dtype } from '../array/dtype';
import { convert } from '../array/elementwise';
import { writeView } from '../array/indexing';
import { copyOf } from '../array/reshaping';
import { arrayMember } from '../library/arrayMembers';
import { tapeOf } from '../autograd/Tape';
import { libraryFunction, type Call } from '../library/call/Call';
import { arrayOfParameter, toArray } from '../library/call/coerce';
import { NONE, UNKNOWN, pyBool, pyList } from '../value/constructors';
import type { Context } from '../runtime/Context';
import type { Py, LayerObject } from '../value/Py';
import { applyLayer } from './applyLayer';
import { isModule, treeMethod } from './moduleTree';
import { parameterMethod } from './parameters';
import { modeMember } from './trainingMode';

const PARAMETERS: Readonly<Record<string, 'weight' | 'bias'>> = {
  weight: 'weight',
  kernel: 'weight',
  bias: 'bias',
};

const IDENTITIES = new Set(['cpu', 'cuda']);

export function layerMember(layer: LayerObject, name: string, context: Context): Py | undefined {
  const own = layer.member?.(name);
  if (own) return own;
  if (layer.parameter) return parameterMember(layer, layer.parameter, name, context);
  const mode = modeMember(layer, name);
  if (mode) return mode;
  const parameters = parameterMethod(layer, name) ?? (isModule(layer) ? treeMethod(layer, name) : undefined);
  if (parameters) return parameters;
  const parameter = parameterNamed(layer, name);
  if (parameter) {
    tapeOf(context).watch(layer.weights[parameter]);
    return { ...layer, parameter };
  }
  if (name === (layer.framework === 'pytorch' ? 'forward' : 'call'))
    return { kind: 'function', name, call: (args, own) => applyLayer(layer, args, own) };
  if (IDENTITIES.has(name)) return libraryFunction(name, '*rest', () => layer);
  if (name === 'double' || name === 'float')
    return libraryFunction(name, '', (call) => converted(layer, name === 'double' ? 'float64' : 'float32', call));
  if (name === 'to') return libraryFunction(name, '*args dtype? device?', (call) => moved(layer, call));
  // A layer has its weights' shapes from its first input.
  if (name === 'build' && layer.framework === 'tensorflow') return libraryFunction(name, 'input_shape', () => NONE);
  if (name === 'get_weights' && layer.framework === 'tensorflow')
    return libraryFunction(name, '', () => {
      const { weight, bias } = layer.weights;
      return weight ? pyList(bias ? [weight, bias] : [weight]) : UNKNOWN;
    });
  if (name === 'set_weights')
    return libraryFunction(name, 'weights', (call) =>
      setAll(
        layer,
        call.sequence('weights').map((value) => toArray(value, call.context)),
      ),
    );
  return undefined;
}

function parameterNamed({ parameterNames = PARAMETERS }: LayerObject, name: string): LayerObject['parameter'] {
  return Object.hasOwn(parameterNames, name) ? parameterNames[name] : undefined;
}

/** What describes an ONNX model and changes no number. */
const DESCRIPTIONS = new Set(['ir_version', 'producer_name', 'doc_string']);

/** `conv.weight = …`, `conv.weight.data = …`. Throws unless it names a parameter. */
export function setParameter(
  layer: LayerObject,
  name: string,
  value: NonNullable<LayerObject['weights']['weight']>,
): void {
  if (DESCRIPTIONS.has(name)) return;
  const isData = name === 'data' || (name === 'array' && layer.parameterNames !== undefined);
  const parameter = isData ? layer.parameter : parameterNamed(layer, name);
  if (!parameter) throw new LensError(msg('{0} of {1} cannot be assigned here', name, layer.callee));
  layer.weights[parameter] = value;
}

function parameterMember(
  layer: LayerObject,
  parameter: NonNullable<LayerObject['parameter']>,
  name: string,
  context: Context,
): Py | undefined {
  if (name === 'data' || (name === 'array' && layer.parameterNames)) return { ...layer, detached: true };
  if (name === 'requires_grad') {
    const own = layer.weights[parameter];
    return pyBool(!layer.detached && !(own && tapeOf(context).isFrozen(own)));
  }
  if (name === 'grad') return layer.detached ? NONE : gradientOf(layer, parameter, context);
  if (name === 'copy_' || name === 'assign' || name === 'set_data') {
    return libraryFunction(name, 'value', (call) => {
      const value = call.array('value');
      const known = layer.weights[parameter];
      if (known) {
        writeView(known, value, context);
        context.torch.overwrite(known);
      } else layer.weights[parameter] = copyOf(value, context);
      return NONE;
    });
  }
  const known = arrayOfParameter(layer);
  // Values that leave the layer: `conv.weight.detach().numpy()`.
  if (known && /^(?:detach|numpy|clone|tolist|reshape|view|squeeze|item)$/.test(name)) {
    const place = context.statement ?? [0, 0];
    const warning = context.torch.warningFor(known, place);
    if (warning) context.remark(warning, place);
  }
  return known && arrayMember(known, name);
}

/** None before `backward`; unknown where the weights are. */
function gradientOf(
  { weights }: LayerObject,
  parameter: NonNullable<LayerObject['parameter']>,
  context: Context,
): Py | undefined {
  const known = weights[parameter];
  return known && (tapeOf(context).gradientOf(known) ?? NONE);
}

function setAll(layer: LayerObject, [weight, bias]: readonly NonNullable<LayerObject['weights']['weight']>[]): Py {
  if (weight) layer.weights.weight = weight;
  if (bias) layer.weights.bias = bias;
  return NONE;
}

/** `to(device)` changes nothing, `to(dtype)` the weights' type. */
function moved(layer: LayerObject, call: Call): Py {
  const given = call.lacks('dtype') ? call.rest[0]?.value : call.value('dtype');
  return given?.kind === 'dtype' ? converted(layer, given.dtype, call) : layer;
}

function converted(layer: LayerObject, dtype: Dtype, call: Call): Py {
  for (const parameter of ['weight', 'bias'] as const) {
    const known = layer.weights[parameter];
    if (known) layer.weights[parameter] = convert(known, dtype, call.context);
  }
  for (const item of layer.items ?? []) if (item.kind === 'layer') converted(item, dtype, call);
  return layer;
}
