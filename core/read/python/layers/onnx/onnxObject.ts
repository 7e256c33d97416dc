/** An object of ONNX: a node, a graph, a model or a session that runs it. */
import { onInput, type Call } from '../../library/call/Call';
import type { LayerObject, Py } from '../../value/Py';

export function onnxObject(
  callee: string,
  members: Readonly<Record<string, Py>>,
  apply: (use: Call) => Py,
): LayerObject {
  return {
    kind: 'layer',
    callee,
    framework: 'numpy',
    weights: {},
    hasBias: false,
    apply: onInput(apply),
    member: (name) => (Object.hasOwn(members, name) ? members[name] : undefined),
  };
}
