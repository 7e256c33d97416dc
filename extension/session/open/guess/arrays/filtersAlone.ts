/** Texts that list filters: no image goes with them, and one of them is not the input of another. */
import { escapePattern } from '../../../../../core/escapePattern';
import type { ParsedArray } from '../../../../../core/read/ParseResult';
import { withoutWindow } from '../../../../../core/read/text/tables/gridNames';
import { roleOfName } from '../../../../../core/setup/roles/roles';
import type { Segment, TextSource } from '../../../source/LensSource';
import { isText } from '../../document/pieces';

const FILTER =
  /(?<!pool(?:ing|ed)?[ _-])(?:kernel|filter)(?![ _-]?sizes?\b)|(?<![a-z])weights?(?![a-z])|\bmasks?\b|operator|sobel|prewitt|scharr|roberts|laplac|gauss|emboss|sharpen|blur|\bedges?\b|\u5377\u79ef\u6838|\u6ee4\u6ce2\u5668|\u7b97\u5b50/gi;
const INPUT = /images?\b|inputs?\b|picture|signal|pixels|\bdata\b|feature map|\u56fe\u50cf|\u8f93\u5165/gi;
/** Rows of known filters, up to a factor, and up to exchanged rows and columns. */
const KNOWN = new Set([
  '1,0,-1,2,0,-2,1,0,-1',
  '1,0,-1,1,0,-1,1,0,-1',
  '3,0,-3,10,0,-10,3,0,-3',
  '0,1,0,1,-4,1,0,1,0',
  '1,1,1,1,-8,1,1,1,1',
  '0,1,0,1,-5,1,0,1,0',
  '1,1,1,1,-9,1,1,1,1',
  '1,2,1,2,4,2,1,2,1',
  '1,1,1,1,1,1,1,1,1',
  '0,0,0,0,1,0,0,0,0',
  '1,0,0,-1',
  '0,1,-1,0',
]);
/** Characters of words that belong to an array. */
const REACH = 200;
/** `$I = …$ the image`, `be an image`. */
const IMAGE_BEHIND =
  /^[^\w\n.]*(?:(?:be|is|as|for|denotes?)\s+)?(?:an?|the|our|its)\s+(?:\w+\s+)?(?:image|input|picture|feature map)\b/i;
const REACH_BEHIND = 60;
/** Between two arrays of one list: `, and `. */
const CONNECTED = 30;

/** Whether all arrays are filters by their names, their numbers or the words of their sentences. */
export function areFilters(arrays: readonly ParsedArray[], segments: readonly Segment[]): boolean {
  const [segment, ...others] = segments;
  if (!segment || others.length > 0 || arrays.length === 0) return false;
  let end = 0;
  let before = false;
  let told = 0;
  for (const array of [...arrays].sort((a, b) => a.range[0] - b.range[0])) {
    const start = array.range[0] - segment.offset;
    const words = segment.text.slice(Math.max(end, start - REACH), start);
    const behind = segment.text.slice(array.range[1] - segment.offset).slice(0, REACH_BEHIND);
    const isImage = roleOfName(array.name) !== 'w' && IMAGE_BEHIND.test(behind);
    const worded = isImage
      ? false
      : (filterByWords(words, array.name) ?? (words.length < CONNECTED && end > 0 ? before : undefined));
    if (!(worded ?? isKnown(array))) return false;
    before = true;
    told += worded ? 1 : 0;
    end = array.range[1] - segment.offset;
  }
  // One array by its numbers alone may be an image.
  return arrays.length > 1 || told > 0;
}

/** Whether the words right above an array without a name, the only segment of a document, introduce it as a filter. */
export function isFilterInWords({ name }: ParsedArray, { languageId, around }: TextSource): boolean {
  const words = around?.before.slice(-REACH).replace(/[\s$]+$|\s*\\\[\s*$/, '') ?? '';
  const line = words.slice(words.lastIndexOf('\n') + 1);
  return isText(languageId) && name === undefined && /[:=]$/.test(line) && filterByWords(line, name) === true;
}

/** Undefined where neither the name nor the words of the sentence before the array decide. */
function filterByWords(text: string, name: string | undefined): boolean | undefined {
  const role = roleOfName(name);
  if (role === 'w' || (name !== undefined && name.search(FILTER) >= 0)) return true;
  if (role !== undefined) return false;
  const sentence = withoutWindow(text.split(/[.!?]\s|\u3002/).at(-1)!);
  const apposed = name === undefined ? undefined : wordBefore(sentence, name);
  if (apposed !== undefined && apposed.search(INPUT) >= 0) return false;
  const [filter, input] = [FILTER, INPUT].map((pattern) => [...sentence.matchAll(pattern)].at(-1)?.index ?? -1);
  return filter === input ? undefined : filter! > input!;
}

/** "image" of "the image $I$ and the filter $F$". */
function wordBefore(sentence: string, name: string): string | undefined {
  return new RegExp(`(\\w+)[ \\t]*\\$?(?<![\\w\\\\])${escapePattern(name)}(?![\\w'])`).exec(sentence)?.[1];
}

function isKnown({ array: { shape, data } }: ParsedArray): boolean {
  const [rows = 0, cols = 0] = shape;
  if (shape.length !== 2 || rows !== cols || rows > 3) return false;
  const turned = Array.from(data, (_, index) => data[(index % rows) * cols + Math.floor(index / rows)]!);
  const unit = Math.min(...Array.from(data, Math.abs).filter((value) => value > 0));
  return [Array.from(data), turned].some((values) =>
    [unit, -unit, unit / 3, -unit / 3].some((factor) =>
      KNOWN.has(values.map((value) => Math.round((value / factor) * 1e6) / 1e6 + 0).join()),
    ),
  );
}
