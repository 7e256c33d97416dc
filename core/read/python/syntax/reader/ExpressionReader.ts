/** Converts the parser's nodes to expressions. */
import type { SyntaxNode } from '@lezer/common';
import { LensError, msg } from '../../../../message';
import type { TextRange } from '../../../ParseResult';
import type { BinaryOperator, DictionaryEntry, Expression, Item, Parameter } from '../tree/ast';
import type { MaskedText } from '../text/display';
import { childrenOf, splitBy } from './nodes';
import type { NodeReader } from './NodeReader';
import { readArguments } from './readArguments';
import { readComprehension } from './readComprehension';
import { readFormat } from './readFormat';
import { readIndex } from './readIndex';
import { readParameters } from './readParameters';
import { textOfString } from '../text/stringLiteral';

/** Greatest depth of nested expressions. */
export const MAX_DEPTH = 200;
const COMPARISONS = new Set(['==', '!=', '<', '<=', '>', '>=', 'in', 'not in', 'is', 'is not']);

const COMPREHENSIONS = {
  ArrayComprehensionExpression: 'list',
  SetComprehensionExpression: 'set',
  DictionaryComprehensionExpression: 'dictionary',
  ComprehensionExpression: 'generator',
} as const;

export class ExpressionReader implements NodeReader {
  private depth = 0;

  constructor(
    private readonly text: string,
    private readonly base: number,
    private readonly masked: MaskedText,
  ) {}

  /** One expression, or several with commas between them: a tuple without brackets. */
  group(nodes: readonly SyntaxNode[]): Expression {
    if (nodes.length === 1) return this.read(nodes[0]!);
    if (nodes.length === 0) throw new LensError(msg('an expression is expected here'), undefined, this.span(0, 1));
    // What the grammar takes and Python does not: a generator expression among other arguments.
    if (!nodes.some(({ name }) => name === ',')) return { type: 'unsupported', range: this.rangeOf(nodes) };
    return { type: 'tuple', items: this.items(nodes), range: this.rangeOf(nodes) };
  }

  /** Throws a LensError where the nesting is too deep. */
  read(node: SyntaxNode): Expression {
    if (this.depth >= MAX_DEPTH) {
      throw new LensError(msg('expressions are nested more than {0} deep', MAX_DEPTH), undefined, this.range(node));
    }
    this.depth += 1;
    try {
      return this.convert(node);
    } finally {
      this.depth -= 1;
    }
  }

  private convert(node: SyntaxNode): Expression {
    const range = this.range(node);
    switch (node.name) {
      case 'Number':
        return this.number(range);
      case 'String': {
        const value = textOfString(this.slice(node));
        return value === undefined ? { type: 'unsupported', range } : { type: 'text', value, range };
      }
      case 'ContinuedString':
      case 'FormatString':
        return readFormat(node, this, range);
      case 'Boolean':
      case 'None':
        return { type: 'constant', value: this.slice(node) as 'None', range };
      case 'Ellipsis':
        return { type: 'constant', value: '...', range };
      case 'VariableName':
        return this.named(this.slice(node), range);
      case 'ParenthesizedExpression':
        return this.read(childrenOf(node)[1]!);
      case 'TupleExpression':
        return { type: 'tuple', items: this.items(childrenOf(node).slice(1, -1)), range };
      case 'ArrayExpression': {
        const display = this.masked.displays.get(node.from + this.base);
        if (display) return { type: 'display', display, range };
        return { type: 'list', items: this.items(childrenOf(node).slice(1, -1)), range };
      }
      case 'SetExpression':
        return { type: 'set', items: this.items(childrenOf(node).slice(1, -1)), range };
      case 'ArrayComprehensionExpression':
      case 'SetComprehensionExpression':
      case 'DictionaryComprehensionExpression':
      case 'ComprehensionExpression':
        return readComprehension(COMPREHENSIONS[node.name], childrenOf(node).slice(1, -1), range, this);
      case 'LambdaExpression':
        return this.lambda(node, range);
      case 'NamedExpression': {
        const [name, , value] = childrenOf(node);
        return { type: 'walrus', name: this.slice(name!), value: this.read(value!), range };
      }
      case 'YieldExpression':
        return this.yielded(childrenOf(node), range);
      case 'DictionaryExpression':
        return { type: 'dictionary', entries: this.entries(childrenOf(node).slice(1, -1)), range };
      case 'UnaryExpression':
        return this.unary(childrenOf(node), range);
      case 'BinaryExpression':
        return this.binary(childrenOf(node), range);
      case 'ConditionalExpression':
        return this.conditional(childrenOf(node), range);
      case 'MemberExpression':
        return this.member(childrenOf(node), range);
      case 'CallExpression':
        return this.called(this.read(childrenOf(node)[0]!), childrenOf(node)[1]!, range);
      default:
        return { type: 'unsupported', range };
    }
  }

  private conditional([yes, , test, , no]: readonly SyntaxNode[], range: TextRange): Expression {
    return { type: 'choice', test: this.read(test!), yes: this.read(yes!), no: this.read(no!), range };
  }

