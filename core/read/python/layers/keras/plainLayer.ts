/** A layer of Keras without weights. */
import type { PyArray } from '../../array/PyArray';
import { type Call, onInput } from '../../library/call/Call';
import type { LayerObject, Py } from '../../value/Py';
import { placedAt } from '../forward';

export function plain(call: Call, run: (use: Call, input: PyArray) => Py): LayerObject {
  return {
    kind: 'layer',
    callee: call.callee,
    framework: 'tensorflow',
    weights: {},
    hasBias: false,
    apply: onInput((use) => placedAt(use.range, () => run(use, use.array('input')))),
  };
}
