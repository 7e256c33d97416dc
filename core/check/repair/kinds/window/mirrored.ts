/** An expression that differs from the one of the other axis: `top, left = i * stride, j` becomes `i * stride, j * stride`. */
import type { SyntaxNode } from '@lezer/common';
import { msg } from '../../../../message';
import { childNodes, listItems } from '../../../source/PythonTree';
import { editOf, type Candidate } from '../../Candidate';
import type { FunctionScope } from '../../scope/FunctionScope';
import { isTwin, twinOf } from '../../../source/twins';

export function* mirrored(scope: FunctionScope): Iterable<Candidate> {
  for (const [first, second, targets] of pairsOf(scope)) {
    const [a, b] = [scope.text(first), scope.text(second)];
    if (a.length > 120 || b.length > 120) continue;
    const names = new Map<string, string>(targets);
    const [from, to] = [positionIn(scope, a), positionIn(scope, b)];
    if (from && to && from !== to) names.set(from, to);
    yield* replaced(second, b, mapped(scope, subscripted(a, b), names));
    const back = new Map([...names].map(([name, other]) => [other, name]));
    yield* replaced(first, a, mapped(scope, subscripted(b, a), back));
    if (!from || from !== to) continue;
    // Both axes have the position of one of them, such as twice in `slice(i, i + n)`.
    for (const other of scope.loopsAround(second).filter((name) => name !== from)) {
      yield* replaced(second, b, renamed(b, from, other));
      yield* replaced(first, a, renamed(a, from, other));
    }
  }
}

function* replaced(node: SyntaxNode, present: string, text: string): Iterable<Candidate> {
  if (text === present) return;
  yield {
    id: 'axes-differ',
    detail: msg('{0} must be {1}, as on the other axis', present, text),
    edits: [editOf(node, text)],
    cost: 1.7,
  };
}

type Pair = readonly [first: SyntaxNode, second: SyntaxNode, targets: readonly (readonly [string, string])[]];

/** Neighbouring values of a tuple, of arguments, and of two assignments to plain names; the values of two assignments to as many names. */
function* pairsOf(scope: FunctionScope): Iterable<Pair> {
  for (const tuple of scope.all(['TupleExpression', 'ArgList', 'ReturnStatement'])) {
    // Start, end and step of one axis.
    const isRange = tuple.prevSibling !== null && scope.text(tuple.prevSibling) === 'range';
    const items = isRange ? [] : listOf(tuple).filter((item) => item.length === 1);
    for (const [k, [first]] of items.entries()) {
      const second = items[k + 1]?.[0];
      if (first && second && isCompound(first) && isAlike(first, second)) yield [first, second, []];
      if (first && second && !isCompound(first) && isCompound(second)) yield [first, second, []];
    }
  }
  yield* nestedSubscripts(scope);
  const assigned = scope.all('AssignStatement').map((statement) => partsOf(scope, statement));
  for (const [k, { names, values }] of assigned.entries()) {
    for (let at = 0; at + 1 < values.length; at++) yield [values[at]!, values[at + 1]!, [[names[at]!, names[at + 1]!]]];
    for (const next of assigned.slice(k + 1, k + 3)) {
      if (values.length !== 1 || next.values.length !== 1) continue;
      if (!isTwin(names[0]!, next.names[0]!) && !areAlike(scope, values[0]!, next.values[0]!)) continue;
      yield [values[0]!, next.values[0]!, [[names[0]!, next.names[0]!]]];
    }
    // `top, bottom = …` and `left, right = …`, which may have loops and other statements between them.
    const alike = assigned.slice(k + 1).find((each) => each.values.length === values.length);
    if (values.length < 2 || !alike) continue;
    const targets = names.map((name, at) => [name, alike.names[at]!] as const);
    for (const [at, value] of values.entries()) yield [value, alike.values[at]!, targets];
  }
}

/** `i * stride` and `j * stride + v` of `image[i * stride][j * stride + v]`. */
function* nestedSubscripts(scope: FunctionScope): Iterable<Pair> {
  for (const outer of scope.all('MemberExpression')) {
    const [first, second] = [outer.firstChild, outer].map((member) => member?.getChild('[')?.nextSibling);
    if (first && second && (isCompound(first) || isCompound(second))) yield [first, second, []];
  }
}

