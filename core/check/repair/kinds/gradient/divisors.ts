/** Divisors of means: the side of a window in the place of the number of its cells. */
import type { SyntaxNode } from '@lezer/common';
import { msg } from '../../../../message';
import { editOf, type Candidate } from '../../Candidate';
import { isRead, type FunctionScope } from '../../scope/FunctionScope';
import { subscriptItems } from '../../scope/subscriptItems';
import { roleOf } from '../../../adapt/roles/roles';
import type { CourseFunction } from '../../../CourseFunction';
import { isTarget } from '../../../source/PythonTree';
import { twinPairs } from '../../../source/twins';

export function* divisors(scope: FunctionScope, operation: CourseFunction): Iterable<Candidate> {
  if (operation === 'pool_backward') yield* missing(scope);
  yield* squares(scope);
  yield* countedMeans(scope);
  const cells = [...cellsOfWindows(scope), ...keptDivisors(scope)];
  for (const operator of scope.all(['ArithOp', 'UpdateOp'])) {
    const right = operator.nextSibling;
    if (!right || !/^\/=?$/.test(scope.text(operator))) continue;
    // `b` of `x / a * b`, which is meant as `x / (a * b)`.
    const { parent } = operator;
    const next = parent?.nextSibling;
    const factor = next && parent.to === right.to && scope.text(next) === '*' ? next.nextSibling : null;
    for (const count of cells) {
      for (const { to } of factor ? [right, factor] : [right]) {
        const divisor = { from: right.from, to };
        yield {
          id: 'wrong-divisor',
          detail: msg('The mean is taken over {0} cells, not over {1}', count, scope.text(divisor)),
          edits: [editOf(divisor, `(${count})`)],
          cost: 2.2,
        };
      }
    }
    // `int((n - k) / 2)` is a size.
    if (isRounded(scope, operator) || !/^[\w.]+$/.test(scope.text(right))) continue;
    const side = scope.text(right);
    yield {
      id: 'wrong-divisor',
      detail: msg('A window has {0} × {0} cells: {0} is only its side', side),
      edits: [editOf(right, `(${side} * ${side})`)],
      cost: 1.8,
    };
  }
}

function isRounded(scope: FunctionScope, { parent }: SyntaxNode): boolean {
  if (!parent || parent.name === 'Body') return false;
  return (parent.name === 'CallExpression' && /^int\(/.test(scope.text(parent))) || isRounded(scope, parent);
}

/** `part.mean(axis=(2, 3))` becomes `part.sum(axis=(2, 3)) / count`, where nothing reads the number of cells that is counted. */
function* countedMeans(scope: FunctionScope): Iterable<Candidate> {
  const read = new Set(scope.all('VariableName').flatMap((node) => (isRead(node) ? scope.text(node) : [])));
  const counts = scope.names.filter(
    (name) => /count|cells|size|area|divisor|^n$/i.test(name) && !read.has(name) && scope.isScalar(name),
  );
  for (const call of counts.length > 0 ? scope.all('CallExpression') : []) {
    const callee = scope.text(call.firstChild!);
    if (!/\.mean$/.test(callee)) continue;
    for (const count of counts) {
      const text = `${callee.replace(/mean$/, 'sum')}${scope.text(call).slice(callee.length)} / ${count}`;
      yield {
        id: 'wrong-divisor',
        detail: msg('{0} must be {1}', scope.text(call), text),
        edits: [editOf(call, text)],
        cost: 1.8,
      };
    }
  }
}

/** `x / k * 2` for `x / k ** 2`. */
function* squares(scope: FunctionScope): Iterable<Candidate> {
  for (const operator of scope.all('ArithOp')) {
    const { prevSibling: left, nextSibling: right } = operator;
    if (!left || !right || scope.text(operator) !== '*' || scope.text(right) !== '2') continue;
    yield {
      id: 'wrong-divisor',
      detail: msg('{0} must be {1}', scope.text(operator.parent!), `${scope.text(left)} ** 2`),
      edits: [editOf(operator, '**')],
      cost: 2.4,
    };
  }
}

/** `(bottom - top) * (right - left)` of `x[top:bottom, left:right]`. */
function cellsOfWindows(scope: FunctionScope): Set<string> {
  const counts = scope.all('MemberExpression').flatMap((member) => {
    const sides = subscriptItems(scope, member).flatMap(({ text }) => {
      const [, from, to] = /^(\w+)\s*:\s*(\w+)$/.exec(text) ?? [];
      return from !== undefined && to !== undefined ? [`(${to} - ${from})`] : [];
    });
    return sides.length >= 2 ? [sides.slice(0, 2).join(' * ')] : [];
  });
  return new Set([...counts, ...cellsOfLoops(scope)]);
}

/** The same of `for y in range(top, bottom)` around `for x in range(left, right)`. */
function cellsOfLoops(scope: FunctionScope): string[] {
  const sides = scope.all('ForStatement').flatMap((loop) => {
    const [, from, to] = /^for \w+ in range\((\w+), *(\w+)\)/.exec(scope.text(loop)) ?? [];
    return from === undefined ? [] : [{ loop, text: `(${to} - ${from})` }];
  });
  return sides.flatMap(({ loop, text }, k) => {
    const inner = sides[k + 1];
    return inner && inner.loop.to <= loop.to ? [`${text} * ${inner.text}`] : [];
  });
}

/** Divisors that another method of the class uses, and keeps: `/ self.counts[i, j]`. */
function keptDivisors(scope: FunctionScope): Set<string> {
  const found = scope.ownerText.matchAll(/\/=?\s*(self\.\w+(?:\[[^[\]]*\])?)(?![\w.[(])/g);
  return new Set([...found].map(([, divisor]) => divisor!).filter((divisor) => divisor.includes('[')));
}

/** `dx[…] = dout[i, j]` of a mean over an image of `h` rows and `w` columns. */
function* missing(scope: FunctionScope): Iterable<Candidate> {
  const sizes = twinPairs(scope.names).filter((pair) =>
    pair.every((name) => !scope.isLoopVariable(name) && scope.isScalar(name) && !scope.indexed.has(name)),
  );
  for (const member of scope.all('MemberExpression')) {
    const text = scope.text(member);
    const isGradient = text.endsWith(']') && roleOf(/^\w+/.exec(text)?.[0] ?? '', ['gradient']) === 'gradient';
    if (!isGradient || isTarget(member) || member.parent?.name === 'MemberExpression') continue;
    for (const [rows, cols] of sizes) {
      const divided = `${text} / (${rows} * ${cols})`;
      const detail = msg('{0} must be {1}', text, divided);
      yield { id: 'wrong-divisor', detail, edits: [editOf(member, divided)], cost: 2.5 };
    }
  }
}
