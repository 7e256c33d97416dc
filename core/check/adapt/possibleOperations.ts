/** Operations that a function may implement, where its name does not tell. */
import { isBackwardName, isOtherLayer } from './guessOperation';
import { roleOf, type Role } from './roles/roles';
import type { CourseFunction } from '../CourseFunction';
import { asArray } from '../run/ProgramValue';
import type { RecordedCall } from '../run/Runner';
import type { SourceFunction } from '../source/Definition';

/** What a function needs that makes a larger array. */
const MAKES_ARRAYS = /pad|zeros|full|empty|ones|insert|concat|stack|append|block|\[\s*0(?:\.0?)?\s*\]/;

/** By its parameters and the text's calls. */
export function possibleOperations(
  { name, parameters }: SourceFunction,
  text: string,
  calls: readonly RecordedCall[],
): CourseFunction[] {
  if (isOtherLayer(name) || COMPARISON.test(name)) return [];
  const isGradient = isBackwardName(name) || parameters.some((parameter) => roleOf(parameter.name) === 'gradient');
  if (takesFilterAndStep(parameters, calls)) return [isGradient ? 'conv_backward' : 'conv_forward'];
  if (isGradient) return ['conv_backward', 'pool_backward'];
  // A step of training calls gradients; a layer does not.
  if ([...text.matchAll(/(?<![\w.])\w+(?=\()/g)].some(([called]) => isBackwardName(called))) return [];
  const isMask = COMPARES.test(text) && !/\bexp\(/.test(text);
  return [
    'conv_forward',
    'pool_forward',
    ...(MAKES_ARRAYS.test(text) ? (['zero_pad'] as const) : []),
    ...(isMask ? (['create_mask_from_window'] as const) : []),
  ];
}

/** Of a function that the text does not call, such as `forward(x, kernels, stride)`: a filter or a window next to a step. */
export function namedOperations({ name, parameters }: SourceFunction, text: string): CourseFunction[] {
  const roles = parameters.map((each) => roleOf(each.name, ['gradient', 'kernel']));
  const isGiven = roles.includes('input') && (roles.includes('stride') || roles.includes('pad'));
  if (isOtherLayer(name) || !isGiven || !/\bfor\b|einsum|tensordot|strides/.test(text)) return [];
  const isGradient = roles.includes('gradient');
  if (roles.includes('filter')) return [isGradient ? 'conv_backward' : 'conv_forward'];
  const isPooling = roles.includes('kernel') && /max|mean/.test(text);
  return isPooling ? [isGradient ? 'pool_backward' : 'pool_forward'] : [];
}

/** `baseline(image, kernel)`, with a loop and nothing else. */
export function takesImageAndFilter({ name, parameters }: SourceFunction, text: string): boolean {
  const [image, filter, ...others] = parameters;
  const isGiven = roleOf(image?.name ?? '') === 'input' && /^(?:kernels?|filters?|mask)$/i.test(filter?.name ?? '');
  return isGiven && others.length === 0 && !isOtherLayer(name) && /\bfor\b/.test(text);
}

/** `forward(A, W, b, stride, pad)` with an array of filters: of the layers only a convolution has both. */
function takesFilterAndStep(parameters: SourceFunction['parameters'], calls: readonly RecordedCall[]): boolean {
  const named = (...roles: Role[]): string[] =>
    parameters.flatMap(({ name }) => (roles.includes(roleOf(name) ?? 'label') ? [name] : []));
  const filters = named('filter');
  if (named('stride', 'pad').length === 0) return false;
  return calls.some(({ args }) => filters.some((name) => (asArray(args.get(name))?.shape.length ?? 0) > 2));
}

/** What the cells of a course compare results with. */
const COMPARISON = /error|numeric/i;

/** A mask compares with a maximum, or sets the cell of one. */
const COMPARES = /==|>=|<=|\b(?:arg_?max|isclose|equal|greater_equal|where|nonzero|argwhere)\(/;
