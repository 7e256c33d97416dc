/** A forward function that keeps what its gradient needs in a variable of the module. */
import { isConvolution, type CourseFunction } from '../../CourseFunction';
import type { Definitions, SourceFunction } from '../../source/Definition';
import { isTarget, type PythonTree } from '../../source/PythonTree';
import { guessOperations } from '../guessOperation';

/** The only forward function that changes a variable of the module which a backward function reads: `cache['x'] = x`. */
export function keepingForward(
  tree: PythonTree,
  definition: SourceFunction,
  operation: CourseFunction,
  { functions }: Definitions,
): SourceFunction | undefined {
  const read = moduleNames(tree).filter((name) => mentions(tree, definition, name));
  const wanted = isConvolution(operation) ? 'conv_forward' : 'pool_forward';
  const forwards = functions.filter(
    (each) =>
      each.name !== definition.name &&
      guessOperations(each.name).includes(wanted) &&
      read.some((name) => mentions(tree, each, name) && changes(tree.text(each.node), name)),
  );
  return forwards.length === 1 ? forwards[0] : undefined;
}

function moduleNames({ source }: PythonTree): string[] {
  return [
    ...new Set([...source.matchAll(/^([A-Za-z_]\w*)\s*(?:,\s*\w+\s*)*(?::[^=\n]*)?=(?!=)/gm)].map(([, name]) => name!)),
  ];
}

/** Whether a function uses the variable of the module: it has no variable of its own with that name. */
function mentions(tree: PythonTree, { node, parameters }: SourceFunction, name: string): boolean {
  if (parameters.some((parameter) => parameter.name === name)) return false;
  const used = tree.all('VariableName', node).filter((each) => tree.text(each) === name);
  return used.length > 0 && (isGlobal(tree.text(node), name) || !used.some(isTarget));
}

function isGlobal(text: string, name: string): boolean {
  return new RegExp(`\\bglobal\\b[^\\n]*\\b${name}\\b`).test(text);
}

/** `cache['x'] = x`, `cache.update(…)`, `global cache` */
function changes(text: string, name: string): boolean {
  const changed = `(?<![\\w.])${name}(?:\\[[^\\]]*\\][^=\\n]*=(?!=)|\\.(?:update|append|extend|setdefault)\\()`;
  return isGlobal(text, name) || new RegExp(changed).test(text);
}
