/** Attributes that a base class of another file would set: those whose names tell their values. */
import type { SourceClass } from '../../source/Definition';
import type { PythonTree } from '../../source/PythonTree';

const VALUES: readonly (readonly [RegExp, string])[] = [
  [/^_?(?:params?|parameters|grads?|gradients?|caches?|saved|state(?:_dict)?|buffers?|weights)$/i, '{}'],
  [/train|requires_grad/i, 'True'],
  [/^(?:layer_?)?name$/i, '"layer"'],
];

/** Statements of the driver; none where every base class is in the text. */
export function lentAttributes(tree: PythonTree, { name, node, methods }: SourceClass): string[] {
  const text = tree.text(node);
  const [, bases = ''] = /^class\s+\w+\s*\(([^)]*)\)/.exec(text) ?? [];
  const isElsewhere = bases.split(',').some((base) => isOutside(base.trim(), tree.source));
  if (!isElsewhere) return [];
  const read = new Set([...text.matchAll(/\bself\.(\w+)/g)].map(([, each]) => each!));
  return [...read].flatMap((each) => {
    const value = VALUES.find(([pattern]) => pattern.test(each))?.[1];
    const assigned = new RegExp(`self\\.${each}\\s*(?::[^=\\n]*)?=(?!=)|^\\s+${each}\\s*[:=]`, 'm');
    const isOwn = methods.some((method) => method.name === each) || assigned.test(text);
    return value === undefined || isOwn ? [] : [`${name}.${each} = ${value}`];
  });
}

function isOutside(base: string, source: string): boolean {
  if (!/^\w[\w.]*$/.test(base) || /^(?:object|(?:abc\.)?ABC)$/.test(base)) return false;
  return !new RegExp(`^[ \\t]*class\\s+${base.replaceAll('.', '\\.')}\\b`, 'm').test(source);
}
