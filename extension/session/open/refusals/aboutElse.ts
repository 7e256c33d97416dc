/** Documents whose words are about something else than a layer that can be shown. */
import { anyOf } from '../../../../core/anyOf';
import { LensError, msg } from '../../../../core/message';
import { namedKernel } from '../../../../core/read/documents/stated/statedKernel';
import type { ParsedArray, TextRange } from '../../../../core/read/ParseResult';
import { roleOfName } from '../../../../core/setup/roles/roles';
import type { TextSource } from '../../source/LensSource';
import { isText } from '../document/pieces';

/** In the languages of the words that name inputs and filters. */
const LAYER = new RegExp(
  anyOf(String.raw`
    conv cnn falt kernel noyau filt pool corr(?!ect|upt) stride pad window
    mask sobel image img feature bild imag dA\b dZ\b
    \u5377\u79ef \u6c60\u5316 \u6ee4\u6ce2 \u6838 \u56fe\u50cf
    \u7573\u307f\u8fbc\u307f \u7573\u8fbc \u30d7\u30fc\u30ea\u30f3\u30b0 \u30d5\u30a3\u30eb\u30bf \u30ab\u30fc\u30cd\u30eb
    \ud569\uc131\uacf1 \ud480\ub9c1 \ud544\ud130 \ucee4\ub110
    \u0441\u0432[\u0451\u0435]\u0440\u0442 \u043f\u0443\u043b\u0438\u043d\u0433 \u0444\u0438\u043b\u044c\u0442\u0440 \u044f\u0434\u0440
  `),
  'i',
);
const SHOWN = /convol|\bconv|max(?:imum)?[- ]?pool|av(?:era)?g\w*[- ]?pool|mean[- ]?pool/i;
const OTHER =
  /\bmedian\b|\bmin(?:imum)?[- ]?pool|morpholog|\bero(?:sion|ded?)\b|structuring element|un-?pool|up-?sampl|\bL[p12]?[- ](?:norm\b|pool)|stochastic pool|bilateral|im2col|col2im/i;
const WORDS = /(?<![\\\w])[A-Za-z]{3,}(?![\w({])|[\u4e00-\u9fff\u3040-\u30ff\uac00-\ud7af\u0400-\u04ff]{3,}/g;
/** Fewer words are labels. */
const FEW_WORDS = 5;

export function isAboutElse({ segments, languageId }: TextSource, arrays: readonly ParsedArray[]): boolean {
  const [segment, ...others] = segments;
  if (!segment || others.length > 0 || !isText(languageId)) return false;
  const { text } = segment;
  if (OTHER.test(text) && !SHOWN.test(text)) return true;
  const roles = new Set(arrays.map(({ name }) => roleOfName(name)));
  if ((roles.has('x') && roles.has('w')) || LAYER.test(text)) return false;
  return (text.match(WORDS)?.length ?? 0) >= FEW_WORDS;
}

/** Whether the words are prose, about a pooling without its kind, or about padding alone: no filter is assumed. */
export function needsNoFilter({ segments, languageId, stated }: TextSource, isOnlyArray: boolean): boolean {
  if (!isText(languageId) || stated?.pool) return false;
  return segments.some(
    ({ text }) =>
      (isOnlyArray && (text.match(WORDS)?.length ?? 0) >= WORDS_OF_PROSE && !/sobel/i.test(text)) ||
      (!CONVOLVES.test(text) &&
        (POOLING_OR_PADDING.test(text) || (!IMAGE.test(text) && (text.match(WORDS)?.length ?? 0) >= FEW_WORDS_ALONE))),
  );
}

const POOLING_OR_PADDING =
  /\bpool(?:ing|ed|s)?_?\d*\b|\bzero[- ]?pad|\bpad(?:ded)? (?:the|this|with|by)\b|\u6c60\u5316|\u586b\u5145/i;
/** Words about the array itself: a filter may be applied to it. */
const IMAGE =
  /image|\bimg|picture|input|feature|photo|pixel|gr[ae]y|(?<!confusion )matri|array|bild|imag|sobel|\bx\b|\u56fe|\u8f93\u5165|\u7279\u5f81|\u77e9\u9635/i;
const FEW_WORDS_ALONE = 3;
const WORDS_OF_PROSE = 8;
const CONVOLVES = /convol|\bconv\d?d?\b|correla|filter|kernel|sobel|\u5377\u79ef|\u6ee4\u6ce2/i;

const TRANSPOSED =
  /\b(?:transposed? conv\w*|conv\w* transpose|conv(?:olution)?_?\w{0,3}transpose\w*|deconv\w*|fractionally[- ]strided conv\w*)|\u8f6c\u7f6e\u5377\u79ef|\u53cd\u5377\u79ef/i;
const OTHER_CONVOLUTION = new RegExp(
  `${TRANSPOSED.source}|\\b(?:depth-?wise (?:separable )?conv\\w*|separable conv\\w*|3-?D conv\\w*)`,
  'i',
);
/** Characters of words before the arrays. */
const REACH = 300;
const SENTENCE_END = /^(?!\s*\n)[^.\n]{0,200}/;

/** The reason for arrays of a document whose words next to them describe a convolution of another kind. */
export function otherConvolution(source: TextSource, arrays: readonly ParsedArray[]): LensError | undefined {
  const found = wordsNear(OTHER_CONVOLUTION, source, arrays);
  return (
    found && new LensError(msg('{0} in words is not read: it opens from a call', found.words), undefined, found.range)
  );
}

/** The words of a document that describe the layer of these arrays as a transposed convolution. */
export function describesTransposed(source: TextSource, arrays: readonly ParsedArray[]): string | undefined {
  return wordsNear(TRANSPOSED, source, arrays)?.words;
}

/** Also names of cases in files of data. */
function hasWords(languageId: string | undefined): boolean {
  return isText(languageId) || languageId === 'json';
}

function wordsNear(
  pattern: RegExp,
  { segments, languageId }: TextSource,
  arrays: readonly ParsedArray[],
): { readonly words: string; readonly range: TextRange } | undefined {
  const [segment, ...others] = segments;
  if (!segment || others.length > 0 || arrays.length === 0 || !hasWords(languageId)) return undefined;
  const places = arrays.flatMap(({ range }) => range.map((at) => at - segment.offset));
  const start = Math.max(0, Math.min(...places) - REACH);
  const rest = segment.text.slice(Math.max(...places));
  const near = segment.text.slice(start, segment.text.length - rest.length) + (SENTENCE_END.exec(rest)?.[0] ?? '');
  const found = pattern.exec(near);
  if (!found || /\b(?:unlike|compared|instead|regular|ordinary|normal)\b/i.test(near)) return undefined;
  const at = segment.offset + start + found.index;
  return { words: found[0], range: [at, at + found[0].length] };
}

/** The reason for an image of a document whose words name the filter that is not in it. */
export function filterOnlyNamed({ segments, languageId }: TextSource): LensError | undefined {
  const [segment, ...others] = segments;
  if (!segment || others.length > 0 || !isText(languageId)) return undefined;
  const named = namedKernel(segment.text);
  if (!named) return undefined;
  const at = segment.offset + named.index;
  return new LensError(msg('the words of the text name a filter, {0}: write its numbers below', named.words), 'input', [
    at,
    at + named.words.length,
  ]);
}
