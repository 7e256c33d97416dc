/** Layers of a file that is not in the text, such as a framework of the user's own: PyTorch's of that name, with a note. */
import { LensError, msg, type Message } from '../../../message';
import { tapeOf } from '../autograd/Tape';
import { libraryFunction } from '../library/call/Call';
import { addGradients } from '../library/torch/torchGradients';
import type { Context } from '../runtime/Context';
import type { Arguments, LayerObject, Py, PyFunction } from '../value/Py';
import { memberOf } from './namespaces';
import { isElsewhere, unknownMember } from './unknownMember';

const MODULES = /^(?:Conv[12]d|ConvTranspose2d|(?:Max|Avg)Pool[12]d)$/;
const ARRAYS = /^(?:[Tt]ensor|array|as_tensor|to_tensor|Variable|[Vv]ar|constant)$/;
/** Names of PyTorch's functions in the spellings of other frameworks, and their name there. */
const FUNCTIONS = [
  [/^conv(?:olution)?_?([12])d$/, 'conv'],
  [/^conv_transpose_?(2)d$/, 'conv_transpose'],
  [/^max_?pool(?:ing)?_?([12])d$/, 'max_pool'],
  [/^(?:avg|average|mean)_?pool(?:ing)?_?([12])d$/, 'avg_pool'],
] as const;

function torchPath(path: string): string | undefined {
  const name = path.slice(path.lastIndexOf('.') + 1);
  if (!isElsewhere(path)) return undefined;
  if (ARRAYS.test(name)) return 'torch.tensor';
  if (MODULES.test(name)) return `torch.nn.${name}`;
  for (const [pattern, own] of FUNCTIONS) {
    const axes = pattern.exec(name)?.[1];
    if (axes !== undefined) return `torch.nn.functional.${own}${axes}d`;
  }
  return undefined;
}

/** Other frameworks' names of PyTorch's arguments. */
const KEYWORDS: Readonly<Record<string, readonly string[]>> = {
  input: ['x', 'X', 'inp', 'inputs', 'input_x', 'image', 'images', 'img', 'data'],
  weight: ['w', 'W', 'weights', 'kernel', 'kernels', 'filter', 'filters'],
  bias: ['b', 'B'],
  stride: ['strides', 'window_strides'],
  padding: ['pad', 'pads'],
  dilation: ['dilations', 'dilation_rate', 'dilate'],
  groups: ['group', 'num_groups'],
  kernel_size: ['size', 'ksize', 'k', 'kernel_shape', 'pool_size', 'window', 'window_shape', 'window_size'],
};
const TORCH_KEYWORD = new Map(Object.entries(KEYWORDS).flatMap(([own, others]) => others.map((each) => [each, own])));

function withTorchKeywords(args: Arguments): Arguments {
  const named = [...args.named].map(([name, value]) => [TORCH_KEYWORD.get(name) ?? name, value] as const);
  return { ...args, named: new Map(named) };
}

/** Undefined for other names. Other arguments than those of PyTorch are an error of the unknown function. */
export function takenAs(path: string, scope: Context): PyFunction | undefined {
  const target = torchPath(path);
  const member = target === undefined ? undefined : memberOf(target, scope);
  if (member?.kind !== 'function') return undefined;
  const at = path.lastIndexOf('.');
  const note = msg('{0} of {1} is taken as that of PyTorch', path.slice(at + 1), path.slice(0, at));
  return {
    ...member,
    call: (args, context) => {
      const result = known(path, args.callee, () =>
        noted(note, context, () => member.call(withTorchKeywords(args), context)),
      );
      // No call of a layer could have the note of a tensor.
      if (target === 'torch.tensor') context.remark(new LensError(note), args.range);
      return result.kind === 'layer' ? layerTakenAs(result, path, note) : result;
    },
  };
}

/** Its weights are those that the text sets. `backward` gives the gradient of its last input. */
function layerTakenAs(layer: LayerObject, path: string, note: Message): LayerObject {
  let last: { input: Py & { kind: 'array' }; result: Py & { kind: 'array' } } | undefined;
  const apply = (args: Arguments, context: Context, weights: LayerObject['weights']): Py => {
    const [first, ...rest] = args.positional;
    const lacksWeights = /\.Conv\w*$/.test(path) && (!weights.weight || (layer.hasBias && !weights.bias));
    if (first?.value.kind !== 'array' || lacksWeights) throw unknownMember(path, layer.callee);
    const tape = tapeOf(context);
    const input = { ...first.value, notation: 'pytorch' as const };
    tape.watch(input);
    const given = { ...args, positional: [{ ...first, value: input }, ...rest] };
    const result = known(path, layer.callee, () => noted(note, context, () => layer.apply(given, context, weights)));
    if (result.kind === 'array') last = { input, result };
    return result;
  };
  const backward = libraryFunction('backward', 'gradient', (call) => {
    if (!last) throw new LensError(msg('{0} is called before forward', call.callee), undefined, call.range);
    const { input, result } = last;
    const tape = tapeOf(call.context);
    const first = call.context.calls.length;
    const found = tape.derive(result, { ...call.array('gradient'), notation: 'pytorch' }, addGradients(call));
    for (const each of Object.values(made.weights)) tape.setGradient(each, found.get(each));
    addNote(note, call.context, first);
    return found.get(input)!;
  });
  const forward = libraryFunction('forward', 'input|x', (call) => {
    const positional = [{ value: call.value('input'), range: call.range }];
    return apply({ callee: call.callee, range: call.range, positional, named: new Map() }, call.context, made.weights);
  });
  const methods: Readonly<Record<string, Py>> = { forward, backward };
  const made: LayerObject = {
    ...layer,
    weights: {},
    apply,
    member: (name) => (Object.hasOwn(methods, name) ? methods[name] : layer.member?.(name)),
  };
  return made;
}

/** Where the function is called as PyTorch's is not, it is another one. */
function known<Result>(path: string, callee: string, run: () => Result): Result {
  try {
    return run();
  } catch (error) {
    if (error instanceof LensError) throw unknownMember(path, callee);
    throw error;
  }
}

function noted<Result>(note: Message, context: Context, run: () => Result): Result {
  const first = context.calls.length;
  const result = run();
  addNote(note, context, first);
  return result;
}

function addNote(note: Message, { calls }: Context, first: number): void {
  for (let index = first; index < calls.length; index++)
    calls[index] = { ...calls[index]!, notes: [...(calls[index]!.notes ?? []), note] };
}
