/** The layout that a text shows by the names of an array's axes: `n_c, h_prev, w_prev = image.shape` is channels first. */
import { isTwin } from '../../source/twins';
import type { AxisLayout } from '../Adapter';
import { roleOf } from '../roles/roles';

const UNPACKED =
  /^[ \t]*[([]?(\w+(?:\s*,\s*\w+){2,3})[)\]]?\s*=\s*(?:np\.shape\(([\w.]+)\)|([\w.]+)\.shape|((?:self\.)?\w*shape))\s*(?:#.*)?$/gm;

/** `x: (N, H, W, C)` in a comment or a docstring. */
const STATED =
  /(?:^|[\s"'#,;])(?:x|A_prev|inputs?|imgs?|images?|data|entrada|eingabe)\s*(?::|of shape)?\s*\(?(N[\s,x]*H[\s,x]*W[\s,x]*C|N[\s,x]*C[\s,x]*H[\s,x]*W|C[\s,x]*H[\s,x]*W[\s,x]*N|H[\s,x]*W[\s,x]*C[\s,x]*N|H[\s,x]*W[\s,x]*C|C[\s,x]*H[\s,x]*W)\b(?!\w)/;

/** `X -- (m, n_H, n_W, n_C)`: the course's names of the axes. */
const COURSE_AXES = /^\s*(?:X|A_prev) -- .*\(m, n_H(?:_prev)?, n_W(?:_prev)?, n_C(?:_prev)?\)/m;

/** `X -- lote de forma (m, alto, ancho, canales)`: a name at the start of a line, and the names of its axes in parentheses. */
const DESCRIBED = /^[ \t]*(?:#|"""|:param)?[ \t]*(\w+)\b[^\n()=]{0,50}\((\w+(?:\s*,\s*\w+){2,3})\)/gm;

/** `images X of shape (m, n_H, n_W, n_C)` in a sentence. */
const IN_SENTENCE = /\b(\w+),? (?:of |has |with |has the )?shape:? ?\((\w+(?:\s*,\s*\w+){2,3})\)/g;

/** Words for the axes, also German, Spanish, French and Chinese ones. */
const AXIS_WORDS: readonly (readonly [letter: string, words: RegExp])[] = [
  ['N', /^(?:n|m|b|bs|batch\w*|n_?batch|examples?|samples?|num\w*|stapel\w*|anzahl|lotes?|muestras|lots?|pi)$/i],
  ['H', /^(?:h|ih|h_?in|n_?h\w*|height|rows?|alto|altura|filas|h(?:ö|oe)he|zeilen|hauteur|lignes|gao)$/i],
  [
    'W',
    /^(?:w|iw|w_?in|n_?w\w*|width|cols?|columns?|ancho|anchura|largura|colunas|columnas|breite|spalten|largeur|colonnes|kuan)$/i,
  ],
  ['C', /^(?:c|ch|c_?in|n_?c\w*|(?:in_?)?channels?|depth|canal(?:es)?|kan(?:ä|ae)le?|canaux|tong_?dao)$/i],
];

export function statedLayout(text: string): AxisLayout | undefined {
  if (COURSE_AXES.test(text)) return 'NHWC';
  const [, stated] = STATED.exec(text) ?? [];
  if (stated !== undefined) return layoutOfLetters(stated.replace(/[\s,x]/g, ''));
  for (const [, name = '', axes = ''] of [DESCRIBED, IN_SENTENCE].flatMap((form) => [...text.matchAll(form)])) {
    const letters = axes.split(',').map((axis) => AXIS_WORDS.find(([, words]) => words.test(axis.trim()))?.[0]);
    const layout = layoutOfLetters(letters.join(''));
    if (layout && roleOf(name, ['input']) === 'input') return layout;
  }
  return undefined;
}

/** `W: (out, in, k, k)` in a docstring or a comment. */
const FILTER_AXES =
  /(?:^|[\s"'#,;])(?:W|w|K|weights?|kernels?|filters?)\s*(?::|--|of shape)\s*(?:of )?(?:shape )?\(([\w ]+(?:,[\w ]+){3})\)/;

const FILTER_WORDS: readonly (readonly [letter: string, words: RegExp])[] = [
  ['O', /^(?:out\w*|c_?out|f|o|n_?filters?|num_?filters?|filters)$/i],
  ['I', /^(?:in(?:_\w+)?|c_?in|c|i|channels?)$/i],
  ['K', /^(?:k\w*|hh|ww|[fk]_?[hw]|h|w|rows|cols)$/i],
];

/** The order of the filters' axes that a text states, as in `OIHW`. */
export function statedFilter(text: string): string | undefined {
  const [, axes = ''] = FILTER_AXES.exec(text) ?? [];
  const letters = axes
    .split(',')
    .map((axis) => FILTER_WORDS.find(([, words]) => words.test(axis.trim()))?.[0])
    .join('')
    .replace('KK', 'HW');
  return /^(?=.*O)(?=.*I)(?=.*HW)\w{4}$/.test(letters) ? letters : undefined;
}

const LAYOUTS: readonly AxisLayout[] = ['NHWC', 'NCHW', 'HWC', 'CHW', 'CHWN', 'HWCN'];

function layoutOfLetters(letters: string): AxisLayout | undefined {
  return LAYOUTS.find((each) => each === letters);
}

/** Undefined where no input or gradient is unpacked, or where two of them differ. */
export function namedLayout(text: string): AxisLayout | undefined {
  const stated = statedLayout(text);
  if (stated) return stated;
  const found = new Set<AxisLayout>();
  for (const [, targets = '', first, second, third] of text.matchAll(UNPACKED)) {
    const array = first ?? second ?? third ?? '';
    const layout = layoutOf(targets.split(',').map((name) => name.trim()));
    // Filters (F, C, HH, WW) belong to channels first; others leave the layout of the input open.
    const isTelling = (layout === 'NCHW' && !readsLastAxis(text)) || !/^filter/.test(roleOf(array, ['filter']) ?? '');
    if (layout && isTelling) found.add(layout);
  }
  const [only] = found;
  return found.size === 1 ? only : undefined;
}

/** `assert x.shape[-1] == c`: the channels of an input with any filters. */
function readsLastAxis(text: string): boolean {
  const compared = text.matchAll(/\b(\w+)\.shape\[(?:-1|3)\] *[!=]=/g);
  return [...compared].some(([, name]) => roleOf(name!, ['input']) === 'input');
}

/** Rows and columns follow each other, and their names differ in the axis only. */
function layoutOf(names: readonly string[]): AxisLayout | undefined {
  const places = names.flatMap((name, k) => (k + 1 < names.length && isTwin(name, names[k + 1]!) ? [k] : []));
  const [at] = places;
  if (at === undefined || places.length > 1) return undefined;
  if (names.length === 4) {
    const isLast = AXIS_WORDS[0]![1].test(names[3]!);
    if (at === 1) return isLast ? 'CHWN' : 'NHWC';
    return at === 2 ? 'NCHW' : at === 0 && isLast ? 'HWCN' : undefined;
  }
  // Several planes.
  if (at === 1 && AXIS_WORDS[0]![1].test(names[0]!)) return undefined;
  return at === 1 ? 'CHW' : 'HWC';
}
