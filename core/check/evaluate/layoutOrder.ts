/** The orders of axes that a function may have, the likeliest first. */
import type { SyntaxNode } from '@lezer/common';
import type { AxisLayout } from '../adapt/Adapter';
import { guessClassOperation, guessOperations } from '../adapt/guessOperation';
import { axesOf, isDepthwise, isLine, isPointwise } from '../adapt/layout/layouts';
import { namedLayout, statedFilter, statedLayout } from '../adapt/layout/namedLayout';
import { roleOf, type Role } from '../adapt/roles/roles';
import type { CheckContext } from '../CheckContext';
import { calledLayouts } from './calledLayouts';
import { depthwiseByName, depthwiseInText } from './depthwiseLayouts';
import { isConvolution, isCourseFunction, isPooling, type CourseFunction } from '../CourseFunction';
import { asArray, asLineArray, type ProgramValue } from '../run/ProgramValue';
import type { RecordedCall } from '../run/Runner';
import { statedSource } from '../source/statedSource';
import type { Target } from '../Target';

const CHANNELS_LAST: readonly AxisLayout[] = ['NHWC', 'NCHW', 'plane', 'HWC', 'CHW', 'NHW'];

const CHANNELS_FIRST: readonly AxisLayout[] = ['NCHW', 'NHWC', 'CHW', 'plane', 'HWC', 'NHW'];

/** Layouts of convolutions only: filters without some of their axes, or with them in another order. */
const FILTERS: readonly AxisLayout[] = [
  'plane-HWC',
  'plane-CHW',
  'HWN',
  'NHW-CHW',
  'HWC-OHWI',
  'NHWC-OHWI',
  'NHWC-OIHW',
  'HWC-OIHW',
  'HWC-IOHW',
  'CHW-IOHW',
  'HWC-plane',
  'CHW-plane',
  'NHWC-plane',
  'NCHW-plane',
  'NCHW-IOHW',
  'NCHW-HWIO',
  'CHW-HWIO',
  'NCHW-IHWO',
  'CHW-IHWO',
];

/** Layouts of convolutions whose filters are a matrix. */
const POINTWISE: readonly AxisLayout[] = [
  'NCHW-OI',
  'NHWC-IO',
  'CHW-OI',
  'HWC-IO',
  'NCHW-IO',
  'NHWC-OI',
  'CHW-IO',
  'HWC-OI',
];

/** The examples are the last axis, as in cuda-convnet: only where the text names the axes so. */
const EXAMPLES_LAST: readonly (readonly [AxisLayout, RegExp])[] = [
  ['CHWN', /\bC\w*[, ]*H\w*[, ]*W\w*[, ]*[NB]\b|cuda-?convnet/i],
  [
    'HWCN',
    /\bH\w*[, ]*W\w*[, ]*C\w*[, ]*[NB]\b|\bR, *C, *[FKD], *N\b|\brows?, *col\w*, *(?:filter|map|channel|depth)\w*, *(?:image|example|sample)|\b(?:num_?(?:im|sam)|batch)\w*\]? *= *\w+\.shape(?:\[3\])?$/im,
  ],
];

/** The filters' channels of the output before those of the input: only where the text names the axes so. */
const OUT_BEFORE_IN =
  /\bk\w*, *k\w*, *(?:out\w*|F|O|c_?out|n_?filters?|filters?), *(?:in(?:_\w+)?|C|I|c_?in|channels?)\b/i;

/** The number of filters is the first size of their array: `F, C, k, _ = w.shape`. */
const FILTERS_FIRST =
  /\b(?:F|O|K|OC|n_?filters?|num_?filters?|out_?(?:c|ch|channels?)), *(?:_|[CI]\w?|in_?\w*|c_?in|channels?), *(?:k\w*|[KF]?H+|f_?\w*|_), *\w+\)? *= *(?:self\.)?(?:[wW]|weights?|kernels?|filters?)\.shape/;

