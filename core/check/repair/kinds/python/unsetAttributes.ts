/** An attribute that the methods of a class read and none of them sets: `x_cache = x` for `self.x = x`. */
import { msg } from '../../../../message';
import { childNodes } from '../../../source/PythonTree';
import { editOf, type Candidate } from '../../Candidate';
import type { FunctionScope } from '../../scope/FunctionScope';
import { indentOf } from '../../scope/indentOf';

export function* unsetAttributes(scope: FunctionScope): Iterable<Candidate> {
  const unset = unsetIn(scope);

  const body = scope.node.getChild('Body');
  const first = body && childNodes(body).find(({ name }) => name !== ':');
  if (unset.length === 0 || !first) return;
  const indent = indentOf(scope, first);
  for (const own of unset) {
    const detail = msg('{0} is read, and no method sets it', own);
    for (const statement of scope.all('AssignStatement')) {
      const [target] = childNodes(statement);
      if (target?.name !== 'VariableName') continue;
      const name = scope.text(target);
      const isAlike = name.includes(own.slice('self.'.length)) ? 0 : 0.4;
      yield { id: 'unset-attribute', detail, edits: [editOf(target, own)], cost: 1.4 + isAlike };
      const end = { from: statement.to, to: statement.to };
      const after = editOf(end, `\n${indentOf(scope, statement)}${own} = ${name}`);
      yield { id: 'unset-attribute', detail, edits: [after], cost: 1.7 + isAlike };
    }
    for (const name of scope.parameters.filter((each) => each !== 'self')) {
      for (const value of /shape|size|dim/i.test(own) ? [`${name}.shape`, name] : [name]) {
        const edit = editOf({ from: first.from, to: first.from }, `${own} = ${value}\n${indent}`);
        yield { id: 'unset-attribute', detail, edits: [edit], cost: 1.6 };
      }
    }
  }
}

/** Attributes that no method sets. */
export function unsetIn(scope: FunctionScope): string[] {
  const owner = scope.node.parent?.parent;
  if (owner?.name !== 'ClassDefinition') return [];
  const text = scope.text(owner);
  return scope.attributes.filter((own) => {
    const name = own.slice('self.'.length);
    const isSet = new RegExp(
      `\\b${own}\\s*(?:,[^=\\n]*)?=(?!=|\\s*None\\b)|\\b${own}\\s*:|,\\s*${own}\\b[^=\\n]*=|\\bdef ${name}\\b|^\\s+${name}\\s*=`,
      'm',
    );
    return !isSet.test(text);
  });
}
