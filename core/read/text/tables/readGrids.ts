/** Several tables of numbers between words: "this input:" above rows of numbers, "and this kernel:" above others. */
import type { ParsedArray } from '../../ParseResult';
import type { NdArray } from '../../../array/NdArray';
import { NumberSink } from '../scan/NumberSink';
import { countWork } from '../scan/countWork';

export const NUMBER = /[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?/g;
/** Numbers with spaces, commas, Markdown's bars or LaTeX's ampersands between them, perhaps in brackets of their own. */
const ROW =
  /^[ \t]*(?:\|?[ \t]*[-+]?[\d.][\d.eE+-]*(?:[ \t]*[,;|&][ \t]*|[ \t]+)[-+\d.eE,;|& \t]*(?:\\\\)?|\[[ \t]*[-+]?[\d.][-+\d.eE, \t]*\],?)[ \t]*$/;
/** What a first row begins with: `X: 1 2`, `Input = | 1 | 2 |`; not the words of an option. */
const LABEL =
  /^[ \t>*-]*(?!(?:\w+[ _])?(?:strides?|pad(?:ding)?s?|sizes?|shapes?|dim(?:ension)?s?|steps?|dilations?|groups?|scale)\b)(\p{L}[\p{L}\d_.()' ]{0,40})[ \t]*[:=\uff1a][ \t]*(?=[-+\d.|[])/iu;
/** The labels of every row: "Row 1:". */
const COUNTED = /^(?:row|zeile|ligne|fila|linha|riga|r)[ _]?\d+$/i;
/** One cell of a table whose cells were pasted one below the other. */
const CELL = /^[ \t]*[-+]?(?:\d+\.?\d*|\.\d+)[ \t]*$/;
const RULE = /^[ \t]*\|?[ \t:-]*-[ \t:|-]*$/;
/** Names of grids, and the words that give them. */
export const GRID_NAMES: readonly (readonly [name: string, words: RegExp])[] = [
  [
    'dZ',
    /\b(?:upstream|incoming|output|loss) gradients?\b|\bgradients? (?:of the loss )?(?:at|of|with respect to|w\.?r\.?t\.?) (?:the |its )?outputs?\b|\bgradients? (?:that )?(?:arriv|com|flow)(?:es|s|ing)\b|\bgradients? from (?:above|the next)\b|\bd[LJ]\/d(?:O|Y|Z|A|out|output)\b|上游(?:的)?梯度|输出(?:的)?梯度|\bd[ZAYO]\b|^\s*d(?![XWKIFBx])[A-Z]\s*[:=]?\s*$/i,
  ],
  [
    'output',
    /\b(?:outputs?|results?|feature maps?|answer|ausgabe|ergebnis|sortie|r\u00e9sultat|salida|resultado|sa\u00edda|uitvoer|resultaat)\b|\u8f93\u51fa|\u7ed3\u679c|\u51fa\u529b|\u7d50\u679c|\ucd9c\ub825|\uacb0\uacfc|\u0432\u044b\u0445\u043e\u0434|\u0440\u0435\u0437\u0443\u043b\u044c\u0442\u0430\u0442/i,
  ],
  [
    'kernel',
    /\b(?:kernels?|filters?|weights?|kern|filterkern|faltungskern|filtre|noyau|filtro|n\u00facleo|filtr)\b|\u00e7ekirde|b\u1ed9 l\u1ecdc|\u5377\u79ef\u6838|\u6ee4\u6ce2|\u30d5\u30a3\u30eb\u30bf|\u30ab\u30fc\u30cd\u30eb|\ud544\ud130|\ucee4\ub110|\u0444\u0438\u043b\u044c\u0442\u0440|\u044f\u0434\u0440/i,
  ],
  ['bias', /\bbias\b|\u504f\u7f6e|\u30d0\u30a4\u30a2\u30b9|\ud3b8\ud5a5/i],
  [
    'input',
    /\b(?:inputs?|images?|matrix|eingabe|bild|entr\u00e9e|entrada|imagen|imagem|invoer|afbeelding|immagine|ingresso|citra|masukan|wej\u015bcie|obraz)\b|g\u00f6r\u00fcnt\u00fc|\u0111\u1ea7u v\u00e0o|wej\u015bcie|\u8f93\u5165|\u56fe\u50cf|\u5165\u529b|\u753b\u50cf|\uc785\ub825|\uc774\ubbf8\uc9c0|\u0432\u0445\u043e\u0434|\u0438\u0437\u043e\u0431\u0440\u0430\u0436\u0435\u043d/i,
  ],
];

const KERNEL = GRID_NAMES.find(([name]) => name === 'kernel')![1];

/** The words above a result: "with a 2x2 filter, max pooling gives:". */
const GIVES =
  /\b(?:gives|yields|becomes|produces|results? in|we get|you get)\b[^.\n]{0,40}$|\bpool(?:ing|ed)\b[^.\n]*:[ \t]*$/i;

interface Row {
  readonly start: number;
  readonly text: string;
}

/** Each with the name that the words above it give; rows have one length. */
export function readGrids(text: string): ParsedArray[] {
  countWork(text.length);
  const grids: ParsedArray[] = [];
  let rows: Row[] = [];
  let areCells = false;
  let words: Words = { text: '', grids: 0 };
  let label = '';
  let start = 0;
  const convolves =
    /convol|corr[e\u00e9]lat|falt(?:en|ung)|\u5377\u79ef|\u7573|\u0441\u0432[\u0451\u0435]\u0440\u0442/i.test(text);
  const close = (): void => {
    // The first table is not the result of a pooling.
    const section = grids.length === 0 ? words.text.replace(/(\bpool(?:ing|ed)\b[^.\n]*):[ \t]*$/i, '$1') : words.text;
    const grid = gridOf(rows, section, label, convolves);
    rows = [];
    // A part of an earlier grid is a window of it.
    if (!grid || grids.some((earlier) => isPartOf(grid.array, earlier.array))) return;
    const [above] = words.grids === 1 && label === '' ? grids.splice(-1) : [];
    words = { ...words, grids: words.grids + 1 };
    grids.push(...(above ? pairOf(above, grid, words.text) : [grid]));
  };
  for (const whole of [...text.split('\n'), ' .']) {
    const [head = '', name = ''] = LABEL.exec(whole) ?? [];
    const isLabelled = head !== '' && ROW.test(whole.slice(head.length));
    const line = isLabelled ? whole.slice(head.length) : whole;
    if (isLabelled && !COUNTED.test(name.trim())) {
      close();
      label = '';
      // A letter below words for it: "The kernel:", `K = 1 0`.
      const isNamed =
        name.trim().length === 1 && words.grids === 0 && GRID_NAMES.some(([, named]) => named.test(words.text));
      words = isNamed ? words : { text: head, grids: 0 };
    }
    const isCell = CELL.test(line);
    const isBlank = /^\s*(?:(?:`{3,}|~{3,})\w*\s*)?$/.test(line);
    if (isCell || (ROW.test(line) && !RULE.test(line))) {
      if (areCells !== isCell) close();
      areCells = isCell;
      rows.push({ start: start + whole.length - line.length, text: line });
    } else if (!(areCells && isBlank) && !(rows.length > 0 && line.includes('|') && RULE.test(line))) {
      close();
      label = !isBlank && CHANNEL_LABEL.test(line) ? line : isBlank ? label : '';
      if (!isBlank && label === '') words = { text: line, grids: 0 };
    }
    start += whole.length + 1;
  }
  return grids;
}

/** The words above grids, and how many of these there are. */
interface Words {
  readonly text: string;
  readonly grids: number;
}

/** Two grids below the same words: where these are about a kernel, the larger one is its input. */
function pairOf(first: ParsedArray, second: ParsedArray, words: string): ParsedArray[] {
  const isKernel = KERNEL.test(words) && first.array.data.length > second.array.data.length;
  return isKernel
    ? [
        { ...first, name: 'input' },
        { ...second, name: 'kernel' },
      ]
    : [first, second];
}

function isPartOf(part: NdArray, whole: NdArray): boolean {
  const [rows = 0, cols = 0] = part.shape;
  const [height = 0, width = 0] = whole.shape;
  if (rows * cols >= height * width || new Set(part.data).size < 4) return false;
  for (let top = 0; top + rows <= height; top++)
    for (let left = 0; left + cols <= width; left++)
      if (part.data.every((value, k) => value === whole.data[(top + Math.floor(k / cols)) * width + left + (k % cols)]))
        return true;
  return false;
}

/** The sizes of a table whose cells are below each other: those that the words state, else a square. */
function sizesOfCells(count: number, words: string): readonly [number, number] | undefined {
  const stated = [...words.matchAll(/(\d+)[ \t]*[x\u00d7*][ \t]*(\d+)/gi)].map(
    ([, a, b]) => [Number(a), Number(b)] as const,
  );
  const side = Math.sqrt(count);
  return (
    stated.find(([a, b]) => a * b === count) ??
    (stated.length === 0 && Number.isInteger(side) ? [side, side] : undefined)
  );
}

/** "The convolution of … with …". */
function operandOf(words: string): 'input' | 'kernel' | undefined {
  if (/\b(?:convol|correl)(?:ution of|ation of|ve|ate)[ \t]*:?[ \t]*$/i.test(words)) return 'input';
  if (/\b(?:convol|correl|falt)\w* [^.\n]{0,40}\b(?:with|by|mit)[ \t]*:?[ \t]*$/i.test(words)) return 'kernel';
  return /^[ \t]*(?:and )?(?:with|by|mit|avec|con|com)[ \t]*:?[ \t]*$/i.test(words) ? 'kernel' : undefined;
}

function gridOf(rows: readonly Row[], section: string, label: string, convolves: boolean): ParsedArray | undefined {
  const words = section.replace(/\b(input|image) feature maps?\b/gi, '$1');
  const sink = new NumberSink();
  const widths = rows.map((row) => {
    const numbers = [...row.text.matchAll(NUMBER)];
    for (const { 0: written, index } of numbers)
      sink.push(Number(written), row.start + index, row.start + index + written.length);
    return numbers.length;
  });
  const [first, last] = [rows[0], rows.at(-1)];
  if (!first || !last || rows.length < 2 || widths.some((width) => width !== widths[0])) return undefined;
  const sizes = widths[0] === 1 ? sizesOfCells(rows.length, words) : ([rows.length, widths[0]!] as const);
  if (!sizes || sizes[0] < 2) return undefined;
  const name = nameOf(words, label, convolves);
  const { array, ranges } = sink.toArray([...sizes]);
  return { array, ranges, range: [first.start, last.start + last.text.length], ...(name !== undefined && { name }) };
}

/** A result that a problem asks for is not the table below it. */
const ASKED =
  /\b(?:calculate|compute|find|determine|draw|derive)\b[^.\n:]{0,40}?\b(?:outputs?|results?|feature maps?)\b|\bwhat (?:is|are) the (?:outputs?|results?)\b|(?:\u6c42|\u8ba1\u7b97)[^\u3002\n]{0,8}(?:\u8f93\u51fa|\u7ed3\u679c)/gi;
/** A line that only names a channel: its words are those above it. */
const CHANNEL_LABEL =
  /^[\s#*([-]*(?:(?:red|green|blue)(?: channel)?|[RGB]|channels?[ #]*(?:[1-9]|[A-C]|red|green|blue)(?: \([RGB]\))?)[\s:=*)\].]*$/i;
const COLOUR = /\b([Rr]ed|[Gg]reen|[Bb]lue)\b|(?<![A-Za-z])([RGB])(?![A-Za-z])|\b[Cc]hannels?[ #]*([1-9A-C])\b/;
const NUMBERED = /\b(?:kernel|filter|[FKHW])[ _#]*\{?([1-9])\b/i;
/** `X =` and `w`: a line with one letter. */
const LETTER = /^\s*([A-Za-z])\s*[:=]?\s*$/;

/** The role that words give, with the number of the filter or the channel: `kernel_1`, `input_R`. */
function nameOf(words: string, label: string, convolves: boolean): string | undefined {
  // A kernel is a matrix too.
  const given = words.replace(ASKED, ' ');
  const bare = KERNEL.test(given) ? given.replace(/matri(?:x|ces)/gi, '') : given;
  const names = GRID_NAMES.filter(([, pattern]) => pattern.test(bare)).map(([role]) => role);
  const isClear = names.length === 1 || names[0] === 'output' || names[0] === 'dZ';
  const letter = LETTER.exec(words)?.[1];
  const operand = letter !== undefined ? roleOfLetter(letter) : convolves ? operandOf(words) : undefined;
  const name = GIVES.test(words) ? 'output' : isClear ? names[0] : operand;
  const channel = COLOUR.exec(label || words)
    ?.slice(1)
    .find((group) => group !== undefined)?.[0]!
    .toUpperCase();
  const filter = NUMBERED.exec(words)?.[1];
  if (name === undefined && channel !== undefined) return `input_${channel}`;
  if (name === 'input' && channel !== undefined) return `input_${channel}`;
  if (name !== 'kernel' && !(name === undefined && filter !== undefined)) return name;
  return ['kernel', filter, channel].filter((part) => part !== undefined).join('_');
}

function roleOfLetter(letter: string): string | undefined {
  return /[xi]/i.test(letter) ? 'input' : /[wk]/i.test(letter) ? 'kernel' : undefined;
}
