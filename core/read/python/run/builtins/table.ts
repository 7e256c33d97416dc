/** Tables of built-in functions, which may call back into the program. */
import { Call } from '../../library/call/Call';
import type { Py, PyFunction } from '../../value/Py';
import { machineOf, type Machine } from '../machine/Machine';

export type Builtins = Readonly<
  Record<string, readonly [signature: string, run: (call: Call, machine: Machine) => Py]>
>;

export function fromTable(table: Builtins, name: string, path = name): PyFunction | undefined {
  const entry = Object.hasOwn(table, name) ? table[name] : undefined;
  if (!entry) return undefined;
  const [signature, run] = entry;
  return {
    kind: 'function',
    name: path,
    call: (args, context) => run(new Call(signature, args, context), machineOf(context)),
  };
}
