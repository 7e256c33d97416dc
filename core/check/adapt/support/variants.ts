/** What a function does besides the layer, or instead of a part of it, as its name, comments and text state. */
import type { FixedGeometry, PooledAfter } from '../../cases/FixedGeometry';
import { isBackward, isConvolution, type CourseFunction } from '../../CourseFunction';

export type Variant = Pick<FixedGeometry, 'isSum' | 'ceilMode' | 'rectified' | 'pooled' | 'pad' | 'mode'>;

/** The likeliest first; the layer itself is among them, but where the name tells more. `name`: of the function, or of the class. */
export function variantsOf(operation: CourseFunction, name: string, text: string): Variant[] {
  const own = isBackward(operation) ? text : text.replace(BACKWARD_METHOD, '');
  return isConvolution(operation) ? convolutions(operation, name, own) : poolings(name, text);
}

/** Of a class: the derivative of ReLU in it belongs to another layer. */
const BACKWARD_METHOD = /^( +)def \w*(?:back|grad)\w*\([^]*?(?=^\1(?:def|@)|(?![^]))/gm;

function convolutions(operation: CourseFunction, name: string, text: string): Variant[] {
  const variants: Variant[] = [{}];
  if (/\bfull\b|_full|full_/i.test(text)) variants.push({ pad: 'full' });
  const pooled = operation === 'conv_forward' ? pooledAfter(text) : [];
  if (!RECTIFIES.test(text)) return [...variants, ...pooled.map((each) => ({ pooled: each }))];
  const composed = pooled.flatMap((each): Variant[] => [{ rectified: 'output', pooled: each }, { pooled: each }]);
  const output: Variant = { rectified: 'output' };
  const input: Variant = { rectified: 'input' };
  // Before the loops it is the input's.
  const isInput = ACTIVATION.test(text.slice(0, text.search(/\bfor\b|\breturn\b/)));
  const isOutput = RETURNS_RECTIFIED.test(text) || (!isBackward(operation) && ACTIVATION.test(text));
  const plain = isInput
    ? [input, output, ...variants]
    : isOutput
      ? [output, input, ...variants]
      : [...variants, output, input];
  // `conv_relu` is a ReLU of the convolution, `relu_conv` a convolution of one.
  const place = /conv\w*relu/i.test(name) ? 'output' : /relu\w*conv/i.test(name) ? 'input' : undefined;
  const isNamed = ({ rectified }: Variant): boolean =>
    rectified !== undefined && (place === undefined || rectified === place);
  return [
    ...(/relu/i.test(name) && (ACTIVATION.test(text) || /relu\(/.test(text.slice(text.indexOf(':'))))
      ? plain.filter(isNamed)
      : plain),
    ...composed,
  ];
}

/** The poolings that a convolution may end with. */
function pooledAfter(text: string): PooledAfter[] {
  const isMax = /(?<!arg)max(?:_?pool\w*)?\(|max_?pool/i.test(text.replace(/\bmaximum\(/g, ''));
  const isMean = /\bmean\(|av(?:g|erage)_?pool/i.test(text);
  // A helper of the text pools.
  const isEither = !isMax && !isMean && /pool\w*\(/i.test(text);
  const [, given] = /\bpool\w* *(?:: *int *)?= *\(?(\d)/i.exec(text) ?? [];
  const sizes = given === undefined ? (/\/\/ *3\b/.test(text) ? [2, 3] : [2]) : [Number(given)];
  const modes = [...(isMax || isEither ? ['max' as const] : []), ...(isMean || isEither ? ['average' as const] : [])];
  return sizes.flatMap((size) => modes.map((mode) => ({ size, mode })));
}

/** A comparison of the values of an array with 0: `a[a < 0] = 0`, `x * (x > 0)`, `np.where(x > 0, x, 0.1 * x)`. */
export const ACTIVATION =
  /\[[^\]\n]*[<>]=? ?0(?:\.0?)?\]\s*\*?=(?!=)|\*=? ?\(?[\w.[\], :]*\w\]? ?>=? ?0\b|\bwhere\([^,\n]*[<>]=? ?0|np\.maximum\((?:0(?:\.0?)?,|[^\n]*, ?0(?:\.0?)?\))/;

/** The same, a single value, or ReLU by its name; not a test of an index, `if row < 0 or row >= rows`. */
const RECTIFIES = new RegExp(
  String.raw`relu|${ACTIVATION.source}|\bclip\([^\n]*\b0(?:\.0?)?,|\bmax\((?:0(?:\.0?)?,|[^\n]*, ?0(?:\.0?)?\))|(?<!\b\w?_?p(?:ad\w*)?)(?<=[\])\w]) ?[<>]=? ?0\b(?! *(?:or|and)\b)`,
  'i',
);

const RETURNS_RECTIFIED = /^\s*return (?:np\.maximum\([^\n]*\b0|relu\()/im;

/** A ceiling in the code alone can be a mistake: a name, a comment or an argument states it. */
const CEILING =
  /ceil_?mode|cover_?all|(?:#[^\n]*|"""[^"]*)(?:\bceil|\bpartial|\bincomplete|\bround(?:ed|s)? up|\bcut off|\b(?:over|beyond) the (?:edge|border)|\baufgerundet|\bunvollständig|\bredondea|[向往]上取整|不完整|切り上げ|올림)/i;

/** A size that is not whole, or a remainder, is rounded up by its own statement: `if rows % 1 != 0: rows += 1`. */
const ROUNDED_UP = /\bif\b[^\n:]*%[^\n:]*:\s*[\w.]+ *(?:\+= *1\b|=[^\n=]*\+ *1\b)/;

/** A window begins wherever a step ends: `range(0, height, self.size)`. */
const WHOLE_INPUT = /\brange\(0, *[\w.]+, *[\w.]*(?:stride|size|pool|kernel|step)/;

function poolings(name: string, text: string): Variant[] {
  const sum: Variant = { isSum: true, mode: 'average' };
  const base: Variant[] = /sum/i.test(name) ? [sum, {}] : [{}];
  const isStated =
    /ceil/i.test(name) ||
    CEILING.test(text) ||
    ROUNDED_UP.test(text) ||
    (/ceil/.test(text) && (/\bmin\(/.test(text) || WHOLE_INPUT.test(text)));
  return isStated ? base.flatMap((each): Variant[] => [each, { ...each, ceilMode: true }]) : base;
}
