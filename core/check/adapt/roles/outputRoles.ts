/** Roles of parameters that give the result's array, its sizes, or one of the two axes: `out`, `out_h`, `s0` next to `s1`. */
import { isBackward, isConvolution, isPooling, type CourseFunction } from '../../CourseFunction';
import type { SourceParameter } from '../../source/Definition';
import { KEPT } from './returnedResults';
import { gradientRole } from './writtenGradients';
import { rolesOf, type Role } from './roles';

/**
 * Undefined for a parameter of another kind. The first one is the input, unless another one has its name. `isReplayed`: of a
 * gradient that also gets what its forward function kept, such as the positions of the maxima.
 */
export function outputRole(
  operation: CourseFunction,
  parameter: SourceParameter,
  parameters: readonly SourceParameter[],
  isReplayed: boolean,
): Role | undefined {
  if (!isConvolution(operation) && !isPooling(operation)) return undefined;
  const { name, isWritten } = parameter;
  const isOutput = KEPT.output.test(name) || rolesOf(name).length === 0;
  const isOther = parameters.some((each) => each !== parameter && rolesOf(each.name).includes('input'));
  if (isWritten && isOutput && !isBackward(operation) && (isOther || parameters[0] !== parameter)) return 'output';
  const sizes = [...SIZES, ...inputSizes(operation, parameters, isReplayed)];
  return gradientRole(operation, parameter, parameters) ?? sizes.find(([, pattern]) => pattern.test(name))?.[0];
}

const SIZES: readonly (readonly [Role, RegExp])[] = [
  ['outputShape', /^(?:out(?:put)?|result|target)_?(?:shape|size|dims?|hw)$/i],
  ['outputRows', /^(?:(?:out(?:put)?|o)_?(?:h|height|rows)|(?:h|height|rows)_?out(?:put)?)$/i],
  ['outputCols', /^(?:(?:out(?:put)?|o)_?(?:w|width|cols)|(?:w|width|cols)_?out(?:put)?)$/i],
];

/** Of the input of a gradient; one spatial axis has a length. */
const INPUT_SIZES: typeof SIZES = [
  [
    'inputRows',
    /^(?:H|(?:in(?:put)?|x|img|image|orig)_?(?:h|height|rows)|h_?in|height|(?:n_?)?rows|alto|altura|h(?:ö|oe)he|hauteur|filas|zeilen|gao)$/,
  ],
  [
    'inputCols',
    /^(?:W|(?:in(?:put)?|x|img|image|orig)_?(?:w|width|cols|len(?:gth)?)|w_?in|width|(?:n_?)?cols|length|ancho|anchura|breite|largeur|columnas|spalten|kuan)$/,
  ],
];

/** Of a gradient that gets neither the input nor its shape, and whose window is known or not needed. */
function inputSizes(
  operation: CourseFunction,
  parameters: readonly SourceParameter[],
  isReplayed: boolean,
): readonly (readonly [Role, RegExp])[] {
  const isGiven = parameters.some(
    ({ name }) =>
      !INPUT_SIZES.some(([, pattern]) => pattern.test(name)) &&
      rolesOf(name, ['gradient']).some((role, k) => k === 0 && /^(?:input|inputShape|cache)$/.test(role)),
  );
  return isBackward(operation) && !isGiven && (isConvolution(operation) || isReplayed || parameters.some(isWindow))
    ? INPUT_SIZES
    : [];
}

/** Strides, paddings and sizes of the window of both axes under short names: `s0, s1`, `pr, pc`, `dy, dx` of a forward function. */
export function axisRole(
  operation: CourseFunction,
  { name }: SourceParameter,
  parameters: readonly SourceParameter[],
): Role | undefined {
  const sides = ['height', 'width'].map((side) => parameters.findIndex((each) => each.name === side));
  // Of a pooling without another window.
  if (operation === 'pool_forward' && sides.every((k) => k > 0) && !parameters.some(isWindow))
    if (/^(?:height|width)$/.test(name)) return name === 'width' ? 'kernelCols' : 'kernelRows';
  const [, what = '', axis = ''] = /^([spkd])_?([0hry1wcx])$/i.exec(name) ?? [];
  const place = AXES.findIndex((letters) => letters.includes(axis.toLowerCase()));
  const pair = AXES[place];
  if (!pair) return undefined;
  const twin = [...pair].find((letter) => letter !== axis.toLowerCase())!;
  const has = (wanted: RegExp): boolean => parameters.some((each) => wanted.test(each.name));
  if (!has(new RegExp(`^${what}_?${twin}$`, 'i'))) return undefined;
  const isCols = pair.indexOf(axis.toLowerCase()) === 1;
  switch (what.toLowerCase()) {
    case 's':
      return isCols ? 'strideCols' : 'stride';
    case 'k':
      return isCols ? 'kernelCols' : 'kernelRows';
    case 'p':
      // Of a pooling without another window.
      if (isPooling(operation) && !has(/^k|size|window/i)) return isCols ? 'kernelCols' : 'kernelRows';
      return isCols ? 'padCols' : 'pad';
    default:
      // Gradients have the same names.
      if (isBackward(operation) || !'yx'.includes(axis.toLowerCase()) || has(/^s|step/i)) return undefined;
      return isCols ? 'strideCols' : 'stride';
  }
}

function isWindow({ name }: SourceParameter): boolean {
  return rolesOf(name).some((role) => role === 'kernel' || role === 'kernelRows');
}

/** Names of rows, then of columns. */
const AXES: readonly string[] = ['01', 'hw', 'rc', 'yx'];
