/** Arrays of a function that are bound before a place, those whose names are like a name first. */
import type { SyntaxNode } from '@lezer/common';
import { roleOf } from '../../../../adapt/roles/roles';
import { statementOf } from '../../../../source/PythonTree';
import type { FunctionScope } from '../../../scope/FunctionScope';

const MOST = 5;

export function alikeFirst(scope: FunctionScope, name: string, use: SyntaxNode): string[] {
  const before = new Set(scope.tree.source.slice(scope.node.from, statementOf(use).from).match(/[A-Za-z_]\w*/g));
  const isBound = (each: string): boolean => each.startsWith('self.') || before.has(each);
  const unpacked = sizesOf(scope);
  const bound = [...scope.names, ...scope.attributes].filter(isBound);
  const arrays = bound.filter(
    (each) =>
      each !== name &&
      scope.kindOf(each) !== 'scalar' &&
      !scope.isLoopVariable(each) &&
      !isSize(each) &&
      !unpacked.has(each),
  );
  const likeness = new Map(arrays.map((each) => [each, likenessOf(name, each)]));
  return arrays.sort((a, b) => likeness.get(b)! - likeness.get(a)!).slice(0, MOST);
}

/** `A_prev` is more like `a_prev_slice` than `W` is; names of one role are alike. */
function likenessOf(name: string, array: string): number {
  const bare = array.replace(/^self\./, '').toLowerCase();
  const own = name.toLowerCase();
  const words = bare.split('_').filter((word) => own.split('_').includes(word)).length;
  const role = roleOf(name);
  const isOfRole = role !== undefined && roleOf(bare, [role]) === role;
  const isPadded = /pad/.test(bare) === /pad/.test(own);
  return (
    (own.startsWith(bare) || bare.startsWith(own) ? 3 : 0) +
    2 * words +
    (isOfRole ? 2 : 0) +
    (isPadded ? 0.5 : 0) +
    (roleOf(bare) === 'input' ? 0.4 : 0)
  );
}

function isSize(name: string): boolean {
  return ['stride', 'strideCols', 'pad', 'padCols', 'kernelRows', 'kernelCols', 'options', 'mode', 'cache'].includes(
    roleOf(name.replace(/^self\./, '')) ?? '',
  );
}

/** Names that are bound to the sizes of an array: `N, C, H, W = x.shape`. */
function sizesOf(scope: FunctionScope): Set<string> {
  const statements = scope.all('AssignStatement').map((statement) => scope.text(statement));
  return new Set(
    statements.flatMap((text) => /^\(?([\w, ]+)\)?\s*=.*(?:\.shape\b|\/\/)/.exec(text)?.[1]?.split(/\W+/) ?? []),
  );
}
