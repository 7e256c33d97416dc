/** Abstract methods of the standard library's module `abc`. */
import { typeError } from '../../runtime/PythonError';
import type { Py, PyClass } from '../../value/Py';
import { findMember } from './classes';

const MARK = '__isabstractmethod__';

/** The decorator: marks a function, or the function of a property. */
export function markAbstract(member: Py): Py {
  functionOf(member)?.attributes.set(MARK, { kind: 'number', value: 1, dtype: 'bool' });
  return member;
}

/** Throws Python's TypeError for a class with abstract methods. */
export function refuseAbstract(type: PyClass): void {
  if (!type.abstract) return;
  const names = new Set(type.order.flatMap(({ members }) => [...members.keys()]));
  const open = [...names].filter((name) => isAbstract(findMember(type, name))).sort();
  if (open.length === 0) return;
  const methods = open.length === 1 ? 'method' : 'methods';
  throw typeError(`Can't instantiate abstract class ${type.name} with abstract ${methods} ${open.join(', ')}`);
}

function isAbstract(member: Py | undefined): boolean {
  return member !== undefined && functionOf(member)?.attributes.has(MARK) === true;
}

function functionOf(member: Py): { readonly attributes: Map<string, Py> } | undefined {
  if (member.kind === 'function') return member.user;
  return member.kind === 'property' || member.kind === 'staticmethod' || member.kind === 'classmethod'
    ? functionOf(member.get)
    : undefined;
}
