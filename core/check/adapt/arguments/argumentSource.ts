/** Python source of the argument for a role. */
import { isPooling, type CourseFunction } from '../../CourseFunction';
import { isArrayList, isFlatList, isNestedList, type ProgramValue } from '../../run/ProgramValue';
import type { PythonTree } from '../../source/PythonTree';
import { NUMBER_BIAS, TENSOR, type AxisLayout, type Support } from '../Adapter';
import { isPair } from './pairs';
import { sidesSource, type SideOrder } from '../roles/paddingSides';
import {
  activationSource,
  axesOf,
  isLine,
  filterSource,
  gradientSource,
  filterShapeSource,
  inputShapeSource,
} from '../layout/layouts';
import { roleOf, type Role } from '../roles/roles';
import { gradientArgument } from '../roles/writtenGradients';

export interface ArgumentForm {
  readonly operation: CourseFunction;
  readonly layout: AxisLayout;
  /** Keys of a dictionary of options, where the text or a recorded call shows them. */
  readonly keys?: readonly string[];
  /** Other keys that the function reads. */
  readonly readKeys?: readonly string[];
  /** What the text calls the two modes. */
  readonly modes: readonly [max: string, average: string];
  /** The recorded argument: its form is kept. */
  readonly recorded?: ProgramValue | undefined;
  /** Source of the default value. */
  readonly fallback?: string;
  /** The text adds the bias to the product of the filters and the columns of windows: `W @ X_col + b`. */
  readonly isColumnBias?: boolean;
  /** The text gives the bias of one filter as a number: `b[f]`. */
  readonly isNumberBias?: boolean;
  /** The text reads one number of the bias with one index: `b[f]`. */
  readonly isFlatBias?: boolean;
  /** Source of the activation that leaves the values as they are, or of the only one that the text names. */
  readonly activation?: string;
  /** The text calls `rng.randn`, which a Generator does not have. */
  readonly isRandomState?: boolean;
  /** A stride that is left out is the size of the window. */
  readonly isWindowStride?: boolean;
  /** The text unpacks the argument into two: `sh, sw = stride`. */
  readonly isUnpacked?: boolean;
  /** How the text takes the padding of each side. */
  readonly sides?: SideOrder | undefined;
  /** The text takes a number or a pair. */
  readonly isEither?: boolean;
  /** The function computes with tensors of PyTorch. */
  readonly areTensors?: boolean;
  /** Whether sizes, strides and paddings are pairs, where a run with the other form ended with an error. */
  readonly arePairs?: boolean;
}

const OPTION_KEYS = ['stride', 'pad', 'f', 'pool_height', 'pool_width', 'kernel_size', 'padding', 'mode'];

/** Sources that are the same in every form. */
const FIXED = {
  strideCols: 'sc',
  padCols: 'pc',
  groups: 'groups',
  kernelRows: 'kh',
  kernelCols: 'kw',
  shape: '(kh, kw)',
  value: 'value',
  reducer: '{"max": _lens_np.max, "average": _lens_np.mean}[mode]',
  outputRows: 'g.shape[1]',
  outputCols: 'g.shape[2]',
  inputRows: 'x.shape[1]',
  inputCols: 'x.shape[2]',
  inChannels: 'x.shape[3]',
  outChannels: 'w.shape[3]',
  rate: '1.0',
  examples: 'x.shape[0]',
  cache: 'cache',
  training: 'True',
  label: '"layer"',
  seed: '0',
  decay: '0.0',
  optimizer: '_LensOptimizer()',
} as const satisfies Partial<Record<Role, string>>;

function isFixed(role: Role): role is keyof typeof FIXED {
  return role in FIXED;
}

const TENSORS: readonly Role[] = ['input', 'filter', 'bias', 'gradient'];

export function argumentSource(role: Role, form: ArgumentForm): string {
  const { areTensors, ...given } = form;
  return areTensors && TENSORS.includes(role) ? `${TENSOR}(${argumentSource(role, given)})` : sourceOf(role, form);
}

