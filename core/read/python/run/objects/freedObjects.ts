/** Objects with `__del__`, which CPython calls as soon as nothing refers to them. References are not counted here. */
import { LensError, msg } from '../../../../message';
import type { Statement } from '../../syntax/tree/ast';
import { visitStatement } from '../../syntax/tree/visitExpressions';
import type { Py } from '../../value/Py';
import type { Machine } from '../machine/Machine';

/** Refuses a class whose `__del__` does more than to assign and to delete: at the end of the program it might still print. */
export function refuseCallsOnDelete(body: readonly Statement[]): void {
  for (const each of body) if (each.type === 'function' && each.name === '__del__') each.body.forEach(refuseCall);
}

function refuseCall(statement: Statement): void {
  if (!/^(?:assign|update|delete|expression|pass)$/.test(statement.type)) throw unsupported();
  visitStatement(statement, ({ type }) => {
    if (type === 'call') throw unsupported();
    return true;
  });
}

function unsupported(): LensError {
  return new LensError(msg('the special method {0} is not supported', '__del__'));
}

/** An object that a variable holds at the end was never freed. Others may have been: their program is refused. */
export function refuseFreed({ freeable }: Machine, roots: readonly Py[]): void {
  if (freeable.size > 0 && unreached(freeable, roots).size > 0) throw unsupported();
}

/** Those of the objects that no root holds. */
export function unreached(objects: Iterable<Py>, roots: readonly Py[]): ReadonlySet<Py> {
  const lost = new Set<Py>(objects);
  const seen = new Set<Py>();
  const waiting = [...roots];
  for (let value = waiting.pop(); value !== undefined && lost.size > 0; value = waiting.pop()) {
    if (seen.has(value)) continue;
    seen.add(value);
    lost.delete(value);
    if (value.kind === 'instance') waiting.push(...value.attributes.values());
    else if (value.kind === 'dictionary') waiting.push(...value.entries.values());
    else if ((value.kind === 'list' || value.kind === 'tuple') && !value.array) waiting.push(...value.items);
  }
  return lost;
}
