/** `tf.GradientTape`: `watch` and `gradient`. */
import { LensError, msg } from '../../../../message';
import { arrayOf, newData, type PyArray } from '../../array/PyArray';
import { sizeOf } from '../../../../array/NdArray';
import { tapeOf } from '../../autograd/Tape';
import { libraryFunction, type Call, type FunctionTable } from '../../library/call/Call';
import { isSequence, toArray } from '../../library/call/coerce';
import { addGradients } from '../../library/torch/torchGradients';
import { NONE, pyList, pyTuple } from '../../value/constructors';
import type { LayerObject, Py } from '../../value/Py';

/** Functions of `tensorflow` by name. */
export const GRADIENT_TAPE: FunctionTable = {
  GradientTape: ['persistent? watch_accessed_variables?', gradientTape],
};

/** Functions of `torch.autograd` by name. */
export const TORCH_AUTOGRAD: FunctionTable = {
  Variable: ['data requires_grad? volatile?', (call) => ({ ...call.array('data') })],
  grad: [
    'target|outputs sources|inputs output_gradients|grad_outputs? retain_graph? create_graph? only_inputs? allow_unused?',
    (call) => pyTuple([...itemsOf(gradient(call))]),
  ],
};

function gradientTape(call: Call): LayerObject {
  const methods: Readonly<Record<string, Py>> = {
    watch: libraryFunction('watch', 'tensor', (use) => {
      for (const each of itemsOf(use.value('tensor'))) if (each.kind === 'array') tapeOf(use.context).watch(each);
      return NONE;
    }),
    gradient: libraryFunction('gradient', 'target sources output_gradients? unconnected_gradients?', gradient),
  };
  return {
    kind: 'layer',
    callee: call.callee,
    framework: 'tensorflow',
    weights: {},
    hasBias: false,
    apply: () => {
      throw new LensError(msg('{0} is not a layer', call.callee), undefined, call.range);
    },
    member: (name) => (Object.hasOwn(methods, name) ? methods[name] : undefined),
  };
}

/** Gradients, as many as sources; None for a source that was not watched. */
function gradient(call: Call): Py {
  const target = arrayIn(call, 'target');
  const given = call.lacks('output_gradients') ? undefined : arrayIn(call, 'output_gradients');
  const ones = arrayOf(newData(sizeOf(target.shape), target.dtype).fill(1), target.shape, target.dtype, {
    notation: 'tensorflow',
  });
  const found = tapeOf(call.context).derive(target, given ?? ones, addGradients(call));
  const sources = call.value('sources');
  const gradients = itemsOf(sources).map((each): Py => (each.kind === 'array' ? (found.get(each) ?? NONE) : NONE));
  return isSequence(sources) ? pyList(gradients) : gradients[0]!;
}

/** The array, or the only one of a list or tuple. */
function arrayIn(call: Call, name: string): PyArray {
  const items = itemsOf(call.value(name));
  if (items.length === 1) return toArray(items[0]!, call.context);
  throw new LensError(msg('the argument {0} of {1} is not supported', name, call.callee), undefined, call.range);
}

function itemsOf(value: Py): readonly Py[] {
  return isSequence(value) ? value.items : [value];
}
