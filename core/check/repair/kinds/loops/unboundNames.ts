/** A name that is read and bound nowhere: another one is assigned twice in its place, or the line that binds it is missing. */
import type { SyntaxNode } from '@lezer/common';
import { msg } from '../../../../message';
import { roleOf } from '../../../adapt/roles/roles';
import { childNodes, isTarget, statementOf } from '../../../source/PythonTree';
import { editOf, type Candidate } from '../../Candidate';
import { isRead, type FunctionScope } from '../../scope/FunctionScope';
import { indentOf } from '../../scope/indentOf';
import { permutations } from '../../permutations';

export function* unboundNames(scope: FunctionScope): Iterable<Candidate> {
  yield* withoutStart(scope);
  const missing = namesWithoutValue(scope);
  const bound = scope.all('VariableName').filter((node) => isTarget(node));
  const read = new Set(scope.all('VariableName').flatMap((node) => (isRead(node) ? scope.text(node) : [])));
  for (const name of missing) {
    yield* dividedName(scope, name);
    for (const node of bound) {
      const text = scope.text(node);
      if (!read.has(text)) yield neverRead(node, text, name);
      if (bound.filter((other) => scope.text(other) === text).length < 2 || text.length > name.length + 2) continue;
      yield {
        id: 'wrong-target',
        detail: msg('{0} is assigned twice and {1} never', text, name),
        edits: [editOf(node, name)],
        cost: 1.6,
      };
    }
  }
  const [first] = childNodes(scope.node.getChild('Body') ?? scope.node).filter(
    ({ name, firstChild }) => name !== ':' && firstChild?.name !== 'String',
  );
  if (!first) return;
  for (const [k, line] of linesFor(scope, missing).entries()) {
    yield {
      id: 'missing-line',
      detail: msg('The line {0} is missing', line),
      edits: [editOf({ from: first.from, to: first.from }, `${line}\n${indentOf(scope, first)}`)],
      cost: 1.6 + k / 200,
    };
  }
}

/** `out, W` for `out_W`. */
function* dividedName(scope: FunctionScope, name: string): Iterable<Candidate> {
  for (const node of scope.all('VariableName').filter((each) => scope.text(each) === name)) {
    const [comma, second] = [node.nextSibling, node.nextSibling?.nextSibling];
    if (!comma || !second || scope.text(comma) !== ',') continue;
    const whole = scope.names.find((each) => each.replace('_', '') === `${name}${scope.text(second)}`.replace('_', ''));
    if (whole) yield used({ from: node.from, to: second.to }, scope.text({ from: node.from, to: second.to }), whole);
  }
}

/** `res = np.zeros(…)` for `y = np.zeros(…)`, where nothing reads `res`. */
function neverRead(node: SyntaxNode, text: string, name: string): Candidate {
  return { ...used(node, text, name), id: 'wrong-target', cost: 0.3 };
}

function used(place: Pick<SyntaxNode, 'from' | 'to'>, text: string, other: string): Candidate {
  return {
    id: 'wrong-variable',
    detail: msg('{0} is used where {1} belongs', text, other),
    edits: [editOf(place, other)],
    cost: 1.3,
  };
}

/** A counter or a sum that is never set: `j = 0`, or the bias of a sum, before one of the loops around `j += 1`. */
function* withoutStart(scope: FunctionScope): Iterable<Candidate> {
  const set = scope
    .all('VariableName')
    .filter((node) => isTarget(node) && statementOf(node).name !== 'UpdateStatement')
    .map((node) => scope.text(node));
  const known = [
    ...scope.parameters,
    ...set,
    ...scope.loops.filter(({ node }) => node.name !== 'WhileStatement').map(({ name }) => name),
  ];
  const biases = scope.parameters.filter((name) => roleOf(name, ['bias']) === 'bias');
  for (const update of scope.all('UpdateStatement')) {
    const target = update.firstChild;
    if (target?.name !== 'VariableName' || known.includes(scope.text(target))) continue;
    for (let at = update.parent; at && at.from > scope.node.from; at = at.parent) {
      if (at.name !== 'ForStatement' && at.name !== 'WhileStatement') continue;
      for (const start of ['0', ...biases]) {
        const line = `${scope.text(target)} = ${start}`;
        yield {
          id: 'missing-line',
          detail: msg('The line {0} is missing', line),
          edits: [editOf({ from: at.from, to: at.from }, `${line}\n${indentOf(scope, at)}`)],
          cost: 1.4,
        };
      }
    }
  }
}

/** Names that are read, and bound neither in the function nor on the top level. */
export function namesWithoutValue(scope: FunctionScope): string[] {
  const { source } = scope.tree;
  const parameters = scope.all('ParamList').map((list) => scope.text(list));
  const isBound = (name: string): boolean =>
    scope.names.includes(name) ||
    scope.isLoopVariable(name) ||
    parameters.some((list) => new RegExp(`\\b${name}\\b`).test(list)) ||
    new RegExp(
      `^(?! )(?:[\\w, ]*\\b${name}\\b[\\w, ]*=|(?:def|class) ${name}\\b|(?:from|import) (?:.*\\b)?${name}\\b)`,
      'm',
    ).test(source);
  const names = new Set(scope.all('VariableName').flatMap((name) => (isRead(name) ? scope.text(name) : [])));
  return [...names].filter((name) => !isBound(name) && !BUILT_IN.test(name));
}

const BUILT_IN = /^(?:self|int|float|bool|len|range|max|min|sum|abs)$/;

/** The sizes of an array, or the start of a result. */
function linesFor(scope: FunctionScope, missing: readonly string[]): string[] {
  const arrays = scope.parameters.filter((name) => scope.kindOf(name) !== 'scalar');
  const [name] = missing;
  if (name !== undefined && missing.length === 1) {
    const sizes = arrays.flatMap((array) => [0, 1, 2, 3].map((axis) => `${array}.shape[${axis}]`));
    const values = [...arrays.map((array) => `np.zeros_like(${array})`), '[]', '0', ...sizes];
    return values.map((value) => `${name} = ${value}`);
  }
  if (missing.length < 2 || missing.length > 4) return [];
  return arrays.flatMap((array) => orders(missing).map((order) => `${order.join(', ')} = ${array}.shape`));
}

/** Names in every order, and in their own one with axes between them that have no name. */
function orders(names: readonly string[]): string[][] {
  const all = permutations(names);
  for (let rank = names.length + 1; rank <= 4; rank++) {
    for (let places = 0; places < 1 << rank; places++) {
      const own = [...names];
      const order = Array.from({ length: rank }, (_, k) => ((places >> k) & 1 ? (own.shift() ?? '') : '_'));
      if (own.length === 0 && !order.includes('')) all.push(order);
    }
  }
  return all;
}
