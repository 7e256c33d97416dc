/** What a language's array literals look like, as far as it changes how a text is read. */

export type DialectId =
  | 'any'
  | 'python'
  | 'json'
  | 'javascript'
  | 'c'
  | 'rust'
  | 'go'
  | 'matlab'
  | 'julia'
  | 'r'
  | 'mathematica'
  | 'csv'
  | 'grid'
  | 'markdown';

export interface Dialect {
  readonly id: DialectId;
  /** What starts a comment that ends with its line. */
  readonly lineComments: readonly string[];
  readonly blockComments: readonly (readonly [open: string, close: string])[];
  /** `{…}` is an array, an object with keys, a cell array, or a block of code. */
  readonly braces: 'array' | 'object' | 'cell';
  /** `(1, 2)` is a sequence, not a grouping. */
  readonly tuples: boolean;
  /** Numbers in brackets may be separated by spaces alone. */
  readonly spaces: boolean;
  /** `[1 2; 3 4]`: spaces part columns, semicolons and line ends part rows. */
  readonly matrix: boolean;
  /** A whole number that starts with 0 is octal. */
  readonly octal: boolean;
  /** Numbers may carry their type: `1.5f`, `10UL`, `2_i32`. */
  readonly suffixes: boolean;
  readonly quotes: string;
  /** Text that is not a literal may be Python code, for the evaluator. */
  readonly code: boolean;
}

const SLASHES = { lineComments: ['//'], blockComments: [['/*', '*/']] } as const;
const HASH = { lineComments: ['#'], blockComments: [] } as const;
const PLAIN = {
  tuples: false,
  spaces: false,
  matrix: false,
  octal: false,
  suffixes: true,
  quotes: '"\'',
  code: false,
} as const;
const C = { ...SLASHES, ...PLAIN, braces: 'array', octal: true } as const;
const TABLE = { ...HASH, ...PLAIN, suffixes: false, braces: 'object' } as const;

const DIALECTS: Readonly<Record<DialectId, Dialect>> = {
  any: {
    id: 'any',
    lineComments: ['#', '//'],
    blockComments: [
      ['/*', '*/'],
      ['(*', '*)'],
    ],
    braces: 'array',
    tuples: true,
    spaces: true,
    matrix: false,
    octal: false,
    suffixes: true,
    quotes: '"\'`',
    code: true,
  },
  python: {
    id: 'python',
    ...HASH,
    ...PLAIN,
    suffixes: false,
    braces: 'object',
    tuples: true,
    spaces: true,
    code: true,
  },
  json: { id: 'json', ...SLASHES, ...PLAIN, suffixes: false, braces: 'object', quotes: '"' },
  javascript: { id: 'javascript', ...SLASHES, ...PLAIN, braces: 'object', quotes: '"\'`' },
  c: { id: 'c', ...C },
  rust: { id: 'rust', ...SLASHES, ...PLAIN, braces: 'object', quotes: '"' },
  go: { id: 'go', ...C, quotes: '"`' },
  matlab: {
    id: 'matlab',
    ...PLAIN,
    lineComments: ['%', '#'],
    blockComments: [['%{', '%}']],
    braces: 'cell',
    spaces: true,
    matrix: true,
  },
  julia: {
    id: 'julia',
    ...HASH,
    ...PLAIN,
    blockComments: [['#=', '=#']],
    braces: 'object',
    spaces: true,
    matrix: true,
  },
  r: { id: 'r', ...HASH, ...PLAIN, braces: 'object' },
  mathematica: {
    id: 'mathematica',
    ...PLAIN,
    lineComments: [],
    blockComments: [['(*', '*)']],
    braces: 'array',
    quotes: '"',
  },
  csv: { id: 'csv', ...TABLE },
  grid: { id: 'grid', ...TABLE },
  markdown: { id: 'markdown', ...TABLE },
};

const LANGUAGES: Readonly<Record<string, DialectId>> = {
  python: 'python',
  numpy: 'python',
  torch: 'python',
  pytorch: 'python',
  tensorflow: 'python',
  jax: 'python',
  json: 'json',
  jsonc: 'json',
  json5: 'json',
  jsonl: 'json',
  javascript: 'javascript',
  javascriptreact: 'javascript',
  typescript: 'javascript',
  typescriptreact: 'javascript',
  c: 'c',
  cpp: 'c',
  'cuda-cpp': 'c',
  csharp: 'c',
  java: 'c',
  kotlin: 'c',
  'objective-c': 'c',
  'objective-cpp': 'c',
  rust: 'rust',
  go: 'go',
  matlab: 'matlab',
  octave: 'matlab',
  julia: 'julia',
  r: 'r',
  mathematica: 'mathematica',
  wolfram: 'mathematica',
  csv: 'csv',
  tsv: 'csv',
  grid: 'grid',
  markdown: 'markdown',
};

/** The dialect of a VS Code language id; prints, plain text and unknown languages are read by what they look like. */
export function dialectOf(languageId: string | undefined): Dialect {
  const id = languageId === undefined ? undefined : LANGUAGES[languageId.toLowerCase()];
  return DIALECTS[id ?? 'any'];
}

/** A dialect by its own name. */
export function dialect(id: DialectId): Dialect {
  return DIALECTS[id];
}
