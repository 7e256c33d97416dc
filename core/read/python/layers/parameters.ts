/** The parameters of layers and networks. */
import { LensError, msg } from '../../../message';
import { copyOf } from '../array/reshaping';
import { tapeOf } from '../autograd/Tape';
import { libraryFunction, type Call } from '../library/call/Call';
import { arrayOfParameter, toArray } from '../library/call/coerce';
import type { Context } from '../runtime/Context';
import { UNKNOWN, pyList, pyText, pyTuple } from '../value/constructors';
import { describe } from '../value/describe';
import type { LayerObject, Py, PyDictionary } from '../value/Py';

type Parameter = LayerObject & { readonly parameter: 'weight' | 'bias' };

/** `parameters()`, `named_parameters()`, `state_dict()` and `load_state_dict(state)` of a layer, a sequence or an instance of a class; undefined for other names. */
export function parameterMethod(value: Py, name: string): Py | undefined {
  if (name === 'parameters')
    return libraryFunction(name, 'recurse?', (call) => pyList(watched(value, call).map(([, parameter]) => parameter)));
  if (name === 'named_parameters')
    return libraryFunction(name, 'prefix? recurse?', (call) =>
      pyList(watched(value, call).map(([path, parameter]) => pyTuple([pyText(path), parameter]))),
    );
  if (name === 'load_state_dict')
    return libraryFunction(name, 'state strict?', (call) => {
      load(value, call.value('state'), call.context);
      return UNKNOWN;
    });
  if (name !== 'state_dict') return undefined;
  return libraryFunction(name, '', (): PyDictionary => ({
    kind: 'dictionary',
    type: 'OrderedDict',
    entries: new Map(named(value, '').map(([path, parameter]) => [path, { ...parameter, detached: true }])),
  }));
}

function watched(value: Py, { context }: Call): [path: string, parameter: Parameter][] {
  const found = named(value, '');
  for (const [, each] of found) tapeOf(context).watch(arrayOfParameter(each));
  return found;
}

/** Sets the parameters that a dictionary names by their paths; those of layers that are not computed here are passed over. */
function load(value: Py, state: Py, context: Context): void {
  if (state.kind !== 'dictionary') throw new LensError(msg('a dictionary is needed, not {0}', describe(state)));
  const parameters = new Map(named(value, ''));
  for (const [key, given] of state.entries) {
    const path = String(key);
    const found = parameters.get(path);
    const part = value.kind === 'instance' ? value.attributes.get(path.replace(/\..*/, '')) : undefined;
    if (found) found.weights[found.parameter] = copyOf(toArray(given, context), context);
    else if (!part || part.kind === 'layer')
      throw new LensError(msg('load_state_dict: the layer has no parameter {0}', path));
  }
}

/** Parameters with their paths in PyTorch's order: the weights before the bias, layers as they were made. */
function named(value: Py, prefix: string): [path: string, parameter: Parameter][] {
  switch (value.kind) {
    case 'layer': {
      const { parameter } = value;
      if (parameter) return value.weights[parameter] ? [[prefix.slice(0, -1), { ...value, parameter }]] : [];
      const own = (['weight', 'bias'] as const).flatMap((parameter): [string, Parameter][] =>
        value.weights[parameter] ? [[`${prefix}${parameter}`, { ...value, parameter }]] : [],
      );
      return [...own, ...(value.items ?? []).flatMap((item, index) => named(item, `${prefix}${index}.`))];
    }
    case 'instance':
      return [...value.attributes].flatMap(([name, item]) => named(item, `${prefix}${name}.`));
    default:
      return [];
  }
}
