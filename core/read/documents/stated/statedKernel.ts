/** What the words of a text state of its convolution: whether its kernel is turned by 180°, and whether its output is the full one. */

export interface KernelInWords {
  /** The kernel is turned by 180° before it is applied: a true convolution. */
  readonly turned?: true;
  /** Every window that overlaps the input counts: the output has m + k − 1 rows. */
  readonly full?: true;
}

const KERNEL = '(?:kernel|filter|mask|masque|filtre|filtro|Kern|Maske|Filtermaske|m\u00e1scara|n\u00facleo)s?';
const TURN =
  '(?:flip(?:s|ped|ping)?|rotat(?:e|es|ed|ing|ion)|revers(?:e|es|ed|ing)|mirror(?:s|ed|ing)?|turn(?:s|ed|ing)?)';
/** Few words between the two, and no end of a sentence. */
const NEAR = '[^.\\n;:]{0,40}?';
const TURNED = [
  new RegExp(`\\b${TURN}\\b${NEAR}\\b${KERNEL}\\b`, 'gi'),
  new RegExp(`\\b${KERNEL}\\b${NEAR}\\b${TURN}\\b`, 'gi'),
  new RegExp(
    `\\b${KERNEL}\\b${NEAR}(?:gespiegelt|gedreht|retourn\u00e9|volteado|girado|rotado|invertido|ruotato|ribaltato|rotacionado)`,
    'gi',
  ),
  /(?:\u5377\u79ef\u6838|\u6ee4\u6ce2\u5668|\u6838)[^\u3002\n]{0,12}(?:\u7ffb\u8f6c|\u65cb\u8f6c\s*180|\u8f6c\u7f6e?\s*180)|(?:\u7ffb\u8f6c|\u65cb\u8f6c\s*180)[^\u3002\n]{0,12}\u6838/g,
  /(?:\u30ab\u30fc\u30cd\u30eb|\u30d5\u30a3\u30eb\u30bf)[^\u3002\n]{0,12}(?:\u53cd\u8ee2|180\s*\u5ea6)/g,
  /(?:\ucee4\ub110|\ud544\ud130)[^.\n]{0,12}(?:\ub4a4\uc9d1|\ubc18\uc804|180\s*\ub3c4)/g,
  /\u044f\u0434\u0440\u043e[^.\n]{0,30}(?:\u043f\u043e\u0432\u043e\u0440\u0430\u0447|\u043f\u043e\u0432\u0451\u0440\u043d|\u043f\u0435\u0440\u0435\u0432\u043e\u0440\u0430\u0447|\u043e\u0442\u0440\u0430\u0436)/gi,
];
/** The sentence states that the kernel is used as it is, or is about data that are augmented. */
const DENIED =
  /\b(?:not|n['\u2019]t|never|(?:no|without)(?! (?:bias|padding))|instead of|rather than|unlike|correlation|optional(?:ly)?|if|nicht|ohne|kein\w*|sin|sans|pas)\b|\bun\w*flipped|\u4e0d|\u65e0\u9700|\u306a\u3044|\u305b\u305a|\uc54a|\u043d\u0435\s|\u0431\u0435\u0437/i;
const FULL =
  /\bfull(?:y)?[- ](?:2-?d |two-dimensional |discrete |linear )?convolution\b|\b["'\u201c]?full["'\u201d]? (?:mode|output|padding)\b|\bm_?1?\}?\s*\+\s*(?:m_?2|k|f)\}?\s*[-\u2212\u2013]\s*1\b/i;

/** Sentences that deny what others state decide nothing. */
export function kernelInWords(words: string): KernelInWords {
  const mentions = TURNED.flatMap((pattern) => [...words.matchAll(pattern)]).filter(
    (each) => !isOfGradient(words, each),
  );
  const turned =
    mentions.length > 0 &&
    mentions.every(({ index, 0: { length } }) => !DENIED.test(sentenceAt(words, index, index + length)));
  const full = FULL.exec(words);
  return { ...(turned && { turned: true }), ...(full && !isOfGradient(words, full) && { full: true }) };
}

/**
 * Whether a sentence is about a backward pass. The gradient of a cross-correlation's input is a full convolution with the turned
 * kernel: this does not tell how the forward pass is meant.
 */
function isOfGradient(words: string, { index, 0: mention }: RegExpExecArray): boolean {
  const before = words
    .slice(Math.max(0, index - 200), index)
    .split(/[.;:]\s|\n\s*\n|\\item|^\s*[-*#]/m)
    .at(-1)!;
  const [behind = ''] = /^[^.;\n]*/.exec(words.slice(index + mention.length)) ?? [];
  return GRADIENT.test(before + mention + behind);
}

const GRADIENT =
  /\bgrad(?:ient)?s?\b(?![- ](?:filter|kernel|operator|mask|image))|back[- ]?(?:prop|ward)|deriv|\\partial|\u2202|\bd[A-Z]\s*\/\s*d|\bd_?[XxA]\b|\bdelta|\u03b4|r\u00fcckw\u00e4rts|ableitung|\u68af\u5ea6|\u53cd\u5411/i;

function sentenceAt(text: string, start: number, end: number): string {
  const before = text.slice(Math.max(0, start - 200), start);
  const from = Math.max(...['. ', '\n', '\u3002', ';'].map((mark) => before.lastIndexOf(mark))) + 1;
  const rest = text.slice(end, end + 200);
  const stop = rest.search(/\.\s|\.$|\n|\u3002|;/);
  return before.slice(from) + text.slice(start, stop < 0 ? end + 200 : end + stop);
}

/** A kernel that words name without its numbers: "a 3 × 3 averaging filter". */
export interface NamedKernel {
  readonly words: string;
  readonly index: number;
  /** Rows and columns of a kernel with one value in every entry, and this value. */
  readonly flat?: { readonly size: readonly [rows: number, cols: number]; readonly value: number };
}

const SIZE = '(\\d)\\s*[x\\u00d7*]\\s*(\\d)';
const AVERAGING =
  /\b(?:averag(?:e|ing)|mean|box|moving average)[- ](?:blur |smoothing )?(?:filter|kernel|mask)|\bMittelwert-?filter|\bfiltr[eo] (?:de |da )?(?:la )?(?:m[e\u00e9]di[ao]|moyenn\w*)|\u5747\u503c\u6ee4\u6ce2/i;
const ONES = new RegExp(
  `\\b(?:kernel|filter|mask)s?\\b[^.\\n]{0,40}?(?:\\ball(?: its| the)? ?(?:entries|values|weights|elements)?(?: are| equal(?: to)?| is| being)? (?:ones?|1)\\b|\\bof (?:all )?ones\\b)|\\bones (?:kernel|filter)`,
  'i',
);
const NAMED =
  /\b(?:laplac\w*|gauss\w*|prewitt|scharr|roberts|emboss\w*|sharpen\w*|unsharp|high-?pass|low-?pass|identity|blurr?(?:ing)?|horizontal edge(?:s| detect\w*)?|sobel[- ]y|binomial)\b[^.\n]{0,20}?(?:filter|kernel|mask|operator|detector|smoothing|blur)|\bsobel\b[^.\n]{0,40}?\b(?:y|vertical(?:ly)?|horizontal edges?)\b/i;

/** Undefined where the words name none, or only Sobel's. */
export function namedKernel(words: string): NamedKernel | undefined {
  const flat = AVERAGING.exec(words) ?? ONES.exec(words);
  if (flat) {
    const near = words.slice(Math.max(0, flat.index - 30), flat.index + flat[0].length + 60);
    const size = new RegExp(SIZE, 'i').exec(near);
    const [rows, cols] = [Number(size?.[1]), Number(size?.[2])];
    const value = AVERAGING.test(words) ? 1 / (rows * cols) : 1;
    return { words: flat[0], index: flat.index, ...(size && { flat: { size: [rows, cols] as const, value } }) };
  }
  const named = NAMED.exec(words);
  return named ? { words: named[0], index: named.index } : undefined;
}
