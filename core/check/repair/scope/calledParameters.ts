/** Parameters of a function or method of the text that is called, without `self`; none of other functions. */
import type { SyntaxNode } from '@lezer/common';
import { childNodes } from '../../source/PythonTree';
import type { FunctionScope } from './FunctionScope';

export function calledParameters({ tree }: FunctionScope, call: SyntaxNode): string[] {
  const [, name] = /^(?:self\.)?(\w+)$/.exec(call.firstChild ? tree.text(call.firstChild) : '') ?? [];
  const definition = tree.all('FunctionDefinition').find((node) => {
    const found = node.getChild('VariableName');
    return found !== null && tree.text(found) === name;
  });
  const list = definition?.getChild('ParamList');
  if (!list) return [];
  const all = childNodes(list).flatMap((node) =>
    node.name === 'VariableName' && node.prevSibling?.name !== 'AssignOp' ? [tree.text(node)] : [],
  );
  return all[0] === 'self' ? all.slice(1) : all;
}
