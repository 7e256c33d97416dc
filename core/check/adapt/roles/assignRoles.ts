/** Roles of the parameters of a function, from their names, the recorded arguments and their order. */
import type { CourseFunction } from '../../CourseFunction';
import { isBackward, isConvolution, isPooling } from '../../CourseFunction';
import type { ProgramValue } from '../../run/ProgramValue';
import type { SourceParameter } from '../../source/Definition';
import { acceptsValue } from './acceptsValue';
import { axisRole, outputRole } from './outputRoles';
import { haveOneWidth, isBorder, sideParameters } from './paddingParameters';
import { ORDER, PREFERRED } from './roleOrder';
import { rolesOf, type Role } from './roles';
import { givenSize, recordedShape } from './shapeRoles';

/** `isUnpacked`: whether the function unpacks a parameter, as it does with a cache. `isReplayed`: as in `outputRole`. Roles by parameter name; undefined where a parameter without default has no known role. */
export function assignRoles(
  operation: CourseFunction,
  parameters: readonly SourceParameter[],
  recorded?: ReadonlyMap<string, ProgramValue>,
  isUnpacked: (name: string) => boolean = () => true,
  isReplayed = false,
): Map<string, Role> | undefined {
  const sides = sideParameters(operation, parameters);
  if (!haveOneWidth(sides, recorded)) return undefined;
  const roles = new Map<string, Role>(sides.map((name) => [name, 'pad']));
  const used = new Set<Role>(roles.values());
  const open: SourceParameter[] = [];
  for (const parameter of parameters) {
    // `f(*images, k)`: one image.
    const isFirst = parameter.star === '*' && parameter === parameters[0];
    if ((parameter.star && !isFirst) || isBorder(parameter) || roles.has(parameter.name)) continue;
    // `padding=True`: whether there is one.
    if (/pad/i.test(parameter.name) && /^(?:True|False)$/.test(parameter.fallback ?? '')) continue;
    const given = namedRoles(operation, parameter.name, recorded?.get(parameter.name));
    const special =
      usedRole(operation, parameter, parameters, recorded) ??
      specialRole(operation, parameter, parameters, isReplayed, recorded) ??
      recordedShape(operation, parameter, recorded) ??
      givenSize(operation, parameter, parameters, recorded?.get(parameter.name), isUnpacked);
    // Weights and options may be two dictionaries.
    const isFree = (each: Role): boolean => !used.has(each) || each === 'options';
    const role = (special ?? given).find((each) => isFree(each) && fits(operation, each, parameter.name));
    // `boundary='constant'` of a convolution: no argument is known that fits better.
    const isFlag = role === 'cache' || (role === 'mode' && isConvolution(operation));
    if (role && !(isFlag && parameter.fallback !== undefined)) {
      roles.set(parameter.name, role);
      used.add(role);
    } else open.push(parameter);
  }
  for (const parameter of open) {
    const role = ORDER[operation].find(
      (candidate) =>
        !used.has(candidate) &&
        acceptsValue(candidate, recorded?.get(parameter.name)) &&
        !isUnneeded(candidate, used, operation, recorded?.get(parameter.name)) &&
        (candidate !== 'cache' || recorded !== undefined || isUnpacked(parameter.name)),
    );
    if (parameter.fallback !== undefined || parameter.star) {
      const optional = roleOfDefault(operation, parameter, open);
      if (optional && !used.has(optional) && acceptsValue(optional, recorded?.get(parameter.name))) {
        roles.set(parameter.name, optional);
        used.add(optional);
      }
      continue;
    }
    // The output of the layer next to its gradient has no role.
    if (!role || (isBackward(operation) && used.has('gradient') && /^outputs?$/i.test(parameter.name)))
      return undefined;
    roles.set(parameter.name, role);
    used.add(role);
  }
  return roles;
}

/** A number of an unknown name is the stride or the padding: a gradient needs no bias, and the filter has the size of the window. */
function isUnneeded(
  role: Role,
  used: ReadonlySet<Role>,
  operation: CourseFunction,
  value: ProgramValue | undefined,
): boolean {
  if (!isBackward(operation) || value?.kind !== 'number') return false;
  return role === 'bias' || (role === 'kernel' && used.has('filter'));
}

/** Roles of arguments with items under names. */
const DICTIONARIES: readonly (Role | undefined)[] = ['options', 'cache', 'gradients', 'output'];

