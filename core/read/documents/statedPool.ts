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

const POOL = '(?:[- ]?pool(?:ing|ed|s)?\\b|\\u6c60\\u5316)';
const MAX = new RegExp(`(?:\\bmax(?:imum)?|\\u6700\\u5927(?:\\u503c)?)${POOL}`, 'i');
const AVERAGE = new RegExp(`(?:\\b(?:average|avg|mean)|\\u5e73\\u5747(?:\\u503c)?)${POOL}`, 'i');
const CONVOLUTION = /convol|\bconv\d?d?\b|correlat|\b(?:filter|kernel)s?\b(?![ _-]?size)|\u5377\u79ef/i;
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
