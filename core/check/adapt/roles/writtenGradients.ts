/** Gradients that a function writes to its arguments: `dx[...] = …`, `grads['W'][:] = …`. */
import type { SyntaxNode } from '@lezer/common';
import type { ResultName } from '../../cases/LayerCase';
import { isBackward, isConvolution, type CourseFunction } from '../../CourseFunction';
import type { SourceParameter } from '../../source/Definition';
import type { PythonTree } from '../../source/PythonTree';
import { GRADIENTS, KEPT, returnedTexts } from './returnedResults';
import { rolesOf, type Role } from './roles';

interface Target {
  readonly role: Role;
  readonly result: ResultName;
  /** Whose shape it has. */
  readonly of: Role;
  /** Of the driver. */
  readonly variable: string;
  readonly names: RegExp;
  readonly keys: RegExp;
}

const TARGETS: readonly Target[] = [
  {
    role: 'inputGradient',
    result: 'dA_prev',
    of: 'input',
    variable: '_dx',
    names: KEPT.input,
    keys: /^d?_?(?:x|a|a_prev|inputs?)$/i,
  },
  {
    role: 'filterGradient',
    result: 'dW',
    of: 'filter',
    variable: '_dw',
    names: GRADIENTS.filter,
    keys: /^d?_?(?:w|k|weights?|kernels?|filters?)$/i,
  },
  {
    role: 'biasGradient',
    result: 'db',
    of: 'bias',
    variable: '_db',
    names: GRADIENTS.bias,
    keys: /^d?_?(?:b|bias(?:es)?)$/i,
  },
];

/** Of a parameter that the function writes to, next to another one for the gradient of the output. */
export function gradientRole(
  operation: CourseFunction,
  parameter: SourceParameter,
  parameters: readonly SourceParameter[],
): Role | undefined {
  const { name, isWritten } = parameter;
  const isOutput = (each: SourceParameter): boolean => each !== parameter && rolesOf(each.name).includes('gradient');
  if (!isWritten || !isBackward(operation) || !parameters.some(isOutput)) return undefined;
  if (/^d?grads?$|^gradients$/i.test(name)) return 'gradients';
  return TARGETS.find(({ names, role }) => names.test(name) && (role === 'inputGradient' || isConvolution(operation)))
    ?.role;
}

/** Source of an argument of zeros, which the driver keeps. `keys`: that the function reads. */
export function gradientArgument(role: Role, keys: readonly string[] = [], sourceOf: (role: Role) => string): string {
  const zeros = ({ of }: Target): string => `_lens_np.zeros_like(${sourceOf(of)}, dtype=float)`;
  const target = TARGETS.find((each) => each.role === role);
  if (target) return `(${target.variable} := ${zeros(target)})`;
  const items = TARGETS.flatMap((each) => keysOf(each, keys).map((key) => `${JSON.stringify(key)}: ${zeros(each)}`));
  return `(_grads := {${items.join(', ')}})`;
}

function keysOf({ keys }: Target, read: readonly string[]): string[] {
  return [...new Set(read)].filter((key) => keys.test(key));
}

/** The results by their arguments, and those that are returned; undefined where none is written to an argument. `roles`: by parameter. */
export function writtenGradients(
  tree: PythonTree,
  node: SyntaxNode,
  operation: CourseFunction,
  roles: ReadonlyMap<string, Role>,
  keys: readonly string[] = [],
): { readonly results: readonly ResultName[]; readonly body: readonly string[] } | undefined {
  const given = new Set(roles.values());
  const sources = new Map<ResultName, string>();
  for (const target of isBackward(operation) ? TARGETS : []) {
    const [key] = given.has('gradients') ? keysOf(target, keys) : [];
    if (given.has(target.role)) sources.set(target.result, target.variable);
    else if (key !== undefined) sources.set(target.result, `_grads[${JSON.stringify(key)}]`);
  }
  if (sources.size === 0) return undefined;
  const returned = returnedTexts(tree, node);
  for (const [k, text] of returned.entries()) {
    const named =
      TARGETS.find(({ names }) => names.test(text))?.result ?? (returned.length === 1 ? 'dA_prev' : undefined);
    // A name that is bound again is no longer the argument.
    if (named && (!sources.has(named) || roles.has(text)))
      sources.set(named, returned.length > 1 ? `_result[${k}]` : '_result');
  }
  const results = TARGETS.map(({ result }) => result).filter((each) => sources.has(each));
  return { results, body: [`return (${results.map((each) => sources.get(each)!).join(', ')},)`] };
}