/** A role that the use of a parameter shows, whatever its name means. */
function usedRole(
  operation: CourseFunction,
  parameter: SourceParameter,
  parameters: readonly SourceParameter[],
  recorded?: ReadonlyMap<string, ProgramValue>,
): readonly Role[] | undefined {
  if (isPaddingMode(operation, parameter, recorded)) return ['pad'];
  // `sv, sh`: vertical and horizontal; `sh` alone is that of the height.
  if (/^s_?[vh]$/i.test(parameter.name) && parameters.some(({ name }) => /^s_?v$/i.test(name)))
    return [/v$/i.test(parameter.name) ? 'stride' : 'strideCols'];
  if (isPooling(operation) && parameter.isCalled && rolesOf(parameter.name)[0] !== 'activation') return ['reducer'];
  // `p['w']`: a dictionary, whatever its name means; one that is written to has results.
  const isNamed = DICTIONARIES.includes(rolesOf(parameter.name, PREFERRED[operation])[0]);
  if (parameter.isKeyed && !parameter.isWritten && !isNamed) return ['options'];
  // `spec.kernel` next to the filter is its size.
  const { of } = parameter;
  const isOther = (each: SourceParameter): boolean => each.of?.parameter !== of?.parameter;
  if (of && isConvolution(operation) && /^(?:kernel|filter)$/.test(rolesOf(parameter.name, ['kernel'])[0] ?? '')) {
    if (parameters.some((each) => isOther(each) && rolesOf(each.name, PREFERRED[operation])[0] === 'filter'))
      return ['kernel'];
  }
  return undefined;
}

/** A role that the operation or the other parameters give, whatever the name alone means. */
function specialRole(
  operation: CourseFunction,
  parameter: SourceParameter,
  parameters: readonly SourceParameter[],
  isReplayed: boolean,
  recorded?: ReadonlyMap<string, ProgramValue>,
): readonly Role[] | undefined {
  const placed = placedRole(operation, parameter, parameters, isReplayed);
  if (placed && acceptsValue(placed, recorded?.get(parameter.name))) return [placed];
  if (operation === 'conv_forward' && /^f$/i.test(parameter.name) && parameter.fallback === undefined) {
    const others = parameters.flatMap((each) =>
      each === parameter ? [] : [rolesOf(each.name, PREFERRED[operation])[0]],
    );
    const isAlone = !others.includes('filter') && !others.includes('options');
    // An image `f(x, y)` and a filter `w(s, t)`; `conv(a, f)` needs a filter, whatever its size is.
    if (parameter === parameters[0] && !isAlone && !others.includes('input')) return ['input'];
    if (isAlone && others.includes('input') && acceptsValue('filter', recorded?.get(parameter.name))) return ['filter'];
  }
  // `convolve(a, b)`: nothing else can be the filter.
  const [, second, ...more] = parameters;
  if (operation === 'conv_forward' && parameter === second && more.length === 0 && /^b$/i.test(parameter.name)) {
    const isGiven = rolesOf(parameters[0]!.name, PREFERRED[operation])[0] === 'filter';
    if (!isGiven && acceptsValue('filter', recorded?.get(parameter.name))) return ['filter'];
  }
  // `f.shape` next to an image: a filter, not its size.
  const roleOfName = ({ name }: SourceParameter): Role | undefined => rolesOf(name, PREFERRED[operation])[0];
  if (isConvolution(operation) && parameter.isShaped && roleOfName(parameter) === 'kernel')
    return parameters.some((each) => roleOfName(each) === 'input') ? ['filter'] : undefined;
  // Of a pooling after the convolution: its default is kept.
  if (isConvolution(operation) && /^pool/i.test(parameter.name) && parameter.fallback !== undefined) return [];
  // `backward(self, d)`: nothing else can be the gradient.
  if (isBackward(operation) && parameter.name === 'd' && parameters.length === 1) return ['gradient'];
  // `size` of a frame: a padding has no window.
  if (operation === 'zero_pad' && rolesOf(parameter.name, PREFERRED[operation])[0] === 'kernel') {
    const isGiven = parameters.some(({ name }) => rolesOf(name, PREFERRED[operation])[0] === 'pad');
    if (!isGiven && acceptsValue('pad', recorded?.get(parameter.name))) return ['pad'];
  }
  if (operation === 'conv_backward' && /^d$/i.test(parameter.name) && parameter.fallback === undefined) {
    const isGiven = parameters.some(({ name }) => rolesOf(name, PREFERRED[operation])[0] === 'gradient');
    if (!isGiven && acceptsValue('gradient', recorded?.get(parameter.name))) return ['gradient'];
  }
  const isSized = parameters.some(({ name }) =>
    rolesOf(name, PREFERRED[operation]).some((role) => ['kernel', 'kernelRows', 'options', 'cache'].includes(role)),
  );
  if (!isPooling(operation) || isSized) return undefined;
  // `kernel` of a pooling has no weights: it is its size.
  return /^(?:p|kernel)$/i.test(parameter.name) && acceptsValue('kernel', recorded?.get(parameter.name))
    ? ['kernel']
    : undefined;
}

