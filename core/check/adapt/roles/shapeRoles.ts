/** Shapes and sizes of several axes as arguments of gradients. */
import { isBackward, type CourseFunction } from '../../CourseFunction';
import type { ProgramValue } from '../../run/ProgramValue';
import type { SourceParameter } from '../../source/Definition';
import { acceptsValue } from './acceptsValue';
import { PREFERRED } from './roleOrder';
import { rolesOf, type Role } from './roles';

/** The shape of the input, which a gradient is called with under a name that tells nothing: as many sizes as the gradient has axes. */
export function recordedShape(
  operation: CourseFunction,
  { name }: SourceParameter,
  recorded: ReadonlyMap<string, ProgramValue> | undefined,
): readonly Role[] | undefined {
  const value = recorded?.get(name);
  const isFree = rolesOf(name).every((role) => role === 'inputShape' || role === 'shape');
  if (!isBackward(operation) || value?.kind !== 'sequence' || !isFree) return undefined;
  if (!value.items.every(({ kind }) => kind === 'number')) return undefined;
  const sizes = value.items.map((item) => (item.kind === 'number' ? item.value : 0)).join();
  const arrays = [...recorded!].flatMap(([key, each]) =>
    each.kind === 'array' && rolesOf(key, PREFERRED[operation])[0] !== 'gradient' ? [each.array] : [],
  );
  // Next to the input it is the shape of the filter.
  if (
    operation === 'conv_backward' &&
    value.items.length > 2 &&
    arrays.length === 1 &&
    arrays[0]!.shape.join() !== sizes
  )
    return ['filterShape'];
  if (rolesOf(name).length > 0) return undefined;
  const isAlike = [...recorded!.values()].some(
    (other) => other.kind === 'array' && other.array.shape.length === value.items.length && value.items.length > 1,
  );
  return isAlike ? ['inputShape'] : undefined;
}

/**
 * `size` of a gradient of the input, next to the filter, whose own size needs no argument; of a gradient of the filter, next to the
 * input: sizes of several axes.
 */
export function givenSize(
  operation: CourseFunction,
  { name }: SourceParameter,
  parameters: readonly SourceParameter[],
  value: ProgramValue | undefined,
  isUnpacked: (name: string) => boolean,
): readonly Role[] | undefined {
  const isSize = /^(?:(?:in_?|img_?|full_?)?size|hw|spatial\w*)$/i.test(name);
  const isOfFilter = /^(?:(?:w|weights?|kernel|filter)_?)?size$/i.test(name);
  if (operation !== 'conv_backward' || (!isSize && !isOfFilter)) return undefined;
  if (value ? value.kind !== 'sequence' : !isUnpacked(name)) return undefined;
  const has = (role: Role): boolean =>
    parameters.some((each) => each.name !== name && rolesOf(each.name, PREFERRED[operation])[0] === role);
  if (has('filter')) return isSize ? ['inputShape'] : undefined;
  return isOfFilter && has('input') && acceptsValue('filterShape', value) ? ['filterShape'] : undefined;
}
