/** The parameters of layers and networks. */
import { LensError, msg } from '../../../message';
import { copyOf } from '../array/reshaping';
import type { PyArray } from '../array/PyArray';
import { writeView } from '../array/indexing';
import { tapeOf } from '../autograd/Tape';
import { generatorOf } from './generatorOf';
import { libraryFunction, type Call } from '../library/call/Call';
import { arrayOfParameter, toArray } from '../library/call/coerce';
import type { Context } from '../runtime/Context';
import { PythonError } from '../runtime/PythonError';
import { NONE, pyList, pyText, pyTuple } from '../value/constructors';
import { typeName } from '../value/typeName';
import { describe } from '../value/describe';
import type { LayerObject, Py, PyDictionary } from '../value/Py';

/** Of a layer, or `nn.Parameter(…)`. */
type Parameter = (LayerObject & { readonly parameter: 'weight' | 'bias' }) | PyArray;

/** `parameters()`, `named_parameters()`, `state_dict()`, `load_state_dict(state)` and `zero_grad()` of a layer, a sequence or an instance of a class; undefined for other names. */
export function parameterMethod(value: Py, name: string): Py | undefined {
  if (name === 'parameters')
    return libraryFunction(name, 'recurse?', (call) =>
      generatorOf(
        value,
        watched(value, call).map(([, parameter]) => parameter),
      ),
    );
  if (name === 'named_parameters')
    return libraryFunction(name, 'prefix? recurse?', (call) =>
      generatorOf(
        value,
        watched(value, call).map(([path, parameter]) => pyTuple([pyText(path), parameter])),
      ),
    );
  if (name === 'load_state_dict')
    return libraryFunction(name, 'state strict?', (call) => {
      load(value, call.value('state'), call.context, call.flag('strict', true));
      return MATCHED;
    });
  if (name === 'zero_grad')
    return libraryFunction(name, 'set_to_none?', (call) => {
      for (const [, each] of named(value, '', call.context))
        tapeOf(call.context).setGradient(
          arrayOfParameter(each)!,
          call.flag('set_to_none', false) ? undefined : 'zeros',
        );
      return NONE;
    });
  if (name === 'requires_grad_')
    return libraryFunction(name, 'requires_grad?', (call) => {
      requireGradients(value, call.flag('requires_grad', true), call.context);
      return value;
    });
  if (name !== 'state_dict') return undefined;
  return libraryFunction(name, '', ({ context }): PyDictionary => ({
    kind: 'dictionary',
    type: 'OrderedDict',
    entries: new Map(
      named(value, '', context, true).map(([path, each]) => [
        path,
        each.kind === 'array' ? { ...each } : { ...each, detached: true },
      ]),
    ),
  }));
}

/** Freezes the parameters of a layer or a network, or one parameter, or the reverse. */
export function requireGradients(value: Py, on: boolean, context: Context): void {
  for (const [, each] of named(value, '', context)) tapeOf(context).require(arrayOfParameter(each), on);
}

function watched(value: Py, { context }: Call): [path: string, parameter: Parameter][] {
  // One that several modules share counts once.
  const seen = new Set<PyArray | undefined>();
  const found = named(value, '', context).filter(([, each]) => {
    const array = arrayOfParameter(each);
    return !seen.has(array) && seen.add(array);
  });
  for (const [, each] of found) if (each.kind === 'layer') tapeOf(context).watch(arrayOfParameter(each));
  return found;
}

/** Sets the parameters that a dictionary names by their paths; those of layers that are not computed here are passed over. */
function load(value: Py, state: Py, context: Context, strict: boolean): void {
  if (state.kind !== 'dictionary') throw new LensError(msg('a dictionary is needed, not {0}', describe(state)));
  const parameters = new Map(named(value, '', context, true));
  const refused: string[] = [];
  for (const [key, given] of state.entries) {
    const path = String(key);
    const found = parameters.get(path);
    const part = value.kind === 'instance' ? value.attributes.get(path.replace(/\..*/, '')) : undefined;
    const [own, other] = [found && arrayOfParameter(found)?.shape, toArray(given, context).shape];
    if (own && own.join() !== other.join())
      refused.push(
        `size mismatch for ${path}: copying a param with shape torch.Size([${other.join(', ')}]) from checkpoint, the shape in current model is torch.Size([${own.join(', ')}]).`,
      );
    else if (found?.kind === 'array') writeView(found, toArray(given, context), context);
    else if (found) found.weights[found.parameter] = copyOf(toArray(given, context), context);
    else if (!part || part.kind === 'layer')
      throw new LensError(msg('load_state_dict: the layer has no parameter {0}', path));
  }
  const missing = [...parameters.keys()].filter((path) => !state.entries.has(path));
  if (strict && context.isStrict && missing.length > 0)
    refused.unshift(`Missing key(s) in state_dict: ${missing.map((path) => `"${path}"`).join(', ')}. `);
  if (refused.length > 0)
    throw new PythonError(
      'RuntimeError',
      `Error(s) in loading state_dict for ${typeName(value)}:\n\t${refused.join('\n\t')}`,
    );
}

/** What `load_state_dict` gives where it finds all parameters. */
const MATCHED: Py = {
  kind: 'tuple',
  view: '<All keys matched successfully>',
  fields: ['missing_keys', 'unexpected_keys'],
  items: [pyList([]), pyList([])],
};

const BUFFERS = ['running_mean', 'running_var', 'num_batches_tracked'];

/**
 * Parameters with their paths in PyTorch's order: the weights before the bias, layers as they were made. `isState`: with the
 * tensors that are kept and have no gradient.
 */
function named(value: Py, prefix: string, context: Context, isState = false): [path: string, parameter: Parameter][] {
  const { parameters, buffers } = tapeOf(context);
  switch (value.kind) {
    case 'layer': {
      const { parameter } = value;
      if (parameter) return value.weights[parameter] ? [[prefix.slice(0, -1), { ...value, parameter }]] : [];
      const own = (['weight', 'bias'] as const).flatMap((parameter): [string, Parameter][] =>
        value.weights[parameter] ? [[`${prefix}${parameter}`, { ...value, parameter }]] : [],
      );
      const kept = (isState ? BUFFERS : []).flatMap((name): [string, Parameter][] => {
        const buffer = value.member?.(name);
        return buffer?.kind === 'array' ? [[prefix + name, buffer]] : [];
      });
      const { items = [], itemNames } = value;
      const inside = items.flatMap((item, k) => named(item, `${prefix}${itemNames?.[k] ?? k}.`, context, isState));
      return [...own, ...kept, ...inside];
    }
    case 'array':
      return parameters.has(value) || (isState && buffers.has(value)) ? [[prefix.slice(0, -1), value]] : [];
    case 'instance': {
      const rankOf = (item: Py): number => (item.kind !== 'array' ? 2 : buffers.has(item) ? 1 : 0);
      const ownFirst = [...value.attributes].sort(([, a], [, b]) => rankOf(a) - rankOf(b));
      return ownFirst.flatMap(([name, item]) => named(item, `${prefix}${name}.`, context, isState));
    }
    default:
      return [];
  }
}