function placedRole(
  operation: CourseFunction,
  parameter: SourceParameter,
  parameters: readonly SourceParameter[],
  isReplayed: boolean,
): Role | undefined {
  const role = outputRole(operation, parameter, parameters, isReplayed) ?? axisRole(operation, parameter, parameters);
  if (role !== 'outputShape' || operation !== 'conv_backward') return role;
  // The result of a gradient of the input alone has the input's size.
  const isGiven = parameters.some(({ name }) =>
    ['input', 'inputShape', 'cache'].includes(rolesOf(name, PREFERRED[operation])[0] ?? ''),
  );
  return isGiven ? role : 'inputShape';
}

/** `mode='same'` of a convolution. */
function isPaddingMode(
  operation: CourseFunction,
  { name, fallback = '' }: SourceParameter,
  recorded?: ReadonlyMap<string, ProgramValue>,
): boolean {
  if (!isConvolution(operation)) return false;
  const value = recorded?.get(name);
  const text = value?.kind === 'text' ? value.value : fallback.replace(/["']/g, '');
  return /^(?:valid|same|full)$/i.test(text);
}

/** A number with the usual default of the stride, the padding or the window. */
function roleOfDefault(
  operation: CourseFunction,
  { name, fallback }: SourceParameter,
  open: readonly SourceParameter[],
): Role | undefined {
  if (/debug|verbose|axis|dilat|group|bias|seed|dtype|test|^pool/i.test(name)) return undefined;
  if (isConvolution(operation)) {
    // Of two numbers that are 0 the first is added, the second pads.
    const zeros = open.filter((each) => each.fallback === '0');
    if (fallback === '0') return zeros.length > 1 && zeros[0]!.name === name ? 'bias' : 'pad';
    return fallback === '1' ? 'stride' : undefined;
  }
  return isPooling(operation) && (fallback === '2' || fallback === '3') ? 'kernel' : undefined;
}

/** Roles that the name gives where the value allows them, else those that the value gives. */
function namedRoles(operation: CourseFunction, name: string, value: ProgramValue | undefined): Role[] {
  // `kernel_size` is not a filter, whatever its value is.
  const isSize = /size$/i.test(name);
  const [first, ...others] = rolesOf(name, PREFERRED[operation]).filter((role) => role !== 'filter' || !isSize);
  // `W_shape` of one plane: never the size of a window.
  const isPlane = first === 'filterShape' && others.length === 0 && value?.kind === 'sequence';
  if (first && (isPlane || acceptsValue(first, value))) return [first];
  // A name with two meanings: `k` is a filter or the size of one.
  const second = value ? others.filter((role) => acceptsValue(role, value)) : [];
  const plain = roleOfValue(value);
  return second.length > 0 ? second : plain ? [plain] : [];
}

/** Only kinds that leave one role. */
function roleOfValue(value: ProgramValue | undefined): Role | undefined {
  if (value?.kind === 'dictionary') return 'options';
  if (value?.kind === 'text') return 'mode';
  if (value?.kind === 'sequence' && value.items.some(({ kind }) => kind === 'array')) return 'cache';
  return undefined;
}

function fits(operation: CourseFunction, role: Role, name: string): boolean {
  // `F` is the filter: a window has no size of its own.
  if (operation === 'conv_single_step') return ORDER[operation].includes(role);
  if (role === 'filter' || role === 'bias') return isConvolution(operation);
  if (role === 'filterShape') return operation === 'conv_backward';
  if (role === 'inputShape' && /^(?:in(?:put)?|x|im(?:g|age))_?shape$/i.test(name)) return true;
  if (role === 'gradient' || role === 'inputShape') return isBackward(operation);
  if (role === 'dilation' || role === 'groups') return isConvolution(operation);
  if (role === 'shape' || role === 'value') return operation === 'distribute_value';
  // `mode='constant'` of a padding tells what is at the border.
  return role !== 'mode' || operation !== 'zero_pad';
}
