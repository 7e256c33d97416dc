/** A gradient that the method of a class does not keep, while it keeps the other one: `db = …` for `self.db = …`. */
import type { SyntaxNode } from '@lezer/common';
import { GRADIENTS } from '../../../adapt/roles/returnedResults';
import { unkeptGradient } from '../../../adapt/classes/unkeptGradient';
import { roleOf } from '../../../adapt/roles/roles';
import type { CourseFunction } from '../../../CourseFunction';
import { msg } from '../../../../message';
import { childNodes } from '../../../source/PythonTree';
import { editOf, type Candidate } from '../../Candidate';
import type { FunctionScope } from '../../scope/FunctionScope';
import { missingLineAfter, missingLineBefore } from './missingLine';

const AXES = ['(0, 1, 2)', '(0, 2, 3)', '(1, 2)', '(0, 1)'];

export function* missingStores(scope: FunctionScope, operation: CourseFunction): Iterable<Candidate> {
  const owner = scope.node.parent?.parent;
  if (operation !== 'conv_backward' || owner?.name !== 'ClassDefinition') return;
  const statements = scope.all('AssignStatement');
  const targets = statements.map((statement) => scope.text(statement.firstChild!));
  const written = [...targets, ...scope.all('UpdateStatement').map(({ firstChild }) => scope.text(firstChild!))];
  const last = scope.all('ReturnStatement').at(-1);
  for (const role of ['filter', 'bias'] as const) {
    const unkept = unkeptGradient(scope.tree, owner, scope.node, role);
    const declared = scope.attributes.find((name) => GRADIENTS[role].test(name.replace('self.', '')));
    const own = unkept === undefined ? declared : `self.${unkept}`;
    const isAssigned = written.some((target) => target.split('[')[0] === own);
    if (own === undefined || isAssigned) continue;
    for (const statement of statements.filter((_, k) => GRADIENTS[role].test(targets[k]!))) {
      const detail = msg('{0} must be {1}', scope.text(statement.firstChild!), own);
      yield { id: 'not-kept', detail, edits: [editOf(statement.firstChild!, own)], cost: 1.6 };
    }
    for (const name of scope.names.filter((each) => GRADIENTS[role].test(each)).reverse()) {
      const line = `${own} = ${name}`;
      const stores = statements.filter((each) => isOfBody(scope, each) && isStore(scope, each)).reverse();
      for (const [k, place] of stores.entries()) yield missingLineAfter(scope, place, line, 1.5 + k / 50);
      const bound = statements.filter((each, k) => isOfBody(scope, each) && targets[k] === name).at(-1);
      if (bound) yield missingLineAfter(scope, bound, line, 1.54);
      if (last) yield missingLineBefore(scope, last, line, 1.55);
    }
    if (role === 'bias') yield* sums(scope, own);
  }
}

/** `self.db = np.sum(dout, axis=…)` below the line that makes the other gradient, or in the first line. */
function* sums(scope: FunctionScope, own: string): Iterable<Candidate> {
  const body = scope.node.getChild('Body');
  const [first] = (body ? childNodes(body) : []).filter(({ name }) => name !== ':');
  const given = scope.parameters.find((name) => roleOf(name, ['gradient']) === 'gradient');
  if (!first || given === undefined) return;
  const other = scope.all('AssignStatement').find((each) => isOfBody(scope, each) && isStore(scope, each));
  for (const [k, axes] of AXES.entries()) {
    const line = `${own} = np.sum(${given}, axis=${axes})`;
    const cost = 1.8 + k / 20;
    if (other) yield missingLineAfter(scope, other, line, cost);
    yield missingLineBefore(scope, first, line, cost + 0.1);
  }
}

/** `self.dW = …` */
function isStore(scope: FunctionScope, { firstChild }: SyntaxNode): boolean {
  const [, name] = /^self\.(\w+)$/.exec(scope.text(firstChild!)) ?? [];
  return name !== undefined && (GRADIENTS.filter.test(name) || GRADIENTS.bias.test(name));
}

function isOfBody({ node }: FunctionScope, statement: SyntaxNode): boolean {
  return statement.parent?.parent?.from === node.from;
}
