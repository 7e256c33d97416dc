/** Functions of other files of the user's, in whose place those of a course are run. */
import { isOfCourse } from '../../read/python/modules/borrowed';
import { agrees } from '../compare/runCase';
import type { Run } from '../Run';
import { definitionSource } from '../source/definitionSource';
import { importedFrom } from '../source/importedFrom';
import type { PythonTree } from '../source/PythonTree';

/** The name of such a function and its module, where a function calls it and never agrees, or calls a member of one and always fails. */
export function lentFunction(
  tree: PythonTree,
  { runner, outcomes, adapter }: Run,
): { readonly name: string; readonly path: string } | undefined {
  if (outcomes.some(agrees)) return undefined;
  const members = outcomes.every(({ error }) => error)
    ? definitionSource(tree, adapter.roots).match(/(?<![\w.])\w+\.\w+(?=\()/g)
    : undefined;
  for (const name of [...runner.borrowed, ...(members ?? [])]) {
    const path = importedFrom(tree.source, name.split('.')[0]!);
    if (path !== undefined && (path.startsWith('.') || !isOfCourse(path))) return { name, path };
  }
  return undefined;
}
