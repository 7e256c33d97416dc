/** Sums and differences of bytes, which wrap around at 256: `np.pad(image, 1)` for `np.pad(image.astype(float), 1)`. */
import type { SyntaxNode } from '@lezer/common';
import { msg } from '../../../../message';
import { childNodes } from '../../../source/PythonTree';
import { editOf, type Candidate } from '../../Candidate';
import type { FunctionScope } from '../../scope/FunctionScope';
import { indentOf } from '../../scope/indentOf';

const TAKEN = ['MemberExpression', 'VariableName', 'CallExpression'];

export function* bytes(scope: FunctionScope): Iterable<Candidate> {
  if (!/uint8/.test(scope.tree.source)) return;
  for (const call of scope.all('CallExpression')) {
    const [, value] = /^np\.uint8\(\s*(\d+)\s*\)$/.exec(scope.text(call)) ?? [];
    if (value !== undefined) yield wide(scope.text(call), editOf(call, `${value}.0`), 1.5);
  }
  for (const statement of scope.all(['AssignStatement', 'UpdateStatement'])) {
    const value = statement.lastChild;
    // A part of an array, an array from another one, or the next term of a sum.
    if (!value || !TAKEN.includes(value.name) || /\.shape\b|^(?:len|int|float|range)\(|astype/.test(scope.text(value)))
      continue;
    if (value.name === 'VariableName' && statement.name === 'AssignStatement') continue;
    yield converted(scope, value, 1.9);
  }
  for (const sum of scope.all('BinaryExpression')) {
    const [left] = childNodes(sum);
    if (left && left.name !== 'BinaryExpression' && TAKEN.includes(left.name)) yield converted(scope, left, 2.1);
  }
  const body = scope.node.getChild('Body');
  const first = body && childNodes(body).find(({ name }) => name !== ':' && name !== 'ExpressionStatement');
  for (const name of first ? scope.parameters.slice(0, 2) : []) {
    const text = `${name} = ${name}.astype(float)\n${indentOf(scope, first!)}`;
    yield wide(name, editOf({ from: first!.from, to: first!.from }, text), 2.4);
  }
}

function converted(scope: FunctionScope, value: SyntaxNode, cost: number): Candidate {
  const text = scope.text(value);
  return wide(text, editOf(value, `${text}.astype(float)`), cost);
}

function wide(text: string, edit: Candidate['edits'][number], cost: number): Candidate {
  return {
    id: 'byte-overflow',
    detail: msg('{0} holds bytes: sums and differences wrap around at 256', text.split('\n')[0]!),
    edits: [edit],
    cost,
  };
}
