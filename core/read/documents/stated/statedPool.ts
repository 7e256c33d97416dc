/** What the words of a text state of its pooling: "Max pooling with a 2 × 2 window". */

export interface PoolInWords {
  readonly pool?: {
    /** Both, in the order of the text, where it is about both. */
    readonly modes: readonly ('max' | 'average')[];
    readonly window?: readonly [height: number, width: number];
    /** The window is all of the input. */
    readonly global?: true;
    /** Whether the text is about a convolution too. */
    readonly convolves: boolean;
    /** Whether the line at the cursor asks for it: a filter of the text is another layer's. */
    readonly isMeant?: true;
  };
}

const POOL = '(?:[- _]?(?:pool(?:ing|ed|s)?(?!\\p{Script=Latin})|池化|汇聚|匯聚|プーリング|풀링|пулинг))';
const GROUPING =
  '(?:agrupaci[óo]n|agrupamiento|agrupamento|regroupement|пулинг|подвыборка)\\s+(?:por\\s+|par\\s+|по\\s+|de\\s+)?(?:el\\s+|le\\s+)?';
/** "Pool: 2x2, type: average", "pool1: max 2x2". */
const TYPED =
  '(?<!\\p{L})pool(?:ing)?(?!\\p{L})(?:[^.\\n]{0,40}?(?:(?<!\\p{L})(?:type|mode|kind|method)["\']?\\s*[:=]?\\s*["\']?|(?<=pooling\\s*:[^.\\n]{0,40}),\\s*)|_?\\d*\\s*[:(]\\s*)';
/** "Max/mean pooling", "max and average pooling". */
const ALSO = '(?:\\s*(?:/|,|and|or|und|vs\\.?)\\s*(?:max|average|avg|mean)\\p{L}*)?';
const MAX = new RegExp(
  `(?:(?<!\\p{L})max(?:imum|imal)?${ALSO}|最大(?:值)?|マックス|최대(?:값)?|맥스|максимальн\\p{L}*\\s|макс)${POOL}|` +
    `${GROUPING}(?:m[áa]xim|maxim|максим)|${TYPED}max|(?<!\\p{L})max(?:imum)?[- ]filter`,
  'iu',
);
const AVERAGE = new RegExp(
  `(?:(?<!\\p{L})(?:average|avg|mean|mittelwert|durchschnitts|gemiddelde)${ALSO}|平均(?:值)?|평균|средн\\p{L}*\\s)${POOL}|` +
    `${GROUPING}(?:(?:la\\s+)?(?:promedio|m[ée]di|moyen)|средн)|${TYPED}(?:average|avg|mean)`,
  'iu',
);
const MODES = [
  ['max', MAX, AVERAGE],
  ['average', AVERAGE, MAX],
] as const;
const CONVOLUTION =
  /convol(?!utional neural net|utional nets?\b)|\bconv\d?d?\b|correla|faltung|свёрт|сверт|畳み込み|합성곱|(?<!\d\s*[x\u00d7]\s*\d[- ]?|\bmax(?:imum)?[- ])\b(?:filter|kernel)s?\b(?![ _-]?size|\s+(?:of|with)\s+size|\s*(?:of|=|:|is)?\s*\d)|\u5377\u79ef/i;
