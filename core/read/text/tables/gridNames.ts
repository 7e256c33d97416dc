/** Names of tables of numbers, from the words above them. */

import { ASKED, makeOperand, makeResult } from './resultWords';

/** Names of grids, and the words that give them. */
export const GRID_NAMES: readonly (readonly [name: string, words: RegExp])[] = [
  // Symbols such as dO and dA are words in small letters.
  [
    'dZ',
    /\b(?:[Uu]pstream|[Ii]ncoming|[Oo]utput|[Ll]oss) [Gg]radients?\b|\b[Gg]radients? (?:of the loss )?(?:at|of|with respect to|w\.?r\.?t\.?) (?:the |its )?outputs?\b|\b[Gg]radients? (?:that )?(?:arriv|com|flow)(?:es|s|ing)\b|\b[Gg]radients? from (?:above|the next)\b|\bd[LJ]\/d(?:O|Y|Z|A|out|output)\b|上游(?:的)?梯度|输出(?:的)?梯度|\bd[ZAYOzy]\b|^\s*d(?![XWKIFB])[A-Z]\s*[:=]?\s*$/,
  ],
  [
    'output',
    /\b(?:outputs?|results?|feature maps?|convolved (?:features?|images?|matrix|maps?)|answer|ausgabe|ergebnis|sortie|r\u00e9sultat|salida|resultado|sa\u00edda|uitvoer|resultaat)\b|\u8f93\u51fa|\u7ed3\u679c|\u51fa\u529b|\u7d50\u679c|\ucd9c\ub825|\uacb0\uacfc|\u0432\u044b\u0445\u043e\u0434|\u0440\u0435\u0437\u0443\u043b\u044c\u0442\u0430\u0442/i,
  ],
  [
    'kernel',
    /\b(?:kernels?|filters?|weights?|kern|filterkern|faltungskern|filtre|noyau|filtro|n\u00facleo|filtr)\b|\u00e7ekirde|b\u1ed9 l\u1ecdc|\u5377\u79ef\u6838|\u6ee4\u6ce2|\u30d5\u30a3\u30eb\u30bf|\u30ab\u30fc\u30cd\u30eb|\ud544\ud130|\ucee4\ub110|\u0444\u0438\u043b\u044c\u0442\u0440|\u044f\u0434\u0440/i,
  ],
  ['bias', /\bbias\b|\u504f\u7f6e|\u30d0\u30a4\u30a2\u30b9|\ud3b8\ud5a5/i],
  [
    'input',
    /\b(?:inputs?|images?|patch|matrix|eingabe|bild|entr\u00e9e|entrada|imagen|imagem|invoer|afbeelding|immagine|ingresso|citra|masukan|wej\u015bcie|obraz)\b|g\u00f6r\u00fcnt\u00fc|\u0111\u1ea7u v\u00e0o|wej\u015bcie|\u8f93\u5165|\u56fe\u50cf|\u5165\u529b|\u753b\u50cf|\uc785\ub825|\uc774\ubbf8\uc9c0|\u0432\u0445\u043e\u0434|\u0438\u0437\u043e\u0431\u0440\u0430\u0436\u0435\u043d/i,
  ],
];

export const KERNEL_WORDS = GRID_NAMES.find(([name]) => name === 'kernel')![1];
export const GRADIENT_WORDS = GRID_NAMES.find(([name]) => name === 'dZ')![1];

/** Whether a row of a table has labels of several columns, `| x1 | x2 |`: they do not tell what the table is. */
export function labelsColumns(line: string): boolean {
  return /^[ \t]*\|(?:[^|\n]*[^|\s][^|\n]*\|){2}/.test(line) && !GRID_NAMES.some(([, words]) => words.test(line));
}

/** "With a 2x2 filter, max pooling:". */
const POOLED = /\bpool(?:ing|ed)\b[^.\n]*:[ \t]*$/i;

