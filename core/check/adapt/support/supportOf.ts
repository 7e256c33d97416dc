/** The options of a layer that a function can vary, read from its signature and its text. */
import type { SyntaxNode } from '@lezer/common';
import { isConvolution, isPooling, type CourseFunction } from '../../CourseFunction';
import type { PythonTree } from '../../source/PythonTree';
import type { AxisLayout, Support } from '../Adapter';
import { modeInName } from '../guessOperation';
import { axesOf } from '../layout/layouts';
import { roleOf, type Role } from '../roles/roles';

/** What the signature and the text of a function allow to vary. */
export function supportOf(
  tree: PythonTree,
  node: SyntaxNode,
  name: string,
  operation: CourseFunction,
  roles: readonly Role[],
): Support {
  // The modes of np.pad and of sizes are not that of the pooling.
  const text = codeOnly(tree.text(node)).replace(
    /mode\s*=\s*['"](?:constant|edge|reflect|symmetric|wrap)['"]|(?:ceil|pad|padding|size)_?mode/g,
    '',
  );
  const keys = tree.all('String', node).map((string) => roleOf(tree.text(string).slice(1, -1)));
  const packed = roles.includes('options') || roles.includes('cache');
  const has = (role: Role): boolean => roles.includes(role) || (packed && keys.includes(role));
  const stateful = packed || text.includes('self.');
  const stride = has('stride') || (packed && /stride/i.test(text)) || operation === 'zero_pad';
  const hasPad = has('pad') || (packed && /pad/i.test(text.replace(KEYWORD_PAD, '('))) || operation === 'zero_pad';
  const pad = hasPad && !(isPooling(operation) && isUncounted(text));
  if (!isConvolution(operation) && !isPooling(operation)) return { bias: true };
  const mode = isConvolution(operation)
    ? undefined
    : (modeInName(name) ??
      onlyMode(text) ??
      (has('mode') || roles.includes('reducer') || (stateful && /mode/.test(text))
        ? undefined
        : (modeInText(text) ?? 'own')));
  return {
    bias: roles.includes('bias') || stateful,
    ...(packed || sizesOf(operation).some((role) => roles.includes(role)) ? {} : { kernel: 'own' }),
    ...(stride ? {} : { stride: 1 }),
    ...(pad ? {} : { pad: 0 }),
    ...(mode ? { mode } : {}),
    ...((text.match(/\/\/\s*2\b/g) ?? []).length >= 2 ? { halves: true } : {}),
    ...(has('dilation') ? { dilated: true } : {}),
    ...(has('groups') ? { grouped: true } : {}),
    ...(isRectangular(tree, node, keys, roles) ? { rectangular: true } : {}),
  };
}

/** `conv2d(g, w, padding=k - 1)`: a padding without a name of its own is that of this call. */
const KEYWORD_PAD = /[(,]\s*pad(?:ding)?=(?![^,()\n]*\bp(?:ad)?)/g;

/** The mode of code that keeps the one that it is given, `self.mode = mode`, but computes one only. */
function onlyMode(text: string): 'max' | 'average' | 'own' | undefined {
  const rest = text.replace(/self\.mode *= *mode\b|\bmode *= *["']\w+["']/g, '');
  if (!/\bmode\b/.test(text) || /mode/.test(rest)) return undefined;
  return modeInText(rest) ?? (/max|mean|average/i.test(rest) ? undefined : 'own');
}

/** A call of a function that takes windows out of the input, whatever layer they are for. */
const TAKES_WINDOWS = /(?<![.\w])(?:(?!self\b)\w+\.)?\w*(?:col|patch|window|unfold)\w*\(/i;

/** Whether a padding, 0 if it is not given, is never read, or only by a helper that takes windows: the size of the result does not count it. */
function isUncounted(text: string): boolean {
  const lines = text
    .replace(/,\s*\n\s*/g, ', ')
    .split('\n')
    .filter((line) => !/^\s*(?:def |self\.[\w, .]+ *= *[\w, ]+$)/.test(line));
  const used = lines.filter((line) => (line.match(/\b[A-Za-z]\w*/g) ?? []).some((name) => roleOf(name) === 'pad'));
  return used.every((line) => TAKES_WINDOWS.test(line)) && /\bpad\w* *(?:: *int *)?= *0 *[,)]/.test(text);
}

/** Rows and columns of the window are two options, or two sizes of the filter: `F, C, HH, WW = w.shape`. */
function isRectangular(
  tree: PythonTree,
  node: SyntaxNode,
  keys: readonly (Role | undefined)[],
  roles: readonly Role[],
): boolean {
  const areBoth = (found: readonly (Role | undefined)[]): boolean =>
    found.includes('kernelRows') && found.includes('kernelCols');
  const statements = tree.all('AssignStatement', node).map((statement) => tree.text(statement));
  const unpacked = statements.map((text) => /^\(?([\w\s,]+)\)?\s*=\s*([\w.]+)/.exec(text) ?? []);
  // `p_h, p_w = pool_size`
  if (roles.includes('kernel'))
    return statements.some((text) => roleOf(/^\(?\w+\s*,\s*\w+\)?\s*=\s*(\w+)\s*$/.exec(text)?.[1] ?? '') === 'kernel');
  if (keys.includes('kernel')) return false;
  if (areBoth(roles) || areBoth(keys) || statements.some(isSizeOfLists) || areSizesApart(statements)) return true;
  if (statements.some((text) => isSizeOfPlane(tree, node, text))) return true;
  return unpacked.some(
    ([, targets = '', value]) =>
      value?.endsWith('.shape') && areBoth(targets.split(',').map((name) => roleOf(name.trim()))),
  );
}

/** Whether the text reads both sizes of a filter by their places: `range(w.shape[2])` and `range(w.shape[3])`. */
export function readsBothSizes(text: string, layout: AxisLayout): boolean {
  const { filter } = axesOf(layout);
  const read = [...text.matchAll(/(?<![\w.])(?:self\.)?(\w+)\.shape\[(-?\d)\]/g)].flatMap(([, name, axis]) =>
    roleOf(name!, ['filter']) === 'filter' ? [filter.at(Number(axis))] : [],
  );
  return read.includes('H') && read.includes('W');
}

/** `kh, kw = len(kernel), len(kernel[0])`, also in the wrong order. */
function isSizeOfLists(text: string): boolean {
  const [, filter] = /=\s*len\((\w+)(?:\[0\])?\)\s*,\s*len\(\1(?:\[0\])?\)\s*$/.exec(text) ?? [];
  return filter !== undefined && roleOf(filter, ['filter']) === 'filter';
}

/** `kh = len(kernel)` and `kw = len(kernel[0])`; by their names also where both have the same size of the filter. */
function areSizesApart(statements: readonly string[]): boolean {
  const sizes = statements.flatMap((text) => {
    const [, name, list, row, array] =
      /^(\w+)\s*=\s*(?:len\((\w+)(\[0\])?\)|(\w+)\.shape\[-?\d\])\s*$/.exec(text) ?? [];
    const filter = list ?? array;
    if (filter === undefined || roleOf(filter, ['filter']) !== 'filter') return [];
    const byName = roleOf(name!);
    return [{ filter, isRows: byName === 'kernelRows' || (list && !row), isCols: byName === 'kernelCols' || row }];
  });
  return sizes.some(({ filter, isRows }) => isRows && sizes.some((each) => each.filter === filter && each.isCols));
}

/** How many filters or channels there are: `n_filters`, `F`. */
const COUNT =
  /^(?:[FCNO]|(?:n|num|nb|no)_?(?:[CcFfKk]|\w*(?:[Ff]ilter|[Kk]ernel|[Cc]hannel|[Mm]ap)s?)|\w*(?:[Ff]ilters|[Kk]ernels|[Cc]hannels|[Mm]aps))$/;

/** `h, w = K.shape` of a filter without channels, or `W.shape[2:]`, where both sizes are read. */
function isSizeOfPlane(tree: PythonTree, node: SyntaxNode, statement: string): boolean {
  const [, rows, cols, filter] =
    /^\(?([A-Za-z]\w*)\s*,\s*([A-Za-z]\w*)\)?\s*=\s*(\w+)\.shape(?:\[(?:-?2:|:2)\])?$/.exec(statement) ?? [];
  if (filter === undefined || roleOf(filter, ['filter']) !== 'filter' || rows === cols) return false;
  if (COUNT.test(rows!)) return false;
  return [rows, cols].every((name) => tree.text(node).split(new RegExp(`\\b${name}\\b`)).length > 2);
}

/** The text without comments and docstrings. */
export function codeOnly(text: string): string {
  return text.replace(/"""[\s\S]*?"""|'''[\s\S]*?'''|#.*/g, '');
}

/** The arguments that give the window its size. */
function sizesOf(operation: CourseFunction): readonly Role[] {
  return isConvolution(operation) ? ['filter', 'filterShape', 'kernel', 'kernelRows'] : ['kernel', 'kernelRows'];
}

/** `max(top, 0)` keeps an index inside the array. */
const AT_THE_EDGE = /(?<!\.)\bmax\((?:[^(),]+, *0|0, *[^(),]+)\)/g;

/** Words and operators of code that finds or keeps the largest value. */
const OF_MAXIMUM = /[<>]|==|max|sort|partition|reduce|mask|idx|index|indices|arg|winner|pos|cache|self\./i;

function modeInText(text: string): 'max' | 'average' | undefined {
  const max = /\b(?:np\.)?(?:a?max|argmax|maximum)\b/i.test(text.replace(AT_THE_EDGE, ''));
  const average = /\bmean\b|\bavg\b|average|mittelwert|promedio|moyenne/i.test(text);
  // A search for the largest value has a comparison, or sorts the values.
  if (!max && !average) return OF_MAXIMUM.test(text) ? undefined : 'average';
  if (max === average) return undefined;
  return max ? 'max' : 'average';
}