function sourceOf(role: Role, form: ArgumentForm): string {
  if (isFixed(role)) return FIXED[role];
  const isWindow = form.operation === 'conv_single_step' || form.operation === 'create_mask_from_window';
  switch (role) {
    case 'input':
      return listed(isWindow ? 'x.copy()' : activationSource('x', form.layout), form);
    case 'filter':
      return isArrayList(form.recorded)
        ? `list(${filterSource(form.layout)})`
        : listed(isWindow ? 'w.copy()' : filterSource(form.layout), form);
    case 'bias':
      return biasSource(form);
    case 'gradient':
      return listed(gradientSource('g', form.layout), form);
    case 'stride':
      return form.isWindowStride ? `(None if (s, sc) == (kh, kw) else ${strideSource(form)})` : strideSource(form);
    case 'pad':
      if (isPaddingText(form)) return paddingText(form);
      if (isLine(form.layout)) return isSingle(form) ? '(pc,)' : 'pc';
      if (form.sides) return sidesSource(form.sides);
      if (isPerSide(form)) return '(p, p, p, p)';
      return isPair(form) ? '(p, pc)' : 'p';
    case 'dilation':
      // A default of 0 counts the cells between two cells of the window.
      if (form.fallback === '0') return 'd - 1';
      return isPair(form) ? '(d, d)' : 'd';
    case 'inputShape':
      return isPairOfSizes(form) ? '(x.shape[1], x.shape[2])' : inputShapeSource(form.layout);
    case 'output':
      return `(_out := ${listed(gradientSource('g', form.layout), form)})`;
    case 'inputGradient':
    case 'filterGradient':
    case 'biasGradient':
    case 'gradients':
      return gradientArgument(role, form.readKeys, (each) => argumentSource(each, { ...form, recorded: undefined }));
    case 'outputShape':
      if (form.recorded?.kind === 'number') return 'g.shape[1]';
      return isPairOfSizes(form) ? '(g.shape[1], g.shape[2])' : `_lens_np.shape(${gradientSource('g', form.layout)})`;
    case 'filterShape':
      return filterShapeSource(form.layout, 4);
    case 'kernel':
      if (isLine(form.layout)) return isSingle(form) ? '(kw,)' : 'kw';
      return isPair(form) ? '(kh, kw)' : 'kh';
    case 'mode':
      return modeSource(form);
    case 'options':
      return optionsSource(form);
    case 'activation':
      return form.activation ?? '(lambda value: value)';
    case 'generator':
      return form.isRandomState ? '_lens_np.random.RandomState(0)' : '_lens_np.random.default_rng(0)';
    case 'fill':
      // The maximum of a window ignores the padding.
      return isPooling(form.operation) ? '(-_lens_np.inf if mode == "max" else 0.0)' : '0.0';
  }
}

function strideSource(form: ArgumentForm): string {
  if (isLine(form.layout)) return isSingle(form) ? '(sc,)' : 'sc';
  return isPair(form) ? '(s, sc)' : 's';
}

/** A function that was called with lists gets lists. */
function listed(source: string, { recorded, layout }: ArgumentForm): string {
  return isNestedList(recorded) || (isLine(layout) && isFlatList(recorded)) ? `${source}.tolist()` : source;
}

/** Source of a dictionary of options. */
export function optionsSource(form: ArgumentForm): string {
  const keys = form.keys && form.keys.length > 0 ? form.keys : new Set([...OPTION_KEYS, ...(form.readKeys ?? [])]);
  const entries = [...keys].flatMap((key) => {
    const role = roleOf(key, ['kernelRows', 'kernelCols', 'kernel', 'stride', 'pad', 'mode']);
    const isTaken = role && (OPTION_ROLES.includes(role) || WEIGHTS.includes(role));
    if (!isTaken) return [];
    return [`${JSON.stringify(key)}: ${argumentSource(role, { ...form, recorded: undefined, fallback: undefined })}`];
  });
  return `{${entries.join(', ')}}`;
}

/** `params['W']`, `batch['data']` */
const WEIGHTS: readonly Role[] = ['filter', 'bias', 'input'];

const OPTION_ROLES: readonly Role[] = [
  'kernelRows',
  'kernelCols',
  'kernel',
  'stride',
  'pad',
  'mode',
  'inChannels',
  'outChannels',
  'dilation',
  'groups',
];

