/** The case that values of known roles describe. */
import { ndarray, type NdArray } from '../../../array/NdArray';
import { attempt, formatMessage, msg, type Message } from '../../../message';
import { gradientShape } from '../../cases/expected';
import type { LayerCase } from '../../cases/LayerCase';
import { isBackward, isConvolution, type CourseFunction } from '../../CourseFunction';
import type { RecordedCall } from '../../run/Runner';
import { asArray, asLineArray, numberOf, numberValue, type ProgramValue } from '../../run/ProgramValue';
import type { AxisLayout } from '../Adapter';
import { asLine } from '../../cases/lines';
import { sidesAsInTensorFlow } from '../../cases/sides';
import type { FixedGeometry } from '../../cases/FixedGeometry';
import { filterOfSize, zerosOfShape, zerosOfSizes } from './impliedArrays';
import { isDepthwise, isLine, toChannelsLast, toFilter } from '../layout/layouts';
import { bothOf, pair } from './numbersOf';
import { sidesOfValue } from '../roles/paddingSides';
import type { Role } from '../roles/roles';

/** The values of a call by the role of the parameter. */
export type ValuesByRole = Map<Role, ProgramValue>;

/** `recorded`: the call that the case is named after. */
export function caseOfRoles(
  operation: CourseFunction,
  layout: AxisLayout,
  values: ReadonlyMap<Role, ProgramValue>,
  recorded: RecordedCall,
  fixed: FixedGeometry = {},
  text = '',
): LayerCase | undefined {
  const found = new Map(values);
  if (fixed.kernel !== undefined && !found.has('kernel')) found.set('kernel', numberValue(fixed.kernel));
  const layerCase = caseOf(operation, layout, found, callLabel(recorded), text);
  const input = found.get('input');
  const filter = found.get('filter');
  const isByte = input?.kind === 'array' && input.isByte === true && !/clip/.test(text) && !RETURNS_BYTES.test(text);
  const isInteger = isByte || (input?.kind === 'array' && input.integer && TYPE_OF_INPUT.test(text));
  const whole = layerCase && withFixed(layerCase, fixed);
  if (!whole || !hasOutputOf(found.get('output'), whole, layout)) return undefined;
  return {
    ...(isLine(layout) && whole.x ? asLine(whole) : whole),
    ...(isInteger && { isInteger: true as const, ...(isByte && { isByte: true as const }) }),
    ...(isByte && filter?.kind === 'array' && filter.isByte && { hasByteFilter: true as const }),
  };
}

/** Whether the array to which the result is written has the shape of the result. */
function hasOutputOf(output: ProgramValue | undefined, layerCase: LayerCase, layout: AxisLayout): boolean {
  const given = isLine(layout) ? asLineArray(output) : asArray(output);
  if (!given) return true;
  const shape = attempt(() => gradientShape(layerCase));
  return String(toChannelsLast(given, layout)?.shape) === String(shape);
}

/** A result that is converted to bytes is cut off at 256 on purpose. */
export const RETURNS_BYTES = /\breturn\b[^\n]*uint8|=[^\n]*(?:clip|round|rint)[^\n]*uint8|astype\([^)\n]*uint8/;

