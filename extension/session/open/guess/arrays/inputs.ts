/** Which arrays of a text without a layer call can be a layer's input. */
import { escapePattern } from '../../../../../core/escapePattern';
import { anyOf } from '../../../../../core/anyOf';
import { sizeOf } from '../../../../../core/array/NdArray';
import { roleOfName } from '../../../../../core/setup/roles/roles';

/** Not a result, a filter, a bias, a gradient, one entry of an array, or a tuple of sizes. `written`: the array's text. */
export function canBeInput(name: string | undefined, shape: readonly number[], written: string): boolean {
  const rank = shape.length;
  if (rank === 0 || rank > 4 || sizeOf(shape) < 2) return false;
  if (name !== undefined && name.includes('[')) return false;
  if (name === undefined && isComputed(written)) return false;
  const role = roleOfName(name);
  if (role === 'result') return !looksPrinted(written) && /^[ay]$/i.test(name ?? '');
  if (role !== undefined && role !== 'x') return false;
  if (written.startsWith('(') && role !== 'x') return false;
  return rank > 1 || !/(?:shape|size|dims?)$/i.test(name ?? '');
}

/** Functions that make arrays, as the first of an expression: `np.arange(9).reshape(3, 3)`. */
const MAKES = new RegExp(
  String.raw`^(?:[\w.]*\.)?${anyOf(String.raw`
    array asarray asanyarray ascontiguousarray matrix mat tensor as_tensor \w*Tensor constant Variable
    convert_to_tensor from_numpy arange range linspace ones zeros eye identity full empty diag tri[lu]?
    rand\w* normal standard_normal uniform integers choice magic peaks list tuple c matrix float32 float64
    reshape stack vstack hstack tile repeat fromstring loadtxt
  `)}$`,
);

