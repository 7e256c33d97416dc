/** Constants and functions of C-like languages in Python. */
export const BRACE_CONSTANTS: Readonly<Record<string, string>> = {
  true: 'True',
  false: 'False',
  null: 'None',
  nil: 'None',
  undefined: 'None',
  FLT_MAX: '3.4e38',
  FLT_MIN: '0.0',
  DBL_MAX: '1e308',
  INFINITY: 'np.inf',
  Infinity: 'np.inf',
  INT_MIN: '-2147483648',
  INT_MAX: '2147483647',
};

export const BRACE_MATH: Readonly<Record<string, string>> = {
  max: 'max',
  min: 'min',
  fmax: 'max',
  fmin: 'min',
  fmaxf: 'max',
  Max: 'max',
  Min: 'min',
  maxOf: 'max',
  minOf: 'min',
  abs: 'abs',
  fabs: 'abs',
  floor: 'np.floor',
  ceil: 'np.ceil',
  sqrt: 'np.sqrt',
  exp: 'np.exp',
  len: 'len',
};

/** The limits of a number type: the smallest `Double` of Java and Kotlin is above 0, as is C++'s `min` of a float. */
export function limitOf(path: string, name: string): string | undefined {
  if (/^(?:NEGATIVE_INFINITY|NEG_INFINITY|lowest)$/.test(name)) return '(-np.inf)';
  if (
    /^(?:MAX_VALUE|MaxValue|MAX|max|POSITIVE_INFINITY|INFINITY|Infinity|infinity|greatestFiniteMagnitude)$/.test(name)
  )
    return /^(?:Math|math|std|np|[fiu]\d+)$/.test(path) && name === 'max' ? undefined : 'np.inf';
  if (/^(?:MIN|MinValue)$/.test(name)) return '(-np.inf)';
  if (name === 'MIN_VALUE') return /Float|Double|Number/.test(path) ? '0.0' : '(-np.inf)';
  if (name === 'min') return /^[Ii]nt/.test(path) ? '(-np.inf)' : /^(?:float|double)$/.test(path) ? '0.0' : undefined;
  return undefined;
}
