/** What the words of a text state of its pooling: "Max pooling with a 2 × 2 window". */

export interface PoolInWords {
  readonly pool?: {
    /** Both where the text is about both. */
    readonly modes: readonly ('max' | 'average')[];
    readonly window?: readonly [height: number, width: number];
    /** Whether the text is about a convolution too. */
    readonly convolves: boolean;
    /** Whether the line at the cursor asks for it: a filter of the text is another layer's. */
    readonly isMeant?: true;
  };
}

const POOL = '(?:[- ]?(?:pool(?:ing|ed|s)?(?!\\p{Script=Latin})|池化|汇聚|匯聚|プーリング|풀링|пулинг))';
const GROUPING =
  '(?:agrupaci[óo]n|agrupamiento|agrupamento|regroupement|пулинг|подвыборка)\\s+(?:por\\s+|par\\s+|по\\s+|de\\s+)?(?:el\\s+|le\\s+)?';
const MAX = new RegExp(
  `(?:(?<!\\p{L})max(?:imum|imal)?|最大(?:值)?|マックス|최대(?:값)?|맥스|максимальн\\p{L}*\\s|макс)${POOL}|` +
    `${GROUPING}(?:m[áa]xim|maxim|максим)`,
  'iu',
);
const AVERAGE = new RegExp(
  `(?:(?<!\\p{L})(?:average|avg|mean|mittelwert|durchschnitts|gemiddelde)|平均(?:值)?|평균|средн\\p{L}*\\s)${POOL}|` +
    `${GROUPING}(?:(?:la\\s+)?(?:promedio|m[ée]di|moyen)|средн)`,
  'iu',
);
const CONVOLUTION =
  /convol|\bconv\d?d?\b|correla|faltung|свёрт|сверт|畳み込み|합성곱|\b(?:filter|kernel)s?\b(?![ _-]?size)|\u5377\u79ef/i;
const TIMES = '\\s*\\$?\\s*(?:x|\\u00d7|\\*|by|\\\\times)\\s*\\$?\\s*';
const WINDOW = new RegExp(
  `\\b(\\d)${TIMES}(\\d)\\b[^.\\d]{0,24}?(?:window|pool|filter|kernel|region|block|patch)|` +
    `(?:window|pool|filter|kernel|region|block|patch)[^.\\d]{0,24}?\\b(\\d)${TIMES}(\\d)\\b`,
  'gi',
);
/** The side of a square window: "filter size 3". */
const SIDE =
  /\b(?:window|pool|filter|kernel)[ _-]?size(?:\s*(?:of|=|:|is))?\s*\$?(\d)\b(?!\s*(?:x|\u00d7|\*|by|\\times))/gi;

export function poolInWords(words: string): PoolInWords {
  const modes = [...(MAX.test(words) ? ['max' as const] : []), ...(AVERAGE.test(words) ? ['average' as const] : [])];
  if (modes.length === 0) return {};
  const windows = [...words.matchAll(WINDOW), ...words.matchAll(SIDE)].map(
    ([, a, b = a, c, d = c]) => [Number(a ?? c), Number(b ?? d)] as const,
  );
  const distinct = new Map(windows.map((each) => [each.join(), each]));
  const [window] = distinct.size === 1 ? [...distinct.values()] : [];
  return { pool: { modes, ...(window && { window }), convolves: CONVOLUTION.test(words) } };
}