/** One number for all filters that is 0: no bias. */
export function isZero(value: ProgramValue | undefined): boolean {
  return value?.kind === 'number' && value.value === 0;
}

function biasSource({ operation, layout, recorded, isColumnBias, isNumberBias, isFlatBias }: ArgumentForm): string {
  if (recorded?.kind === 'array') {
    const { shape } = recorded.array;
    if (shape.length === 0) return 'b.reshape(())';
    if (shape.filter((extent) => extent > 1).length > 1)
      return operation === 'conv_single_step' ? 'b.copy()' : cellBiasSource(layout, shape.length);
    return `b.reshape(${shape.map((extent) => (extent === recorded.array.data.length ? '-1' : '1')).join(', ')})`.replace(
      /-1(?=.*-1)/g,
      '1',
    );
  }
  if (isZero(recorded)) return '0.0';
  if (isColumnBias && !recorded) return 'b.reshape(-1, 1)';
  if (recorded?.kind === 'number' || isNumberBias || !axesOf(layout).output.includes('C')) return NUMBER_BIAS;
  if (isFlatBias) return 'b.reshape(-1)';
  return layout.startsWith('NHWC') || operation === 'conv_single_step' ? 'b.copy()' : 'b.reshape(-1)';
}

/** A number for each cell of the output of one example: the same in all cells of a filter. */
function cellBiasSource(layout: AxisLayout, axes: number): string {
  const source = gradientSource('(g * 0 + b)', layout);
  return axes < axesOf(layout).output.length ? `${source}[0]` : source;
}

function modeSource({ modes: [max, average] }: ArgumentForm): string {
  if (max === 'max' && average === 'average') return 'mode';
  return `{"max": ${JSON.stringify(max)}, "average": ${JSON.stringify(average)}}[mode]`;
}

interface PaddingForm {
  readonly recorded?: ProgramValue | undefined;
  readonly fallback?: string | undefined;
}

/** `padding='same'` */
export function isPaddingText({ recorded, fallback }: PaddingForm): boolean {
  if (recorded) return recorded.kind === 'text';
  return /^["'](?:valid|same)["']$/i.test(fallback ?? '');
}

/** What a text supports whose padding is given by name: without 'same', its other names are not that of a padding here. */
export function namedPadding({ source }: PythonTree): Pick<Support, 'isPaddingText' | 'isSameOfStride' | 'pad'> {
  if (!/["']same/i.test(source)) return { pad: 0 };
  return { isPaddingText: true, ...(TOTAL.test(source) && { isSameOfStride: true }) };
}

/** `max((out - 1) * stride + k - size, 0)` */
const TOTAL = /\(\w+ *- *1\) *\* *[\w.[\]]+ *\+ *[^\n]*-[^\n]*\b0\b/;

/** A padding by name, in the case of letters that the text uses: `'SAME'`. */
function paddingText({ recorded, fallback, layout }: ArgumentForm): string {
  const pad = isLine(layout) ? 'pc' : 'p';
  const written = recorded?.kind === 'text' ? recorded.value : (fallback ?? '').slice(1, -1);
  return written === written.toUpperCase() ? `("SAME" if ${pad} else "VALID")` : `("same" if ${pad} else "valid")`;
}

/** `pad=(top, bottom, left, right)`, in an order that the text alone tells. */
export function isPerSide({ recorded, fallback = '' }: Pick<ArgumentForm, 'recorded' | 'fallback'>): boolean {
  if (recorded) return recorded.kind === 'sequence' && recorded.items.length === 4;
  return /^[([](?:[^,()[\]]+,){3}[^,()[\]]+,?[)\]]$/.test(fallback);
}

/** `H, W = size`: rows and columns alone. */
function isPairOfSizes({ recorded, isUnpacked }: ArgumentForm): boolean {
  return recorded?.kind === 'sequence' ? recorded.items.length === 2 : isUnpacked === true;
}

/** `kernel_size=(3,)` */
function isSingle({ recorded }: ArgumentForm): boolean {
  return recorded?.kind === 'sequence' && recorded.items.length === 1;
}
