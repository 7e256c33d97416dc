/** Functions of other files of the user's, in whose place those of a course are run. */
import { isOfCourse } from '../../read/python/modules/borrowed';
import { agrees } from '../compare/runCase';
import type { Run } from '../Run';
import { importedFrom } from '../source/importedFrom';

/** The name of such a function and its module, where a function calls it and never agrees. */
export function lentFunction(
  source: string,
  { runner, outcomes }: Run,
): { readonly name: string; readonly path: string } | undefined {
  if (outcomes.some(agrees)) return undefined;
  for (const name of runner.borrowed) {
    const path = importedFrom(source, name);
    if (path !== undefined && (path.startsWith('.') || !isOfCourse(path))) return { name, path };
  }
  return undefined;
}
