/** Which gradients a backward function gives: some compute one or two of the three. */
import type { SyntaxNode } from '@lezer/common';
import { resultNames } from '../../cases/expected';
import type { ResultName } from '../../cases/LayerCase';
import { hasCourseName, isConvolution, type CourseFunction } from '../../CourseFunction';
import { childNodes, type PythonTree } from '../../source/PythonTree';
import { roleOf, rolesOf, type Role } from './roles';

/** Names of the gradients of W and b. */
export const GRADIENTS = {
  filter:
    /^(?:[dg]_?(?:[lej]_?d_?)?(?:w|k|f|filters?|filtros?|weights?|gewichte?|pesos?|poids|kernels?|kerne?|noyaux?)(?:_?param\w*)?|(?:grads?|delta)_?(?:w|k|weights?|filters?|kernels?)|(?:w|k|weights?|filters?|kernels?)_?(?:grad\w*|delta))$/i,
  bias: /^(?:[dg]_?(?:[lej]_?d_?)?(?:b|bias(?:es)?|sesgos?|biais|versatz)|(?:grads?|delta)_?(?:b|bias(?:es)?)|(?:b|bias(?:es)?)_?(?:grad\w*|delta))$/i,
} as const;

/** Attributes in which methods that return nothing keep their results. */
export const KEPT = {
  output: /^(?:\w*outputs?|out|z|a|y|activations?|results?|pooled|(?:feature|pool|conv)_?maps?)$/i,
  input: /^(?:[dg]_?(?:x|a|in|inputs?|a_prev|prev)|(?:grads?|delta)_?(?:x|in|inputs?)|inputs?_?(?:grad\w*|delta))$/i,
} as const;

/** Whether a key of a dictionary of gradients means one of them: `dW`, `w`, `grad_w`. */
export function isGradientKey(key: string, name: ResultName): boolean {
  const role = name === 'dA_prev' ? 'input' : name === 'dW' ? 'filter' : name === 'db' ? 'bias' : undefined;
  const bare = key.replace(/^(?:d_?|grads?_?)(?=.)|_?grad\w*$/g, '');
  return role !== undefined && rolesOf(bare, [role])[0] === role;
}

/** Whether a text makes a dictionary for what it returns: `grads = {`. */
function isDictionary(text: string, returned: string): boolean {
  return returned.startsWith('{') || text.includes(`${returned} = {`);
}

