/** Converts the parser's nodes to statements. */
import type { SyntaxNode } from '@lezer/common';
import { LensError, msg } from '../../../../message';
import type { TextRange } from '../../../ParseResult';
import type { BinaryOperator, Expression, Statement } from '../tree/ast';
import type { MaskedText } from '../text/display';
import { ExpressionReader } from './ExpressionReader';
import { bodiesOf, branchesOf, childrenOf, namesAssigned, splitBy } from './nodes';
import { readClass } from './readClass';
import { readImport } from './readImport';
import { readMatch } from './readMatch';
import { readTry } from './readTry';

/** Greatest depth of nested blocks. */
const MAX_BLOCKS = 50;

export class StatementReader {
  private readonly expressions: ExpressionReader;
  private depth = 0;

  constructor(
    private readonly text: string,
    /** Offset of `text` in the masked text. */
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
      throw new LensError(msg('blocks are nested more than {0} deep', MAX_BLOCKS), undefined, this.range(node));
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
        return [{ type: 'import', ...readImport(children, this), range }];
      case 'ForStatement':
        return [this.loop(node, children, range)];
      case 'IfStatement':
        return [{ type: 'if', branches: this.branches(children), range }];
      case 'WithStatement':
        return [this.context(children, range)];
      case 'WhileStatement':
        return [this.whileLoop(children, range)];
      case 'TryStatement':
        return [readTry(children, this, range)];
      case 'FunctionDefinition':
      case 'ClassDefinition':
        return [this.definition(node, [], range)];
      case 'DecoratedStatement': {
        const decorators = node.getChildren('Decorator').map((each) => this.decorator(each));
        return [this.definition(node.lastChild!, decorators, range)];
      }
      case 'AssertStatement': {
        const [test, message] = splitBy(children.slice(1), ',').map((run) => this.group(run));
        return [{ type: 'assert', test: test!, message, range }];
      }
      case 'ReturnStatement':
        return [{ type: 'return', value: children.length > 1 ? this.group(children.slice(1)) : undefined, range }];
      case 'RaiseStatement':
        return [this.raising(children, range)];
      case 'DeleteStatement':
        return [{ type: 'delete', targets: splitBy(children.slice(1), ',').map((run) => this.group(run)), range }];
      case 'ScopeStatement': {
        const names = children.filter(({ name }) => name === 'VariableName').map((each) => this.slice(each));
        return [{ type: this.slice(children[0]) === 'global' ? 'global' : 'nonlocal', names, range }];
      }
      case 'YieldStatement':
        return [{ type: 'expression', value: this.expressions.yielded(children, range), range }];
      case 'BreakStatement':
        return [{ type: 'break', range }];
      case 'ContinueStatement':
        return [{ type: 'continue', range }];
      case 'PassStatement':
      case 'Comment':
        return [];
      default:
        return this.otherStatement(node, children, range);
    }
  }

  private whileLoop(children: readonly SyntaxNode[], range: TextRange): Statement {
    const [body, orElse] = bodiesOf(children);
    const test = this.expressions.read(children[1]!);
    return { type: 'while', test, body: this.body(body!), orElse: orElse ? this.body(orElse) : [], range };
  }

  private otherStatement(node: SyntaxNode, children: readonly SyntaxNode[], range: TextRange): Statement[] {
    const matched =
      node.name === 'MatchStatement'
        ? readMatch(children, this.expressions, (block) => this.body(block), range)
        : undefined;
    const names = namesAssigned(node, this.text);
    return matched ?? [{ type: 'skipped', keyword: this.slice(children[0]), names, range }];
  }

  private definition(node: SyntaxNode, decorators: Expression[], range: TextRange): Statement {
    const name = this.slice(node.getChild('VariableName'));
    const body = this.body(node.getChild('Body')!);
    if (node.getChild('async'))
      return { type: 'skipped', keyword: 'async', names: namesAssigned(node, this.text), range };
    if (node.name === 'FunctionDefinition') {
      const parameters = this.expressions.parameters(node.getChild('ParamList')!);
      return { type: 'function', name, parameters, body, decorators, range };
    }
    return { type: 'class', name, ...readClass(node, this, range), body, decorators, range };
  }

  /** `raise value from cause`. */
  private raising(children: readonly SyntaxNode[], range: TextRange): Statement {
    const at = children.findIndex(({ name }) => name === 'from');
    const value = children.slice(1, at < 0 ? undefined : at);
    return {
      type: 'raise',
      value: value.length > 0 ? this.group(value) : undefined,
      cause: at < 0 ? undefined : this.group(children.slice(at + 1)),
      range,
    };
  }

  /** `@name.member(arguments)`. */
  private decorator(node: SyntaxNode): Expression {
    const children = childrenOf(node).slice(1);
    const range = this.range(node);
    let found: Expression | undefined;
    for (const child of children) {
      if (child.name === 'ArgList') found = this.expressions.called(found!, child, range);
      else if (child.name === 'VariableName' || child.name === 'PropertyName') {
        const name = this.slice(child);
        found = found ? { type: 'member', object: found, name, range } : { type: 'name', name, range };
      }
    }
    return found ?? { type: 'unsupported', range };
  }

  private context(children: readonly SyntaxNode[], range: TextRange): Statement {
    const body = children[children.length - 1]!;
    const items = splitBy(children.slice(1, -1), ',').map((run) => {
      const alias = run.findIndex(({ name }) => name === 'as');
      return {
        value: this.group(alias < 0 ? run : run.slice(0, alias)),
        target: alias < 0 ? undefined : this.group(run.slice(alias + 1)),
      };
    });
    return { type: 'with', items, body: this.body(body), range };
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
    if (children[0]?.name === 'async') {
      return { type: 'skipped', keyword: 'async for', names: namesAssigned(node, this.text), range };
    }
    const [body, orElse] = bodiesOf(children);
    return {
      type: 'for',
      target: this.group(children.slice(1, inside)),
      over: this.group(children.slice(inside + 1, bodyAt)),
      body: this.body(body!),
      orElse: orElse ? this.body(orElse) : [],
      range,
    };
  }

  private branches(children: readonly SyntaxNode[]): { test: Expression | undefined; body: Statement[] }[] {
    return branchesOf(children).map(({ test, body }) => ({
      test: test && this.expressions.read(test),
      body: this.body(body),
    }));
  }

  group(nodes: readonly SyntaxNode[]): Expression {
    return this.expressions.group(nodes);
  }

  slice(node: SyntaxNode | null | undefined): string {
    return node ? this.text.slice(node.from, node.to) : '';
  }

  private range(node: SyntaxNode): TextRange {
    return this.masked.origin(node.from + this.base, node.to + this.base);
  }
}
