/** PyTorch's modules without weights, and `nn.Sequential`. */
import { LensError, msg } from '../../../../message';
import type { PyArray } from '../../array/PyArray';
import { reshapeTo } from '../../array/reshaping';
import { tapeOf } from '../../autograd/Tape';
import { libraryFunction, type Call, type FunctionTable, onInput } from '../../library/call/Call';
import { padTensor } from '../../library/manipulation/padding';
import { isSequence } from '../../library/call/coerce';
import { LOSSES } from '../../library/torch/torchLosses';
import { TORCH_OPERATIONS } from '../../library/torch/torchMethods';
import { initialWeights, warnOfArbitrary } from '../../library/torch/torchRandom';
import { NONE, UNKNOWN, pyTuple } from '../../value/constructors';
import { programOf } from '../../value/Program';
import type { LayerObject, Py } from '../../value/Py';
import { lazily } from './lazily';
import { moduleOf } from './moduleOf';
import { changeInPlace } from './changeInPlace';
import { tapedLinear, tapedRelu } from '../taped';
import { ACTIVATION_MODULES } from './torchActivations';
import { torchCaller } from './torchCaller';
import { adaptive } from './torchAdaptive';
import { NORMALIZATION } from './torchNormalization';
import { RESIZE_MODULES } from './torchResize';
import { fold, unfold } from './torchWindows';

/** Classes of `torch.nn` by name. */
export const PLAIN_MODULES: FunctionTable = {
  ...ACTIVATION_MODULES,
  ...NORMALIZATION,
  ...RESIZE_MODULES,
  ReLU: [
    'inplace?',
    (call) =>
      moduleOf(call, (use) => {
        const rectified = (input: PyArray): PyArray => tapedRelu(input, torchCaller(use, call.callee), use.context);
        const input = use.array('input');
        return call.flag('inplace', false) ? changeInPlace(input, rectified, use.context) : rectified(input);
      }),
  ],
  Flatten: ['start_dim? end_dim?', flatten],
  Unflatten: ['dim unflattened_size', unflatten],
  Identity: ['*rest', (call) => moduleOf(call, (use) => use.value('input'))],
  ZeroPad2d: ['padding', (call) => padding(call, 'constant')],
  ConstantPad2d: ['padding value', (call) => padding(call, 'constant')],
  ReflectionPad2d: ['padding', (call) => padding(call, 'reflect')],
  ReplicationPad2d: ['padding', (call) => padding(call, 'replicate')],
  CircularPad2d: ['padding', (call) => padding(call, 'circular')],
  AdaptiveAvgPool2d: [
    'output_size',
    (call) => moduleOf(call, (use) => adaptive(use, call.value('output_size'), 'average', call.callee)),
  ],
  AdaptiveMaxPool2d: [
    'output_size return_indices?',
    (call) => moduleOf(call, (use) => adaptive(use, call.value('output_size'), 'max', call.callee)),
  ],
  Unfold: [
    'kernel_size dilation? padding? stride?',
    (call) => moduleOf(call, (use) => unfold(use.array('input'), call)),
  ],
  Fold: [
    'output_size kernel_size dilation? padding? stride?',
    (call) => moduleOf(call, (use) => fold(use.array('input'), call)),
  ],
  Linear: ['in_features out_features bias? device? dtype?', (call) => linear(call, call.integer('in_features'))],
  LazyLinear: ['out_features bias? device? dtype?', (call) => lazily(call, -1, (inputs) => linear(call, inputs))],
  ...Object.fromEntries(
    Object.entries(LOSSES).map(([name, [, options, run]]) => [
      name,
      [options, (call: Call) => moduleOf(call, (use) => run(use, call), 'input target')],
    ]),
  ),
  Sequential: ['*modules', sequential],
  ModuleList: ['modules?', moduleList],
  ModuleDict: ['modules?', moduleDictionary],
};

function flatten(call: Call): Py {
  const [first, last] = [call.integer('start_dim', 1), call.integer('end_dim', -1)];
  return moduleOf(call, (use) => {
    const passed = [first, last].map((value) => ({
      value: { kind: 'number', value, dtype: 'int64' } as const,
      range: use.range,
    }));
    const [signature, run] = TORCH_OPERATIONS['flatten']!;
    const input = { value: use.value('input'), range: use.range };
    const args = { callee: use.callee, range: use.range, positional: [input, ...passed], named: new Map() };
    return libraryFunction('flatten', signature, run).call(args, use.context);
  });
}

function unflatten(call: Call): Py {
  const [dim, sizes] = [call.integer('dim'), call.integers('unflattened_size')];
  return moduleOf(call, (use) => {
    const input = use.array('input');
    const { shape } = input;
    const axis = dim < 0 ? dim + shape.length : dim;
    return reshapeTo(input, [...shape.slice(0, axis), ...sizes, ...shape.slice(axis + 1)], use.context);
  });
}

