/** The incoming gradient read at the window's position in the input instead of the output cell (`dA[i, vert_start, horiz_start, c]`), or missing. */
import type { SyntaxNode } from '@lezer/common';
import { msg } from '../../../../message';
import { roleOf } from '../../../adapt/roles/roles';
import { isBackward, type CourseFunction } from '../../../CourseFunction';
import { childNodes } from '../../../source/PythonTree';
import { editOf, type Candidate } from '../../Candidate';
import type { FunctionScope } from '../../scope/FunctionScope';
import type { TextEdit } from '../../../FunctionCheck';
import { subscriptItems } from '../../scope/subscriptItems';

export function* gradientValue(scope: FunctionScope, operation: CourseFunction): Iterable<Candidate> {
  if (!isBackward(operation)) return;
  const gradients = scope.parameters.filter((name) => roleOf(name) === 'gradient');
  for (const update of scope.all(['UpdateStatement', 'AssignStatement'])) {
    const [target, , value] = childNodes(update);
    const loops = [...new Set(scope.loopsAround(update))].slice(0, 4);
    if (!target || !value || loops.length < 2) continue;
    if (target.name === 'VariableName') yield* reducedGradient(scope, value, gradients, loops);
    if (target.name !== 'MemberExpression' || !target.getChild('[')) continue;
    for (const gradient of gradients) {
      const cell = `${gradient}[${loops.join(', ')}]`;
      if (scope.text(value).includes(cell)) continue;
      yield {
        id: 'wrong-array',
        detail: msg('{0} is used where {1} belongs', scope.text(value), cell),
        edits: [editOf(value, cell)],
        cost: 2.6,
      };
      yield {
        id: 'gradient-missing',
        detail: msg('{0} lacks the incoming gradient: it must be multiplied by {1}', scope.text(value), cell),
        edits: [editOf(value, `${scope.factor(value)} * ${cell}`)],
        cost: 2.6,
      };
      if (loops.length > 2) continue;
      // All examples and channels in one step.
      const cells = `${gradient}[:, :, ${loops.join(', ')}][:, :, None, None]`;
      yield {
        id: 'gradient-missing',
        detail: msg('{0} lacks the incoming gradient: it must be multiplied by {1}', scope.text(value), cells),
        edits: [editOf(value, `${scope.factor(value)} * ${cells}`)],
        cost: 2.6,
      };
    }
  }
}

/** `da = np.mean(dA[i, :, :, c])` for `da = dA[i, h, w, c]`. */
function* reducedGradient(
  scope: FunctionScope,
  value: SyntaxNode,
  gradients: readonly string[],
  loops: readonly string[],
): Iterable<Candidate> {
  const text = scope.text(value);
  if (!/(?:^|\.)(?:mean|average|sum|max)\(/.test(text)) return;
  for (const gradient of gradients.filter((name) => text.includes(`${name}[`))) {
    const cell = `${gradient}[${loops.join(', ')}]`;
    yield {
      id: 'wrong-array',
      detail: msg('{0} is used where {1} belongs', text, cell),
      edits: [editOf(value, cell)],
      cost: 2,
    };
  }
}

/** One candidate for every array that is read so, with all its subscripts. */
export function* gradientIndex(scope: FunctionScope): Iterable<Candidate> {
  const edits = new Map<string, TextEdit[]>();
  for (const member of scope.all('MemberExpression')) {
    const items = subscriptItems(scope, member);
    const array = scope.text(member.firstChild!);
    const loops = scope.loopsAround(member);
    for (const item of items) {
      const loop = startOf(scope, item.text, loops);
      if (loop) edits.set(array, [...(edits.get(array) ?? []), editOf(item, loop)]);
    }
  }
  for (const [array, all] of edits) {
    yield {
      id: 'gradient-index',
      detail: msg('{0} is read at the position of the window: its index is the output cell', array),
      edits: all,
      cost: 1.4,
    };
  }
}

/** The loop variable from which a name was computed: `vert_start = h * stride`. */
function startOf(scope: FunctionScope, name: string, loops: readonly string[]): string | undefined {
  if (!/^[A-Za-z_]\w*$/.test(name) || loops.includes(name)) return undefined;
  const definition = definitionOf(scope, name);
  if (!definition) return undefined;
  const used = loops.filter((loop) => new RegExp(`(?<![\\w.])${loop}(?!\\w)`).test(definition));
  return used.length === 1 && /\*/.test(definition) ? used[0] : undefined;
}

/** What a name is bound to, also in a tuple: `v, u = h * s, w * s`. */
function definitionOf(scope: FunctionScope, name: string): string | undefined {
  for (const [, targets, values] of scope.text(scope.node).matchAll(/^[ \t]*(\w+(?: *, *\w+)*) *=(?!=) *(.+)$/gm)) {
    const [names, sources] = [targets!.split(','), values!.split(',')];
    const at = names.findIndex((each) => each.trim() === name);
    if (at >= 0) return names.length === sources.length ? sources[at] : names.length === 1 ? values : undefined;
  }
  return undefined;
}
