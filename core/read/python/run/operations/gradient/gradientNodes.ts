/** PyTorch's names of the gradients of operators and layers. */
import type { PyArray } from '../../../array/PyArray';
import type { Tape } from '../../../autograd/Tape';
import { arrayOfParameter } from '../../../library/call/coerce';
import type { LayerObject, Py } from '../../../value/Py';

export function operatorNode(operator: string, left: Py, right: Py): string | undefined {
  const [a, b] = [arrayOfParameter(left), arrayOfParameter(right)];
  switch (operator) {
    case '+':
      return 'AddBackward0';
    case '-':
      return a ? 'SubBackward0' : 'RsubBackward1';
    case '*':
      return 'MulBackward0';
    case '/':
      return a ? 'DivBackward0' : 'MulBackward0';
    case '**':
      return a && !b ? 'PowBackward0' : 'PowBackward1';
    case '@':
      return a && b ? productNode(a, b) : undefined;
    default:
      return undefined;
  }
}

function productNode(a: PyArray, b: PyArray): string | undefined {
  const axes = `${a.shape.length} ${b.shape.length}`;
  const names: Readonly<Record<string, string>> = { '1 1': 'Dot', '2 2': 'Mm', '2 1': 'Mv' };
  return names[axes] && `${names[axes]}Backward0`;
}

/** The name of a layer; of a sequence, that of its last one. */
export function nodeOfLayer({ callee, items }: LayerObject): string {
  const last = items?.at(-1);
  if (last?.kind === 'layer') return nodeOfLayer(last);
  return callee.split('.').pop()!;
}

export function hasWeights({ framework, weights, items = [] }: LayerObject, tape: Tape): boolean {
  if (framework !== 'pytorch') return false;
  const isFree = [weights.weight, weights.bias].some((each) => each && !tape.isFrozen(each));
  return isFree || items.some((item) => item.kind === 'layer' && hasWeights(item, tape));
}
