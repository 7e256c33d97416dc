/** A call of a function of the text that leaves the stride or the padding at its default. */
import { msg } from '../../../../message';
import { roleOf } from '../../../adapt/roles/roles';
import { listItems } from '../../../source/PythonTree';
import { calledParameters } from '../../scope/calledParameters';
import { editOf, type Candidate } from '../../Candidate';
import type { FunctionScope } from '../../scope/FunctionScope';

export function* missingArguments(scope: FunctionScope): Iterable<Candidate> {
  for (const call of scope.all('CallExpression')) {
    const callee = call.firstChild;
    const list = call.getChild('ArgList');
    if (callee?.name !== 'VariableName' || !list) continue;
    const given = listItems(list, '(', ')').map((item) => scope.tree.source.slice(item[0]!.from, item.at(-1)!.to));
    const parameters = calledParameters(scope, call);
    for (const parameter of parameters.slice(given.length)) {
      const role = roleOf(parameter);
      const source = role === 'stride' ? scope.stride : role === 'pad' ? scope.pad : undefined;
      if (source === undefined || given.some((text) => text.startsWith(`${parameter}=`))) continue;
      yield {
        id: role === 'stride' ? 'stride-ignored' : 'padding-ignored',
        detail: msg('{0} is not passed to {1}: its default is used', source, scope.text(callee)),
        edits: [editOf({ from: list.to - 1, to: list.to - 1 }, `, ${parameter}=${source}`)],
        cost: 1.8,
      };
    }
  }
}