/** One spatial axis. */
const LINES: readonly AxisLayout[] = ['NCL', 'NLC', 'CL', 'LC', 'L', 'NL-NCL', 'L-CL', 'NL', 'LN'];
const LINE =
  /1_?d\b|1_?d(?=_|[A-Z])|conv_?1(?![x\d])|\bL_?out\b|\(N, *C\w*, *L\w*\)|\blength\b|causal|\((?:[NB], *)?(?:C\w*, *T|T, *C\w*)\b|\b(?:signal|sequence|seq|wave|length|seq_?len|signals|timesteps?|kernel_len\w*)\b/i;

/** An image as a list of rows, not of rows of pixels. */
const OF_LISTS = /\blen\(\w+\[0\]\)/;
const OF_MORE_LISTS = /\blen\(\w+\[0\]\[0\]\)|\.shape\b/;

/** A function under the course's name takes the course's layout, except where its text shows channels first or another function agrees in another. */
export function layoutOrder(context: CheckContext, target: Target, operation: CourseFunction): readonly AxisLayout[] {
  const { tree } = context;
  const { name } = target;
  const text = tree.text(describedBy(target));
  const named = namedLayout(text);
  const first =
    named === 'NCHW' ||
    FILTERS_FIRST.test(text) ||
    /conv_param|pool_param|\bN\s*,\s*C\s*,\s*H\s*,\s*W\b|,\s*\w*[cC]\w*\s*,\s*\w*[hH]\w*\s*,\s*\w*[wW]\w*\)?\s*=\s*\w+\.shape/.test(
      text,
    );
  // The sizes after padding in another order of the axes differ: a stated order is the only one.
  const stated = statedLayout(text);
  if (operation === 'zero_pad' && stated) return [stated];
  const isCourse = isCourseFunction(name);
  if (!first && isCourse && hasCourseParameters(target, operation) && !takesOneExample(context, target, operation))
    return [...new Set<AxisLayout>(['NHWC', 'NCHW', ...context.layouts])];
  // Another layer than the one of its name is not meant.
  const ofName = isConvolution(operation) ? depthwiseByName(name, text) : undefined;
  if (ofName) return ofName;
  const stored: readonly AxisLayout[] = [
    ...(named === 'CHWN' ? (['CHWN-HWIO'] as const) : []),
    ...(OUT_BEFORE_IN.test(text) ? (['NHWC-HWOI'] as const) : []),
  ];
  const filters = isConvolution(operation) ? [...depthwiseInText(text), ...FILTERS, ...stored] : [];
  const layouts = first ? CHANNELS_FIRST : CHANNELS_LAST;
  const likeliest = named ?? (OF_LISTS.test(text) && !OF_MORE_LISTS.test(text) ? 'plane' : undefined);
  const ordered = new Set(likeliest ? [likeliest, ...layouts] : layouts);
  const apart = isConvolution(operation) && isCalledApart(context, target) ? (['NCHW-OIHW-depthwise'] as const) : [];
  const whole = statedSource(tree, [(target.owner ?? target.definition).name]);
  const last = EXAMPLES_LAST.filter(([layout, pattern]) => pattern.test(whole) || context.layouts.has(layout)).map(
    ([layout]) => layout,
  );
  const lines = isForLines(context, target, text) ? LINES : [];
  const points = isConvolution(operation) && isPointwiseMeant(context, target, text) ? POINTWISE : [];
  const isRowByRow = isConvolution(operation) && (takesVector(context, target) || [...context.layouts].some(isLine));
  const seldom = lines.length === 0 && (isRowByRow || slicesOneAxis(text) || SCATTERS.test(text)) ? LINES : [];
  const all = [...apart, ...last, ...lines, ...ordered, ...filters, ...points, ...seldom];
  // A statement is checked where no call shows the axes.
  const isOpen = isConvolution(operation) && !context.calls.some((call) => call.name === target.definition.name);
  const order = isOpen ? statedFilter(text) : undefined;
  const fitting = all.filter((layout) => axesOf(layout).filter === order);
  if (fitting.length > 0) return fitting;
  const axes = all.map((layout) => JSON.stringify(axesOf(layout)));
  const others = calledLayouts(context, target, operation);
  return [...all, ...others.filter((layout) => !axes.includes(JSON.stringify(axesOf(layout))))];
}

