/** Functions that subtract a multiple of the gradients from the weights that they are given: the change is the gradient. */
import type { ResultName } from '../../cases/LayerCase';
import type { SourceFunction } from '../../source/Definition';
import type { PythonTree } from '../../source/PythonTree';
import { GRADIENTS, returnedTexts } from './returnedResults';
import type { Role } from './roles';

export interface UpdatedWeights {
  /** Names of the driver's copies by parameter. */
  readonly names: ReadonlyMap<string, string>;
  /** Statements after `_result` is the function's result. */
  readonly body: readonly string[];
  readonly results: readonly ResultName[];
}

const CHANGED: readonly (readonly [Role, ResultName, string])[] = [
  ['filter', 'dW', '_filter'],
  ['bias', 'db', '_bias'],
];

/** `roles`: by parameter. Undefined where the function takes no learning rate, or changes no weights. */
export function updatedWeights(
  tree: PythonTree,
  { node }: SourceFunction,
  roles: ReadonlyMap<string, Role>,
): UpdatedWeights | undefined {
  if (![...roles.values()].includes('rate')) return undefined;
  const text = tree.text(node);
  const returned = returnedTexts(tree, node);
  const names = new Map<string, string>();
  const values = new Map<ResultName, string>();
  const item = (at: number): string => (returned.length > 1 ? `_result[${at}]` : '_result');
  for (const [parameter, role] of roles) {
    const [, result, copy] = CHANGED.find(([each]) => each === role) ?? [];
    if (!result || !copy) continue;
    const isInPlace = new RegExp(`^[ \\t]*${parameter}(?:\\[[^\\]\\n]*\\])*\\s*-=`, 'm').test(text);
    const at = returned.indexOf(parameter);
    const isNew = new RegExp(`^[ \\t]*${parameter}\\s*=\\s*${parameter}\\s*-`, 'm').test(text) && at >= 0;
    if (!isInPlace && !isNew) continue;
    names.set(parameter, copy);
    values.set(result, `_lens_np.array(${copy}_before) - ${at >= 0 ? item(at) : copy}`);
  }
  if (names.size === 0) return undefined;
  const others = returned.flatMap((each, at) =>
    names.has(each) || GRADIENTS.filter.test(each) || GRADIENTS.bias.test(each) ? [] : [at],
  );
  if (others.length === 1) values.set('dA_prev', item(others[0]!));
  const results = (['dA_prev', 'dW', 'db'] as const).filter((each) => values.has(each));
  return { names, results, body: [`return (${results.map((each) => values.get(each)!).join(', ')},)`] };
}
