/** Reads `import a.b as c`, `from a.b import c as d`, `from a import *`. */
import type { SyntaxNode } from '@lezer/common';
import type { Statement } from '../tree/ast';
import { isClause, splitBy } from './nodes';

interface Reader {
  slice(node: SyntaxNode | undefined): string;
}

type Import = Pick<Extract<Statement, { type: 'import' }>, 'bindings' | 'star'>;

export function readImport(children: readonly SyntaxNode[], reader: Reader): Import {
  const at = children.findIndex(({ name }) => name === 'import');
  const path = (nodes: readonly SyntaxNode[]): string => nodes.map((node) => reader.slice(node)).join('');
  const module = path(children.slice(0, at).filter(({ name }) => name !== 'from'));
  const clauses = splitBy(
    children.slice(at + 1).filter((node) => !isClause(node)),
    ',',
  );
  if (clauses.some(([first]) => reader.slice(first) === '*')) return { bindings: [], star: module };
  const bindings = clauses.flatMap((clause) => {
    const alias = clause.findIndex(({ name }) => name === 'as');
    const parts = alias < 0 ? clause : clause.slice(0, alias);
    const imported = path(parts);
    if (imported === '') return [];
    if (alias >= 0) {
      return [{ name: reader.slice(clause[alias + 1]), path: module === '' ? imported : `${module}.${imported}` }];
    }
    if (module !== '') return [{ name: imported, path: `${module}.${imported}` }];
    const root = reader.slice(parts[0]);
    return [{ name: root, path: root }];
  });
  return { bindings };
}
