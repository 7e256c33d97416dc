/** What strides and pads are called in the languages of textbooks and exercises, for regular expressions. */
import { anyOf } from '../../../anyOf';

/** Of words between blanks. */
const LETTER = '\\p{Script=Latin}\\p{Script=Cyrillic}';

/** A word of letters, which no letter continues. */
function word(words: string): string {
  return `(?<![${LETTER}\\d_])(?:${anyOf(words)})(?![${LETTER}_])`;
}

export const NUMBER_WORDS: Readonly<Record<string, number>> = Object.fromEntries(
  [
    'zero null cero zéro ноль 零',
    'one single ein eine einer einem einen één un une uno una um uma один одного 一',
    'two second other zwei deux dos due dois duas hai два 二 两 兩',
    'three third drei trois tres tre três ba три 三',
    'four vier quatre cuatro quattro quatro bốn четыре 四',
  ].flatMap((names, number) => names.split(' ').map((name) => [name, number])),
);

/** Words that are strides wherever a number follows. */
export const STRIDE_WORD = `(?:${word(
  'strides? step[\\s-](?:size|width|length)s? schrittweiten? schrittlänge bước\\s(?:nhảy|trượt) шагом страйд(?:ом)? ' +
    'stapgrootte steglängd krokiem kroku adım\\sboyutu',
)}|ストライド幅?|스트라이드|보폭|步[长長幅]|步伐)`;
/** Words that number the steps of an explanation too ("Step 2"): strides only where one of `OF` follows. */
export const STEP_WORD = word('steps? pas paso passo шаг krok adım stap steg');
export const OF = word('of de di du von von\\sje van равен равный является =');

export const PAD_WORD = `(?:${word(
  'pad(?:ding|ded)? paddings zero-?pad(?:ding|ded)? relleno remplissage bourrage auffüllung riempimento preenchimento ' +
    'đệm паддинг(?:ом)? дополнение(?:м)? отступ(?:ом)? dopełnienie dolgu',
)}|パディング|ゼロ埋め|패딩|填充|[补補](?:零|0)|零填充)`;

export const DILATION_WORD = `(?:${word('dilations? dilated dilation[-_\\s](?:rate|factor)s? dilatation дилатация')}|空洞率|扩张率|膨胀率|膨胀系数)`;

const NONE =
  'no not\\sany without(?:\\sany)? ohne kein(?:e|er|en|em|es)? sans pas\\sde sin sem senza nessun không zonder без bez';
export const NO_PAD = new RegExp(
  [
    `${word(NONE)}\\s+(?:(?:zero|null|any)[- ]?)?(?:${PAD_WORD}|паддинга|дополнения|отступов|dopełnienia)`,
    `${word('padding')}\\s+(?:is|was|wird)\\s+(?:not|nicht)\\s`,
    word('unpadded'),
    `["'“‘\`]?(?<!\\p{L})valid["'”’\`]?[ -](?:padding|(?:cross-)?correlation|convolution|mode)`,
    `${PAD_WORD}\\s*(?:=|:|is)?\\s*["'“‘\`]?(?:valid|none)(?!\\p{L})`,
    '[不无無没未](?:有|使用|用|加|做|进行|進行|需要?|需要进行)*(?:零)?(?:填充|padding|补零|補零)',
    `(?:填充|padding)\\s*(?:为|為|是|:)?\\s*无`,
    `パディング(?:は|を)?\\s*(?:なし|無し|しない|使わ)`,
    `패딩(?:은|을|이)?\\s*(?:없|사용하지)`,
  ].join('|'),
  'iu',
);

export const SAME_PAD = new RegExp(
  [
    `["'“‘\`]?(?<!\\p{L})same["'”’\`]?[ -](?:zero[ -])?(?:padding|(?:cross-)?correlation|convolution|mode|size|填充|卷积)`,
    `${PAD_WORD}\\)?\\s*(?:=|:|is|为)?\\s*["'“‘\`]?same(?!\\p{L})`,
    '相同填充',
  ].join('|'),
  'iu',
);

/** Between a word and its number: "stride (S) is set to 2", "步长设为 2". */
export const LINKS = `\\)?(?:\\s|[=:]|(?<=[${LETTER}])-|\\([^()\\d\\n]{1,24}\\)|${word(
  'of length lengths size sizes width amount value is are was to set equal equals both at by a an the von ist gleich auf je de du est ' +
    'égale? à es igual a di è pari là bằng равен равно равным в s p',
)}|[はをがの는은을를이가为為是取设設定等于於都均各]){0,8}?`;

const DIGITS = `\\d{1,2}(?![${LETTER}\\d_]|\\.\\d|,\\d|\\s*%)`;
const PIXEL_DIGITS = '\\d{1,2}(?=-?(?:px|pixels?)(?!\\p{L}))';
const PAIR =
  '(?<=[sp]\\s?=\\s?)\\d{1,2},\\d{1,2}(?![.,\\d])|\\(\\s*\\d{1,2}\\s*(?:px|pixels?|cells?)?\\s*\\)|[(\\[]\\s*\\d{1,2}\\s*,\\s*\\d{1,2}\\s*[)\\]]|\\d{1,2}\\s*[x×*]\\s*\\d{1,2}(?![\\p{L}\\d_])';
const NAMED = Object.keys(NUMBER_WORDS)
  .filter((name) => /^[\p{Script=Latin}\p{Script=Cyrillic}]/u.test(name))
  .join('|');
const HAN = '[零一二两兩三四]';
export const NUMBER_WORD = `(${PAIR}|${DIGITS}|${PIXEL_DIGITS}|(?:${NAMED})(?![\\p{L}_])|${HAN})`;
/** What a window moves over. */
export const CELLS = word(
  'pixels? cells? columns? positions? steps? units? squares? places? elements? px rows? zeros? borders? rings? layers?',
);
