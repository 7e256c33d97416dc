/** What the text sets between the constructor and the call: `conv.stride = 2`, `conv.set_weights(w, b)`. */
import { isConvolution, type CourseFunction } from '../../CourseFunction';
import type { ProgramValue } from '../../run/ProgramValue';
import type { RecordedCall } from '../../run/Runner';
import type { SourceClass } from '../../source/Definition';
import type { PythonTree } from '../../source/PythonTree';
import { roleOf, type Role } from '../roles/roles';
import { selfAttributes } from './selfAttributes';
import { escapedPath } from './weightsAttribute';

const OPTIONS: readonly Role[] = ['stride', 'strideCols', 'pad', 'padCols', 'dilation'];
const POOL_OPTIONS: readonly Role[] = [...OPTIONS, 'kernelRows', 'kernelCols', 'kernel', 'mode'];

/** A whole number, a pair, a name or a word: not a fraction. */
const OPTION = String.raw`(?:[([] *)?(?:\d+(?![\d.e])|[A-Za-z_"'])`;

export interface SetAttribute {
  readonly path: string;
  readonly role: Role;
}

/** Options that the text assigns to an object, other than those of the constructor. `taken`: roles of its parameters. */
export function attributesSet(
  tree: PythonTree,
  { node }: SourceClass,
  operation: CourseFunction,
  taken: readonly Role[],
): SetAttribute[] {
  const options = isConvolution(operation) ? OPTIONS : POOL_OPTIONS;
  const outside = tree.source.slice(0, node.from) + tree.source.slice(node.to);
  return selfAttributes(tree, node).flatMap(({ name, path }) => {
    const role = roleOf(name, options);
    const isSet = new RegExp(`^[ \\t]*(?!self\\b)\\w+\\.${escapedPath(path)} *= *${OPTION}`, 'm').test(outside);
    // `d` can be anything.
    if (role === 'dilation' && name.length === 1) return [];
    return role && options.includes(role) && !taken.includes(role) && isSet ? [{ path, role }] : [];
  });
}

/** Their values when the method of the object is called. */
export function valuesAtCall({ args }: RecordedCall, attributes: readonly SetAttribute[]): Map<Role, ProgramValue> {
  const [self] = args.values();
  const fields = self?.kind === 'other' ? self.fields : undefined;
  return new Map(
    attributes.flatMap(({ path, role }) => {
      const value = fields?.get(path);
      return value ? [[role, value] as const] : [];
    }),
  );
}

/** The method that is given the weights: `def set_weights(self, w, b): self.w = w`, and its parameter for an attribute. */
export function weightsSetter(
  tree: PythonTree,
  { methods }: SourceClass,
  path: string,
): { readonly method: string; readonly parameter: string } | undefined {
  for (const { name, node, parameters } of methods) {
    const pattern = new RegExp(`self\\.${escapedPath(path)} *= *(?:np\\.\\w+\\()?(\\w+)\\b`);
    const [, value] = pattern.exec(tree.text(node)) ?? [];
    const isGiven = parameters.some((each) => each.name === value && value !== 'self');
    if (isGiven && value !== undefined && /^_?(?:set|load|assign|update|with)_?\w*$/i.test(name))
      return { method: name, parameter: value };
  }
  return undefined;
}