/** `out[i + j] += a[i] * b[j]`: each array has one axis. */
const SCATTERS = /\w\[(\w+) *\+ *(\w+)\] *\+= *\w+\[(?:\1\] *\* *\w+\[\2|\2\] *\* *\w+\[\1)\]/;

/** Whether windows are cut from one axis only: `x[:, :, t:t + k]`. */
function slicesOneAxis(text: string): boolean {
  const counts = [...text.matchAll(/\[([^[\]\n]+)\]/g)].map(
    ([, items]) => items!.split(',').filter((item) => /[^\s:]\s*:\s*[^\s:]/.test(item)).length,
  );
  return counts.includes(1) && counts.every((count) => count <= 1);
}

/** Whether the text calls the function with a matrix and a vector: a filter along one axis. */
function takesVector({ calls }: CheckContext, { name, owner }: Target): boolean {
  return calls.some((call) => {
    const ranks = [...call.args.values()].flatMap((value) => asLineArray(value)?.shape.length ?? []);
    return !owner && call.name === name && ranks.filter((rank) => rank > 0).join() === '2,1';
  });
}

/** Whether the text calls the function with several channels (N, C, H, W) and one filter of one channel for each: (C, 1, h, w). */
function isCalledApart({ calls }: CheckContext, { definition, owner }: Target): boolean {
  const own = calls.filter(({ name }) => !owner && name === definition.name);
  return own.some(({ args }) => {
    const shapeOf = (role: Role): readonly number[] => {
      const [, value] = [...args].find(([name]) => roleOf(name, [role]) === role) ?? [];
      return asArray(value)?.shape ?? [];
    };
    const [x, w] = [shapeOf('input'), shapeOf('filter')];
    return x.length === 4 && w.length === 4 && w[1] === 1 && w[0] === x[1] && x[1]! > 1;
  });
}

/** The text that tells the axes: of a class of a whole network that of the method, as other methods take other arrays. */
function describedBy({ owner, definition, operations }: Target): SyntaxNode {
  if (!owner) return definition.node;
  const isPart = guessClassOperation(owner.name) === undefined && guessOperations(definition.name)[0] === operations[0];
  return (isPart ? definition : owner).node;
}

/** Whether a convolution is named pointwise, or the text calls it with images and a matrix. */
function isPointwiseMeant({ calls }: CheckContext, { name, owner }: Target, text: string): boolean {
  if (/point_?wise|(?<!\d)1_?x_?1(?!\d)/i.test(`${owner?.name ?? name} ${text}`)) return true;
  const ranks = calls
    .filter((call) => !owner && call.name === name)
    .map(({ args }) => [...args.values()].flatMap((value) => asArray(value)?.shape.length ?? []));
  return ranks.some((each) => each.some((rank) => rank >= 3) && each.includes(2));
}

/** A convolution of the course takes its options in a dictionary, or its cache; other functions have no filter, whose axes may differ. */
function hasCourseParameters({ definition: { parameters } }: Target, operation: CourseFunction): boolean {
  const roles = parameters.map((parameter) => roleOf(parameter.name));
  return !isConvolution(operation) || roles.includes('options') || roles.includes('cache');
}

/** Whether the text calls the function with an input of at most three axes, or of three with filters of more. */
function takesOneExample({ calls }: CheckContext, { name }: Target, operation: CourseFunction): boolean {
  const ranks = calls
    .filter((call) => call.name === name)
    .map(({ args }) => [...args.values()].flatMap((value) => (value.kind === 'array' ? value.array.shape.length : [])))
    .filter((each) => each.length > 0);
  if (isPooling(operation)) return ranks.length > 0 && ranks.every((each) => Math.max(...each) < 4);
  return ranks.some((each) => each.filter((rank) => rank === 3).length > 1);
}

