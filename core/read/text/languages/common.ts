/** Properties that several languages have in common. */
export const SLASHES = { lineComments: ['//'], blockComments: [['/*', '*/']] } as const;
export const HASH = { lineComments: ['#'], blockComments: [] } as const;
export const PLAIN = {
  tuples: false,
  spaces: false,
  suffixes: true,
  arithmetic: true,
  fractions: 'none',
  quotes: '"\'',
  python: 'never',
} as const;
