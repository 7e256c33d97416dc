/** Tables of methods: each with its signature, as the library's functions have. */
import { Call } from '../../library/call/Call';
import type { Py, PyFunction } from '../../value/Py';
import type { Machine } from '../machine/Machine';

export type Methods<Self> = Readonly<
  Record<string, readonly [signature: string, run: (self: Self, call: Call, machine: Machine) => Py]>
>;

export function tableMethod<Self>(
  methods: Methods<Self>,
  self: Self,
  name: string,
  machine: Machine,
): PyFunction | undefined {
  const entry = Object.hasOwn(methods, name) ? methods[name] : undefined;
  if (!entry) return undefined;
  const [signature, run] = entry;
  return { kind: 'function', name, call: (args, context) => run(self, new Call(signature, args, context), machine) };
}
