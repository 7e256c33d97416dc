/**
 * An expression in the place of another one of the same function: what a place lacks is often written nearby, for another
 * array or for the other axis.
 */
import type { SyntaxNode } from '@lezer/common';
import { msg } from '../../../../message';
import { isTarget } from '../../../source/PythonTree';
import { editOf, type Candidate } from '../../Candidate';
import { isRead, type FunctionScope } from '../../scope/FunctionScope';
import { otherAxisOf } from '../../scope/otherAxis';

const EXPRESSIONS = [
  'BinaryExpression',
  'MemberExpression',
  'CallExpression',
  'ParenthesizedExpression',
  'UnaryExpression',
  'VariableName',
  'Number',
];

const MAX_LENGTH = 60;
/** The nearest expressions that are tried at one place. */
const TRIED = 8;
/** Costs more than the edits that a kind of its own makes. */
const COST = 5.5;

interface Expression {
  readonly node: SyntaxNode;
  readonly text: string;
  readonly line: number;
}

export function* substitutions(scope: FunctionScope): Iterable<Candidate> {
  const expressions = expressionsOf(scope);
  const mirror = otherAxisOf(scope);
  for (const { node, text, line } of expressions) {
    const near = expressions
      .filter((other) => other.text !== text && !bothPlain(node, other.node))
      .map((other) => ({ text: other.text, distance: Math.abs(other.line - line) }))
      .sort((a, b) => a.distance - b.distance);
    const tried = new Set<string>();
    // `g * size + m` for `m`: the name with its offset or its factor.
    const whole = node.name === 'VariableName' ? new RegExp(`(?<![\\w.])${text}(?!\\w)`) : undefined;
    for (const other of whole ? near.filter((each) => whole.test(each.text) && /^[\w\s+*-]+$/.test(each.text)) : []) {
      if (tried.has(other.text)) continue;
      tried.add(other.text);
      yield {
        id: 'wrong-expression',
        detail: msg('{0} is used where {1} belongs', text, other.text),
        edits: [editOf(node, grouped(node, other.text))],
        cost: 3.6,
      };
    }
    for (const other of near) {
      if (tried.size >= TRIED) break;
      for (const replacement of [other.text, ...mirroredTexts(mirror(other.text))]) {
        if (replacement === text || tried.has(replacement)) continue;
        tried.add(replacement);
        // What the place of the other axis has.
        const isMirrored = replacement !== other.text && sharesName(text, replacement);
        yield {
          id: 'wrong-expression',
          detail: msg('{0} is used where {1} belongs', text, replacement),
          edits: [editOf(node, grouped(node, replacement))],
          cost: (isMirrored ? 3 : COST) + other.distance / 20,
        };
      }
    }
  }
}

/** Also with the axis before or after: `x.shape[0] - kh` of columns is `x.shape[1] - kw`. */
function mirroredTexts(text: string): string[] {
  const moved = (by: number): string =>
    text.replace(/\.shape\[(\d)\]/g, (_, axis: string) => `.shape[${Math.max(0, Number(axis) + by)}]`);
  return [text, moved(1), moved(-1)];
}

function sharesName(a: string, b: string): boolean {
  return (a.match(/[A-Za-z_]\w*/g) ?? []).some((name) => new RegExp(`\\b${name}\\b`).test(b));
}

/** Read expressions that are short enough. */
function expressionsOf(scope: FunctionScope): Expression[] {
  return scope.all(EXPRESSIONS).flatMap((node) => {
    if (!isValue(scope, node) || node.to - node.from > MAX_LENGTH) return [];
    return [{ node, text: scope.text(node), line: scope.tree.line(node.from) }];
  });
}

/** Not a target, a called name, a module or a name of an argument. */
function isValue(scope: FunctionScope, node: SyntaxNode): boolean {
  const { parent } = node;
  if (!parent || isTarget(node)) return false;
  if (parent.name === 'CallExpression' && parent.firstChild?.from === node.from) return false;
  if (parent.name === 'MemberExpression' && parent.firstChild?.from === node.from && node.name !== 'VariableName')
    return false;
  if (/^(?:Update|Assign)Statement$/.test(parent.name) && parent.firstChild?.from === node.from) return false;
  if (node.name === 'VariableName') return isRead(node) && scope.names.includes(scope.text(node));
  return true;
}

/** Names and numbers in the place of each other have kinds of their own. */
function bothPlain(a: SyntaxNode, b: SyntaxNode): boolean {
  const plain = ['VariableName', 'Number'];
  return plain.includes(a.name) && plain.includes(b.name);
}

/** An operand is put into parentheses where another operator could bind it. */
function grouped({ parent }: SyntaxNode, text: string): string {
  const isOperand = parent?.name === 'BinaryExpression' || parent?.name === 'UnaryExpression';
  return isOperand && /[-+*/%@<>=]/.test(text) && !/^[\w.]*[[(][^[\]()]*[\])]$/.test(text) ? `(${text})` : text;
}
