/** Lines of logs and lists that begin the part about one layer: `conv1: stride=1`, `[forward] relu_2`, "Layer 3 (average pooling)". */
import { anyOf } from '../../../../core/anyOf';
import { tablesIn } from './tables';

const CONVOLUTION = String.raw`(?:(?:dw|depthwise|pointwise|sep\w*)[_ -]?)?(?:de)?(?:conv(?:olution(?:al)?)?(?:_?[123]d)?(?:_?transposed?)?|\u5377\u79ef)`;
const POOLING = String.raw`(?:global[_ -]?)?(?:max|avg|average|mean)?[_ -]?(?:pool(?:ing)?(?:_?[123]d)?|(?:\u6700\u5927|\u5e73\u5747)?\u6c60\u5316)`;
const OTHER = anyOf(String.raw`
  (?:leaky|p|r)?_?relu6? elu gelu selu sigmoid tanh softmax softplus swish dense linear fc fully[_-]?connected
  bn batch_?norm(?:ali[sz]ation)?(?:_?[123]d)? layer_?norm dropout flatten reshape embedding lstm gru rnn add upsample loss
`);
const NAME = `(?:${CONVOLUTION}|${POOLING}|${OTHER})`;
/** "Layer 2 (", "Step 3: ". */
const COUNTED = String.raw`(?:\u7b2c[ \t]*\d+[ \t]*\u5c42|layer|step|stage|module|op|node)[ \t]*#?\d*[ \t]*[:([\u2013\u2014-]?[ \t]*`;
/** "[forward] ", "=== ", "3. ", `{"layer": "`. */
const BEFORE = String.raw`(?:\{[ \t]*"(?:layer|name|op|type)"[ \t]*:[ \t]*"|\[[\w. -]{1,40}\][ \t]*|[-*=>|+][ \t]*|\d+[.):][ \t]+){0,40}`;
/** `conv1`, `net.relu_2`: a number of its own; or nothing else on the line than options and labels. */
const NUMBERED = String.raw`(?:\w+[./])*${NAME}(?:[_-]?\d+[a-z]?|_[a-z]\w*)(?![\w-])`;
const ALONE = String.raw`${NAME}(?=[ \t]*(?:[:)(\]=<-]|$|(?:in|out)(?:put)?\b))`;
const HEADER = new RegExp(
  String.raw`^[ \t]*${BEFORE}(?:${COUNTED}(?<counted>${NAME}(?![\w-]))|(?:${COUNTED})?(?<named>${NUMBERED}|${ALONE})|#{1,6}[ \t]+(?<titled>${NUMBERED}))(?<rest>[^\n]*)$`,
  'gim',
);
/** Words of a sentence, which is not the head of a part. */
const SENTENCE = /(?:\b[a-z]{2,}\b[ \t,]+){5}|[a-z]{3}\.[ \t]*$/;
/** `conv = np.array([…`, `pool = image[0]`: a statement of a program. */
const COMPUTED = /^[ \t]*=[ \t]*(?!(?:tensor|array)\()[A-Za-z_][\w.]*[([]/;
export const CONVOLVES = new RegExp(`^(?:\\w+[./])*${CONVOLUTION}(?![a-z])`, 'i');
export const APPLIES = new RegExp(`^(?:\\w+[./])*(?:${CONVOLUTION}|${POOLING})(?![a-z])`, 'i');

const APPLIED = /conv(?!er)|pool/i;

interface LayerHead {
  readonly start: number;
  readonly name: string;
}

/** The name of the only layer that a text is a part about: `relu_2`. Undefined where its arrays do not follow its name. */
export function layerOfPart(text: string): string | undefined {
  const [head, ...others] = headsIn(text);
  return head && others.length === 0 && tablesIn(text.slice(0, head.start)) === 0 ? head.name : undefined;
}

/** Whether a text is a part about a layer that is neither a convolution nor a pooling. */
export function isOfOtherLayer(text: string): boolean {
  const name = layerOfPart(text);
  return name !== undefined && !APPLIES.test(name) && !APPLIED.test(text);
}

/** The first line of each part; further lines of the same layer belong to it. */
export function headsIn(text: string): LayerHead[] {
  const heads: LayerHead[] = [];
  for (const { index, groups } of text.matchAll(HEADER)) {
    const { titled, counted = titled, named = counted, rest } = groups ?? {};
    const name = named!.toLowerCase();
    if (SENTENCE.test(rest!) || COMPUTED.test(rest!) || heads.at(-1)?.name === name) continue;
    heads.push({ start: index, name });
  }
  return heads;
}
