/** A position in a window without its dilation: `t + k` for `t + k * dilation`. */
import type { SyntaxNode } from '@lezer/common';
import { msg } from '../../../../../message';
import { roleOf } from '../../../../adapt/roles/roles';
import { childNodes } from '../../../../source/PythonTree';
import { editOf, type Candidate } from '../../../Candidate';
import type { FunctionScope } from '../../../scope/FunctionScope';
import { subscriptItems } from '../../../scope/subscriptItems';

export function* dilatedPositions(scope: FunctionScope): Iterable<Candidate> {
  const dilation = [...scope.names, ...scope.attributes].find((name) => roleOf(name) === 'dilation');
  if (dilation === undefined) return;
  yield* spans(scope, dilation);
  for (const member of scope.all('MemberExpression')) {
    yield* contiguous(scope, member, dilation);
    const positions = scope.tree.all('BinaryExpression', member).flatMap((sum) => {
      const [, operator, right] = childNodes(sum);
      if (!operator || !right || scope.text(operator) !== '+' || !scope.isLoopVariable(scope.text(right))) return [];
      return [right];
    });
    // `k : k + n`
    const slices = subscriptItems(scope, member).map((item) =>
      scope.tree
        .all('VariableName', member)
        .filter(({ from, to }) => item.text.includes(':') && from >= item.from && to <= item.to)
        .filter((node) => scope.isLoopVariable(scope.text(node)) && !isMultiplied(scope, node)),
    );
    const candidate = (nodes: typeof positions): Candidate => ({
      id: 'dilation-ignored',
      detail: msg('The dilation is not applied to {0}', nodes.map((node) => scope.text(node)).join(', ')),
      edits: nodes.map((node) => editOf(node, `${scope.text(node)} * ${dilation}`)),
      isOne: true,
      cost: 1.6,
    });
    for (const nodes of slices) {
      const [first] = nodes;
      if (first && nodes.every((node) => scope.text(node) === scope.text(first))) yield candidate(nodes);
    }
    if (positions.length > 1) yield candidate(positions);
    for (const position of positions) yield candidate([position]);
  }
}

/** `d * k`, the cells that a window spans, for `d * (k - 1) + 1`. */
function* spans(scope: FunctionScope, dilation: string): Iterable<Candidate> {
  for (const product of scope.all('BinaryExpression')) {
    const [left, operator, right] = childNodes(product);
    if (!left || !operator || !right || scope.text(operator) !== '*') continue;
    const size = [left, right].find((node) => scope.text(node) !== dilation);
    const isDilated = [left, right].some((node) => scope.text(node) === dilation);
    if (!size || !isDilated || !/^(?:len\([\w.]+\)|[A-Za-z_][\w.]*(?:\[\d\])?)$/.test(scope.text(size))) continue;
    if (scope.isLoopVariable(scope.text(size))) continue;
    const text = `${dilation} * (${scope.text(size)} - 1) + 1`;
    // Also with its offset: `d * k - 1`.
    const { parent } = product;
    const isOffset = parent?.lastChild?.name === 'Number' && parent.firstChild?.to === product.to;
    for (const place of isOffset ? [product, parent] : [product]) {
      const isTerm = place.parent?.name === 'BinaryExpression';
      yield {
        id: 'dilated-size',
        detail: msg(
          'A window of {0} cells spans {1} with its dilation, not {2}',
          scope.text(size),
          text,
          scope.text(place),
        ),
        edits: [editOf(place, isTerm ? `(${text})` : text)],
        cost: 1.8,
      };
    }
  }
}

/** `x[i:i + k]` for `x[i:i + (k - 1) * dilation + 1:dilation]`; the step alone where the slice is as long. */
function* contiguous(scope: FunctionScope, member: SyntaxNode, dilation: string): Iterable<Candidate> {
  const items = subscriptItems(scope, member).flatMap((item) => {
    const [, start, size] = /^(.+?)\s*:\s*\1\s*\+\s*([\w.]+)$/.exec(item.text) ?? [];
    return start && size ? [{ item, start, size }] : [];
  });
  const long = items.map(({ item, start, size }) =>
    editOf(item, `${start}:${start} + (${size} - 1) * ${dilation} + 1:${dilation}`),
  );
  const stepped = items.map(({ item }) => editOf(item, `${item.text}:${dilation}`));
  for (const edits of items.length > 1 ? [long, stepped] : []) yield spaced(scope, items, edits);
  for (const k of items.keys()) {
    for (const edits of [long, stepped]) yield spaced(scope, [items[k]!], [edits[k]!]);
  }
  // The first cells of a window that spans its dilation: `windows[..., :k, :k]`.
  const firsts = subscriptItems(scope, member).filter(({ text }) => /^:\s*[A-Za-z_][\w.]*$/.test(text));
  const every = firsts.map((item) => editOf(item, `::${dilation}`));
  if (firsts.length > 0)
    yield spaced(
      scope,
      firsts.map((item) => ({ item })),
      every,
    );
}

function spaced(
  scope: FunctionScope,
  items: readonly { readonly item: { readonly from: number; readonly to: number } }[],
  edits: Candidate['edits'],
): Candidate {
  return {
    id: 'dilation-ignored',
    detail: msg('The dilation is not applied to {0}', items.map(({ item }) => scope.text(item)).join(', ')),
    edits,
    isOne: true,
    cost: 1.9,
  };
}

function isMultiplied(scope: FunctionScope, { nextSibling, prevSibling }: SyntaxNode): boolean {
  return [nextSibling, prevSibling].some((each) => each?.name === 'ArithOp' && scope.text(each) === '*');
}
