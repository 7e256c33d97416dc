/** The gradient of a padded input without the padding: `dx_pad[:, :, pad:…, pad:…]`. */
import type { FunctionScope } from '../../../scope/FunctionScope';

export function* unpaddedValues(scope: FunctionScope): Iterable<string> {
  const { pad } = scope;
  const padded = scope.names.find((name) => /pad|xp$/i.test(name) && /^(?:d|grad)/i.test(name));
  if (pad === undefined || padded === undefined) return;
  const side = (axis: number): string => `${pad}:${padded}.shape[${axis}] - ${pad}`;
  yield `${padded}[:, ${side(1)}, ${side(2)}, :]`;
  yield `${padded}[:, :, ${side(2)}, ${side(3)}]`;
  yield `${padded}[${side(0)}, ${side(1)}]`;
  yield `${padded}[:, ${side(1)}, ${side(2)}]`;
  yield `${padded}[${side(0)}, ${side(1)}, :]`;
}