/** The gradients that a dictionary in a text has by their keys: `{'W': dW}`, `grads['x'] = dx`. */
export function entriesOf(text: string): ResultName[] {
  const keys = [...text.matchAll(/["'](\w+)["'](?:\s*:|\]\s*=(?!=))/g)].map(([, key]) => key!);
  return resultNames('conv_backward').filter((name) => keys.some((key) => isGradientKey(key, name)));
}

/** `roles`: of the function's parameters; `forwardRoles`: of those of the forward function that makes its cache. */
export function returnedResults(
  tree: PythonTree,
  node: SyntaxNode,
  name: string,
  operation: CourseFunction,
  roles: readonly Role[],
  forwardRoles: readonly Role[] | undefined,
): readonly ResultName[] {
  const all = resultNames(operation);
  const isWithoutBias = forwardRoles !== undefined && !forwardRoles.includes('bias');
  const isCourse = !isWithoutBias && hasCourseName(name) && roles.some((role) => role === 'cache' || role === 'bias');
  if (all.length === 1 || !isConvolution(operation) || isCourse) return all;
  const returned = returnedTexts(tree, node);
  if (returned.length >= all.length || returned.length === 0) return all;
  const entries =
    returned.length === 1 && isDictionary(tree.text(node), returned[0]!) ? entriesOf(tree.text(node)) : [];
  if (entries.length > 1) return entries;
  if (returned.length === 1)
    return [resultOfSize(tree.text(node), returned[0]!) ?? onlyResult(name, returned[0]!, roles)];
  const assigned = tree.all(['AssignStatement', 'UpdateStatement'], node).map((statement) => tree.text(statement));
  const computes = (pattern: RegExp): boolean =>
    [...assigned.flatMap((text) => /^[\w.]+/.exec(text)?.[0] ?? []), ...returned].some((each) => pattern.test(each));
  // A gradient that is computed and not returned is a mistake.
  const isOther = returned.some((each) => !GRADIENTS.filter.test(each) && !GRADIENTS.bias.test(each));
  const results = all.filter((each) => {
    if (each === 'dA_prev') return isOther;
    if (each === 'dW') return computes(GRADIENTS.filter);
    return each !== 'db' || computes(GRADIENTS.bias);
  });
  if (results.length === returned.length) return results;
  // Two values of a function that knows nothing of a bias.
  const knowsBias = !isWithoutBias && roles.some((role) => role === 'bias' || role === 'cache');
  const isUnbiased = !knowsBias && !computes(GRADIENTS.bias);
  const hasSum = returned.some((text) => /^(?:\w+\.)?sum\(/.test(text));
  return returned.length === 2 && isUnbiased && !hasSum ? all.filter((each) => each !== 'db') : all;
}

/** `db = dout` of a function that is given no bias: it may have a number for each cell of the output. */
export function isBiasOfCells(tree: PythonTree, node: SyntaxNode, roles: ReadonlyMap<string, Role>): boolean {
  const values = new Set(roles.values());
  const gradient = [...roles].find(([, role]) => role === 'gradient')?.[0];
  if (gradient === undefined || values.has('bias') || values.has('cache')) return false;
  const whole = new RegExp(`^(?:np\\.array\\(|np\\.copy\\()?${gradient}(?:\\.copy\\(\\))?\\)?$`);
  return returnedTexts(tree, node).some((name) => {
    if (!GRADIENTS.bias.test(name)) return false;
    const values = tree.all('AssignStatement', node).flatMap((statement) => {
      const [, target, value] = /^(\w+)\s*=\s*(.*)$/s.exec(tree.text(statement)) ?? [];
      return target === name ? [value!] : [];
    });
    return values.length === 1 && whole.test(values[0]!);
  });
}

/**
 * Place of the gradient among the values that a pooling's backward function returns, where another name is first:
 * `return y, dx`. Undefined where the first one is the result.
 */
export function placeOfGradient(tree: PythonTree, node: SyntaxNode, operation: CourseFunction): number | undefined {
  if (operation !== 'pool_backward') return undefined;
  const returned = returnedTexts(tree, node);
  const place = returned.findIndex((text) => INPUT_GRADIENT.test(text));
  return place > 0 ? place : undefined;
}

/** Names of the gradient of the input. */
export const INPUT_GRADIENT = /^(?:d_?(?:x|a|in|input|img|image|prev|a_prev|data)\w*|grad\w*|\w+_grad)$/i;

/** By the array whose size it is made with: `grad = np.zeros_like(kernel)`. */
function resultOfSize(text: string, returned: string): ResultName | undefined {
  if (!/^\w+$/.test(returned)) return undefined;
  const start = new RegExp(
    `^[ \\t]*${returned} *= *\\w+\\.(?:zeros|empty)(?:_like\\((\\w+)\\b|\\((\\w+)\\.shape\\b)`,
    'm',
  );
  const [, alike, sized] = start.exec(text) ?? [];
  const role = roleOf(alike ?? sized ?? '', ['filter', 'bias']);
  return role === 'filter' ? 'dW' : role === 'bias' ? 'db' : undefined;
}

function onlyResult(name: string, returned: string, roles: readonly Role[]): ResultName {
  const isCached = roles.includes('cache');
  if (!isCached && !roles.includes('input')) return roles.includes('filter') ? 'dA_prev' : 'db';
  if (!isCached && !roles.includes('filter')) return 'dW';
  if (GRADIENTS.filter.test(returned) || /d_?w|weight|filter|kernel/i.test(name)) return 'dW';
  return GRADIENTS.bias.test(returned) || /d_?b|bias/i.test(name) ? 'db' : 'dA_prev';
}

/** Sources of the values of the last `return`, without `self.`; empty where it returns none. */
export function returnedTexts(tree: PythonTree, node: SyntaxNode): string[] {
  if (node.name === 'LambdaExpression') return [tree.text(node.lastChild!)];
  const last = tree.all('ReturnStatement', node).at(-1);
  if (!last) return [];
  const [, value, ...rest] = childNodes(last);
  if (!value || tree.text(value) === 'None') return [];
  const items = value.name === 'TupleExpression' ? childNodes(value) : [value, ...rest];
  return items.filter((item) => !/^[(),]$/.test(item.name)).map((item) => tree.text(item).replace(/^self\./, ''));
}
