/** The sizes that a declaration states before its initializer: `int a[2][3] = {…}`, Go's `[3]int{…}`. */
import type { NdArray } from '../../../array/NdArray';
import { formatShape, sizeOf } from '../../../array/NdArray';
import { msg, type Message } from '../../../message';

/** A type and a name with sizes, or sizes and a type. `a[3] = {…}` alone may be an assignment to an element. */
const SIZES =
  /(?:[\w>*&][ \t*&]+[A-Za-z_]\w*((?:[ \t]*\[[ \t]*(?:\w+(?:[ \t]*\*[ \t]*\w+)*)?[ \t]*\])+)\s*=?|((?:\[\d*\])+)[A-Za-z_][\w.]*)\s*$/;

/** Longer declarations are not looked at. */
const REACH = 120;

/**
 * The array under the declared sizes; C takes nested and flat initializers alike. C fills what is left out with 0: that is
 * refused, because such a number would have no place in the text. `before` ends where the initializer begins; constants of `text` are
 * sizes too.
 */
export function withDeclaredShape(array: NdArray, before: string, text: string): NdArray | Message {
  const match = before.endsWith(' ') || /[\w\]=]$/.test(before) ? SIZES.exec(before.slice(-REACH)) : null;
  if (!match) return array;
  const sizes = [...(match[1] ?? match[2]!).matchAll(/\[([^\]]*)/g)].map(([, size]) => sizeIn(size!, text));
  const stated = sizes.map((size, axis) => (size === '' ? openSize(array, sizes.slice(axis + 1)) : Number(size)));
  if (sizes.every((size) => size === '') || sizes.slice(1).includes('')) return array;
  if (formatShape(stated) === formatShape(array.shape)) return array;
  const isFlat = array.shape.length === 1;
  if (isFlat && sizeOf(stated) === array.data.length) return { shape: stated, data: array.data };
  return msg('the text gives the shape {0}, but the number of values is {1}', formatShape(stated), array.data.length);
}

/** The first size of `a[][3]`, which follows from the numbers. */
function openSize({ data }: NdArray, inner: readonly string[]): number {
  return Math.ceil(data.length / Math.max(1, sizeOf(inner.map(Number))));
}

/** `3`, `N` or `N * N` as a number; empty where it is not known. */
function sizeIn(written: string, text: string): string {
  const factors = written.split('*').map((factor) => {
    const name = factor.trim();
    if (/^\d*$/.test(name)) return name;
    const values = [
      ...text.matchAll(
        new RegExp(`(?:#define[ \\t]+${name}[ \\t]+\\(?|\\b(?:int|size_t)[ \\t]+${name}[ \\t]*=[ \\t]*)(\\d+)\\b`, 'g'),
      ),
    ];
    return values.length === 1 ? values[0]![1]! : '';
  });
  return factors.includes('') ? '' : String(factors.reduce((product, factor) => product * Number(factor), 1));
}
