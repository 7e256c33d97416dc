/** Functions of MATLAB, Julia and R as Python expressions; their helpers are in `programPrelude.ts`. */
import { magicSquare } from '../../calls/expressions/magicSquare';
import { Untranslated } from '../Untranslated';
import type { ProgramLanguage } from './programTokens';

type Written = (args: readonly string[], named: ReadonlyMap<string, string>) => string;

const keep: Written = ([array = '']) => array;
const plain =
  (python: string): Written =>
  (args) =>
    `${python}(${args.join(', ')})`;
const sizes = (args: readonly string[]): string => args.filter((each) => each !== "'type'").join(', ');

const COMMON: Readonly<Record<string, Written>> = {
  abs: plain('np.abs'),
  sqrt: plain('np.sqrt'),
  exp: plain('np.exp'),
  round: ([value]) => `np.round(${value})`,
  floor: (args) => `np.floor(${args.at(-1)})`,
  ceil: (args) => `np.ceil(${args.at(-1)})`,
};

/** `sum(A)`: of each column, but of a vector of all; `sum(A, 2)`, `max(A, [], 'all')`. */
const reduced =
  (python: string, axisAt: number): Written =>
  (args) => {
    const [array, second] = args;
    const axis = args[axisAt];
    if (axis === "'all'") return `${python}(${array})`;
    if (axis !== undefined) return `${python}(${array}, axis=int(${axis}) - 1, keepdims=True)`;
    if (axisAt === 2 && second !== undefined) return `${python}imum(${args.join(', ')})`;
    return `_down(${python}, ${array})`;
  };

const MATLAB: Readonly<Record<string, Written>> = {
  ...COMMON,
  zeros: (args) => `_filled(0, True, ${args.join(', ')})`,
  ones: (args) => `_filled(1, True, ${args.join(', ')})`,
  nan: (args) => `_filled(np.nan, True, ${args.join(', ')})`,
  NaN: (args) => `_filled(np.nan, True, ${args.join(', ')})`,
  eye: ([rows, cols]) => `np.eye(int(${rows})${cols === undefined ? '' : `, int(${cols})`})`,
  linspace: ([from, to, count = '100']) => `np.linspace(${from}, ${to}, int(${count})).reshape(1, -1)`,
  // Halves are rounded away from 0.
  round: (args) => {
    if (args.length > 1) throw new Untranslated('round');
    return `np.sign(${args[0]}) * np.floor(np.abs(${args[0]}) + 0.5)`;
  },
  size: ([array, axis]) =>
    axis === undefined ? `np.array(np.shape(${array}))` : `np.shape(${array})[int(${axis}) - 1]`,
  numel: plain('np.size'),
  rows: ([array]) => `np.shape(${array})[0]`,
  columns: ([array]) => `np.shape(${array})[1]`,
  length: plain('_length'),
  sum: reduced('np.sum', 1),
  prod: reduced('np.prod', 1),
  mean: reduced('np.mean', 1),
  max: reduced('np.max', 2),
  min: reduced('np.min', 2),
  mod: plain('np.mod'),
  rem: plain('np.fmod'),
  fix: plain('np.trunc'),
  idivide: ([a, b]) => `np.trunc(${a} / ${b})`,
  double: keep,
  single: keep,
  reshape: (args) => `_shaped(${args.join(', ')})`,
  rot90: ([array, turns = '1']) => `np.rot90(${array}, int(${turns}))`,
  flipud: plain('np.flipud'),
  fliplr: plain('np.fliplr'),
  padarray: (args) => {
    const [array, border, ...others] = args;
    if (others.some((each) => !/^(?:0|'both')$/.test(each))) throw new Untranslated('padarray');
    return `_padded(${array}, ${border})`;
  },
  magic: ([size]) => {
    const square = magicSquare(Number(size));
    if (!square) throw new Untranslated('magic');
    return `np.array([${square.data.join(', ')}]).reshape(${size}, ${size})`;
  },
  repmat: ([array, rows, cols]) => `np.tile(${array}, (int(${rows}), int(${cols ?? rows})))`,
  transpose: ([array]) => `${array}.T`,
  dot: ([a, b]) => `np.sum(${a} * ${b})`,
  vertcat: (args) => `np.vstack([${args.join(', ')}])`,
  horzcat: (args) => `np.hstack([${args.join(', ')}])`,
  conv2: (args) => `_folded(${args.join(', ')})`,
};

