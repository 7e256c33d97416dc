/** A parsed Python text with short ways to walk its nodes. */
import type { SyntaxNode, Tree } from '@lezer/common';
import { parser } from '@lezer/python';
import { withoutBarePoints } from '../../read/python/syntax/text/barePoints';
import { childrenOf } from '../../read/python/syntax/reader/nodes';

export { childrenOf as childNodes };

export class PythonTree {
  readonly tree: Tree;
  /** Offsets of the line breaks. */
  private readonly ends: readonly number[];

  constructor(readonly source: string) {
    this.ends = [...source.matchAll(/\n/g)].map(({ index }) => index);
    this.tree = parser.parse(withoutBarePoints(source));
  }

  text(node: Pick<SyntaxNode, 'from' | 'to'>): string {
    return this.source.slice(node.from, node.to);
  }

  /** 1-based line of an offset. */
  line(offset: number): number {
    let [low, high] = [0, this.ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.ends[middle]! < offset) low = middle + 1;
      else high = middle;
    }
    return low + 1;
  }

  /** Nodes of the given names inside `within`, in source order. */
  all(names: string | readonly string[], within: SyntaxNode = this.tree.topNode): SyntaxNode[] {
    const wanted = typeof names === 'string' ? [names] : names;
    const found: SyntaxNode[] = [];
    // The cursor of a node leaves it at its end only when it iterates.
    within.cursor().iterate((at) => {
      if (wanted.includes(at.name)) found.push(at.node);
    });
    return found;
  }
}

/** The innermost statement around a node. */
export function statementOf(node: SyntaxNode): SyntaxNode {
  let at = node;
  while (at.parent && at.parent.name !== 'Body' && at.parent.name !== 'Script') at = at.parent;
  return at;
}

/** Whether a name, by itself or in a tuple, is what a statement binds. */
export function isTarget(node: SyntaxNode): boolean {
  const statement = statementOf(node);
  if (statement.name === 'ForStatement') {
    const separator = statement.getChild('in');
    return separator !== null && node.to <= separator.from;
  }
  if (statement.name !== 'AssignStatement')
    return statement.name === 'UpdateStatement' && statement.from === node.from && node.parent === statement;
  const assignments = statement.getChildren('AssignOp');
  const last = assignments[assignments.length - 1];
  if (!last || node.from > last.from) return false;
  for (let at: SyntaxNode | null = node; at && at.from >= statement.from && at !== statement; at = at.parent) {
    if (at.name === 'MemberExpression') return false;
  }
  return true;
}

/** The items of a subscript or argument list: the nodes between commas, without brackets. */
export function listItems(node: SyntaxNode, open: string, close: string): SyntaxNode[][] {
  const items: SyntaxNode[][] = [[]];
  let inside = false;
  for (const child of childrenOf(node)) {
    if (!inside) {
      inside = child.name === open;
    } else if (child.name === close) break;
    else if (child.name === ',') items.push([]);
    else items[items.length - 1]!.push(child);
  }
  return items.filter((item) => item.length > 0);
}
