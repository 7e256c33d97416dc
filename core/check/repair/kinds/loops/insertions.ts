/** A missing line of the course's loop, written with the names of the function. */
import type { SyntaxNode } from '@lezer/common';
import { msg } from '../../../../message';
import { roleOf } from '../../../adapt/roles/roles';
import { isPooling, type CourseFunction } from '../../../CourseFunction';
import { childNodes } from '../../../source/PythonTree';
import { editOf, type Candidate } from '../../Candidate';
import type { FunctionScope } from '../../scope/FunctionScope';
import { gradientSources } from '../../scope/gradientSources';
import { indentOf } from '../../scope/indentOf';

export function* insertions(scope: FunctionScope, operation: CourseFunction): Iterable<Candidate> {
  if (isPooling(operation)) yield* cellsOfWindows(scope);
  if (operation !== 'conv_backward') return;
  const [cell] = gradientSources(scope).filter((source) => source.includes('[') || source.length < 4);
  const channel = scope.loops.at(-1)?.name ?? 'c';
  const [inner] = innermostBodies(scope);
  const first = scope.loops[0]?.name ?? 'i';
  if (cell && inner) {
    const slice = name(scope, /slice|window|patch|region/);
    const padded = name(scope, /^d.*pad.*$/);
    const sites = [
      `db[:, :, :, ${channel}] += ${cell}`,
      `db[${channel}] += ${cell}`,
      `dW[:, :, :, ${channel}] += ${slice ?? 'a_slice'} * ${cell}`,
      `${padded ?? 'da_prev_pad'}[vert_start:vert_end, horiz_start:horiz_end, :] += W[:, :, :, ${channel}] * ${cell}`,
    ];
    for (const line of sites) yield inserted(scope, inner, line);
  }
  const outer = scope.loops[0]?.node.getChild('Body');
  const gradient = name(scope, /^da_prev_pad$|^dx_?pad\w*$/);
  if (outer && gradient && scope.pad) {
    const p = scope.pad;
    const target = name(scope, /^dA_prev$|^dx$|^dX$/) ?? 'dA_prev';
    // The line is there, at another place.
    if (scope.all('AssignStatement').some((each) => scope.text(each).startsWith(`${target}[`))) return;
    const line = `${target}[${first}, :, :, :] = ${gradient}[${p}:${gradient}.shape[0] - ${p}, ${p}:${gradient}.shape[1] - ${p}, :]`;
    yield inserted(scope, outer, line);
  }
}

/** Columns of `im2col` hold the windows of all channels: one row is one window of one channel. */
function* cellsOfWindows(scope: FunctionScope): Iterable<Candidate> {
  const [rows, cols] = (['kernelRows', 'kernelCols'] as const).map((role) =>
    [...scope.names, ...scope.attributes].find(
      (each) => roleOf(each.replace(/^self\./, ''), [role, 'kernel']) === role,
    ),
  );
  const size = [...scope.names, ...scope.attributes].find(
    (each) => roleOf(each.replace(/^self\./, ''), ['kernel']) === 'kernel',
  );
  for (const statement of scope.all('AssignStatement')) {
    const [target, , value] = childNodes(statement);
    if (target?.name !== 'VariableName' || !value || !/^\w*im2?col\w*\(/.test(scope.text(value))) continue;
    const cells = rows && cols ? `${rows} * ${cols}` : size && `${size} * ${size}`;
    if (cells === undefined) continue;
    const line = `${scope.text(target)} = ${scope.text(target)}.reshape(-1, ${cells})`;
    yield {
      id: 'missing-line',
      detail: msg('The line {0} is missing', line),
      edits: [editOf({ from: statement.to, to: statement.to }, `\n${indentOf(scope, statement)}${line}`)],
      cost: 1.6,
    };
  }
}

function inserted(scope: FunctionScope, body: SyntaxNode, line: string): Candidate {
  const items = childNodes(body).filter(({ name: kind }) => kind !== ':');
  const last = items.at(-1)!;
  const indent = indentOf(scope, items[0]!);
  const end = last.name.endsWith('Statement') && scope.text(last).includes('\n') ? body.to : last.to;
  const text = scope.tree.source[end - 1] === '\n' ? `${indent}${line}\n` : `\n${indent}${line}`;
  return {
    id: 'missing-line',
    detail: msg('The line {0} is missing', line),
    edits: [editOf({ from: end, to: end }, text)],
    cost: 2.5,
  };
}

function innermostBodies(scope: FunctionScope): SyntaxNode[] {
  const bodies = scope.loops.map(({ node }) => node.getChild('Body')).filter((body) => body !== null);
  return bodies.filter((body) => !bodies.some((other) => other.from > body.from && other.to <= body.to));
}

function name(scope: FunctionScope, pattern: RegExp): string | undefined {
  return scope.names.find((candidate) => pattern.test(candidate));
}