const JULIA: Readonly<Record<string, Written>> = {
  ...COMMON,
  zeros: (args) => `_filled(0, False, ${sizes(args)})`,
  ones: (args) => `_filled(1, False, ${sizes(args)})`,
  fill: ([value, ...args]) => `_filled(${value}, False, ${args.join(', ')})`,
  similar: ([array, ...args]) => `_filled(0, False, ${args.length > 0 ? sizes(args) : `np.shape(${array})`})`,
  size: ([array, axis]) => (axis === undefined ? `np.shape(${array})` : `np.shape(${array})[int(${axis}) - 1]`),
  length: plain('np.size'),
  axes: ([array, axis]) => `_row(1, np.shape(${array})[int(${axis}) - 1], 1)`,
  sum: juliaReduction('np.sum'),
  mean: juliaReduction('np.mean'),
  maximum: juliaReduction('np.max'),
  minimum: juliaReduction('np.min'),
  max: plain('max'),
  min: plain('min'),
  dot: ([a, b]) => `np.sum(${a} * ${b})`,
  div: ([a, b]) => `(${a} // ${b})`,
  fld: ([a, b]) => `(${a} // ${b})`,
  cld: ([a, b]) => `(-(-(${a}) // ${b}))`,
  mod: ([a, b]) => `(${a} % ${b})`,
  rem: ([a, b]) => `(${a} % ${b})`,
  eltype: () => "'type'",
  promote_type: () => "'type'",
  Int: ([value]) => `int(${value})`,
  Float64: keep,
  Float32: keep,
  float: keep,
  collect: keep,
  copy: ([array]) => `_copy(${array})`,
  reshape: (args) => `_shaped(${args.join(', ')})`,
  reverse: ([array], named) => {
    const axis = named.get('dims');
    return axis === undefined ? `np.flip(${array})` : `np.flip(${array}, axis=int(${axis}) - 1)`;
  },
  rot180: ([array]) => `np.rot90(${array}, 2)`,
  transpose: ([array]) => `${array}.T`,
};

function juliaReduction(python: string): Written {
  return ([array, ...others], named) => {
    if (others.length > 0) throw new Untranslated(python);
    const axis = named.get('dims');
    return axis === undefined ? `${python}(${array})` : `${python}(${array}, axis=int(${axis}) - 1, keepdims=True)`;
  };
}

const whole = (python: string): Written => {
  return (args, named) => {
    if ([...named.keys()].some((name) => name !== 'na.rm')) throw new Untranslated(python);
    return args.length === 1 ? `${python}(${args[0]})` : `${python}(_joined([${args.join(', ')}]))`;
  };
};

/** Of two arrays of one shape, or of an array and a number. */
function elementwise(python: string): Written {
  return (args, named) => {
    // The minimum of a maximum is another activation than ReLU.
    if (args.length !== 2 || named.size > 0 || args.some((each) => /^np\.(?:max|min)imum\(/.test(each)))
      throw new Untranslated(python);
    return `${python}(${args.join(', ')})`;
  };
}

const R: Readonly<Record<string, Written>> = {
  ...COMMON,
  ceiling: ([value]) => `np.ceil(${value})`,
  sum: whole('np.sum'),
  max: whole('np.max'),
  min: whole('np.min'),
  mean: whole('np.mean'),
  pmax: elementwise('np.maximum'),
  pmin: elementwise('np.minimum'),
  matrix: (args, named) => {
    const [data, rows, cols, byRow] = ['data', 'nrow', 'ncol', 'byrow'].map(
      (name, index) => named.get(name) ?? positional(args, named, ['data', 'nrow', 'ncol', 'byrow'], index) ?? 'None',
    );
    return `_table(${data === 'None' ? '0' : data}, ${rows}, ${cols}, ${byRow === 'True' ? 'True' : 'False'})`;
  },
  array: ([data = '0', dim], named) => `_solid(${named.get('data') ?? data}, ${named.get('dim') ?? dim})`,
  ifelse: plain('np.where'),
  c: (args) => `_joined([${args.join(', ')}])`,
  outer: ([a, b, f]) => {
    if (f !== undefined) throw new Untranslated('outer');
    return `np.outer(${a}, ${b})`;
  },
  rep: ([value, times], named) => `np.tile(${value}, int(${times ?? named.get('times')}))`,
  numeric: ([size]) => `np.zeros(int(${size}))`,
  dim: ([array]) => `np.array(np.shape(${array}))`,
  nrow: ([array]) => `np.shape(${array})[0]`,
  ncol: ([array]) => `np.shape(${array})[1]`,
  length: plain('np.size'),
  seq: ([from, to, step], named) => `_row(${from}, ${to ?? named.get('to')}, ${step ?? named.get('by') ?? '1'})`,
  seq_len: ([to]) => `_row(1, ${to}, 1)`,
  seq_along: ([array]) => `_row(1, np.size(${array}), 1)`,
  rev: ([array]) => `np.flip(${array})`,
  t: ([array]) => `${array}.T`,
  'as.numeric': keep,
  'as.integer': ([value]) => `int(${value})`,
  'as.matrix': keep,
  'as.vector': ([array]) => `_column(${array})`,
  rbind: (args) => `_bound([${args.join(', ')}])`,
  cbind: (args) => `_bound([_turned(p) for p in [${args.join(', ')}]]).T`,
  diag: ([size]) => `np.eye(int(${size}))`,
};

/** Positional arguments fill the names that are not given. */
function positional(
  args: readonly string[],
  named: ReadonlyMap<string, string>,
  names: readonly string[],
  index: number,
): string | undefined {
  const before = names.slice(0, index).filter((name) => !named.has(name)).length;
  return named.has(names[index]!) ? undefined : args[before];
}

const TABLES: Readonly<Record<ProgramLanguage, Readonly<Record<string, Written>>>> = {
  matlab: MATLAB,
  julia: JULIA,
  r: R,
};

/** Throws `Untranslated` for other functions. */
export function callOf(
  language: ProgramLanguage,
  name: string,
  args: readonly string[],
  named: ReadonlyMap<string, string>,
): string {
  const bare = name.replace(/^(?:base|stats)::/, '');
  const table = TABLES[language];
  if (!Object.hasOwn(table, bare)) throw new Untranslated(name);
  return table[bare]!(args, named);
}
