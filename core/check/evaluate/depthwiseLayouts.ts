/** The orders of axes of convolutions that have a filter of its own for each channel. */
import type { AxisLayout } from '../adapt/Adapter';
import { roleOf } from '../adapt/roles/roles';

/** Layouts of convolutions whose text names them depthwise. */
const DEPTHWISE: readonly AxisLayout[] = [
  'HWC-depthwise',
  'CHW-depthwise',
  'NHWC-depthwise',
  'NCHW-depthwise',
  'HWC-OHW-depthwise',
  'NHWC-OHW-depthwise',
  'NHWC-HWOI-depthwise',
  'NCHW-OIHW-depthwise',
  'HWC-HWOI-depthwise',
  'HWC-HWCM-depthwise',
  'NHWC-HWCM-depthwise',
  'CHW-OIHW-depthwise',
  'NCHW-CMHW-depthwise',
  'CHW-CMHW-depthwise',
  'NCHW-multiplied-depthwise',
  'CHW-multiplied-depthwise',
];

/** Those with several filters for each channel: the only ones where the text multiplies its channels by their number. */
const MULTIPLIED = DEPTHWISE.filter((layout) => /HWCM|CMHW|multiplied/.test(layout));
const MULTIPLIES =
  /\b(?:C\w*|channels?\w*|n_c\w*|in_c\w*) *\* *(?:M|mult\w*|multiplier|depth_mult\w*|dm)\b|\b(?:M|mult\w*|multiplier|depth_mult\w*|dm) *\* *(?:C|channels?|n_c|in_c)\b/;

/** Words for a filter of each channel. */
const EACH_CHANNEL = /depth|per_?channel|(?:each|own|its|current|same) channel|channel_?wise/i;

const APART = /depth_?wise|tiefenweise|shen_?du/i;

/** `depthwise_free_conv`, `not_depthwise`: the ordinary layer. */
const NOT_APART = /(?:^|_)(?:not?|non|without|un|ohne|nicht|sin|sans)_?depth_?wise|depth_?wise_?(?:free|less)/i;

/** Undefined for a name that states another layer. */
export function depthwiseByName(name: string, text: string): readonly AxisLayout[] | undefined {
  if (!APART.test(name) || NOT_APART.test(name)) return undefined;
  return MULTIPLIES.test(text) ? MULTIPLIED : DEPTHWISE;
}

export function depthwiseInText(text: string): readonly AxisLayout[] {
  return EACH_CHANNEL.test(text) || isZipped(text) ? DEPTHWISE : [];
}

const ZIPPED = /\bzip\(\s*(?:self\.)?(\w+)()\s*,\s*(?:self\.)?(\w+)\s*\)/g;
const SAME_INDEX = /(\w+)\[(\w+)\] *\* *(?:self\.)?(\w+)\[\2,/g;

/** `zip(image, filters)`, `filters[f] * image[f, i:i + k, j:j + k]`: one filter for each channel. */
function isZipped(text: string): boolean {
  return [...text.matchAll(ZIPPED), ...text.matchAll(SAME_INDEX)].some(([, a = '', , b = '']) => {
    const roles = [a, b].map((name) => roleOf(name, ['filter']));
    return roles.includes('input') && roles.includes('filter');
  });
}
