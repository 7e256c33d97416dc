/** The strides, pads and dilations that words state, in the languages of `optionWords`. */
import { meantStatements, type WrittenNumber } from './meantStatements';
import {
  CELLS,
  DILATION_WORD,
  LINKS,
  NO_PAD,
  NUMBER_WORD,
  NUMBER_WORDS,
  OF,
  PAD_WORD,
  SAME_PAD,
  STEP_WORD,
  STRIDE_WORD,
} from './optionWords';

export interface StatedNumbers {
  /** Every number that is stated, once. */
  readonly stride: readonly number[];
  readonly pad: readonly (number | 'same')[];
  readonly dilation: readonly number[];
  /** The border is padded with other values than zeros. */
  readonly paddingMode?: 'circular' | 'reflect' | 'replicate';
  /** A last window that is only partly over the input counts. */
  readonly ceilMode?: true;
  /** The cells of the padding do not count in averages. */
  readonly countIncludePad?: false;
  /** A padding is asked for, and its size is not given. */
  readonly unsized?: true;
  /** The padding has another value than zero. */
  readonly padValue?: number;
  /** Only some sides are padded: "one row at the bottom". */
  readonly sided?: true;
  /** The input is shown with its padding. */
  readonly padded?: true;
  /** What the kernel is multiplied with, as written: "normalised by 1/9". */
  readonly factor?: string;
}

/** "a 2-pixel stride", "a (2, 2) stride". */
function numberBefore(name: string): string {
  const joined = '-?(?:pixels?|px|steps?|cells?)[- ]|-|(?<=[)\\]\\dx×]{2})\\s+';
  return `(?!zero)${NUMBER_WORD}(?:${joined})(?:zero[- ])?${name}(?!${LINKS}${NUMBER_WORD})`;
}

/** "S = 2", only next to another symbol of a layer: "F = 3, S = 2". */
function symbol(name: string): string {
  const assigned = `(?<![\\p{L}\\d_.])${name}\\s*=\\s*${NUMBER_WORD}`;
  const other = '[FKNWSPfknwsp]\\s*=';
  return `(?<=${other}\\s*\\d{1,2}[^\\n\\p{L}]{1,6}|^)${assigned}|${assigned}(?=[^\\n\\p{L}]{1,6}(?:and\\s)?${other})`;
}

function expressions(...patterns: string[]): readonly RegExp[] {
  return patterns.map((pattern) => new RegExp(pattern, 'giu'));
}

const BOTH = `${STRIDE_WORD}\\s+and\\s+${PAD_WORD}\\s+(?:are\\s+)?(?:both\\s+)?(?:=\\s*)?${NUMBER_WORD}`;
/** What has a stride. */
const LAYER = '(?:pool|conv|kernel|filter|window|falt|fenster|ventana)\\p{L}*';
const STRIDES = expressions(
  `${STRIDE_WORD}${LINKS}${NUMBER_WORD}`,
  `${STEP_WORD}\\s*(?:${OF}|=|:(?=\\s*\\d\\s*(?:[,;.]|$)))${LINKS}${NUMBER_WORD}`,
  `(?:(?<!\\p{L})(?:met|mit|with|con|avec|com|z|ze)|\\()\\s*(?:(?:een|a|un|une|uno|eine[mr]?|um)\\s)?${STEP_WORD}\\s+${NUMBER_WORD}`,
  // Not "step 1: multiply".
  `(?<=${LAYER}[^.\\n]{0,60}[,;]\\s*(?:and\\s)?)${STEP_WORD}\\s+${NUMBER_WORD}(?!\\s*[:)])`,
  numberBefore(STRIDE_WORD),
  BOTH,
);
const STRIDE_SYMBOLS = expressions(symbol('s'), `(?<=${LAYER}[^.\\n]{0,60})(?<![\\p{L}\\d_.])s\\s*=\\s*${NUMBER_WORD}`);
/** "moves two cells at a time". */
const MOVES = expressions(
  `(?<!\\p{L})(?:mov|slid|shift|advanc|jump|skip)\\p{L}*[^.\\n\\d]{0,30}?\\s${NUMBER_WORD}[- ]${CELLS}`,
  `(?<!\\p{L})(?:mov|slid|shift)\\p{L}*[^.\\n]{0,60}?\\sand\\s(?:by\\s)?${NUMBER_WORD}[- ]${CELLS}`,
  `(?<!\\p{L})(?:mov|slid|shift|jump|advanc)\\p{L}*\\s+by\\s+${NUMBER_WORD}`,
  // "um eine Zelle weiterrückt", "se déplace de deux cases", "avanza dos celdas".
  `(?<!\\p{L})um\\s+${NUMBER_WORD}\\s+(?:zellen?|pixel|feld(?:er)?|position(?:en)?|spalten?)\\s+(?:weiter|verscho|verrück)`,
  `(?<!\\p{L})(?:dépla|décal|avan|gliss)\\p{L}*\\s+de\\s+${NUMBER_WORD}\\s+(?:cases?|pixels?|cellules?|colonnes?|positions?)`,
  `(?<!\\p{L})(?:muev|despla|avanza|desliz)\\p{L}*\\s+(?:de\\s+)?${NUMBER_WORD}\\s+(?:celdas?|p[ií]xel(?:es)?|posici(?:ón|ones)|casillas?)`,
);
const PADS = expressions(
  // "A padded zero" is a cell.
  `(?!padded\\s+zero)${PAD_WORD}${LINKS}${NUMBER_WORD}(?!(?:\\s*[x×]\\s*\\d+)?\\s+(?:input|image|matrix|array)(?!\\p{L}))`,
  numberBefore(PAD_WORD),
  BOTH,
  `(?<!\\p{L})pad(?:ded|s|ding)?(?!\\p{L})[^.\\n\\d]{0,40}?(?:by|with)\\s+(?:a\\s+|an\\s+)?${NUMBER_WORD}[- ]${CELLS}`,
  `(?<!\\p{L})pad(?!\\p{L}*\\s*=)[^.\\n]{0,60}?(?<![\\d.])${NUMBER_WORD}[- ]${CELLS}\\s+(?:on|at|around)\\s`,
  `${NUMBER_WORD}\\s+(?:rand|rij|rings?|borders?|layers?)\\s+(?:van|of)\\s+(?:nullen|zeros?)`,
  `(?<!\\p{L})border\\s+of\\s+${NUMBER_WORD}`,
  `(?:填充|[补補])\\s*${NUMBER_WORD}\\s*[圈层層]`,
);
const DILATIONS = expressions(
  `${DILATION_WORD}${LINKS}${NUMBER_WORD}`,
  numberBefore(DILATION_WORD),
  `(?<!\\p{L})(?:dilat|[\u00e0a]\\s?trous)\\p{L}*[^.\\n\\d]{0,40}[\\s(](?:rate|factor)${LINKS}${NUMBER_WORD}`,
);
const PAD_SYMBOLS = expressions(symbol('p'), `(?<=pad\\p{L}*[^.\\n]{0,30})(?<![\\p{L}\\d_.])p\\s*=\\s*${NUMBER_WORD}`);

