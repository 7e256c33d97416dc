/** The orders of axes that a function may have, the likeliest first. */
import type { AxisLayout } from '../adapt/Adapter';
import { namedLayout } from '../adapt/namedLayout';
import type { CheckContext } from '../CheckContext';
import { isConvolution, COURSE_FUNCTIONS, type CourseFunction } from '../CourseFunction';
import type { Target } from '../targets';

const CHANNELS_LAST: readonly AxisLayout[] = ['NHWC', 'NCHW', 'plane', 'HWC', 'CHW', 'NHW'];

const CHANNELS_FIRST: readonly AxisLayout[] = ['NCHW', 'NHWC', 'CHW', 'plane', 'HWC', 'NHW'];

/** Of convolutions only: filters without some of their axes, or with them in another order. */
const FILTERS: readonly AxisLayout[] = [
  'plane-HWC',
  'plane-CHW',
  'HWC-OHWI',
  'NHWC-OHWI',
  'HWC-plane',
  'CHW-plane',
  'NCHW-IOHW',
];

/** Of convolutions whose text names them depthwise. */
const DEPTHWISE: readonly AxisLayout[] = ['HWC-depthwise', 'CHW-depthwise', 'NHWC-depthwise', 'NCHW-depthwise'];

/** A function under the course's name takes the course's layout, except where its text shows channels first. */
export function layoutOrder(
  { tree }: CheckContext,
  { name, definition, owner }: Target,
  operation: CourseFunction,
): readonly AxisLayout[] {
  const text = tree.text((owner ?? definition).node);
  const named = namedLayout(text);
  const first =
    named === 'NCHW' ||
    /conv_param|pool_param|\bN\s*,\s*C\s*,\s*H\s*,\s*W\b|,\s*\w*[cC]\w*\s*,\s*\w*[hH]\w*\s*,\s*\w*[wW]\w*\)?\s*=\s*\w+\.shape/.test(
      text,
    );
  if (!first && (COURSE_FUNCTIONS as readonly string[]).includes(name)) return ['NHWC', 'NCHW'];
  const isApart = /depth|per_?channel|each channel|channel_?wise/i.test(text);
  const filters = isConvolution(operation) ? (isApart ? [...DEPTHWISE, ...FILTERS] : FILTERS) : [];
  const layouts = first ? CHANNELS_FIRST : CHANNELS_LAST;
  const ordered = named ? [named, ...layouts.filter((layout) => layout !== named)] : layouts;
  return [...ordered, ...filters];
}

/**
 * A layout that is accepted only where the function agrees everywhere: channels first under the course's name, and any other than
 * channels first where the text names the axes so.
 */
export function isAcceptedOnlyIfRight(
  { tree }: CheckContext,
  { name, definition, owner }: Target,
  layout: AxisLayout,
  layouts: readonly AxisLayout[],
): boolean {
  const text = tree.text((owner ?? definition).node);
  if (/\bN\s*,\s*C\s*,\s*H\s*,\s*W\s*=/.test(text)) return layout !== 'NCHW';
  const named = namedLayout(text);
  if (named && layouts.includes(named)) return layout !== named;
  return layout === 'NCHW' && layouts[0] === 'NHWC' && (COURSE_FUNCTIONS as readonly string[]).includes(name);
}
