/** An array that its name, its label or the call around it give another meaning than an image: no filter is assumed for it. */
import { anyOf } from '../../../../../core/anyOf';
import type { ParsedArray } from '../../../../../core/read/ParseResult';
import { arraysOnly } from '../../../../../core/read/text/languages/arraysOnly';
import { roleOfName } from '../../../../../core/setup/roles/roles';
import type { TextSource } from '../../../source/LensSource';
import { isGivenAway, usesInOther } from './computesElse';
import { isComputedWith } from '../arrays/inputs';
import { calleeAround, makesArray, PRINTS } from '../../cursor/literalAt';
import { isText } from '../../document/pieces';

/** Words for what is not an image. */
const MATTER = anyOf(String.raw`
  labels? class(?:es)? targets? loss(?:es)? errors? confusion cm attention attn scores? logits? prob(?:s|abilit(?:y|ies))?
  softmax accurac(?:y|ies) acc metrics? precision recall epochs? coords? coordinates? points? pts vert(?:ex|ices)
  box(?:es)? bbox(?:es)? hist(?:ogram)?s? counts? dist(?:ance)?s? adj(?:acency)? graph edges? cov(?:ariance)?
  correlation transitions? embeddings? emb tokens? vocab\w* index idx indices ids? q?tables? boards? maze sudoku
  camera intrinsics? rotations? rot translations? transform(?:ation)?s? homography affine poses? eigen\w* jacobian
  hessian inverse theta coef\w* params? ratings? rewards? polic(?:y|ies) ranks? one_?hot payoffs? costs? prices?
  sales centroids? clusters? means queries query keys similarit(?:y|ies) ans
`);
const OTHER_WORD = new RegExp(`^${MATTER}$`, 'i');
const OTHER_MATTER = new RegExp(String.raw`(?<![\w-])${MATTER}(?![\w-])`, 'i');
/** Names of arrays as such, of images, and of signals. */
const ARRAY_WORD = new RegExp(
  `^${anyOf(String.raw`
    arr\w* ary matri\w* mats? tensors? val(?:ue)?s? num(?:ber)?s? grids? maps? planes? channels? im(?:a?g\w*)? pic\w*
    photos? frames? pixels? patch\w* gr[ae]y\w* digits? signals? samples? test\w* ex(?:ample)?s? so?u?rce? orig\w* raw
    toy demo te?mp foo batch\w* vol\w* blocks? slices? windows? pad\w* zeros? ones? feat\w* fmaps? act\w* in \w*put\w*
    tiles? bild\w* entr\w* eingabe\w* data\w* list\w* conv\w* pool\w* layer\w* torch rand\w* first second small big large
    canvas bitmap rows? lines? col(?:umn)?s? stack\w* checker\w* eye cells? rgb mono scene face
  `)}$`,
  'i',
);
const LAYER = /convol|\bconv\d?d?\b|filter|kernel|sobel|pool|stride/i;
/** A check below an array in code: its test has a result, which is not that of an assumed filter. */
const CHECKED = /\b(?:assert|expect|require|check|should|XCTA)\w*/i;
/** "The Laplacian", "weight (1, 1, 3, 3):" and "filter K =" before a filter. */
const FILTER =
  /\b(?:kernel|filter|laplacian|weights?|noyau|filtro)(?:\s*\([^()\n]*\)|\s+[A-Z])?\s*(?:is|=|:)?\s*(?:tensor\(|np\.array\()?$|(?:\u5377\u79ef\u6838|\u6ee4\u6ce2\u5668)[^\n\u3002]{0,8}[:\uff1a=]?\s*$/i;
/** What a session, a debugger (`$2 = `) or a comment shows as a result. */
const SHOWN =
  /(?:^|\n)[ \t]*(?:Out ?\[\d+\](?:\/\/\w+)?[ \t]*[:=]=?|(?:#|\/\/|%)?[ \t]*(?:=>|->|[Oo]utput:|[Rr]eturns?:|[Pp]rints?:|ans[ \t]*=)|(?:\([^()\n]*\) )?\$\d+[ \t]*=)\s*$/;
/** The line that ends with an array, or with nothing but blanks above it. */
const LABEL = /([^\n]*)(?:\n[ \t]*)*(?:```\w*[ \t]*\n\s*)?$/;

export function isOfOtherMatter({ name, range }: ParsedArray, source: TextSource): boolean {
  const { text, at } = placeIn(source, range[0]);
  const before = text.slice(Math.max(0, at - REACH), at);
  const declared = name ?? (isText(source.languageId) ? undefined : DECLARED.exec(before)?.[1]);
  if (declared !== undefined && isUsedBelow(declared, source)) return true;
  if (name === undefined && arraysOnly(source.languageId) !== undefined && CHECKED.test(source.around?.after ?? ''))
    return true;
  if (roleOfName(name) === 'x') return false;
  if (name === undefined && FILTER.test(before)) return true;
  if (SHOWN.test(before) || (source.around && REPRESENTED.test(text.slice(Math.max(0, at - 10), at + 10)))) return true;
  if (name !== undefined) return /[^\w.]/.test(name) ? OTHER_MATTER.test(name) : namesOther(name);
  const callee = calleeAround(before, before.length);
  if (callee !== undefined && callee !== '' && !makesArray(callee) && !PRINTS.test(callee)) return true;
  return !LAYER.test(text) && labelsOther(before, isText(source.languageId));
}

/** Words without code: "Rotation matrix R =". */
const SENTENCE = /^[^\w\n]*[A-Za-z]+(?: [^=([{\n]*)?[:=]?[^\w\n]*$/;
/** `Mat2D<uint8_t> mat` before `{{1, 2}}`. */
const DECLARED = /[\w>\]]\s+([A-Za-z_]\w*)[ \t]*(?:=[ \t]*)?$/;
/** What NumPy and PyTorch show, without a module: another part of the text printed it. */
const REPRESENTED = /(?:^|[\s>])(?:array|[Tt]ensor|Array)\(\[/;

/** Characters before an array that may be about it. */
const REACH = 300;

/** The text of a source with what is before it, and the place of an array in it. */
function placeIn({ segments, around }: TextSource, start: number): { readonly text: string; readonly at: number } {
  const segment = segments.find(({ offset, text }) => offset <= start && start <= offset + text.length) ?? segments[0]!;
  const above = (segment === segments[0] ? around?.before : undefined) ?? '';
  return { text: above + segment.text, at: above.length + start - segment.offset };
}

/** Whether the code below an array at the cursor computes something with it: by a layer that is known, it would have been opened. */
function isUsedBelow(name: string, { segments, around, languageId }: TextSource): boolean {
  const after = around?.after ?? '';
  if (isText(languageId) || segments.length > 1) return false;
  if (languageId !== 'python') return usesInOther(name, after, languageId) || isGivenAway(name, after);
  return isGivenAway(name, after) || isComputedWith(name, after, true);
}

/** `attn_scores`, `lossHistory`. */
export function namesMatter(name: string | undefined): boolean {
  return name !== undefined && wordsOf(name).some((word) => OTHER_WORD.test(word));
}

function wordsOf(name: string): string[] {
  const last = name.slice(name.lastIndexOf('.') + 1);
  return last
    .replace(/([a-z\d])(?=[A-Z])/g, '$1_')
    .split(/_+|(?<=[A-Za-z])(?=\d)/)
    .filter((word) => word !== '');
}

/** A name of one or two letters may be of anything. */
function namesOther(name: string): boolean {
  if (namesMatter(name)) return true;
  const words = wordsOf(name);
  return !words.some((word) => word.length < 3 || !/^[\x20-\x7e]*$/.test(word) || ARRAY_WORD.test(word));
}

/** "Confusion matrix:" above an array, or a comment there. */
function labelsOther(before: string, isProse: boolean): boolean {
  const line = LABEL.exec(before)?.[1] ?? '';
  const words = isProse || SENTENCE.test(line) ? line : (/(?:#|\/\/|%|--|\(\*)(.*)$/.exec(line)?.[1] ?? '');
  return OTHER_MATTER.test(words);
}
