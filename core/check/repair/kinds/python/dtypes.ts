/** Whole-number arrays that are to hold fractions: `dtype=int`, `astype(int)`, `np.full(shape, 0)`, the dtype of a whole-number input or a copy of it. */
import type { SyntaxNode } from '@lezer/common';
import { msg } from '../../../../message';
import { listItems } from '../../../source/PythonTree';
import { editOf, type Candidate } from '../../Candidate';
import type { FunctionScope } from '../../scope/FunctionScope';
import { argumentsOf } from '../../scope/argumentsOf';

const WHOLE =
  /^(?:int|bool|(?:np\.)?u?int(?:8|16|32|64|p|_)?|np\.bool_?|["'](?:u?int(?:8|16|32|64)?|[iu][1248]|bool)["'])$/;

export function* dtypes(scope: FunctionScope): Iterable<Candidate> {
  for (const call of scope.all('CallExpression')) {
    const callee = call.firstChild;
    const list = call.getChild('ArgList');
    if (!callee || !list) continue;
    const name = scope.text(callee);
    yield* typed(scope, list);
    if (/\.astype$/.test(name) && callee.firstChild) yield* converted(scope, call, callee.firstChild);
    if (/\.copy$/.test(name) && callee.firstChild && argumentsOf(scope, call).length === 0)
      yield whole(scope.text(call), editOf(call, `${scope.text(callee.firstChild)}.astype(float)`), 3.4);
    if (/^np\.(?:zeros|ones|empty|full)_like$/.test(name) && !/dtype/.test(scope.text(list)))
      yield whole(scope.text(call), editOf({ from: list.to - 1, to: list.to - 1 }, ', dtype=float'), 3.4);
    if (/^np\.full$/.test(name)) yield* filled(scope, call);
  }
  yield* elementSizes(scope);
}

/** Strides are in bytes: 8 for float64. */
function* elementSizes(scope: FunctionScope): Iterable<Candidate> {
  if (!/strides/.test(scope.text(scope.node))) return;
  for (const number of scope.all('Number')) {
    if (scope.text(number) !== '4') continue;
    yield {
      id: 'element-size',
      detail: msg('{0} is used where {1} belongs', '4', '8'),
      edits: [editOf(number, '8')],
      cost: 1.8,
    };
  }
}

/** An argument that is a dtype of whole numbers, or another array's. */
function* typed(scope: FunctionScope, list: SyntaxNode): Iterable<Candidate> {
  for (const item of listItems(list, '(', ')')) {
    const value = item.at(-1)!;
    const text = scope.text(value);
    const isKeyword = item.length === 3 && scope.text(item[0]!) === 'dtype';
    if (WHOLE.test(text) && (isKeyword || item.length === 1) && !/^(?:isinstance|map)$/.test(calleeOf(scope, list)))
      yield whole(text, editOf(value, 'float'), isKeyword ? 1.6 : 2.4);
    else if (isKeyword && /\.dtype$/.test(text)) {
      // Bytes wrap around.
      yield whole(text, editOf(value, 'float'), /uint8/.test(scope.tree.source) ? 1.7 : 3.4);
    }
  }
}

function calleeOf(scope: FunctionScope, list: SyntaxNode): string {
  return list.prevSibling ? scope.text(list.prevSibling) : '';
}

function* converted(scope: FunctionScope, call: SyntaxNode, array: SyntaxNode): Iterable<Candidate> {
  const [dtype = ''] = argumentsOf(scope, call);
  if (WHOLE.test(dtype)) yield whole(scope.text(call), editOf(call, scope.text(array)), 2);
}

/** `np.full(shape, 0)` holds whole numbers. */
function* filled(scope: FunctionScope, call: SyntaxNode): Iterable<Candidate> {
  const [shape, value, ...rest] = argumentsOf(scope, call);
  if (shape === undefined || rest.length > 0 || !/^-?\d+$/.test(value ?? '')) return;
  yield whole(scope.text(call), editOf(call, `np.full(${shape}, ${value}.0)`), 2.2);
}

function whole(text: string, edit: Candidate['edits'][number], cost: number): Candidate {
  return {
    id: 'whole-numbers',
    detail: msg('{0} holds whole numbers only: fractions are cut off or refused', text),
    edits: [edit],
    cost,
  };
}
