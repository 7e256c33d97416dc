/** A module of PyTorch without weights. */
import { onInput, type Call } from '../../library/call/Call';
import type { LayerObject, Py } from '../../value/Py';
import { placedAt } from '../forward';

/** A module that computes `run` of its arguments. `call`: the call that makes it. */
export function moduleOf(call: Call, run: (use: Call) => Py, signature = 'input'): LayerObject {
  return {
    kind: 'layer',
    callee: call.callee,
    framework: 'pytorch',
    weights: {},
    hasBias: false,
    apply: onInput((use) => placedAt(use.range, () => run(use)), signature),
  };
}
