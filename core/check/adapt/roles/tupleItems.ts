/** Parameters that are tuples of arrays or of numbers, as their items. */
import type { Definitions, SourceFunction, SourceParameter } from '../../source/Definition';
import type { PythonTree } from '../../source/PythonTree';
import { roleOf } from './roles';

export function withTupleItems(tree: PythonTree, { functions, classes }: Definitions): Definitions {
  const itemized = functions.map((each) => ({
    ...each,
    parameters: each.parameters.flatMap((parameter) => itemsOf(tree, each, parameter)),
  }));
  return { functions: itemized, classes };
}

/** The items of a parameter that the function unpacks, where its name tells nothing: `w, b = params`. */
function itemsOf(tree: PythonTree, { node }: SourceFunction, parameter: SourceParameter): readonly SourceParameter[] {
  const { name, of, star, fallback } = parameter;
  if (of || star || fallback !== undefined) return [parameter];
  const unpacked = new RegExp(`^[ \\t]*\\(?(\\w+(?:, *\\w+)+),?\\)? *= *${name} *$`, 'm').exec(tree.text(node));
  const items = unpacked?.[1]!.split(/, */) ?? [];
  const roles = items.map((item) => roleOf(item));
  if (items.length === 0 || roles.includes(undefined)) return [parameter];
  const role = roleOf(name);
  const areWeights = roles.includes('filter') && roles.includes('bias') && role !== 'cache';
  if (!areWeights && role !== undefined && role !== 'options') return [parameter];
  return items.map((item) => ({ name: item, of: { parameter: name, type: '' } }));
}
