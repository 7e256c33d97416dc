/** A padding that is given for each of the four sides. */
import type { Sides } from '../../../layer/options';
import { numberOf, type ProgramValue } from '../../run/ProgramValue';

/** Sides in the order of the four numbers, or `pairs`: ((top, bottom), (left, right)) as `np.pad` takes it. */
export type SideOrder = readonly (keyof Sides)[] | 'pairs';

const PATTERNS: readonly (readonly [keyof Sides, RegExp])[] = [
  ['top', /^(?:t|top|up|upper|above|oben|haut|arriba)$/i],
  ['bottom', /^(?:b|bottom|down|lower|below|unten|bas|abajo)$/i],
  ['left', /^(?:l|left|links|gauche|izq\w*)$/i],
  ['right', /^(?:r|right|rechts|droite|der\w*)$/i],
];

const NAME = String.raw`(?:self\.)?\w+`;
/** `top, bottom, left, right = pad`, `= (pad,) * 4 if isinstance(pad, int) else pad` */
const NAMES = new RegExp(
  String.raw`^[ \t]*\(?(${NAME}(?:\s*,\s*${NAME}){3})\)?\s*=\s*(?:[^\n]+ (?:if [^\n]+ )?else )?[\w.]+\s*(?:#.*)?$`,
  'gm',
);
const PAIR = String.raw`\(\s*${NAME}\s*,\s*${NAME}\s*\)`;
const PAIRS = new RegExp(String.raw`^[ \t]*\(?${PAIR}\s*,\s*${PAIR}\)?\s*=\s*(?:self\.)?\w*pad\w*\s*(?:#.*)?$`, 'm');

/** `padding == ((0, 0), (0, 0))` */
const NO_PAIRS = /\w*pad\w*\s*[!=]=\s*\(\s*\(0,\s*0\),\s*\(0,\s*0\)\s*\)/;

/** Undefined where the text does not unpack a padding to names of the sides, or to two pairs. */
export function sideOrder(text: string): SideOrder | undefined {
  if (PAIRS.test(text) || NO_PAIRS.test(text)) return 'pairs';
  for (const [, names] of text.matchAll(NAMES)) {
    const sides = names!.split(/\s*,\s*/).map((name) => sideOf(name));
    if (new Set(sides).size === 4 && sides.every((side) => side !== undefined)) return sides;
  }
  return undefined;
}

/** `pad_top`, `pt`, `top` */
function sideOf(name: string): keyof Sides | undefined {
  const bare = name.replace(/^(?:self\.)?_?(?:p(?:ad(?:ding)?)?_?(?=.))?/i, '').replace(/_?pad(?:ding)?$/i, '');
  return PATTERNS.find(([, pattern]) => pattern.test(bare))?.[0];
}

/** Source of the argument, from the driver's `sides` (top, bottom, left, right). */
export function sidesSource(order: SideOrder): string {
  if (order === 'pairs') return '(sides[:2], sides[2:])';
  return `(${order.map((side) => `sides[${PATTERNS.findIndex(([each]) => each === side)}]`).join(', ')})`;
}

/** The sides that an argument gives; undefined for a number, for a pair, and where the order is not known. */
export function sidesOfValue(value: ProgramValue | undefined, text: string): Sides | undefined {
  const order = sideOrder(text);
  if (value?.kind !== 'sequence' || order === undefined) return undefined;
  const [rows, cols] = value.items;
  const numbers =
    order === 'pairs'
      ? [numberOf(rows, 0), numberOf(rows, 1), numberOf(cols, 0), numberOf(cols, 1)]
      : PATTERNS.map(([side]) => numberOf(value, order.indexOf(side)));
  const [top, bottom, left, right] = numbers;
  if (top === undefined || bottom === undefined || left === undefined || right === undefined) return undefined;
  return { top, bottom, left, right };
}

/** The name of a padding with which the text compares an argument, as a default: `if padding == 'same':`. */
export function comparedPadding(text: string, name: string): string | undefined {
  return new RegExp(`\\b${name}\\s*==\\s*(["'](?:same|valid)["'])`, 'i').exec(text)?.[1];
}
