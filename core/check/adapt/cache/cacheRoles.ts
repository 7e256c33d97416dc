/** Roles of the values in the cache that a forward function returns and a backward function unpacks. */
import { isConvolution, type CourseFunction } from '../../CourseFunction';
import type { ProgramValue } from '../../run/ProgramValue';
import type { SourceFunction } from '../../source/Definition';
import type { PythonTree } from '../../source/PythonTree';
import type { AdapterRequest } from '../AdapterRequest';
import { isSameValue, type Replayed } from './replayed';
import { returnedTexts } from '../roles/returnedResults';
import { roleOf, type Role } from '../roles/roles';

/** A cache that is unpacked to known names is made by the driver, so that the forward function cannot spoil it. */
export function isCourseCache(request: AdapterRequest, { sources, forward }: Replayed): boolean {
  const { tree, definition, operation } = request;
  const unpacked = unpackedNames(tree, definition) ?? [];
  const roles = unpacked.map((name) => cacheRole(name, operation));
  if (roles.length === 0 || !areKnown(roles) || ![...sources.keys()].every((each) => roleOf(each) === 'cache'))
    return false;
  const place = unpacked.findIndex((name) => cacheRole(name, operation) === 'input');
  return keepsInput(request, place, forward) && !keepsOther(tree, forward, place);
}

/** Each once: of two inputs, `x` and `xp`, one is padded. */
export function areKnown(roles: readonly (Role | undefined)[]): roles is readonly Role[] {
  return !roles.includes(undefined) && new Set(roles).size === roles.length;
}

/** Whether the forward function puts a variable of its own there: without padding it can be equal to the input. */
function keepsOther(tree: PythonTree, { node, parameters }: SourceFunction, place: number): boolean {
  const last = returnedTexts(tree, node).at(-1) ?? '';
  const written = /^\w+$/.test(last) ? new RegExp(`^[ \\t]*${last} *= *(.*)`, 'm').exec(tree.text(node))?.[1] : last;
  const kept = /^\(?((?:\w+,? *)+)\)?$/.exec(written ?? '')?.[1]?.split(/, */)[place];
  return kept !== undefined && !parameters.some(({ name }) => name === kept);
}

/** Whether the input in the recorded cache is the one that the forward function was given, not a padded one. */
function keepsInput(request: AdapterRequest, place: number, forward: SourceFunction): boolean {
  const cache = recordedCache(request);
  const kept = cache?.kind === 'sequence' ? cache.items[place] : undefined;
  if (kept?.kind !== 'array') return true;
  const calls = (request.calls ?? []).filter(({ name }) => name === forward.name);
  return calls.some(({ args }) => [...args.values()].some((given) => isSameValue(given, kept)));
}

export function recordedCache({ definition, recorded }: AdapterRequest): ProgramValue | undefined {
  const parameter = definition.parameters.find(({ name }) => roleOf(name) === 'cache');
  const value = parameter && recorded?.args.get(parameter.name);
  return value?.kind === 'sequence' ? value : undefined;
}

/** Arrays of the cache in the course's order: input, filter, bias; numbers by the names that they are unpacked to. */
export function rolesOfCache(
  cache: ProgramValue,
  named: readonly (Role | undefined)[] = [],
): (Role | undefined)[] | undefined {
  if (cache.kind !== 'sequence') return undefined;
  const arrays: Role[] = ['input', 'filter'];
  return cache.items.map((item, k) => {
    if (item.kind === 'dictionary') return 'options';
    if (item.kind === 'number' || item.kind === 'text') return named[k];
    if (item.kind !== 'array') return undefined;
    if (item.array.shape.length === 4 && item.array.shape.slice(0, 3).some((extent) => extent > 1))
      return arrays.shift();
    return item.array.shape.length <= 1 || item.array.shape.length === 4 ? 'bias' : undefined;
  });
}

export function cacheRole(name: string, operation: CourseFunction): Role | undefined {
  const preferred: readonly Role[] = isConvolution(operation)
    ? ['options', 'filter', 'bias', 'stride', 'pad']
    : ['options', 'kernel', 'kernelRows', 'kernelCols', 'stride', 'mode'];
  const role = roleOf(name, preferred);
  const allowed: readonly (Role | undefined)[] = isConvolution(operation)
    ? ['input', 'filter', 'bias', 'options', 'stride', 'pad']
    : ['input', 'options', 'kernel', 'kernelRows', 'kernelCols', 'stride', 'mode'];
  if (role === 'input' && /pad/i.test(name)) return undefined;
  // What the forward function gives: for an activation behind it.
  if (role === 'input' && isConvolution(operation) && /^z\d?$/i.test(name)) return undefined;
  return allowed.includes(role) && !/col|index|arg|mask|out/i.test(name) ? role : undefined;
}

/** The names in `(A_prev, W, b, hparameters) = cache`. */
export function unpackedNames(tree: PythonTree, { node, parameters }: SourceFunction): string[] | undefined {
  const cache = parameters.find(({ name }) => roleOf(name) === 'cache')?.name;
  for (const assignment of tree.all('AssignStatement', node)) {
    const match = /^\(?([\w\s,]+?)\)?\s*=\s*(\w+)$/.exec(tree.text(assignment).trim());
    if (match?.[2] === cache && match?.[1])
      return match[1]
        .split(',')
        .map((name) => name.trim())
        .filter(Boolean);
  }
  return undefined;
}

/** What a forward function fills: an object or a dictionary. */
export function emptyCache({ tree, definition }: AdapterRequest): string {
  const name = definition.parameters.find((each) => roleOf(each.name) === 'cache')?.name;
  return new RegExp(`\\b${name}\\.\\w+ *(?:=(?!=)|\\()`).test(tree.text(definition.node)) ? '_LensContext()' : '{}';
}

/** The roles of the values in the course's own cache. */
export function courseCache(operation: CourseFunction): readonly Role[] {
  return isConvolution(operation) ? ['input', 'filter', 'bias', 'options'] : ['input', 'options'];
}