/** "the border is …", "by … the edge pixels". */
const BORDER = '(?:border|edge|boundar|outermost|rand(?!om))\\p{L}*';
function ofBorder(verbs: string): string {
  return `(?<!\\p{L})(?:${verbs})\\p{L}*[^.\\n]{0,30}?(?<!\\p{L})${BORDER}|(?<!\\p{L})${BORDER}[^.\\n]{0,30}?(?<!\\p{L})(?:ge)?(?:${verbs})`;
}
const MODES = (
  [
    [
      'circular',
      String.raw`(?<!\p{L})(?:circular|periodic|cyclic|wrap(?:-?around)?)(?:ly)?[ -](?:pad|boundar)|padding_mode\s*=\s*["']circular|循环填充`,
      'wrap',
    ],
    [
      'reflect',
      String.raw`(?<!\p{L})(?:reflect(?:ion|ive|ed)?|mirror(?:ed)?)[ -](?:pad|boundar)|padding_mode\s*=\s*["']reflect|反射填充|镜像填充|(?<![\w])filter2D(?!\w)(?![^]*BORDER_(?:CONST|REPL))`,
      'mirror|reflect|spiegel',
    ],
    [
      'replicate',
      String.raw`(?<!\p{L})(?:replicat(?:e|ion|ed)|edge)[ -](?:pad|boundar)|padding_mode\s*=\s*["']replicate|复制填充`,
      'replicat|repeat|wiederhol',
    ],
  ] as const
).map(([mode, names, verbs]) => [mode, new RegExp(`${names}|${ofBorder(verbs)}`, 'iu')] as const);
const NOT_COUNTED =
  /(?:padd(?:ed|ing)|(?<!\p{L})zeros?)(?: zeros?| cells?| values?| pixels?)?[^.\n]{0,20}?(?<!\p{L})(?:not (?:be )?(?:counted|included|considered)|excluded|ignored)|exclud\p{L}* (?:the )?padd|count_include_pad\s*=\s*false/iu;
const CEIL = /ceil_mode\s*=\s*true|(?<!\p{L})ceil mode(?!\s*(?:is|=|:)?\s*(?:false|off))|向上取整/iu;
/** "pad the border with zeros", "den Rand mit Nullen auffüllen". */
const UNSIZED =
  /(?<!\p{L})pad(?:ded)?\s(?:[^.\n\d]{0,40}\s)?(?:with|by) zero|(?<!\p{L})zero[- ]padded|(?<!\p{L})(?:use|using|with|apply(?:ing)?) zero[- ]?padding(?!,?\s*(?:of|=|:|size|p)?\s*\d)|mit nullen (?:auf)?(?:gefüllt|füllen)|rellen\p{L}* con ceros|complét\p{L}* (?:par|avec) des zéros|(?:补|用)零填充|用\s*0\s*填充/iu;
const PAD_VALUE =
  /(?<!\p{L})pad(?!\p{L}*\s*=)[^.\n]{0,60}?(?<!\p{L})(?:values?|constants?)\s+(?:of\s+|is\s+)?(-?\d+(?:\.\d+)?)|(?<!\p{L})pad(?:ded)?\s(?:[^.\n\d]{0,40}\s)?with ones|mit (?:lauter )?einsen/iu;