  private lambda(node: SyntaxNode, range: TextRange): Expression {
    const children = childrenOf(node);
    const parameters = node.getChild('ParamList');
    const body = this.read(children[children.length - 1]!);
    return { type: 'lambda', parameters: parameters ? this.parameters(parameters) : [], body, range };
  }

  called(callee: Expression, args: SyntaxNode, range: TextRange): Expression {
    return { type: 'call', callee, args: readArguments(childrenOf(args).slice(1, -1), this), range };
  }

  /** The parser sees `yield` without a value as a name. */
  private named(name: string, range: TextRange): Expression {
    return name === 'yield' ? { type: 'yield', from: false, value: undefined, range } : { type: 'name', name, range };
  }

  private number(range: TextRange): Expression {
    const digits = this.masked.original.slice(...range).replace(/_/g, '');
    if (/j$/i.test(digits)) return { type: 'unsupported', range };
    const whole = /^(0[xob]|\d+$)/i.test(digits);
    return { type: 'number', value: Number(digits), whole, range };
  }

  private items(nodes: readonly SyntaxNode[]): Item[] {
    return splitBy(nodes, ',').map((run) => {
      const [first] = run;
      // The star of a target in a comprehension is read as an operator.
      if (first?.name === 'UnaryExpression' && this.slice(first).startsWith('*'))
        return { value: this.read(first.lastChild!), spread: true };
      const spread = first?.name === '*';
      return { value: this.group(spread ? run.slice(1) : run), spread };
    });
  }

  private entries(nodes: readonly SyntaxNode[]): DictionaryEntry[] {
    return splitBy(nodes, ',').map((run) => {
      if (run[0]?.name === '**') return { key: undefined, value: this.group(run.slice(1)) };
      const colon = run.findIndex(({ name }) => name === ':');
      return { key: this.group(run.slice(0, colon)), value: this.group(run.slice(colon + 1)) };
    });
  }

  /** The grammar takes all of `not a or b` as the operand of `not`; Python takes `a` alone. */
  private unary(children: readonly SyntaxNode[], range: TextRange): Expression {
    const operator = this.slice(children[0]!) as '-' | 'not' | '*';
    if (operator === '*') return { type: 'unsupported', range };
    const operand = this.read(children[1]!);
    const bare = children[1]!.name === 'BinaryExpression';
    return operator === 'not' && bare ? negateFirst(operand, range) : { type: 'unary', operator, operand, range };
  }

  private binary(children: readonly SyntaxNode[], range: TextRange): Expression {
    const left = this.read(children[0]!);
    const right = this.read(children[children.length - 1]!);
    const operator = children
      .slice(1, -1)
      .map((node) => this.slice(node))
      .join(' ');
    if (operator === 'and' || operator === 'or') return { type: 'logic', operator, left, right, range };
    // Python 2's operator, which the grammar takes.
    if (operator === '<>') throw new LensError(msg('{0} is not supported', operator), undefined, range);
    if (!COMPARISONS.has(operator) || children[0]!.name !== 'BinaryExpression')
      return { type: 'binary', operator: operator as BinaryOperator, left, right, range };
    return chained(left, operator as BinaryOperator, right, range);
  }

  private member(children: readonly SyntaxNode[], range: TextRange): Expression {
    const [head, mark, ...rest] = children;
    const object = this.read(head!);
    if (mark!.name === '.') return { type: 'member', object, name: this.slice(rest[0]!), range };
    return { type: 'subscript', object, index: readIndex(rest.slice(0, -1), this), range };
  }

  /** The value after `yield` or `yield from`. */
  yielded(children: readonly SyntaxNode[], range: TextRange): Expression {
    const from = children[1]?.name === 'from';
    const rest = children.slice(from ? 2 : 1).filter(({ type }) => !type.isError);
    return { type: 'yield', from, value: rest.length > 0 ? this.group(rest) : undefined, range };
  }

  parameters(node: SyntaxNode): Parameter[] {
    return readParameters(node, this, this.text);
  }

  slice(node: SyntaxNode): string {
    return this.text.slice(node.from, node.to);
  }

  range(node: SyntaxNode): TextRange {
    return this.span(node.from, node.to);
  }

  rangeOf(nodes: readonly SyntaxNode[]): TextRange {
    return this.span(nodes[0]!.from, nodes[nodes.length - 1]!.to);
  }

  private span(from: number, to: number): TextRange {
    return this.masked.origin(from + this.base, to + this.base);
  }
}

/** `a < b < c` arrives as (a < b) < c. */
function chained(left: Expression, operator: BinaryOperator, right: Expression, range: TextRange): Expression {
  if (left.type === 'chain')
    return { ...left, operands: [...left.operands, right], operators: [...left.operators, operator], range };
  if (left.type !== 'binary' || !COMPARISONS.has(left.operator))
    return { type: 'binary', operator, left, right, range };
  return { type: 'chain', operands: [left.left, left.right, right], operators: [left.operator, operator], range };
}

function negateFirst(operand: Expression, range: TextRange): Expression {
  if (operand.type === 'logic') return { ...operand, left: negateFirst(operand.left, range) };
  return { type: 'unary', operator: 'not', operand, range };
}