/** Whether an expression is a call of another function than one that makes an array: its value is a result. */
function isComputed(written: string): boolean {
  const callee = /^([A-Za-z_][\w.]*)\(/.exec(written)?.[1];
  return callee !== undefined && !MAKES.test(callee);
}

/** Whether an input opens a layer without a command for a kind or another array that implies it. `failed`: other statements do not run. */
export function isInputAlone(name: string | undefined, shape: readonly number[], failed: boolean): boolean {
  return shape.length > 1 || (roleOfName(name) === 'x' && !failed);
}

/** Numbers without commas between them, as NumPy prints them, or a tensor as PyTorch prints it. */
export function looksPrinted(text: string): boolean {
  if (/^(?:\w+\s*=\s*)?tensor\(|grad_fn=</.test(text)) return true;
  return /\[/.test(text) && /[\d.e][ \n]+[-+.\d[TF]/.test(text) && !text.includes(',');
}

const reductions =
  'sum|mean|max|min|amax|amin|std|var|dot|matmul|mm|bmm|exp|log|sqrt|einsum|tensordot|argmax|linalg|unfold|cumsum|relu|clamp|clip';

/** Functions that keep the values of their argument, or only show it. */
const keeps = new RegExp(
  String.raw`^(?:np\.)?${anyOf(`
    array asarray ascontiguousarray tensor as_tensor Tensor from_numpy constant Variable convert_to_tensor
    reshape expand_dims squeeze unsqueeze transpose float32 float64 copy deepcopy list tuple len type str repr
    print open fromarray
  `)}$|show$|^(?:plot|figure|subplots?|draw|display|set_|save)`,
);

/**
 * Whether a text computes another value with an array: it is an operand or the argument of a function in the assignment of
 * another name, or, where `prints` count, an operand of what is printed. Conversions, and changes of the array itself (`img = img / 255`), are not computations with it.
 */
export function isComputedWith(name: string, text: string, prints = false, above = ''): boolean {
  const own = escapePattern(name);
  const operand = new RegExp(
    `(?<![\\w.])${own}\\s*[-+*/@%](?!=)|[-+*/@%]\\s*${own}(?:\\.T\\b)?(?![\\w.])|` +
      `(?<![\\w.])${own}(?:\\[[^\\]\\n]*\\])?(?:\\.\\w+(?:\\([^()\\n]*\\))?)*\\.(?:${reductions})\\(|\\.(?:${reductions})\\b[^\\n=]*(?<![\\w.])${own}(?![\\w.])`,
  );
  // `total += image[i + m][j + n] * …`, `[max(m[i][j], …) for i in …]`: its elements, by variables.
  const element = `(?<![\\w.])${own}(?:\\[[^\\]\\n]*[A-Za-z_][^\\]\\n]*\\])+`;
  const elements = new RegExp(
    `${element}\\s*[-+*/](?!=)|[-+*/]\\s*${element}|${element}.*\\bfor\\b|\\bfor\\b[^=]*\\bin\\s+(?:\\w+\\(\\*?)?${own}\\b`,
  );
  const reduced = new RegExp(`\\)\\.(?:${reductions})\\(`);
  // `up(x)`, `UpSampling2D(2)(x)`, `reduce(x[None], …)`.
  const passed = new RegExp(
    `([A-Za-z_]\\w*|\\))\\(\\s*(?:[^()]*,\\s*)?(?:\\w+\\s*=\\s*)?${own}(?:\\[[^\\]\\n]*\\])?\\s*[,)]`,
    'g',
  );
  return text.split('\n').some((line) => {
    const code = line.replace(/#.*$/, '');
    const [, target, value] =
      /^\s*(\(?[\w.]+(?:,\s*\*?[\w.]+)*,?\)?)(?:\[[^\]]*\])?\s*[-+*/]?=(?!=)(.*)$/.exec(code) ?? [];
    if (target === undefined) {
      if (isPassedToOwn(code, [...code.matchAll(passed)], `${above}\n${text}`)) return true;
      if (!prints || !/^\s*(?:print\(|[\w.]+[.(])/.test(code)) return false;
      return operand.test(code) || (reduced.test(code) && code.search(passed) >= 0);
    }
    if (target.split(/[\s,()]+/).includes(name)) return false;
    return (
      operand.test(value!) ||
      elements.test(value!) ||
      [...value!.matchAll(passed)].some(([, callee]) => !keeps.test(callee!) && !CONVOLUTION.test(callee!))
    );
  });
}

/** "output = Pool(ReLU(Conv(I)))": the layer of the words. */
const CONVOLUTION = /^Conv(?:olution)?$/;

/** Whether one of the calls in a line that assigns nothing is of a function that the text defines: `print(convolve(x, k))`. */
function isPassedToOwn(line: string, calls: readonly RegExpMatchArray[], text: string): boolean {
  if (/^\s*(?:def|class|return|#)/.test(line)) return false;
  return calls.some(([, callee]) => callee !== ')' && new RegExp(`(?:^|\\n)[ \\t]*def[ \\t]+${callee}\\b`).test(text));
}

/** Whether an array is what a function of the text returns for another array: `cols = im2col(img, 2, 2)`. */
export function isReturnedFor(name: string, others: readonly string[], text: string): boolean {
  return text.split('\n').some((line) => {
    const [, target, callee, args = ''] = /^[ \t]*([A-Za-z_]\w*)[ \t]*=[ \t]*([A-Za-z_][\w.]*)\((.*)$/.exec(line) ?? [];
    if (target !== name || !new RegExp(`(?:^|\\n)[ \\t]*def[ \\t]+${callee}\\b`).test(text)) return false;
    const used = new Set(args.match(/[A-Za-z_]\w*/g));
    return others.some((other) => other !== name && used.has(other));
  });
}

/** Whether lines that are not code compute with an array: `for each window in x:` above `out[i] = sum(window * kernel)`. */
export function isUsedIn(name: string, text: string): boolean {
  const own = escapePattern(name);
  return new RegExp(`(?<![\\w.])${own}(?![\\w.])`).test(text) && /\w\s*[[(=*+][^]*[\])\w]/.test(text);
}

/** Whether a loop fills an array from parts of others: `out[i, j] = np.sort(x[i:i + 3])[0]`, `out.append(x[i][0])`. */
export function isFilledFrom(name: string, others: readonly string[], text: string): boolean {
  const joined = text.replace(/(?<=[([,])[ \t]*\n[ \t]*/g, ' ');
  const lines = joined.split('\n').filter((line) => line.length < 1000 && /^[ \t]*[A-Za-z_]\w*[[.]/.test(line));
  return lines.some((line) => {
    const [, indent = '', target, value = ''] = FILLS.exec(line) ?? [];
    if (target !== name) return false;
    // `padded[1:-1, 1:-1] = image`, outside of a loop too.
    const whole = /^\s*([A-Za-z_]\w*)\s*(?:#.*)?$/.exec(value)?.[1];
    if (whole !== undefined && whole !== name && others.includes(whole)) return true;
    if (indent === '') return false;
    const parts = new Set(value.match(/[A-Za-z_]\w*(?=\[)/g));
    return others.some((other) => other !== name && parts.has(other));
  });
}

const FILLS = /^([ \t]*)([A-Za-z_]\w*)(?:(?:\[[^\]]*\])+[ \t]*[-+*/]?=(?!=)|\.(?:append|extend|insert)\()(.*)$/;
