/** Sizes in place of an array of them, and single values that are set in place of added. */
import { msg } from '../../../../message';
import { childNodes, statementOf } from '../../../source/PythonTree';
import { argumentsOf } from '../../scope/argumentsOf';
import { editOf, type Candidate } from '../../Candidate';
import type { FunctionScope } from '../../scope/FunctionScope';

export function* arrayForms(scope: FunctionScope): Iterable<Candidate> {
  yield* sizes(scope);
  yield* valuesSet(scope);
}

/** `out = (n, h, w, c)` for `out = np.zeros((n, h, w, c))`. */
function* sizes(scope: FunctionScope): Iterable<Candidate> {
  for (const statement of scope.all('AssignStatement')) {
    const [target, , value, ...more] = childNodes(statement);
    if (target?.name !== 'VariableName' || value?.name !== 'TupleExpression' || more.length > 0) continue;
    const [name, tuple] = [scope.text(target), scope.text(value)];
    if (!scope.indexed.has(name)) continue;
    yield {
      id: 'missing-call',
      detail: msg('{0} is a tuple of sizes, not an array of zeros', name),
      edits: [editOf(value, `np.zeros(${tuple})`)],
      cost: 0.8,
    };
  }
}

/** `dx[…].itemset(k, v)` for `dx[…].flat[k] += v`. */
function* valuesSet(scope: FunctionScope): Iterable<Candidate> {
  for (const call of scope.all('CallExpression')) {
    const method = call.firstChild;
    const array = method?.name === 'MemberExpression' ? method.firstChild : undefined;
    const [index, value, ...more] = argumentsOf(scope, call);
    if (!array || !/\.itemset$/.test(scope.text(method!)) || value === undefined || more.length > 0) continue;
    const statement = statementOf(call);
    if (statement.from !== call.from) continue;
    yield {
      id: 'not-accumulated',
      detail: msg('{0} is overwritten in every step: its contributions have to be added with +=', scope.text(array)),
      edits: [editOf(call, `${scope.text(array)}.flat[${index}] += ${value}`)],
      cost: 1.2,
    };
  }
}