/** A line that only names a channel: its words are those above it. */
export const CHANNEL_LABEL =
  /^[\s#*([-]*(?:(?:red|green|blue)(?: channel)?|[RGB]|channels?[ #]*(?:\d|[A-C]|red|green|blue)(?: \([RGB]\))?)[\s:=*)\].]*$/i;
/** A label that is a call: `im2col(X) =`. */
const COMPUTED = /^\s*[A-Za-z]\w+\([A-Za-z]\w*(?:,\s*\w+)*\)\s*[:=]\s*$/;
const COLOUR = /\b([Rr]ed|[Gg]reen|[Bb]lue)\b|(?<![A-Za-z])([RGB])(?![A-Za-z])|\b[Cc]hannels?[ #]*([\dA-C])\b/;
/** "Filter 2", but not the size in "pooling with kernel 2, stride 1". */
const NUMBERED =
  /(?<!\bpool\w* [^.\n]{0,30})\b(?:kernel|filter|[FKHW])[ _#]*\{?(\d)\b(?![ \t]*(?:,|and|with)?[ \t]*(?:strides?|steps?|pad))/i;
/** "Filter A". */
const LETTERED = /\b(?:[Kk]ernel|[Ff]ilter)[ _#]*([A-D])\b(?!')/;
/** `X =` and `w`: a line with one letter, or with "if X is" at its end. */
const LETTER = /^\s*([A-Za-z])\s*[:=]?\s*$|(?<![\w'])([B-Zb-z])\s+(?:is|be)\s*:?\s*$/;

/** The role that words give, with the number of the filter or the channel: `kernel_1`, `input_R`. */
export function gridName(words: string, label: string, convolves: boolean): string | undefined {
  if (COMPUTED.test(words)) return 'output';
  // A kernel is a matrix too.
  const asked = words.replace(ASKED, ' ').replace(/\b(?:kernel|filter)[- _]?sizes?\b/gi, ' ');
  const sentence = asked.split(/[.!?]\s+(?=\S)/).at(-1)!;
  const whole = GRID_NAMES.some(([, pattern]) => pattern.test(sentence)) ? sentence : asked;
  const given = withoutWindow(whole);
  const bare = KERNEL_WORDS.test(given) ? given.replace(/matri(?:x|ces)/gi, '') : given;
  const names = GRID_NAMES.filter(([, pattern]) => pattern.test(bare)).map(([role]) => role);
  const isClear = names.length === 1 || names[0] === 'output' || names[0] === 'dZ';
  const [, alone, last] = LETTER.exec(words) ?? [];
  const letter = alone ?? last;
  const operand = letter !== undefined ? roleOfLetter(letter) : convolves ? operandOf(words) : undefined;
  const name =
    makeResult(words) || POOLED.test(words) ? 'output' : makeOperand(words) ? 'input' : isClear ? names[0] : operand;
  const channel = COLOUR.exec(label || words)
    ?.slice(1)
    .find((group) => group !== undefined)?.[0]!
    .toUpperCase();
  const filter = NUMBERED.exec(words)?.[1] ?? LETTERED.exec(words)?.[1];
  if (name === undefined && channel !== undefined) return `input_${channel}`;
  if (name === 'input' && channel !== undefined) return `input_${channel}`;
  if (name !== 'kernel' && !(name === undefined && filter !== undefined)) return name;
  return ['kernel', filter, channel].filter((part) => part !== undefined).join('_');
}

/** Words of a pooling without the names of its window: "max pooling with a kernel of 3". */
export function withoutWindow(words: string): string {
  return /\bpool/i.test(words) && !/\bconv/i.test(words) ? words.replace(/\b(?:kernel|filter)s?\b/gi, '') : words;
}

export function roleOfLetter(letter: string): string | undefined {
  return /^[xi]$/i.test(letter) ? 'input' : /^[wk]$/i.test(letter) ? 'kernel' : undefined;
}

/** "The convolution of … with …". */
function operandOf(words: string): 'input' | 'kernel' | undefined {
  if (/\b(?:convol|correl)(?:ution of|ation of|ve|ate)[ \t]*:?[ \t]*$/i.test(words)) return 'input';
  if (/\b(?:convol|correl|falt)\w* [^.\n]{0,40}\b(?:with|by|mit)[ \t]*:?[ \t]*$/i.test(words)) return 'kernel';
  return /^[ \t]*(?:and )?(?:with|by|mit|avec|con|com)[ \t]*:?[ \t]*$/i.test(words) ? 'kernel' : undefined;
}
