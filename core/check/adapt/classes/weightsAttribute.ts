/** The attributes of a class that hold its weights. */
import type { SourceClass, SourceParameter } from '../../source/Definition';
import type { PythonTree } from '../../source/PythonTree';
import { isFactor, roleOf } from '../roles/roles';
import { selfAttributes, type Attribute } from './selfAttributes';

/**
 * The attribute that holds the weights, unless the constructor is given them: `self.kernel = kernel` can be a size.
 * One that the constructor makes comes before one that a method keeps: `self.w = None`.
 */
export function weightsAttribute(
  tree: PythonTree,
  definition: SourceClass,
  role: 'filter' | 'bias',
): Attribute | undefined {
  const { node, methods, fields = [] } = definition;
  const init = methods.find(({ name }) => name === '__init__');
  const text = tree.text(node);
  // `bias=True` next to `self.bias = np.zeros(…)` is whether there is one, `'zeros'` how it is made.
  const isFlag = ({ name, fallback = '' }: SourceParameter): boolean =>
    /^(?:True|False)$|^["']/.test(fallback) && !new RegExp(`self\\.${name}\\s*=\\s*${name}\\b`).test(text);
  const parameters = new Map((init?.parameters ?? fields).map((each) => [each.name, each]));
  const attributes = selfAttributes(tree, node);
  const found = attributes.filter(({ name, path }) => {
    const [owner] = path.split('[');
    const entry = new RegExp(`self\\.${owner}\\s*=\\s*\\{[^}]*["']${name}["']\\s*:\\s*${name}\\b`);
    const given = parameters.get(name);
    const isGiven = given !== undefined && (path === name ? !isFlag(given) : entry.test(text));
    // `self.C, self.H, self.W = input_shape`
    const isSize = new RegExp(`self\\.${escapedPath(path)}\\s*(?:,[^=\\n]*)?=\\s*[\\w.]*(?:shape|size|dim)`).test(text);
    // `self.weights = {}` of filters and biases.
    const isDictionary = attributes.some(
      (each) => each.path.startsWith(`${path}[`) && roleOf(each.name, [role]) === role,
    );
    // `self.filters = out_channels`
    const [, kept = ''] = new RegExp(`self\\.${escapedPath(path)}\\s*=\\s*(\\w+)[ \\t]*$`, 'm').exec(text) ?? [];
    const isCount = parameters.has(kept) && /Channels$/.test(roleOf(kept) ?? '');
    if (isSize || isCount || isDictionary || /grad|delta/i.test(owner!)) return false;
    return (
      (roleOf(name, [role]) === role || (role === 'filter' && name === 'F')) &&
      !isGiven &&
      !isFactor(name) &&
      (isMade(text, name) ||
        (path !== name && (/weight/i.test(owner!) || isMadeEntry(text, name))) ||
        !/size|num|shape|^n_|^f$|^k$|_(?:h|w|height|width|rows|cols)$/i.test(name))
    );
  });
  const named = found.find(({ path }) => !isMadeLate(tree, definition, path)) ?? found[0];
  return (
    named ??
    (role === 'bias'
      ? attributes.find(({ name, path }) => roleOf(name, ['filter']) !== 'filter' && isMadeToAdd(text, path))
      : undefined)
  );
}

/** `self.offsets = np.zeros(…)`, and `out += self.offsets[f]`: a bias by its use, which is not the update of another attribute. */
function isMadeToAdd(text: string, path: string): boolean {
  const attribute = `self\\.${escapedPath(path)}`;
  const made = new RegExp(`${attribute}\\s*=\\s*(?:np|torch|nn)\\.`);
  const added = `(?:\\+=?|np\\.add\\(\\w+,)\\s*${attribute}(?![\\w(])(?!(?:\\[[^\\]\\n]*\\])*\\s*[*@])`;
  return made.test(text) && new RegExp(`^(?![ \\t]*self\\.)[^\\n]*${added}`, 'm').test(text);
}

/** Whether the constructor does not make the weights: `self.W = None`. */
export function isMadeLate(tree: PythonTree, { methods }: SourceClass, path: string): boolean {
  const init = methods.find(({ name }) => name === '__init__');
  if (!init) return false;
  const text = tree.text(init.node);
  const key = /\[["'](\w+)["']\]$/.exec(path)?.[1];
  const entry = key === undefined ? [] : [new RegExp(`["']${key}["']\\s*:\\s*(?!None\\b)\\S`)];
  const assigned = new RegExp(`self\\.${escapedPath(path)}\\s*(?::[^=\\n]*|,[^=\\n]*)?=(?!=)\\s*(?!None\\b)\\S`);
  return ![assigned, ...entry].some((pattern) => pattern.test(text));
}

/** `self.K = np.zeros(…)`: `K` can also be a size. */
function isMade(text: string, name: string): boolean {
  return /^[FK]$/.test(name) && new RegExp(`self\\.${name}\\s*=(?:\\s*np\\.|${MADE})`).test(text);
}

const MADE = '[^\\n]*\\b(?:rand\\w*|(?:standard_)?normal|uniform|zeros|ones)\\(';

/** `{'k': rng.normal(0, 0.1, shape)}` */
function isMadeEntry(text: string, name: string): boolean {
  return new RegExp(`["']${name}["']\\s*:${MADE}`).test(text);
}

/** A path as part of a regular expression. */
export function escapedPath(path: string): string {
  return path.replace(/[[\]"']/g, '\\$&');
}
