/** The constructor of a class with forward and backward methods: its arguments, and the weights that it makes itself. */
import { isConvolution, type CourseFunction } from '../../CourseFunction';
import type { FixedGeometry } from '../../cases/FixedGeometry';
import type { RecordedCall } from '../../run/Runner';
import { isNestedList, type ProgramValue } from '../../run/ProgramValue';
import { definitionsOf, type SourceClass, type SourceFunction, type SourceParameter } from '../../source/Definition';
import type { PythonTree } from '../../source/PythonTree';
import type { AxisLayout } from '../Adapter';
import { formOf } from '../argumentForm';
import { argumentSource, comparedPadding, isPaddingText, type ArgumentForm } from '../argumentSource';
import { filterShapeSource } from '../layouts';
import { filterAxesRead, isPairOfClass, isTripleUnpacked } from '../pairs';
import { pairedOf } from '../pairedOf';
import { allowedRoles, roleInConstructor } from './constructorRoles';
import { isLeftOut, roleOf, type Role } from '../roles';
import { weightsAttribute } from './weightsAttribute';

export interface ClassRequest {
  readonly tree: PythonTree;
  readonly definition: SourceClass;
  readonly operation: CourseFunction;
  readonly layout: AxisLayout;
  readonly fixed?: FixedGeometry;
  /** As in `ArgumentForm`. */
  readonly arePairs?: boolean;
  /** The case's weights may have other axes than those that the constructor makes. */
  readonly isAnyShape?: boolean;
  /** Calls in the whole text. */
  readonly calls?: readonly RecordedCall[];
}

export interface Construction {
  /** `stride=s`. */
  readonly args: readonly string[];
  readonly roles: readonly Role[];
  readonly byName: ReadonlyMap<string, Role>;
  readonly isPaddingText: boolean;
  /** Whether an argument of unknown meaning is as the text gives it. */
  readonly hasUnknown: boolean;
  readonly paired: ReturnType<typeof pairedOf>;
}

/** Roles of the constructor's parameters; undefined where one that is needed has none. */
export function constructorRoles(request: ClassRequest): ReadonlyMap<string, Role> | undefined {
  return constructorArguments(request)?.byName;
}

/** Arguments of the constructor; a parameter with an unknown role needs a default. */
export function constructorArguments({
  tree,
  definition,
  operation,
  layout,
  arePairs,
  calls = [],
}: ClassRequest): Construction | undefined {
  const init = constructorOf(tree, definition);
  const form = formOf(tree, definition.node, operation, layout, arePairs);
  const args: string[] = [];
  const roles: Role[] = [];
  const byName = new Map<string, Role>();
  const forms = new Map<string, ArgumentForm>();
  const parameters = init?.parameters.slice(1) ?? definition.fields ?? [];
  const recorded = constructorCall(parameters, calls);
  const text = tree.text(definition.node);
  const takesPairs = parameters.some(({ fallback }) => /^[([]/.test(fallback ?? ''));
  const hasCount = parameters.some(({ name }) => roleOf(name) === 'outChannels');
  const ownWeights = weightsAttribute(tree, definition, 'filter') !== undefined;
  const signature = { operation, parameters, ownWeights, args: recorded?.args };
  const allowed = allowedRoles(operation);
  let hasUnknown = false;
  for (const { name, star, fallback: written } of parameters) {
    if (star) continue;
    if (isLeftOut(roleOf(name), written)) continue;
    // `strides=None` next to `pool_size=(2, 2)` means a pair.
    const fallback = takesPairs && written === 'None' ? '()' : (written ?? comparedPadding(text, name));
    const isShape = isTripleUnpacked(init ? tree.text(init.node) : text, name);
    const role = roleInConstructor(name, signature);
    // `bias=True`: whether there is one.
    if (role === 'bias' && /^(?:True|False)$/.test(fallback ?? '')) {
      args.push(`${name}=True`);
      continue;
    }
    const shapeTaken = role === 'kernel' && isConvolution(operation) ? filterAxesRead(text, name, hasCount) : undefined;
    if (isShape || (/shape/i.test(name) && role !== 'kernel' && role !== 'stride') || roleOf(name) === 'inputShape')
      args.push(`${name}=${isConvolution(operation) || isShape ? shapeSource(layout) : 'x.shape'}`);
    else if (shapeTaken !== undefined) args.push(`${name}=${filterShapeSource(layout, shapeTaken)}`);
    else if (role && [...allowed, 'input'].includes(role) && (!roles.includes(role) || role === 'optimizer')) {
      roles.push(role);
      byName.set(name, role);
      const own = {
        ...form,
        isUnpacked: isPairOfClass(tree, definition, name),
        ...(fallback === undefined ? {} : { fallback }),
        ...formRecorded(role, recorded?.args.get(name)),
      };
      forms.set(name, own);
      args.push(`${name}=${argumentSource(role, own)}`);
    } else if (written === undefined) {
      const source = plainSource(recorded?.args.get(name));
      if (source === undefined) return undefined;
      args.push(`${name}=${source}`);
      hasUnknown = true;
    }
  }
  const padding = parameters.find(({ name }) => roleOf(name, allowed) === 'pad');
  const given = padding && recorded?.args.get(padding.name);
  return {
    args,
    roles,
    byName,
    hasUnknown,
    paired: pairedOf(parameters, byName, ({ name }) => forms.get(name) ?? form, text),
    isPaddingText:
      padding !== undefined &&
      isPaddingText({
        fallback: padding.fallback ?? comparedPadding(text, padding.name),
        ...(given ? { recorded: given } : {}),
      }),
  };
}

/** The own constructor of a class, or that of its base class in the text. */
function constructorOf(tree: PythonTree, { node, methods }: SourceClass): SourceFunction | undefined {
  const own = methods.find(({ name }) => name === '__init__');
  const [, base] = /^class\s+\w+\s*\(\s*(\w+)/.exec(tree.text(node)) ?? [];
  if (own || base === undefined) return own;
  const parent = definitionsOf(tree).classes.find(({ name }) => name === base);
  return parent?.node === node ? undefined : parent?.methods.find(({ name }) => name === '__init__');
}

/** The call of a constructor with these parameters: calls are recorded without the name of the class. */
function constructorCall(
  parameters: readonly SourceParameter[],
  calls: readonly RecordedCall[],
): RecordedCall | undefined {
  return calls.find(
    ({ name, args }) =>
      name === '__init__' && args.size === parameters.length + 1 && parameters.every((each) => args.has(each.name)),
  );
}

/** The form in which an argument was given; filters have the form of their layout, and a number as bias may be the default. */
function formRecorded(role: Role, value: ProgramValue | undefined): { readonly recorded?: ProgramValue } {
  const isOfLayout = role === 'filter' ? !isNestedList(value) : role === 'bias' && value?.kind === 'number';
  return value === undefined || value.kind === 'none' || isOfLayout ? {} : { recorded: value };
}

/** A number or a word as it was given. */
function plainSource(value: ProgramValue | undefined): string | undefined {
  if (value?.kind === 'number') return String(value.value);
  return value?.kind === 'text' ? JSON.stringify(value.value) : undefined;
}

/** `input_shape`: without the examples. */
export function shapeSource(layout: AxisLayout): string {
  return layout === 'NCHW' || layout === 'CHW' ? '(x.shape[3], x.shape[1], x.shape[2])' : 'x.shape[1:]';
}
