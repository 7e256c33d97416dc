/** PyTorch's lazy modules: made for the channels of their first input. */
import { toArray } from '../../library/call/coerce';
import type { Call } from '../../library/call/Call';
import type { LayerObject } from '../../value/Py';

/** `axis`: the axis of the input with its channels. */
export function lazily(call: Call, axis: number, make: (channels: number) => LayerObject): LayerObject {
  const mode = { training: true };
  let made: LayerObject | undefined;
  return {
    kind: 'layer',
    callee: call.callee,
    framework: 'pytorch',
    weights: {},
    hasBias: true,
    mode,
    apply: (args, context) => {
      const [input] = args.positional;
      made ??= make((input && toArray(input.value, context).shape.at(axis)) ?? 1);
      if (made.mode) made.mode.training = mode.training;
      return made.apply(args, context, made.weights);
    },
    member: (name) => made?.member?.(name),
  };
}
