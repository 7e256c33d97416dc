/** Whether the text takes a size, a stride or a padding as one number or as a pair. */
import type { ProgramValue } from '../../run/ProgramValue';
import type { SourceClass } from '../../source/Definition';
import { memoized } from '../../source/memoized';
import type { PythonTree } from '../../source/PythonTree';

interface PairForm {
  readonly recorded?: ProgramValue | undefined;
  /** As in `ArgumentForm`. */
  readonly arePairs?: boolean;
  readonly isUnpacked?: boolean;
  readonly isEither?: boolean;
  readonly fallback?: string | undefined;
}

export function isPair({ recorded, arePairs, fallback, isUnpacked, isEither }: PairForm): boolean {
  if (isEither && arePairs !== false) return true;
  if (recorded) return recorded.kind === 'sequence';
  if (arePairs !== undefined) return arePairs;
  return isUnpacked === true || /^[([]/.test(fallback ?? '');
}

/** Whether the text takes one number or a pair: `if isinstance(stride, int): stride = (stride, stride)`, `sh, sw = pair(stride)`. */
export function isEitherForm(text: string, name: string): boolean {
  const test = String.raw`\b(?:isinstance|hasattr)\(\s*${name}\s*,|(?<!\.)\btype\(\s*${name}\s*\)|\bisscalar\(\s*${name}\s*\)`;
  return new RegExp(String.raw`${test}|\w*(?:pair|tuple)\w*\(\s*${name}\s*[,)]`).test(accepting(text));
}

/** `if not isinstance(stride, int): raise TypeError(…)` */
const REFUSES_PAIRS = /\bif not (?:isinstance\(\s*\w+\s*,\s*int\s*\)|\(?type\(\w+\) is int\)?)\s*:\s*raise\b/g;
const accepting = memoized((text) => text.replace(REFUSES_PAIRS, ''));

/**
 * `sh, sw = stride`, `sh, sw = stride or size`, `sh, sw = size if stride is None else stride`, `sh, sw = pair(stride)`,
 * `(sh, sw), (ph, pw) = stride, pad`, `windows(x, *stride)`, or `stride[1]`
 */
export function isPairUnpacked(source: string, name: string): boolean {
  const text = separated(source);
  const value = `(?:[\\w.]+[ \\t]+or[ \\t]+)?(?:\\w*(?:pair|tuple)\\w*\\()?(?:\\w+\\.)*${name}\\)?(?:[ \\t]+or[ \\t]+[\\w.]+)?`;
  const either = `(?:[\\w.]+ if [^\\n]+ else ${value}|${value} if [^\\n]+ else [\\w.]+)`;
  const unpacked = new RegExp(
    `^[ \\t]*\\(?[\\w.]+\\s*,\\s*[\\w.]+\\)?\\s*=\\s*(?:${value}|${either})\\s*(?:#.*)?$`,
    'm',
  );
  const read = `(?<![\\w.])(?:self\\.)?${name}\\[1\\](?!\\[)|[(,]\\s*\\*(?:self\\.)?${name}\\s*[,)]`;
  return unpacked.test(text) || new RegExp(read).test(text);
}

const TARGETS = /^[ \t]*((?:\([\w., \t]+\)|[\w.]+)(?:[ \t]*,[ \t]*(?:\([\w., \t]+\)|[\w.]+))+)[ \t]*=(?!=)([^\n#]*)/gm;
const separated = memoized((text) => text.replace(TARGETS, oneByOne));

/** A line for each value of an assignment of several. */
function oneByOne(statement: string, all: string, values: string): string {
  const targets = all.match(/\([^()]*\)|[\w.]+/g)!;
  const parts = values.split(',');
  const isSplit = targets.length === parts.length;
  return isSplit ? targets.map((each, k) => `${each} = ${parts[k]!.trim()}`).join('\n') : statement;
}

/** As `isPairUnpacked`, of a parameter of the constructor: other methods read it from the attribute that keeps it. */
export function isPairOfClass(tree: PythonTree, { node, methods }: SourceClass, name: string): boolean {
  const init = methods.find((method) => method.name === '__init__');
  const text = tree.text(node);
  if (!init) return isPairUnpacked(text, name);
  const own = tree.text(init.node);
  const kept = [...own.matchAll(new RegExp(`self\\.(\\w+)\\s*=\\s*${name}[ \\t]*(?:#.*)?$`, 'gm'))].map(
    ([, each]) => each!,
  );
  const isOwn = isPairUnpacked(own, name) || isFirstRead(own, name);
  const attributes = [...kept, name].map((each) => `self\\.${each}`);
  return isOwn || attributes.some((each) => isPairUnpacked(text, each) || isFirstRead(text, each));
}

/** `pool_size[0]` alone: a pair of equal numbers. */
function isFirstRead(text: string, name: string): boolean {
  return new RegExp(`(?<![\\w.])${name}\\[0\\](?!\\[)`).test(text);
}

/** Whether the text unpacks a value to three names: `depth, rows, cols = input_shape`. */
export function isTripleUnpacked(text: string, name: string): boolean {
  const target = String.raw`[\w.]+`;
  return new RegExp(
    `^[ \\t]*\\(?${target}\\s*,\\s*${target}\\s*,\\s*${target}\\)?\\s*=\\s*${name}\\s*(?:#.*)?$`,
    'm',
  ).test(text);
}

/** Whether the text unpacks a value, or the attribute of its name, to four names: `m, h, w, c = self.input_shape`. */
export function isQuadUnpacked(text: string, name: string): boolean {
  return new RegExp(
    `^[ \\t]*\\(?(?:[\\w.]+\\s*,\\s*){3}[\\w.]+\\)?\\s*=\\s*(?:self\\.)?${name}\\s*(?:#.*)?$`,
    'm',
  ).test(text);
}

/**
 * The number of sizes that the text reads of a window, 4 or 3: `rows, cols, channels, filters = kernel_shape`, `kernel_shape[2]`.
 * `hasCount`: another parameter gives the number of filters. Undefined for one size or a pair, `open`: the
 * channels come from elsewhere, as in `np.zeros((shape[0], shape[1], channels, shape[2]))`.
 */
export function filterAxesRead(text: string, name: string, hasCount: boolean): 3 | 4 | 'open' | undefined {
  const read = [...text.matchAll(new RegExp(`(?<!\\w)${name}\\[(-?\\d)\\]`, 'g'))].map(([, index]) => Number(index));
  const target = String.raw`[\w.]+\s*,\s*`;
  const unpacked = new RegExp(`^[ \\t]*\\(?((?:${target})+)[\\w.]+\\)?\\s*=\\s*(?:self\\.)?${name}\\s*(?:#.*)?$`, 'm');
  const [first, second, third] = [0, 1, 2].map((axis) => String.raw`(?:self\.)?${name}\[${axis}\]`);
  const between = new RegExp(
    `\\(${first}\\s*,\\s*(?:${second}\\s*,\\s*)?(?!\\s*${second})[^,()]+,\\s*(?:${second}\\s*,\\s*)?${third}\\s*[,)]`,
  );
  if (between.test(text)) return 'open';
  const count = (unpacked.exec(text)?.[1]?.split(',').length ?? 0) + (read.includes(3) ? 4 : 0);
  // `np.zeros(kernel_shape)`, and `F, C, rows, cols = self.kernel.shape`
  const isWhole = new RegExp(`\\b(?:(?:zeros|rand\\w*)\\(|(?:uniform|normal)\\([^()]*, *)${name}\\)`).test(text);
  if (count >= 4 || (isWhole && FOUR_AXES.test(text))) return 4;
  // `np.zeros((filters, *kernel_shape))`: the shape of one filter.
  const one = new RegExp(`[([]\\s*[\\w.]+\\s*,\\s*\\*(?:self\\.)?${name}\\s*[,)\\]]`);
  if (hasCount && /shape/i.test(name) && one.test(text)) return 3;
  if (count === 3 && !hasCount) return 'open';
  if (count === 3 || read.includes(2) || read.some((index) => index < 0)) return hasCount ? 3 : 4;
  return undefined;
}

const FOUR_AXES = /^[ \t]*\(?(?:\w+\s*,\s*){3}\w+\)?\s*=\s*self\.\w+\.shape\b/m;

/** Whether Python's error shows that pairs are needed, or numbers; undefined for another error. */
export function neededForm(
  error: { readonly type: string; readonly message: string } | undefined,
): boolean | undefined {
  if (error?.type !== 'TypeError') return undefined;
  if (OF_NUMBERS.test(error.message)) return true;
  return /\btuple\b/.test(error.message) ? false : undefined;
}

/** Errors of a number that is taken as a sequence. */
const OF_NUMBERS =
  /'(?:int|float)' object is not (?:subscriptable|iterable)|cannot unpack non-iterable (?:int|float)|object of type 'int' has no len/;
