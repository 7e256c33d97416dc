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
  /** Of the top level. */
  private readonly classes: readonly SyntaxNode[];
  private readonly bases = new Map<number, readonly SyntaxNode[]>();

  constructor(readonly source: string) {
    this.ends = [...source.matchAll(/\n/g)].map(({ index }) => index);
    this.tree = parser.parse(withoutBarePoints(source));
    this.classes = childrenOf(this.tree.topNode)
      .map((node) => (node.name === 'DecoratedStatement' ? (node.lastChild ?? node) : node))
      .filter(({ name }) => name === 'ClassDefinition');
  }

  /** Of a class with those of its base classes in the text. */
  text(node: Pick<SyntaxNode, 'from' | 'to'> | SyntaxNode): string {
    const own = this.source.slice(node.from, node.to);
    if (!('name' in node) || node.name !== 'ClassDefinition') return own;
    return [own, ...this.basesOf(node).map(({ from, to }) => this.source.slice(from, to))].join('\n');
  }

  /** The classes of the text from which a class derives, the nearest first. */
  basesOf(node: SyntaxNode): readonly SyntaxNode[] {
    const known = this.bases.get(node.from);
    if (known) return known;
    const found: SyntaxNode[] = [];
    for (let at: SyntaxNode | undefined = node; at && found.length < MAX_BASES;) {
      const [, name]: readonly (string | undefined)[] =
        /^class\s+\w+\s*\(\s*(\w+)/.exec(this.source.slice(at.from, at.to)) ?? [];
      at = name === undefined ? undefined : this.classes.filter((each) => nameOf(this, each) === name).at(-1);
      if (at?.from === node.from || found.some(({ from }) => from === at?.from)) break;
      if (at) found.push(at);
    }
    this.bases.set(node.from, found);
    return found;
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

  /** Nodes of the given names inside `within`, in source order; of a class also inside of its base classes. */
  all(names: string | readonly string[], within: SyntaxNode = this.tree.topNode): SyntaxNode[] {
    const wanted = typeof names === 'string' ? [names] : names;
    const found: SyntaxNode[] = [];
    const bases = within.name === 'ClassDefinition' ? this.basesOf(within) : [];
    for (const each of [within, ...bases]) {
      // The cursor of a node leaves it at its end only when it iterates.
      each.cursor().iterate((at) => {
        if (wanted.includes(at.name)) found.push(at.node);
      });
    }
    return found;
  }
}

/** Base classes that are followed at most. */
const MAX_BASES = 8;

function nameOf({ source }: PythonTree, node: SyntaxNode): string | undefined {
  const name = node.getChild('VariableName');
  return name ? source.slice(name.from, name.to) : undefined;
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
