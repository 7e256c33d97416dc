/** Functions that read one size for rows and columns of their input: they are meant for square inputs only. */
import { isTwin } from '../../source/twins';
import { roleOf } from './roles';

const UNPACKED = /^[ \t]*[([]?(\w+(?:\s*,\s*\w+)+)\s*,\s*_[)\]]?\s*=\s*([\w.]+)\.shape\b/gm;

/** `dim, _, n_c, n = images.shape` */
const FIRST = /^[ \t]*[([]?(?!(?:n|m|b|N|batch\w*)\b)(\w+)\s*,\s*_\s*(?:,\s*\w+){1,2}[)\]]?\s*=\s*([\w.]+)\.shape\b/gm;

/** `n_c, dim, _ = image.shape` */
export function isForSquares(text: string): boolean {
  const isFirst = [...text.matchAll(FIRST)].some(
    ([, name, array = '']) => name !== '_' && roleOf(array, ['filter']) !== 'filter' && !/\.shape\[1\]/.test(text),
  );
  if (isFirst) return true;
  return [...text.matchAll(UNPACKED)].some(([, targets = '', array = '']) => {
    if (roleOf(array, ['filter']) === 'filter') return false;
    const names = targets.split(',').map((name) => name.trim());
    const last = names.at(-1)!;
    const before = names.at(-2)!;
    const isColumn = /^(?:w|cols?|width|w\w|n_?w\w*|\w+_?(?:w|width|cols?))$/i.test(last);
    return last !== '_' && !isColumn && !isTwin(before, last) && names.length !== 3;
  });
}
