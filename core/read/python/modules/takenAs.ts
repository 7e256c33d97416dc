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
const FUNCTIONS = /^(?:conv2d|conv_transpose2d|(?:max|avg)_pool2d)$/;

function torchPath(path: string): string | undefined {
  const name = path.slice(path.lastIndexOf('.') + 1);
  if (!isElsewhere(path)) return undefined;
  if (/^[Tt]ensor$/.test(name)) return 'torch.tensor';
  if (MODULES.test(name)) return `torch.nn.${name}`;
  return FUNCTIONS.test(name) ? `torch.nn.functional.${name}` : undefined;
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
      const result = known(path, args.callee, () => noted(note, context, () => member.call(args, context)));
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
