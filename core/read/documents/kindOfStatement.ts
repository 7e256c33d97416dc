/** Whether a statement of a text that may be Python is code, a value or printed output. */
import type { SyntaxNode } from '@lezer/common';
import { allChildren, dedent, parseStrictly, statementsOf } from './parseStrictly';

/** Longer lines are data, not code. */
const MAX_LENGTH = 100_000;

/** `y = Pool(ReLU(Conv(I)))`. */
const EQUATION = /^[A-Za-z]\w* = (?:[A-Z]\w*\(){2,}[A-Za-z]\w*\)+$|^[d\u2202]\w+[ \t]*\/[ \t]*[d\u2202]\w+[ \t]*=(?!=)/;

/** `Stride: 1`, `Exercise: input`, `dW.shape: (2, 1)`, which are annotations in Python. */
const STATED =
  /^[A-Za-z_]\w*\.(?:shape|size)[ \t]*[:=][ \t]*\([\d, ]+\)$|^[A-Za-z_]\w*[ \t]*:[ \t]*(?:[-+]?[\d.]+|[A-Za-z]\w*)$/;

/**
 * `code` is a statement that does something, or an expression that computes with an array; `value` another expression, such
 * as a name, a number or a list, which may be output. Undefined where the text is not Python.
 */
export function kindOfStatement(source: string): 'code' | 'value' | undefined {
  const trimmed = source.trim();
  if (trimmed.length > MAX_LENGTH) return undefined;
  if (/^(?:%{1,2}[a-z]\w*\b|!\s?[a-z][\w-]*\b|@[A-Za-z_][\w.]*)/.test(trimmed)) return 'code';
  if (/^#(?!\d)/.test(trimmed)) return 'value';
  if (looksPrinted(trimmed) || EXAMPLE.test(trimmed) || STATED.test(trimmed) || EQUATION.test(trimmed))
    return undefined;
  const top = parseStrictly(`${dedent(source).trimEnd()}\n`);
  // `Output(0, 0) = (5 * 2) + 3`, `input * filter = output`: equations.
  if (!top || statementsOf(top).some(isEquation)) return undefined;
  if (statementsOf(top).some((node) => isCode(node, trimmed))) return 'code';
  return isProse(trimmed) ? undefined : 'value';
}

/** What a statement computes that may also be printed output: `x = …`, or a call. */
export interface PrintedStatement {
  /** As written: `x`, `out, cache`; empty for a call. */
  readonly target: string;
  readonly value: 'literal' | 'printed' | 'computed';
}

/** Undefined where the source is neither one assignment to names nor one call. */
export function printedStatement(source: string): PrintedStatement | undefined {
  if (kindOfStatement(source) !== 'code') return undefined;
  const trimmed = source.trim();
  const top = parseStrictly(`${trimmed}\n`);
  const [statement, ...others] = top ? statementsOf(top) : [];
  if (!statement || others.length > 0) return undefined;
  if (statement.name === 'ExpressionStatement' && /^[a-z_][\w.]*\(/.test(trimmed))
    return { target: '', value: PRINTED_VALUE.test(trimmed) ? 'printed' : 'computed' };
  const [, target, written] = /^([A-Za-z_]\w*(?:[ \t]*,[ \t]*[A-Za-z_]\w*)*)[ \t]*=(?!=)\s*([^]*)$/.exec(trimmed) ?? [];
  if (statement.name !== 'AssignStatement' || target === undefined) return undefined;
  if (isLiteral(statement.lastChild!)) return { target, value: 'literal' };
  return { target, value: PRINTED_VALUE.test(written!) ? 'printed' : 'computed' };
}

/** `mode = max`, `x = array([1, 2])`. */
const PRINTED_VALUE = /^(?:[A-Za-z_]\w*$|(?:array|tensor)\()/;

function isCode(node: SyntaxNode, source: string): boolean {
  if (node.name !== 'ExpressionStatement') return !(node.name === 'AssignStatement' && isProse(source));
  const expression = node.firstChild;
  if (!expression) return false;
  return (
    (expression.name === 'CallExpression' && /^[A-Za-z_][\w.\])['"]*\(/.test(source)) || computes(expression, source)
  );
}

function isEquation({ name, firstChild }: SyntaxNode): boolean {
  return name === 'AssignStatement' && /^(?:Call|Binary)Expression$/.test(firstChild?.name ?? '');
}

/** Whether an expression with brackets and numbers is more than lists and calls of constructors. */
function computes(expression: SyntaxNode, source: string): boolean {
  return /[[(]/.test(source) && /\d/.test(source) && isComputed(expression);
}

const COMPUTED = new Set([
  'BinaryExpression',
  'ConditionalExpression',
  'ParenthesizedExpression',
  'ArrayComprehensionExpression',
  'ComprehensionExpression',
]);

function isComputed(node: SyntaxNode): boolean {
  if (COMPUTED.has(node.name)) return !isHeading(node);
  if (node.name === 'UnaryExpression') return node.lastChild?.name !== 'Number';
  if (node.name === 'MemberExpression')
    return node.firstChild?.name !== 'VariableName' && node.firstChild?.name !== 'MemberExpression';
  return allChildren(node).some(isComputed);
}

/** `Zero-Padding (5)`: names and numbers without a list are not evaluated. */
function isHeading(node: SyntaxNode): boolean {
  if (/^(?:Array|Tuple|CallExpression|Comprehension)/.test(node.name)) return false;
  return allChildren(node).every(isHeading) && !insideList(node);
}

function insideList(node: SyntaxNode): boolean {
  for (let outer = node.parent; outer; outer = outer.parent) if (/^(?:Array|Tuple)/.test(outer.name)) return true;
  return false;
}

/** Whether a block of code does more than assign literals: then only an evaluation gives its values. */
export function isProgram(source: string, guessed: boolean): boolean {
  const code = `${dedent(source.replace(/^[ \t]*[%!].*$/gm, '')).trimEnd()}\n`;
  const top = parseStrictly(code);
  if (!top) return true;
  const statements = statementsOf(top);
  return statements.some((node) => !assignsLiteral(node, guessed)) || changesItem(statements, code);
}

/** `x[1] = 7` below `x = [1, 2]`. */
function changesItem(statements: readonly SyntaxNode[], code: string): boolean {
  const names = new Set<string>();
  return statements.some(({ firstChild: target }) => {
    if (target?.name === 'VariableName') names.add(code.slice(target.from, target.to));
    const base = target?.name === 'MemberExpression' ? target.firstChild : undefined;
    return base !== undefined && base !== null && names.has(code.slice(base.from, base.to));
  });
}

/** `x = [1, 2]`; in a text of unknown language also `mode = max`, which may be printed. */
function assignsLiteral(node: SyntaxNode, guessed: boolean): boolean {
  const parts = allChildren(node).map(({ name }) => name);
  if (node.name !== 'AssignStatement' || parts.length !== 3 || parts[1] !== 'AssignOp') return false;
  if (parts[0] !== 'VariableName' && !(guessed && parts[0] === 'MemberExpression')) return false;
  return (guessed && parts[2] === 'VariableName') || isLiteral(node.lastChild!);
}

function isLiteral(node: SyntaxNode): boolean {
  if (/^(?:Number|String|Boolean|None|\W)/.test(node.name)) return true;
  if (node.name === 'UnaryExpression') return node.lastChild?.name === 'Number';
  if (!/^(?:Array|Tuple|Dictionary)Expression$/.test(node.name)) return false;
  return allChildren(node).every(isLiteral);
}

/** `[-1. -2.]`: numbers separated by a space and a sign without a space after it are printed, not subtracted. */
function looksPrinted(source: string): boolean {
  return /\[[^[\],()]*[\d.][ \t\n]+-[\d.][^[\],()]*\]/.test(source);
}

/** `nH,nW,nc = …` of a sentence, `结果为：` below an array: letters of other scripts outside of strings and comments are not code. */
function isProse(source: string): boolean {
  const bare = source.replace(/#.*$/gm, '').replace(/'''[^]*?'''|"""[^]*?"""|'[^'\n]*'|"[^"\n]*"/g, '');
  return /[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/.test(bare);
}

/** `Input: x = [[1, 2]], k = 2` of a problem's examples, which is an annotated assignment in Python. */
const EXAMPLE = /^(?:Input|Output|Result|Expected|Example|Explanation|Returns?)[ \t]*:/;