/** A result that takes the type of the input cuts off the fractions of its values where that is an integer. */
const TYPE_OF_INPUT = /dtype\s*=\s*\w+\.dtype|_like\(|\.copy\(\)|astype/;

function withFixed(layerCase: LayerCase, { stride, pad, mode }: FixedGeometry): LayerCase {
  const [rows, cols] = layerCase.kernel;
  const padRows = paddingOf(rows, pad, layerCase.pad);
  const padCols = paddingOf(cols, pad, layerCase.padCols ?? layerCase.pad);
  return {
    ...layerCase,
    stride: stride === 'kernel' ? rows : (stride ?? layerCase.stride),
    pad: padRows,
    ...(padCols !== padRows && { padCols }),
    mode: mode ?? layerCase.mode,
  };
}

function paddingOf(rows: number, pad: FixedGeometry['pad'], own: number): number {
  switch (pad) {
    case 'same':
      return Math.floor((rows - 1) / 2);
    case 'full':
      return rows - 1;
    case 'text':
    case undefined:
      return own;
    default:
      return pad;
  }
}

function callLabel({ name }: Pick<RecordedCall, 'name'>): Message {
  return msg('your call of {0}', name);
}

/** Whether the label of a case is that of the user's call of the function. */
export function isOwnCall(label: Message, name: string): boolean {
  return formatMessage(label) === formatMessage(callLabel({ name }));
}

function caseOf(
  operation: CourseFunction,
  layout: AxisLayout,
  found: ValuesByRole,
  label: Message,
  text: string,
): LayerCase | undefined {
  const stride = numberOf(found.get('stride')) ?? 1;
  const strideCols = numberOf(found.get('strideCols')) ?? numberOf(found.get('stride'), 1) ?? stride;
  const padding = found.get('pad');
  const sides = sidesOfValue(padding, text);
  if (!sides && !isSameOnAllSides(padding)) return undefined;
  const pad = numberOf(padding) ?? 0;
  const padCols = numberOf(found.get('padCols')) ?? numberOf(padding, 1) ?? pad;
  const named = found.get('mode');
  const reducer = found.get('reducer');
  const word = named?.kind === 'text' ? named.value : reducer?.kind === 'other' ? reducer.description : '';
  const mode = /av|mean/i.test(word) ? 'average' : 'max';
  if (reducer && !/mean|average|max/i.test(word)) return undefined;
  const dilation = numberOf(found.get('dilation')) ?? 1;
  const groups = numberOf(found.get('groups')) ?? 1;
  const base = {
    operation,
    label,
    stride,
    pad,
    mode,
    ...(strideCols !== stride && { strideCols }),
    ...(padCols !== pad && { padCols }),
    ...(sides && { sides }),
    ...(dilation > 1 && { dilation }),
    ...(groups > 1 && { groups }),
  } as const;
  const arrayIn = isLine(layout) ? asLineArray : asArray;
  const input = arrayIn(found.get('input')) ?? zerosOfShape(found.get('inputShape'));
  if (isHelper(operation)) return helperCase(operation, found, base, input, arrayIn);
  const x = input ? toChannelsLast(input, layout) : zerosOfSizes(found, layout);
  if (!x) return undefined;
  if (operation === 'zero_pad') return { ...base, kernel: [1, 1], x };
  const layerCase = layerCaseOf(operation, layout, found, { ...base, x });
  return layerCase && padding?.kind === 'text' ? withWordedPadding(layerCase, padding.value, layout) : layerCase;
}

/** The course's functions of one window. */
type HelperOperation = Exclude<
  CourseFunction,
  'zero_pad' | 'conv_forward' | 'conv_backward' | 'pool_forward' | 'pool_backward'
>;

function isHelper(operation: CourseFunction): operation is HelperOperation {
  return !/^(?:zero_pad|(?:conv|pool)_(?:forward|backward))$/.test(operation);
}

function helperCase(
  operation: HelperOperation,
  found: ValuesByRole,
  base: Omit<LayerCase, 'kernel'>,
  input: NdArray | undefined,
  arrayIn: typeof asArray,
): LayerCase | undefined {
  switch (operation) {
    case 'distribute_value': {
      const value = numberOf(found.get('value'));
      const shape = pair(found.get('shape'));
      return value === undefined || !shape ? undefined : { ...base, kernel: shape, value };
    }
    case 'create_mask_from_window':
      return input?.shape.length === 2 ? { ...base, kernel: [input.shape[0]!, input.shape[1]!], x: input } : undefined;
    case 'conv_single_step': {
      const w = arrayIn(found.get('filter'));
      const b = arrayIn(found.get('bias'));
      if (!input || w?.data.length !== input.data.length || !b) return undefined;
      // One number, or in the course's first edition one for each of the filter.
      if (b.data.length !== 1 && b.data.length !== w.data.length) return undefined;
      return { ...base, kernel: [input.shape[0] ?? 1, input.shape[1] ?? 1], x: input, w, b };
    }
  }
}

/** `padding='same'`: the sides as the text's own layer has them; other words have no case. */
function withWordedPadding(layerCase: LayerCase, word: string, layout: AxisLayout): LayerCase | undefined {
  if (/valid/i.test(word)) return layerCase;
  if (!/same/i.test(word)) return undefined;
  const { operation, stride, strideCols = stride } = layerCase;
  const [rows, cols] = layerCase.kernel;
  const isSquare = rows === cols || isLine(layout);
  const isSymmetric = stride === 1 && strideCols === 1 && cols % 2 === 1 && isSquare;
  if (!isSymmetric && !isBackward(operation)) {
    // The driver passes 'same' where there is padding.
    const { padCols: _, ...rest } = { ...layerCase, pad: 1 };
    return { ...rest, sides: sidesAsInTensorFlow(rest) };
  }
  if (!isSquare || cols % 2 === 0) return undefined;
  return { ...layerCase, pad: (cols - 1) / 2 };
}

function layerCaseOf(
  operation: CourseFunction,
  layout: AxisLayout,
  found: ValuesByRole,
  base: Omit<LayerCase, 'kernel'>,
): LayerCase | undefined {
  const arrayIn = isLine(layout) ? asLineArray : asArray;
  const gradientArray = arrayIn(found.get('gradient'));
  const gradient = gradientArray && toChannelsLast(gradientArray, layout);
  if (isBackward(operation) && !gradient) return undefined;
  const withGradient = isBackward(operation) ? { ...base, gradient } : base;
  if (!isConvolution(operation)) {
    const rows = found.get('kernelRows');
    const kernel = pair(found.get('kernel')) ?? bothOf(rows, found.get('kernelCols') ?? rows);
    return kernel && { ...withGradient, kernel };
  }
  const filter = arrayIn(found.get('filter')) ?? zerosOfShape(found.get('filterShape'));
  const w = filter ? toFilter(filter, layout) : filterOfSize(found, base, gradient);
  if (!w) return undefined;
  const channels = base.x!.shape[3]!;
  const groups = isDepthwise(layout) ? channels : (base.groups ?? 1);
  if (w.shape[2]! * groups !== channels || w.shape[3]! % groups !== 0) return undefined;
  // Of two signals the longer one is the input: `np.convolve` exchanges them.
  const [, height = 1, width = 1] = base.x!.shape;
  if (isLine(layout) && w.shape[0]! * w.shape[1]! > height * width) return undefined;
  const bias = asLineArray(found.get('bias'));
  // Filters on another axis than usual must be as many as the bias has values.
  if (bias && bias.data.length > 1 && bias.data.length !== w.shape[3] && layout.includes('-')) return undefined;
  const b = flatBias(bias, w.shape[3]!);
  const variant = groups > 1 ? { groups } : {};
  return { ...withGradient, ...variant, w, ...(b ? { b } : {}), kernel: [w.shape[0]!, w.shape[1]!] };
}

/** Of a bias with a number for each cell of the output one number for each filter. */
function flatBias(b: NdArray | undefined, filters: number): NdArray | undefined {
  const isWhole = b !== undefined && b.data.length > 0 && b.data.length % filters === 0;
  return isWhole ? ndarray([1, 1, 1, filters], b.data.slice(0, filters)) : undefined;
}

/** Of four sides, whose order the values do not tell, all have the same number of cells. */
function isSameOnAllSides(padding: ProgramValue | undefined): boolean {
  if (padding?.kind !== 'sequence' || padding.items.length !== 4) return true;
  return padding.items.every((_, k) => numberOf(padding, k) === numberOf(padding));
}