/** Whether the layer has one spatial axis: the text states it, or the function is called with a vector or a signal. */
function isForLines({ calls, layouts }: CheckContext, { name, definition, owner }: Target, text: string): boolean {
  if (/2_?d/i.test(name)) return false;
  const ranks = calls
    .filter((call) => !owner && call.name === definition.name)
    .flatMap(({ args }) => [...args.values()].flatMap((value) => asLineArray(value)?.shape.length ?? []));
  const isMeant = LINE.test(text) || [...layouts].some(isLine);
  if (ranks.length > 0) return Math.max(...ranks) === 1 || (isMeant && Math.max(...ranks) <= 3);
  return LINE.test(text);
}

/**
 * A layout that is accepted only where the function agrees everywhere: channels first under the course's name, and any other than
 * channels first where the text names the axes so. The course's name decides nothing where another function agrees in channels first only.
 */
export function isAcceptedOnlyIfRight(
  { tree, calls, layouts: agreed }: CheckContext,
  target: Target,
  layout: AxisLayout,
  layouts: readonly AxisLayout[],
): boolean {
  const { name, owner } = target;
  if (/1_?d(?![a-z])/i.test(owner?.name ?? name) && isLine(layouts[0]!)) return !isLine(layout);
  const text = tree.text(describedBy(target));
  // The name of the function states that it is depthwise.
  const isApart = (isDepthwise(layouts[0]!) || isPointwise(layout)) && layout.startsWith('NCHW-');
  if (/\bN\s*,\s*C\s*,\s*H\s*,\s*W\s*=/.test(text)) return layout !== 'NCHW' && !isApart;
  const own = calls.filter((call) => !owner && call.name === name);
  const named = forOneExample(namedLayout(text), own);
  // One filter for all colors.
  if (named === 'HWC' && layout === 'HWN') return false;
  // The call, or the weights that the class makes, show the axes of the filters.
  if (named && layouts.includes(named) && (own.length > 0 || owner))
    return layout !== named && !layout.startsWith(`${named}-`);
  if (named && layouts.includes(named))
    return layout !== named && !/^-(?:depthwise|plane)$/.test(layout.replace(named, ''));
  const isShown = (agreed.has('NCHW') && !agreed.has('NHWC')) || own.some(isChannelsFirst);
  return layout === 'NCHW' && layouts[0] === 'NHWC' && isCourseFunction(name) && !isShown;
}

/** Whether the input and the filters of a call fit together with their channels first only. */
function isChannelsFirst({ args }: RecordedCall): boolean {
  const shapesOf = (values: readonly ProgramValue[]): (readonly number[])[] =>
    values.flatMap((value) => {
      const shape = asArray(value)?.shape;
      return shape?.length === 4 ? [shape] : [];
    });
  const values = [...args].flatMap(([name, value]) => (roleOf(name) === 'gradient' ? [] : [value]));
  const cached = values.map((value) => (value.kind === 'sequence' ? shapesOf(value.items) : []));
  const [x, w] = cached.find((shapes) => shapes.length > 1) ?? shapesOf(values);
  return x !== undefined && w !== undefined && x[1] === w[1] && x[3] !== w[2];
}

/** The layout without its examples where the text names the axes of its filters and is called with one example. */
function forOneExample(named: AxisLayout | undefined, calls: readonly RecordedCall[]): AxisLayout | undefined {
  const [input] = calls.flatMap(({ args }) => [...args.values()].flatMap((value) => asArray(value) ?? []));
  if (named === undefined || input?.shape.length !== 3) return named;
  return named === 'NCHW' ? 'CHW' : named === 'NHWC' ? 'HWC' : named;
}