/** Of names that do not name axes: calls of one function, or no calls and no numbers. */
function areAlike(scope: FunctionScope, a: SyntaxNode, b: SyntaxNode): boolean {
  const kinds = [a, b].map((value) => (value.name === 'CallExpression' ? scope.text(value.firstChild!) : value.name));
  return (
    kinds[0] === kinds[1] ||
    !kinds.some((kind) => !/^(?:Binary|Member|Parenthesized)Expression$|^VariableName$/.test(kind))
  );
}

/** The values of a tuple, with or without parentheses. */
function listOf(node: SyntaxNode): SyntaxNode[][] {
  if (node.name !== 'ReturnStatement') return listItems(node, '(', ')');
  return childNodes(node)
    .slice(1)
    .flatMap((child) => (child.name === ',' ? [] : [[child]]));
}

/** Names and values of an assignment to as many plain names; none otherwise. */
function partsOf(scope: FunctionScope, statement: SyntaxNode): { names: string[]; values: SyntaxNode[] } {
  const children = childNodes(statement);
  const operator = children.findIndex(({ name }) => name === 'AssignOp');
  const targets = children.slice(0, operator).filter(({ name }) => name !== ',');
  const values = children.slice(operator + 1).filter(({ name }) => name !== ',');
  const isPlain = targets.every(({ name }) => name === 'VariableName') && targets.length === values.length;
  return isPlain ? { names: targets.map((target) => scope.text(target)), values } : { names: [], values: [] };
}

function isCompound({ name }: SyntaxNode): boolean {
  return name === 'BinaryExpression' || name === 'CallExpression';
}

function isAlike(a: SyntaxNode, b: SyntaxNode): boolean {
  return isCompound(b) || a.name === b.name || b.name === 'VariableName';
}

/** The loop variable or the parameter that gives the position on the axis. */
function positionIn(scope: FunctionScope, text: string): string | undefined {
  const names = text.match(/(?<![\w.])[A-Za-z_]\w*/g) ?? [];
  return names.find((name) => scope.isLoopVariable(name)) ?? names.find((name) => scope.isIndex(name));
}

/** `x.shape[2] - w.shape[2]` with the axes that the other text has: `x.shape[3] - w.shape[3]`. */
function subscripted(text: string, other: string): string {
  const axesIn = (each: string): string[][] =>
    [...each.matchAll(AXIS)].map(([, array = '', axis = '']) => [array, axis]);
  const others = axesIn(other);
  const axes = new Map<string, string>();
  for (const [k, [array, axis]] of axesIn(text).entries())
    if (others[k]?.[0] === array && others[k]![1] !== axis) axes.set(`${array}[${axis}]`, `${array}[${others[k]![1]}]`);
  return text.replace(AXIS, (member) => axes.get(member) ?? member);
}

const AXIS = /([\w.]+)\[(-?\d)\]/g;

function renamed(text: string, from: string, to: string): string {
  return text.replace(/(?<![\w.])[A-Za-z_]\w*/g, (name) => (name === from ? to : name));
}

/** `self.ow` for `self.oh`, where the class has both. */
function attributeTwin({ attributes }: FunctionScope, name: string): string {
  const bare = name.slice('self.'.length);
  const isOther = (candidate: string): boolean => isTwin(bare, candidate.slice('self.'.length));
  return attributes.find((candidate) => candidate !== name && isOther(candidate)) ?? name;
}

function mapped(scope: FunctionScope, text: string, names: ReadonlyMap<string, string>): string {
  // Rows and columns of a list of lists.
  const lengths = text.replace(/(?<=\blen\(\w+)(?:\[0\])?(?=\))/g, (first) => (first === '' ? '[0]' : ''));
  return lengths.replace(/(?<![\w.])(?:self\.)?[A-Za-z_]\w*/g, (name) => {
    if (name.startsWith('self.')) return attributeTwin(scope, name);
    const other = names.get(name);
    if (other !== undefined) return other;
    const twin = twinOf(name);
    if (twin !== name && scope.names.includes(twin)) return twin;
    return scope.names.find((candidate) => candidate !== name && twinOf(candidate) === name) ?? name;
  });
}
