/** From the parser's statements to statements of our own. */
import type { SyntaxNode } from '@lezer/common';
import { LensError, msg } from '../../../message';
import type { TextRange } from '../../ParseResult';
import type { BinaryOperator, Expression, Statement } from './ast';
import type { MaskedText } from './display';
import { ExpressionReader } from './ExpressionReader';
import { branchesOf, childrenOf, isClause, namesAssigned, splitBy } from './nodes';

/** How deep blocks may stand inside each other. */
const MAX_BLOCKS = 50;

export class StatementReader {
  private readonly expressions: ExpressionReader;
  private depth = 0;

  constructor(
    private readonly text: string,
    /** What is to be added to an offset in `text` for one in the masked text. */
    private readonly base: number,
    private readonly masked: MaskedText,
  ) {
    this.expressions = new ExpressionReader(text, base, masked);
  }

  all(nodes: readonly SyntaxNode[]): Statement[] {
    return nodes.flatMap((node) => this.statement(node));
  }

  /** Throws a LensError where blocks are nested too deep. */
  body(node: SyntaxNode): Statement[] {
    if (this.depth >= MAX_BLOCKS) {
      throw new LensError(
        msg('blocks stand more than {0} deep inside each other', MAX_BLOCKS),
        undefined,
        this.range(node),
      );
    }
    this.depth += 1;
    const statements = this.all(childrenOf(node).filter(({ name }) => name !== ':'));
    this.depth -= 1;
    return statements;
  }

  private statement(node: SyntaxNode): Statement[] {
    const range = this.range(node);
    const children = childrenOf(node);
    switch (node.name) {
      case 'AssignStatement':
        return this.assignment(children, range);
      case 'UpdateStatement':
        return this.update(children, range);
      case 'ExpressionStatement':
        return [{ type: 'expression', value: this.group(children), range }];
      case 'StatementGroup':
        return this.all(children.filter(({ name }) => name !== ';'));
      case 'ImportStatement':
        return [{ type: 'import', bindings: this.imports(children), range }];
      case 'ForStatement':
        return [this.loop(node, children, range)];
      case 'IfStatement':
        return [{ type: 'if', branches: this.branches(children), range }];
      case 'WithStatement':
        return [{ type: 'block', body: this.body(node.lastChild!), range }];
      case 'FunctionDefinition':
      case 'ClassDefinition':
        return [
          {
            type: 'define',
            name: this.slice(node.getChild('VariableName')),
            draws: /\brandom\b/.test(this.slice(node)),
            range,
          },
        ];
      case 'DecoratedStatement':
        return this.statement(node.lastChild!);
      case 'AssertStatement':
        return [{ type: 'observe', values: [this.expressions.read(children[1]!)], range }];
      case 'BreakStatement':
        return [{ type: 'break', range }];
      case 'ContinueStatement':
        return [{ type: 'continue', range }];
      case 'PassStatement':
      case 'ScopeStatement':
      case 'Comment':
      case 'ReturnStatement':
        return [];
      default:
        return [{ type: 'skipped', keyword: this.slice(children[0]), names: namesAssigned(node, this.text), range }];
    }
  }

  /** `a = b, c = value`: every side but the last is a target. A bare annotation assigns nothing. */
  private assignment(children: readonly SyntaxNode[], range: TextRange): Statement[] {
    const sides = splitBy(
      children.filter(({ name }) => name !== 'TypeDef'),
      'AssignOp',
    ).map((side) => this.group(side));
    if (sides.length < 2) return [];
    return [{ type: 'assign', targets: sides.slice(0, -1), value: sides[sides.length - 1]!, range }];
  }

  private update(children: readonly SyntaxNode[], range: TextRange): Statement[] {
    const at = children.findIndex(({ name }) => name === 'UpdateOp');
    return [
      {
        type: 'update',
        target: this.group(children.slice(0, at)),
        operator: this.slice(children[at]).slice(0, -1) as BinaryOperator,
        value: this.group(children.slice(at + 1)),
        range,
      },
    ];
  }

  private loop(node: SyntaxNode, children: readonly SyntaxNode[], range: TextRange): Statement {
    const inside = children.findIndex(({ name }) => name === 'in');
    const bodyAt = children.findIndex(({ name }) => name === 'Body');
    if (children.some(({ name }) => name === 'else' || name === 'async')) {
      return { type: 'skipped', keyword: 'for … else', names: namesAssigned(node, this.text), range };
    }
    return {
      type: 'for',
      target: this.group(children.slice(1, inside)),
      over: this.group(children.slice(inside + 1, bodyAt)),
      body: this.body(children[bodyAt]!),
      range,
    };
  }

  private branches(children: readonly SyntaxNode[]): { test: Expression | undefined; body: Statement[] }[] {
    return branchesOf(children).map(({ test, body }) => ({
      test: test && this.expressions.read(test),
      body: this.body(body),
    }));
  }

  /** `import a.b as c`, `from a.b import c as d`; a star binds nothing that is known. */
  private imports(children: readonly SyntaxNode[]): { name: string; path: string }[] {
    const at = children.findIndex(({ name }) => name === 'import');
    const module = children
      .slice(0, at)
      .filter(({ name }) => name !== 'from')
      .map((node) => this.slice(node))
      .join('');
    const clauses = splitBy(
      children.slice(at + 1).filter((node) => !isClause(node)),
      ',',
    );
    return clauses.flatMap((clause) => {
      const alias = clause.findIndex(({ name }) => name === 'as');
      const parts = alias < 0 ? clause : clause.slice(0, alias);
      const path = parts.map((node) => this.slice(node)).join('');
      if (path === '' || path === '*') return [];
      if (alias >= 0)
        return [{ name: this.slice(clause[alias + 1]), path: module === '' ? path : `${module}.${path}` }];
      if (module !== '') return [{ name: path, path: `${module}.${path}` }];
      const root = this.slice(parts[0]);
      return [{ name: root, path: root }];
    });
  }

  private group(nodes: readonly SyntaxNode[]): Expression {
    return this.expressions.group(nodes);
  }

  private slice(node: SyntaxNode | null | undefined): string {
    return node ? this.text.slice(node.from, node.to) : '';
  }

  private range(node: SyntaxNode): TextRange {
    return this.masked.origin(node.from + this.base, node.to + this.base);
  }
}