const TIMES = '\\s*\\$?\\s*(?:x|\\u00d7|\\*|-?by-?|\\\\times)\\s*\\$?\\s*';
const WINDOW = new RegExp(
  `\\b(\\d)${TIMES}(\\d)\\b(?!,\\s+an?\\s)[^.\\d]{0,24}?(?:window|pool|filter|kernel|region|block|patch)|` +
    `(?:window|pool\\d*|filter|kernel|region|block|patch)[^.\\d]{0,24}?\\b(\\d)${TIMES}(\\d)\\b(?!\\s*(?:stop|position|step|place|output|result))`,
  'gi',
);
/** "2×2 最大池化", "2×2-Fenster", "ventana de 2x2". */
const OTHER_WINDOW = new RegExp(
  `(\\d)${TIMES}(\\d)[^.\\d\\n]{0,12}?(?:池化|汇聚|窗口|プーリング|ウィンドウ|풀링|윈도우|fenster|окн)|` +
    `(?:池化|窗口|fenster|ventana|janela|fenêtre|finestra|окн\\p{L}*)[^.\\d\\n]{0,24}?(\\d)${TIMES}(\\d)(?!\\d)`,
  'giu',
);
/** "MaxPool2d(3", "AveragePooling2D(pool_size=(2, 2)". */
const CALLED =
  /\b(?:max|avg|average)_?pool(?:ing)?(?:_?2d)?\((?:(?:kernel|pool)_size\s*=\s*)?(?:\(\s*(\d)\s*,\s*(\d)\s*\)|(\d)\b)/gi;
/** "kernel_shape=[2,2]" */
const ATTRIBUTE = /\b(?:kernel|pool)_(?:shape|size)["'\s]*[=:]\s*[[(]\s*(\d)\s*,\s*(\d)\s*[\])]/gi;
/** The window is all of the input. */
const GLOBAL = /\bglobal(?:[- ](?:max|average|avg|mean))?[- ]?pool|全局(?:最大|平均)/i;
/** The side of a square window: "filter size 3", "a window of size 3", "max pooling (size 3", "窗口大小为3". */
const SIDE = new RegExp(
  '(?:\\b(?:(?:window|pool|filter|kernel)(?!\\d)(?:[ _-]?size|(?:s?\\s+(?:of|with))?\\s+(?:a\\s+)?size)?|pooling\\s*\\(?\\s*(?:of\\s+)?size)(?:\\s*\\(?[fkp]\\)?(?=\\s*[=:]))?|' +
    '(?:fenster|pool|filter|kernel)(?:\\s*der\\s*)?größe|(?:ventana|filtro|fenêtre|filtre|janela)\\s+de\\s+(?:tamaño|taille|tamanho)|(?:窗口|池化核?|核)的?(?:大小|尺寸|边长))' +
    `(?:\\s*(?:of|=|:|is|von|de|为|是|：))?\\s*\\$?(\\d)(?!\\d|${TIMES}\\d)`,
  'giu',
);
/** "F = 3", in a text without a convolution. */
const LETTER = new RegExp(`(?<![\\w.])[fk]\\s*=\\s*(\\d)(?!\\d|${TIMES}\\d)`, 'gi');

/**
 * Of the first mention on a line with a number, which a heading has not, and without the other mode, which a title of both has; else
 * after those.
 */
function placeOf(pattern: RegExp, other: RegExp, words: string): number {
  let start = 0;
  let both = -1;
  for (const line of words.split('\n')) {
    const at = line.search(pattern);
    if (at >= 0 && /\d/.test(line)) {
      if (!other.test(line)) return start + at;
      if (both < 0) both = start + at;
    }
    start += line.length + 1;
  }
  const first = both < 0 ? words.search(pattern) : both;
  return first < 0 ? first : words.length * (both < 0 ? 2 : 1) + first;
}

export function poolInWords(written: string): PoolInWords {
  // Markdown's emphasis: "2x2 *max* pooling".
  const words = written.replace(/\*+(?=\p{L})|(?<=\p{L})\*+/gu, '');
  const modes = MODES.map(([mode, pattern, other]) => ({ mode, at: placeOf(pattern, other, words) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at)
    .map(({ mode }) => mode);
  if (modes.length === 0) return {};
  const convolves = CONVOLUTION.test(words);
  const windows = [WINDOW, OTHER_WINDOW, CALLED, ATTRIBUTE, SIDE, ...(convolves ? [] : [LETTER])]
    .flatMap((each) => [...words.matchAll(each)])
    .map(([, a, b = a, c, d = c]) => [Number(a ?? c), Number(b ?? d)] as const);
  const distinct = new Map(windows.map((each) => [each.join(), each]));
  const [window] = distinct.size === 1 ? [...distinct.values()] : [];
  return {
    pool: {
      modes,
      ...(GLOBAL.test(words) && { global: true as const }),
      ...(window && { window }),
      convolves,
    },
  };
}
