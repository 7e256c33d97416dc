/** An indexed array in the place of another: the gradient for the input, the slice for the filter. */
import { msg } from '../../../../message';
import { roleOf } from '../../../adapt/roles/roles';
import { isTarget } from '../../../source/PythonTree';
import { editOf, type Candidate } from '../../Candidate';
import type { FunctionScope } from '../../scope/FunctionScope';

export function* expressions(scope: FunctionScope): Iterable<Candidate> {
  const members = scope.all('MemberExpression').filter((member) => member.getChild('[') !== null);
  const outer = members.filter((member) => member.parent?.name !== 'MemberExpression');
  const texts = new Map<string, number>();
  for (const member of outer)
    texts.set(scope.text(member), Math.min(texts.get(scope.text(member)) ?? Infinity, member.from));
  const names = scope.names.filter(
    (name) =>
      /slice|window|patch|region|mask|^d[azZA]$|^g$|^da_|weights|^W$|^w$/.test(name) ||
      (scope.kindOf(name) === 'array' && !scope.parameters.includes(name)),
  );
  for (const member of outer) {
    const text = scope.text(member);
    if (member.from === member.parent?.from && /Update|Assign/.test(member.parent.name)) continue;
    for (const other of [...texts.keys(), ...names]) {
      if (other === text || other.length > 80) continue;
      yield replacement(text, member, other, names.includes(other) ? 2.6 : 3.6);
    }
  }
  for (const name of scope.all('VariableName')) {
    const text = scope.text(name);
    if (!names.includes(text) || isTarget(name) || name.parent?.name === 'MemberExpression') continue;
    for (const other of texts.keys()) {
      if (!other.startsWith(`${text}[`)) yield replacement(text, name, other, 4);
      else yield replacement(text, name, other, 3);
    }
    for (const filter of scope.names.filter((candidate) => roleOf(candidate, ['filter']) === 'filter')) {
      for (const loop of new Set(scope.loopsAround(name))) {
        yield replacement(text, name, `${filter}[${loop}]`, 3.2);
        yield replacement(text, name, `${filter}[:, :, :, ${loop}]`, 3.2);
      }
    }
    for (const loop of new Set(scope.loopsAround(name))) {
      for (const suffix of [`[..., ${loop}]`, `[:, :, ${loop}]`, `[:, :, :, ${loop}]`, `[${loop}]`]) {
        yield replacement(text, name, `${text}${suffix}`, 4);
      }
    }
  }
}

function replacement(text: string, node: { from: number; to: number }, other: string, cost: number): Candidate {
  return {
    id: 'wrong-array',
    detail: msg('{0} is used where {1} belongs', text, other),
    edits: [editOf(node, other)],
    cost,
  };
}
