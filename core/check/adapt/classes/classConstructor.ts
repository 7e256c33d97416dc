/** The constructor of a class with forward and backward methods: its arguments, and the weights that it makes itself. */
import { isConvolution, isPooling, type CourseFunction } from '../../CourseFunction';
import type { FixedGeometry } from '../../cases/FixedGeometry';
import type { RecordedCall } from '../../run/Runner';
import { isNestedList, type ProgramValue } from '../../run/ProgramValue';
import type { SourceClass, SourceParameter } from '../../source/Definition';
import { definitionSource } from '../../source/definitionSource';
import type { PythonTree } from '../../source/PythonTree';
import type { AxisLayout } from '../Adapter';
import { joinedArguments } from '../arguments/adapterCall';
import { formOf, isWindowStride } from '../arguments/argumentForm';
import { argumentSource, isPaddingText, type ArgumentForm } from '../arguments/argumentSource';
import { axesOf, filterShapeSource, inputShapeSource } from '../layout/layouts';
import { shapeSource } from '../layout/shapeSource';
import {
  filterAxesRead,
  isEitherForm,
  isPairOfClass,
  isPairUnpacked,
  isQuadUnpacked,
  isTripleUnpacked,
} from '../arguments/pairs';
import { pairedOf } from '../arguments/pairedOf';
import { allowedRoles, roleByOrder, roleInConstructor } from './constructorRoles';
import { comparedPadding } from '../roles/paddingSides';
import { acceptsValue, areOptions } from '../roles/acceptsValue';
import { isLeftOut, roleOf, type Role } from '../roles/roles';
import { isOnlyAsked, standIn } from './standIn';
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
  /** Whether the text does not give one. */
  readonly hasStandIn: boolean;
  /** Whether only the order of the parameters tells what one means. */
  readonly isByOrder: boolean;
  readonly paired: ReturnType<typeof pairedOf>;
}

/** Roles of the constructor's parameters. */
export function constructorRoles(request: ClassRequest): ReadonlyMap<string, Role> {
  return constructorArguments(request).byName;
}

/** Arguments of the constructor. */
export function constructorArguments(request: ClassRequest): Construction {
  const reading = readingOf(request);
  const { form, parameters } = reading;
  const sources = new Map<string, string>();
  const byName = new Map<string, Role>();
  const forms = new Map<string, ArgumentForm>();
  let hasUnknown = false;
  let hasStandIn = false;
  let isByOrder = false;
  for (const parameter of parameters) {
    const { name, star, fallback } = parameter;
    if (star || isLeftOut(roleOf(name), fallback)) continue;
    const given = givenArgument(parameter, reading, [...byName.values()]);
    if (!given && fallback === undefined) {
      sources.set(name, `${name}=${standIn(reading.text, name, request.layout)}`);
      hasStandIn = true;
    }
    if (!given) continue;
    sources.set(name, `${name}=${given.source}`);
    if (given.role) byName.set(name, given.role);
    if (given.form) forms.set(name, given.form);
    hasUnknown ||= given.isUnknown === true;
    isByOrder ||= given.isGuessed === true;
  }
  return {
    args: joinedArguments(parameters, ({ name }) => [sources.get(name) ?? []].flat()),
    roles: [...byName.values()],
    byName,
    hasUnknown,
    hasStandIn,
    isByOrder,
    paired: pairedOf(
      parameters,
      byName,
      ({ name }) => forms.get(name) ?? form,
      definitionSource(request.tree, [request.definition.name]),
    ),
    isPaddingText: isPaddingGivenAsText(reading),
  };
}

/** What the text shows of a constructor. */
interface Reading {
  readonly request: ClassRequest;
  readonly form: ArgumentForm;
  readonly parameters: readonly SourceParameter[];
  readonly recorded: RecordedCall | undefined;
  /** Text of the class, and of its constructor where it has one. */
  readonly text: string;
  readonly ownText: string;
  readonly signature: Parameters<typeof roleInConstructor>[1];
}

