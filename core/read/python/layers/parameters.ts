/** The parameters of layers and networks, and the optimizers that change them. */
import { LensError, msg } from '../../../message';
import { convert, mapTwo } from '../array/elementwise';
import { writeView } from '../array/indexing';
import type { PyArray } from '../array/PyArray';
import { tapeOf } from '../autograd/Tape';
import { libraryFunction, type Call, type FunctionTable } from '../library/call/Call';
import { toArray } from '../library/call/coerce';
import type { Context } from '../runtime/Context';
import { NONE, pyList, pyText, pyTuple } from '../value/constructors';
import { describe } from '../value/describe';
import type { LayerObject, Py, PyDictionary } from '../value/Py';

type Parameter = LayerObject & { readonly parameter: 'weight' | 'bias' };

/** Classes of `torch.optim` by name. */
export const OPTIMIZERS: FunctionTable = {
  SGD: ['params lr? momentum? dampening? weight_decay? nesterov?', descent],
  ...Object.fromEntries(
    ['Adam', 'AdamW', 'RMSprop', 'Adagrad', 'Adadelta', 'Adamax', 'NAdam', 'RAdam', 'LBFGS'].map((name) => [
      name,
      ['params *rest lr? betas? eps? weight_decay? amsgrad? alpha? momentum? centered?', unsupportedOptimizer],
    ]),
  ),
};

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
      return NONE;
    });
  if (name !== 'state_dict') return undefined;
  return libraryFunction(name, '', (): PyDictionary => ({ kind: 'dictionary', entries: new Map(named(value, '')) }));
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
    if (found) found.weights[found.parameter] = toArray(given, context);
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

/** p ← p − lr · p.grad, without momentum. */
function descent(call: Call): Py {
  const extra = ['momentum', 'dampening', 'weight_decay', 'nesterov'].find(
    (name) => !call.lacks(name) && !isZero(call.value(name)),
  );
  if (extra !== undefined) return forgetting(call, `${call.callee} (${extra})`);
  const parameters = parametersOf(call);
  return optimizer(call, parameters, (use, group) => {
    const rate = rateOf(group, use);
    for (const each of parameters) {
      const array = arrayOfParameter(each);
      const gradient = array && tapeOf(use.context).gradientOf(array);
      if (!gradient) continue;
      const step = mapTwo(array, gradient, array.dtype, (value, slope) => value - rate * slope, use.context);
      writeView(array, convert(step, array.dtype, use.context), use.context);
    }
    return NONE;
  });
}

function unsupportedOptimizer(call: Call): Py {
  return forgetting(call, call.callee);
}

/** An optimizer whose steps are not computed: they leave the parameters unknown. */
function forgetting(call: Call, name: string): Py {
  const parameters = parametersOf(call);
  return optimizer(call, parameters, (use) => {
    for (const each of parameters) if (each.kind === 'layer' && each.parameter) delete each.weights[each.parameter];
    throw new LensError(
      msg('{0} is not supported: the weights are not known after its step', name),
      undefined,
      use.range,
    );
  });
}

function optimizer(call: Call, parameters: readonly Py[], step: (use: Call, group: PyDictionary) => Py): LayerObject {
  const group = groupOf(call, parameters);
  const clear = libraryFunction('zero_grad', 'set_to_none?', (use) => {
    for (const each of parameters) {
      const array = arrayOfParameter(each);
      if (array) tapeOf(use.context).setGradient(array, undefined);
    }
    return NONE;
  });
  const methods: Readonly<Record<string, Py>> = {
    step: libraryFunction('step', 'closure?', (use) => step(use, group)),
    zero_grad: clear,
    param_groups: pyList([group]),
  };
  return {
    kind: 'layer',
    callee: call.callee,
    framework: 'pytorch',
    weights: {},
    hasBias: false,
    apply: () => {
      throw new LensError(msg('{0} is not a layer', call.callee), undefined, call.range);
    },
    member: (name) => (Object.hasOwn(methods, name) ? methods[name] : undefined),
  };
}

/** `param_groups[0]`: the parameters and the options that the call gives. */
function groupOf(call: Call, parameters: readonly Py[]): PyDictionary {
  const entries = new Map<string, Py>([['params', pyList([...parameters])]]);
  if (call.has('lr')) entries.set('lr', call.value('lr'));
  for (const [name, { value }] of call.named) entries.set(name, value);
  return { kind: 'dictionary', entries };
}

/** The rate may have changed; throws where another option has. */
function rateOf({ entries }: PyDictionary, use: Call): number {
  const rate = entries.get('lr');
  const other = [...entries].find(([name, value]) => name !== 'params' && name !== 'lr' && !isZero(value));
  if (rate?.kind === 'number' && !other) return rate.value;
  throw new LensError(
    msg('the argument {0} of {1} is not supported', String(other?.[0] ?? 'lr'), use.callee),
    undefined,
    use.range,
  );
}

function parametersOf(call: Call): readonly Py[] {
  const parameters = call.sequence('params');
  if (parameters.every((each) => arrayOfParameter(each) !== undefined)) return parameters;
  throw new LensError(msg('{0} is supported with a list of parameters', call.callee), undefined, call.range);
}

/** The array of a tensor, or of the parameter of a layer; undefined for other values. */
export function arrayOfParameter(value: Py): PyArray | undefined {
  if (value.kind === 'array') return value;
  return value.kind === 'layer' && value.parameter ? value.weights[value.parameter] : undefined;
}

function isZero(value: Py): boolean {
  return value.kind === 'number' && value.value === 0;
}
