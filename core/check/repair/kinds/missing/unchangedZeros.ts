/** Arrays of zeros that no statement of a function changes. */
import type { SyntaxNode } from '@lezer/common';
import { childNodes } from '../../../source/PythonTree';
import type { FunctionScope } from '../../scope/FunctionScope';
import { writtenArray } from '../../scope/writtenArray';

export function unchangedZeros(scope: FunctionScope): string[] {
  const statements = scope.all(['AssignStatement', 'UpdateStatement']);
  const starts = statements.flatMap((statement) => startsOf(scope, statement).map((name) => ({ name, statement })));
  const unchanged = starts.flatMap(({ name, statement }) =>
    statements.some((other) => other !== statement && writtenArray(scope, other.firstChild) === name) ? [] : [name],
  );
  // `dx_pad = np.pad(dx, …)` of zeros.
  const padded = statements.flatMap((statement) => {
    const [target, , value] = childNodes(statement);
    const [, inner] = /^np\.pad\((\w+),/.exec(value ? scope.text(value) : '') ?? [];
    const name = target ? scope.text(target) : '';
    const isZero = starts.some((start) => start.name === inner);
    return isZero && !statements.some((other) => other !== statement && writtenArray(scope, other.firstChild) === name)
      ? [name]
      : [];
  });
  return [...unchanged, ...padded];
}

/** Names that a statement sets to zeros: `dx, dw = np.zeros_like(x), np.zeros_like(w)`. */
function startsOf(scope: FunctionScope, statement: SyntaxNode): string[] {
  if (statement.name !== 'AssignStatement') return [];
  const children = childNodes(statement).filter(({ name }) => name !== ',');
  const at = children.findIndex(({ name }) => name === 'AssignOp');
  return children.slice(0, at).flatMap((target, k) => {
    const value = children[at + 1 + k];
    const name = scope.text(target);
    const isStart = value !== undefined && /^(?:(?:np\.)?zeros(?:_like)?\(|0(?:\.0*)?$)/.test(scope.text(value));
    return isStart && /^(?:self\.)?\w+$/.test(name) && !scope.isLoopVariable(name) ? [name] : [];
  });
}

/** Whether a statement assigns cells of an array. */
export function isWritten(scope: FunctionScope, name: string): boolean {
  const statements = scope.all(['AssignStatement', 'UpdateStatement']);
  return statements.some(
    ({ firstChild }) => firstChild?.lastChild?.name === ']' && writtenArray(scope, firstChild) === name,
  );
}
