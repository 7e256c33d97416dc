/** Arguments in another form than NumPy takes them: `np.zeros(2, 3)`, `max(window)` of an array, `flatten('F')`. */
import type { SyntaxNode } from '@lezer/common';
import { msg } from '../../../../message';
import { listItems } from '../../../source/PythonTree';
import { editOf, type Candidate } from '../../Candidate';
import type { FunctionScope } from '../../scope/FunctionScope';
import { argumentsOf } from '../../scope/argumentsOf';

const SHAPED =
  /^(?:np|numpy)\.(?:zeros|ones|empty|full|concatenate|[hvd]?stack|sum|max|amax|mean|flip|transpose|reshape)$/;
/** Functions whose first argument is the shape, or the arrays. */
const FROM_FIRST = /(?:zeros|ones|empty|full|concatenate|stack)$/;
/** Functions of Python that go through the rows of an array, or take its truth. */
const BUILT_IN = /^(?:max|min|sum|any|all|round|abs)$/;
const COLUMN_MAJOR = /^(?:order\s*=\s*)?(['"])F\1$/;

export function* callForms(scope: FunctionScope): Iterable<Candidate> {
  for (const call of scope.all('CallExpression')) {
    const callee = call.firstChild;
    if (!callee) continue;
    yield* loose(scope, call, scope.text(callee));
    yield* builtIn(scope, call, callee);
    yield* columnMajor(scope, call);
  }
}

/** `np.zeros(2, 3)` for `np.zeros((2, 3))`: sizes, axes or arrays that belong into one tuple. */
function* loose(scope: FunctionScope, call: SyntaxNode, callee: string): Iterable<Candidate> {
  if (!SHAPED.test(callee)) return;
  const args = argumentsOf(scope, call);
  const named = args.filter((text) => /^\w+\s*=[^=]/.test(text));
  const given = args.slice(0, args.length - named.length);
  const from = FROM_FIRST.test(callee) ? 0 : 1;
  for (const end of [given.length, given.length - 1]) {
    if (end - from < 2) continue;
    const tuple = `(${given.slice(from, end).join(', ')})`;
    const text = `${callee}(${[...given.slice(0, from), tuple, ...given.slice(end), ...named].join(', ')})`;
    yield {
      id: 'missing-parentheses',
      detail: msg('{0} takes {1} as one argument, in parentheses', callee, tuple),
      edits: [editOf(call, text)],
      cost: 1.8,
    };
  }
}

function* builtIn(scope: FunctionScope, call: SyntaxNode, callee: SyntaxNode): Iterable<Candidate> {
  const name = scope.text(callee);
  if (!BUILT_IN.test(name) || argumentsOf(scope, call).length !== 1) return;
  yield {
    id: 'built-in-function',
    detail: msg("Python's {0} iterates over the rows of an array: np.{0} takes all cells", name),
    edits: [editOf(callee, `np.${name}`)],
    cost: 1.9,
  };
}

/** `w.flatten('F')`: the first axis changes fastest, while other arrays have the last one fastest. */
function* columnMajor(scope: FunctionScope, call: SyntaxNode): Iterable<Candidate> {
  const list = call.getChild('ArgList');
  const items = list ? listItems(list, '(', ')') : [];
  const args = list ? argumentsOf(scope, call) : [];
  const place = args.findIndex((text) => COLUMN_MAJOR.test(text));
  if (!list || place < 0) return;
  const rest = args.filter((_, k) => k !== place);
  yield {
    id: 'wrong-order',
    detail: msg('{0} is in column-major order, the other arrays are in row-major order', scope.text(call)),
    edits: [editOf({ from: items[0]![0]!.from, to: list.to - 1 }, rest.join(', '))],
    cost: 1.4,
  };
}