/** The sides that a sentence about padding names. */
const PADDED_SIDES = /(?<!\p{L})pad(?!\p{L}*\s*=)[^.\n]{0,120}/giu;
const SIDE = /(?<=\b(?:at|on|to|and|,)\s(?:the\s)?)(?:top|bottom|left|right)(?![- ](?:left|right|corner|most))\b/g;
const PADDED =
  /already (?:zero[- ]?)?padded|padded already|(?<!\p{L})padded (?:image|input|matrix)\s*[:(=]|(?:with|including|after) (?:its |the )?(?:zero[- ]?)?padding\s*[:(=]/iu;
const FACTOR =
  /\b(?:kernel|filter|mask)\s*(?:\(|=|:|,|of)?\s*\(?(1\s*\/\s*\d+)(?!\s*[x×\d])|(?:kernel|filter|mask|卷积核)[^.\n]{0,30}?(?:normali[sz]ed|scaled|multiplied|divided|factor|归一化|乘以|除以)[^.\n\d]{0,12}(1\s*\/\s*\d+|\d+)(?![\p{L}\d_]|\s*[x×])|^[ \t]*(1\/\d+)[ \t]*\*?[ \t]*(?=\|)/imu;

/** Numbers that the words state for the stride, the padding and the dilation. */
export function statedNumbers(words: string): StatedNumbers {
  const plain = withoutMarks(words);
  const stride = meantStatements(plain, firstStated(plain, STRIDES, STRIDE_SYMBOLS, MOVES)).filter(
    (number) => number > 0,
  );
  const pads: WrittenNumber<number | 'same'>[] = firstStated(plain, PADS, PAD_SYMBOLS);
  for (const [value, pattern] of [
    [0, NO_PAD],
    ['same', SAME_PAD],
  ] as const) {
    const at = plain.search(pattern);
    if (at >= 0) pads.push({ value, at });
  }
  const pad = meantStatements(plain, pads);
  const padValue = PAD_VALUE.exec(plain);
  const isSided = isOneSided(plain);
  const dilation = meantStatements(plain, firstStated(plain, DILATIONS)).filter((number) => number > 0);
  const [paddingMode] = MODES.flatMap(([name, pattern]) => (pattern.test(plain) ? [name] : []));
  // Windows at a border that has values of its own are over every cell.
  if (paddingMode && pad.length === 0) pad.push('same');
  const factor = FACTOR.exec(plain)
    ?.slice(1)
    .find((group) => group !== undefined);
  return {
    stride,
    pad: isSided ? [] : pad,
    dilation,
    ...(paddingMode && { paddingMode }),
    ...(NOT_COUNTED.test(plain) && { countIncludePad: false }),
    ...(CEIL.test(plain) && { ceilMode: true }),
    ...(pad.length === 0 && UNSIZED.test(plain) && { unsized: true }),
    ...(padValue && { padValue: Number(padValue[1] ?? 1) }),
    ...(isSided && { sided: true }),
    ...(PADDED.test(plain) && { padded: true }),
    ...(factor !== undefined && { factor }),
  };
}

/** "one row at the bottom", but not "at the top and the bottom". */
function isOneSided(words: string): boolean {
  const sides = new Set([...words.matchAll(PADDED_SIDES)].flatMap(([sentence]) => sentence.toLowerCase().match(SIDE)));
  const named = (side: string): boolean => sides.has(side);
  return named('bottom') !== named('top') || named('right') !== named('left');
}

/** Nothing but numbers and marks: the values of an array. */
const LONG_DATA = /(?<=\p{L}|^)\P{L}{200,}/gu;

/** The words without what Markdown and LaTeX mark, with ASCII for the wide characters of Chinese and Japanese texts. */
function withoutMarks(words: string): string {
  return words
    .replace(LONG_DATA, ' ')
    .normalize('NFKC')
    .replaceAll('\\times', '×')
    .replace(/\\[,;!]/g, ' ')
    .replace(/\\(?:text|mathrm|textbf)\{([^{}]*)\}/g, '$1')
    .replace(/\\[()]|\*\*|__|[`$]/g, '')
    .replace(/(?<![\p{L}\d*])\*(\p{L}+)\*(?![\p{L}\d*])/gu, '$1');
}

/** The numbers of the first group of expressions that finds any. */
function firstStated(words: string, ...groups: readonly (readonly RegExp[])[]): WrittenNumber<number>[] {
  for (const group of groups) {
    const found = group.flatMap((expression) =>
      [...words.matchAll(expression)].flatMap((match) => numbersOf(match).map((value) => ({ value, at: match.index }))),
    );
    if (found.length > 0) return found;
  }
  return [];
}

/** Of "2", "two", or both of "(2, 1)" and "2 × 1". */
function numbersOf([, ...groups]: RegExpMatchArray): number[] {
  const text = groups.find((group) => group !== undefined) ?? '';
  return text.match(/\d+/g)?.map(Number) ?? [NUMBER_WORDS[text.toLowerCase()] ?? Number.NaN];
}
