/** Attributes of a class, from its text. */
import type { SyntaxNode } from '@lezer/common';
import { childNodes, type PythonTree } from '../../source/PythonTree';

export interface Attribute {
  /** `dW`, also for `self.grads["dW"]`. */
  readonly name: string;
  /** `grads["dW"]` */
  readonly path: string;
}

/** The attributes that a class mentions, and the entries of dictionaries that are its attributes. */
export function selfAttributes(tree: PythonTree, node: SyntaxNode): Attribute[] {
  const found = new Map<string, Attribute>();
  for (const member of tree.all('MemberExpression', node)) {
    const [, path, key] = /^self\.([\w\x80-\uffff]+(?:\[["'](\w+)["']\])?)$/.exec(tree.text(member)) ?? [];
    if (path !== undefined) found.set(path, { name: key ?? path, path });
  }
  // `self.params = {"W": …}`
  for (const statement of tree.all('AssignStatement', node)) {
    const [target, , value] = childNodes(statement);
    const owner = target && /^self\.([\w\x80-\uffff]+)$/.exec(tree.text(target))?.[1];
    if (!owner || value?.name !== 'DictionaryExpression') continue;
    for (const key of childNodes(value).filter((child) => child.name === 'String' && child.nextSibling?.name === ':')) {
      const path = `${owner}[${tree.text(key)}]`;
      found.set(path, { name: tree.text(key).slice(1, -1), path });
    }
  }
  return [...found.values()];
}
