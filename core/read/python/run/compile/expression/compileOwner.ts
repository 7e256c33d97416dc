/** The object of a member. */
import { usualMember } from '../../../modules/usualNames';
import type { Expression } from '../../../syntax/tree/ast';
import type { Py } from '../../../value/Py';
import type { Code } from '../../machine/CallFrame';
import type { Unit } from '../target/Unit';

/** A short name that the text neither assigns nor imports is the module that has the member: `ss.correlate2d(s.ones((4, 4)), k)`. */
export function compileOwner(object: Expression, member: string, unit: Unit): Code {
  const read = unit.expression(object);
  if (object.type !== 'name' || object.name.length > LONGEST) return read;
  const path = /^(numpy|scipy\.signal)\.\w+$/.exec(usualMember(member) ?? '')?.[1];
  if (path === undefined || unit.scope.resolve(object.name).type !== 'global') return read;
  const owner: Py = { kind: 'namespace', path };
  const { globals } = unit.machine;
  return (frame) => (globals.takesUsual && globals.isUnknown(object.name) ? owner : read(frame));
}

const LONGEST = 3;