function readingOf(request: ClassRequest): Reading {
  const { tree, definition, operation, layout, arePairs, calls = [] } = request;
  const init = definition.methods.find(({ name }) => name === '__init__');
  const parameters = init?.parameters.slice(1) ?? definition.fields ?? [];
  const recorded = constructorCall(parameters, calls);
  const text = tree.text(definition.node);
  const ownWeights = weightsAttribute(tree, definition, 'filter') !== undefined;
  return {
    request,
    form: formOf(tree, definition.node, operation, layout, arePairs),
    parameters,
    recorded,
    text,
    ownText: init ? tree.text(init.node) : text,
    signature: { operation, parameters, ownWeights, args: recorded?.args, isTurned: TURNED.test(text), text },
  };
}

/** `C, W, H = x.shape` */
const TURNED = /\bW(?:_?in)? *, *H(?:_?in)?\b[^\n]*= *[\w.]+\.shape/;

interface GivenArgument {
  readonly source: string;
  readonly role?: Role;
  readonly form?: ArgumentForm;
  /** As the text gives it, without a known meaning. */
  readonly isUnknown?: true;
  /** By its place alone, which no call of the text confirms. */
  readonly isGuessed?: true;
}

/** Undefined where the parameter keeps its default, or has none and no known role. `taken`: roles of those before it. */
function givenArgument(
  parameter: SourceParameter,
  reading: Reading,
  taken: readonly Role[],
): GivenArgument | undefined {
  const { name, fallback: written, type = '' } = parameter;
  const { request, form, parameters, recorded, text, signature } = reading;
  const { tree, definition, operation } = request;
  const takesPairs = parameters.some(({ fallback }) => /^[([]/.test(fallback ?? ''));
  // `strides=None` next to `pool_size=(2, 2)` means a pair.
  const fallback = takesPairs && written === 'None' ? '()' : (written ?? comparedPadding(text, name));
  const named = roleInConstructor(name, signature) ?? (areOptions(recorded?.args.get(name)) ? 'options' : undefined);
  const ordered = named || written !== undefined ? undefined : roleByOrder(name, signature, text, taken);
  const role = named ?? ordered;
  // `weights='glorot_uniform'`: how they are made.
  if ((role === 'filter' || role === 'bias') && /^["']/.test(fallback ?? '')) return undefined;
  // `bias=True`, `use_bias=False`: whether there is one.
  const isBias = role === 'bias' || /^(?:use|with|has|add)_?bias$/i.test(name);
  if (isBias && /^(?:True|False)$/.test(fallback ?? '')) return { source: 'True' };
  const shape = shapeArgument(name, role, reading);
  if (shape !== undefined) return { source: shape, ...(role && isPooling(operation) && { role }) };
  const isAllowed =
    role && [...allowedRoles(operation), 'input'].includes(role) && acceptsValue(role, recorded?.args.get(name));
  if (isAllowed && (!taken.includes(role) || role === 'optimizer')) {
    const own = {
      ...form,
      isUnpacked: /^tuple\[int, *int\]$/i.test(type) || isPairOfClass(tree, definition, name),
      isEither: isEitherForm(reading.ownText, name),
      isWindowStride: isWindowStride(form, parameter, text),
      ...(fallback === undefined ? {} : { fallback }),
      ...formRecorded(role, recorded?.args.get(name)),
      ...keysOf(recorded?.args.get(name)),
    };
    const isGuessed = ordered !== undefined && !recorded;
    return { source: argumentSource(role, own), role, form: own, ...(isGuessed && { isGuessed }) };
  }
  const plain = written === undefined ? plainSource(recorded?.args.get(name)) : undefined;
  // `if self.adam:` leads to what the layer does not have.
  if (!role && !plain && written === undefined && isOnlyAsked(text, name)) return { source: 'False' };
  return plain === undefined ? undefined : { source: plain, isUnknown: true };
}

/** The shape of the input or of the filters, where a parameter takes one. */
function shapeArgument(name: string, role: Role | undefined, reading: Reading): string | undefined {
  const { request, parameters, text, ownText } = reading;
  const { operation, layout } = request;
  // `np.random.rand(shape[0] * shape[1] * channels, filters)`
  if (name === 'shape' && new RegExp(`random[^\\n]*\\b${name}\\[1\\]`).test(ownText)) return '(kh, kw)';
  const isNamed = /shape/i.test(name) && role !== 'kernel' && role !== 'stride';
  const isInput = isNamed || (role !== 'kernel' && roleOf(name) === 'inputShape');
  const isRead = (axis: number): boolean => new RegExp(`(?<!\\w)${name}\\[${axis}\\]`).test(ownText);
  if (isInput && (isRead(3) || isQuadUnpacked(text, name))) return inputShapeSource(layout);
  const isOfFilter = role === 'kernel' && isConvolution(operation);
  const isTriple = (!isOfFilter && isTripleUnpacked(ownText, name)) || (isInput && isRead(2) && !isRead(3));
  // `self.input_size - self.filter_size`
  if (isInput && new RegExp(`\\b${name} *[-+/*]`).test(text)) return 'x.shape[1]';
  if (isInput && !isTriple && isPairUnpacked(ownText, name)) return '(x.shape[1], x.shape[2])';
  // `h, w, c = pool_shape`
  if (isTriple && role === 'kernel' && isPooling(operation))
    return axesOf(layout).input.endsWith('C') ? '(kh, kw, x.shape[3])' : '(x.shape[3], kh, kw)';
  if (isTriple || isInput) return isConvolution(operation) || isTriple ? shapeSource(layout) : inputShapeSource(layout);
  if (role !== 'kernel' || !isConvolution(operation)) return undefined;
  const hasCount = parameters.some((each) => roleOf(each.name) === 'outChannels');
  const axes = filterAxesRead(text, name, hasCount);
  return axes === undefined ? undefined : filterShapeSource(layout, axes);
}

function isPaddingGivenAsText({ request, parameters, recorded, text }: Reading): boolean {
  const padding = parameters.find(({ name }) => roleOf(name, allowedRoles(request.operation)) === 'pad');
  if (!padding) return false;
  const given = recorded?.args.get(padding.name);
  return isPaddingText({
    fallback: padding.fallback ?? comparedPadding(text, padding.name),
    ...(given ? { recorded: given } : {}),
  });
}

/** The call of a constructor with these parameters: calls are recorded without the name of the class. */
function constructorCall(
  parameters: readonly SourceParameter[],
  calls: readonly RecordedCall[],
): RecordedCall | undefined {
  return calls.find(
    ({ name, args }) =>
      name === '__init__' &&
      parameters.every((each) => args.has(each.name)) &&
      (parameters.some(({ of }) => of) || args.size === parameters.length + 1),
  );
}

/** The form in which an argument was given; filters have the form of their layout, and a number as bias may be the default. */
function formRecorded(role: Role, value: ProgramValue | undefined): { readonly recorded?: ProgramValue } {
  const isOfLayout = role === 'filter' ? !isNestedList(value) : role === 'bias' && value?.kind === 'number';
  return value === undefined || value.kind === 'none' || isOfLayout ? {} : { recorded: value };
}

/** Of a dictionary of options or weights: `Convolution({'W': w, 'b': b})`. */
function keysOf(value: ProgramValue | undefined): { readonly keys?: readonly string[] } {
  return value?.kind === 'dictionary' ? { keys: [...value.entries.keys()].map(String) } : {};
}

/** A number or a word as it was given. */
function plainSource(value: ProgramValue | undefined): string | undefined {
  if (value?.kind === 'number') return String(value.value);
  return value?.kind === 'text' ? JSON.stringify(value.value) : undefined;
}
