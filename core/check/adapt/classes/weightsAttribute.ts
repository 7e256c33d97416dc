/** The attributes of a class that hold its weights. */
import type { SourceClass, SourceParameter } from '../../source/Definition';
import type { PythonTree } from '../../source/PythonTree';
import { isFactor, roleOf } from '../roles';
import { selfAttributes, type Attribute } from './selfAttributes';

/** The attribute that holds the weights, unless the constructor is given them: `self.kernel = kernel` can be a size. */
export function weightsAttribute(
  tree: PythonTree,
  { node, methods, fields = [] }: SourceClass,
  role: 'filter' | 'bias',
): Attribute | undefined {
  const init = methods.find(({ name }) => name === '__init__');
  const text = tree.text(node);
  // `bias=True` next to `self.bias = np.zeros(…)` is whether there is one.
  const isFlag = ({ name, fallback = '' }: SourceParameter): boolean =>
    /^(?:True|False)$/.test(fallback) && !new RegExp(`self\\.${name}\\s*=\\s*${name}\\b`).test(text);
  const given = new Set((init?.parameters ?? fields).flatMap((each) => (isFlag(each) ? [] : [each.name])));
  return selfAttributes(tree, node).find(({ name, path }) => {
    const [owner] = path.split('[');
    const entry = new RegExp(`self\\.${owner}\\s*=\\s*\\{[^}]*["']${name}["']\\s*:\\s*${name}\\b`);
    const isGiven = given.has(name) && (path === name || entry.test(text));
    if (/grad|delta/i.test(owner!)) return false;
    return (
      roleOf(name, [role]) === role &&
      !isGiven &&
      !isFactor(name) &&
      (isMade(text, name) || !/size|num|shape|^n_|^f$|^k$|_(?:h|w|height|width|rows|cols)$/i.test(name))
    );
  });
}

/** `self.K = np.zeros(…)`: `K` can also be a size. */
function isMade(text: string, name: string): boolean {
  return /^[FK]$/.test(name) && new RegExp(`self\\.${name}\\s*=\\s*np\\.`).test(text);
}

/** Whether every output cell has its own bias: its gradient is the incoming one. */
export function isUntied(tree: PythonTree, definition: SourceClass): boolean {
  const bias = weightsAttribute(tree, definition, 'bias');
  if (!bias) return false;
  const made = new RegExp(
    `self\\.${escapedPath(bias.path)}\\s*=(?!=)[^\\n]*\\bout(?:put)?_?(?:shape|dims?|size|h|height)\\b`,
  );
  return made.test(tree.text(definition.node));
}

/** A path as part of a regular expression. */
export function escapedPath(path: string): string {
  return path.replace(/[[\]"']/g, '\\$&');
}
