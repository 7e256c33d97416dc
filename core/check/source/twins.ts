/** Names that differ in the axis only: rows and columns. */
import { memoized } from './memoized';

/** `h`/`w`, `n_H`/`n_W`, `vert_start`/`horiz_start`. */
export function isTwin(a: string, b: string): boolean {
  return a !== b && (twinOf(a) === b || twinOf(b) === a);
}

const TWINS: readonly (readonly [RegExp, string])[] = [
  [/hh/g, 'ww'],
  [/vert/g, 'horiz'],
  [/row/g, 'col'],
  [/height/g, 'width'],
  [/Height/g, 'Width'],
  [/altura/g, 'largura'],
  [/top/g, 'left'],
  [/bottom/g, 'right'],
  [/(?<![a-z])H(?![a-z])/g, 'W'],
  [/(?<![a-zA-Z])h(?![a-z])|(?<=_)h$|^h(?=_)|(?<=[a-z])h$/g, 'w'],
  [/^i(?=\d*$)/g, 'j'],
  [/^y(?=\d*$)|^y(?=_)|(?<=_)y$/g, 'x'],
  [/^r(?=\d*$)|(?<=_)r$/g, 'c'],
  [/^u(?=\d*$)/g, 'v'],
  [/^([spk])r$/g, '$1c'],
  [/^([spk])y$/g, '$1x'],
  [/^(s|p|k|strides?|pads?|kernel|out)(_?)0$/g, '$1$21'],
  // Strides; of gradients they are those of the output and of the input.
  [/^dy$/g, 'dx'],
  [/H/g, 'W'],
  [/h/g, 'w'],
];

/** The name of the other axis; the name itself where it has none. */
export const twinOf = memoized((name: string): string => {
  for (const [pattern, replacement] of TWINS) {
    const twin = name.replace(pattern, replacement);
    if (twin !== name) return twin;
  }
  return name;
});

/** Pairs of names in a function that differ in the axis only. */
export function twinPairs(all: readonly string[]): (readonly [string, string])[] {
  const pairs: (readonly [string, string])[] = [];
  for (const a of all) for (const b of all) if (a !== b && twinOf(a) === b) pairs.push([a, b]);
  return pairs;
}