/** `padding`: one number, or left, right, top, bottom. */
function padding(call: Call, mode: string): Py {
  const sides = call.integers('padding');
  const all = sides.length === 1 ? Array<number>(4).fill(sides[0]!) : sides;
  const value = call.has('value') ? call.number('value') : 0;
  return moduleOf(call, (use) => {
    const named = new Map<string, Py>([
      ['pad', pyTuple(all.map((side) => ({ kind: 'number', value: side, dtype: 'int64' })))],
      ['mode', { kind: 'text', value: mode }],
      ['value', { kind: 'number', value, dtype: 'float64' }],
    ]);
    const args = {
      callee: call.callee,
      range: use.range,
      positional: [{ value: use.value('input'), range: use.range }],
      named: new Map([...named].map(([name, each]) => [name, { value: each, range: use.range }])),
    };
    return libraryFunction('pad', 'input pad mode? value?', padTensor).call(args, use.context);
  });
}

/** x Wᵀ + b. */
function linear(call: Call, inputs: number): LayerObject {
  const outputs = call.integer('out_features');
  const weight = initialWeights(call, [outputs, inputs], inputs, call.dtype());
  const hasBias = call.flag('bias', true);
  const bias = hasBias ? initialWeights(call, [outputs], inputs, call.dtype()) : undefined;
  return {
    kind: 'layer',
    callee: call.callee,
    framework: 'pytorch',
    weights: { ...(weight && { weight }), ...(bias && { bias }) },
    hasBias,
    apply: onInput((use, weights) => {
      warnOfArbitrary(use, weights.weight);
      if (!weights.weight || (hasBias && !weights.bias)) return UNKNOWN;
      for (const each of [weights.weight, weights.bias]) tapeOf(use.context).watch(each);
      return tapedLinear(use.array('input'), weights.weight, weights.bias, call.callee, use.context);
    }),
  };
}

/** Modules one after the other; a list or an OrderedDict of them is opened. */
function sequential(call: Call): Py {
  const given = call.rest.map(({ value }) => value);
  const [only] = given;
  if (given.length === 1 && only!.kind === 'dictionary')
    return sequenceOf([...only.entries.values()], [...only.entries.keys()].map(String), call);
  const items = given.length === 1 && isSequence(only!) ? only.items : given;
  return sequenceOf(items, [...items.keys()].map(String), call);
}

function sequenceOf(items: readonly Py[], names: readonly string[], call: Call): LayerObject {
  const [own, ownNames] = [[...items], [...names]];
  const add = libraryFunction('add_module', 'name module', (use) => {
    const known = ownNames.indexOf(use.text('name'));
    if (known < 0) ownNames.push(use.text('name'));
    own[known < 0 ? own.length : known] = use.value('module');
    return NONE;
  });
  return {
    ...moduleOf(call, (use) => own.reduce<Py>((value, item) => applied(item, value, use), use.value('input'))),
    items: own,
    itemNames: ownNames,
    withItems: (others) => sequenceOf(others, ownNames, call),
    iterable: true,
    member: (name) => (name === 'add_module' ? add : own[ownNames.indexOf(name)]),
  };
}

/** A list whose modules have parameters; it is not called itself. */
function moduleList(call: Call): LayerObject {
  const own = call.lacks('modules') ? [] : [...programOf(call.context).items(call.value('modules'))];
  const methods: Readonly<Record<string, Py>> = {
    append: libraryFunction('append', 'module', (use) => {
      own.push(use.value('module'));
      return NONE;
    }),
    extend: libraryFunction('extend', 'modules', (use) => {
      own.push(...programOf(use.context).items(use.value('modules')));
      return NONE;
    }),
    insert: libraryFunction('insert', 'index module', (use) => {
      own.splice(use.integer('index'), 0, use.value('module'));
      return NONE;
    }),
  };
  return {
    ...moduleOf(call, (use) => {
      throw new LensError(msg('{0} is not a layer', call.callee), undefined, use.range);
    }),
    items: own,
    iterable: true,
    member: (name) => (Object.hasOwn(methods, name) ? methods[name] : undefined),
  };
}

/** In the editor, where parameters are not listed, the dictionary itself. */
function moduleDictionary(call: Call): Py {
  if (call.context.isStrict) throw new LensError(msg('{0} is not supported', call.callee), undefined, call.range);
  return call.lacks('modules') ? { kind: 'dictionary', entries: new Map() } : call.value('modules');
}

function applied(item: Py, value: Py, use: Call): Py {
  if (value.kind === 'unknown') return value;
  if (item.kind === 'layer' || item.kind === 'instance' || item.kind === 'function')
    return programOf(use.context).call(item, [value]);
  throw new LensError(msg('{0} of nn.Sequential is not supported', typeNameOf(item)), undefined, use.range);
}

function typeNameOf(item: Py): string {
  return item.kind === 'namespace' ? item.path : item.kind;
}
