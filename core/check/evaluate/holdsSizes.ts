/** Functions that hold the sizes of their arrays in their text, as exercises do: they are run on those of the text's own call. */
import { codeOnly } from '../adapt/support/supportOf';
import { roleOf } from '../adapt/roles/roles';
import type { PythonTree } from '../source/PythonTree';
import type { Target } from '../Target';

/** A text that reads the size of an array. */
const READS = /\.(?:shape|size|ndim)\b|\b(?:len|enumerate|zip|ndindex|ndenumerate|sliding_window_view|as_strided)\(/;

/** What states a size besides its use. */
const STATED = /^[ \t]*(?:print|assert)\b.*$/gm;

/** `range(3)`, `range(OUT)`, `while row < OUT` */
const COUNTED = /\brange\(((?:[^()]|\([^()]*\))*)\)|\bwhile\b(.*):/g;

/** Sizes and places as numbers: `np.zeros((3, 3))`, `x.reshape(2, 2, 2, 2)`, `x[0:2, 1:3]`. */
const NUMBERS = /\b(?:zeros|empty|full|reshape)\(\(?[\d, ]*[2-9]|\[\d+ ?: ?[2-9]/;

/** Whether all loops of a function have numbers of steps that its text gives, or it has none and gives its sizes, and nothing in it reads a size. */
export function holdsSizes(tree: PythonTree, { definition, owner }: Target): boolean {
  const text = codeOnly(tree.text((owner ?? definition).node)).replace(STATED, '');
  if (READS.test(text)) return false;
  const counts = [...text.matchAll(COUNTED)].map(([, count, condition]) => count ?? condition!);
  if (counts.length === 0) return NUMBERS.test(text) && !/\bfor\b/.test(text);
  const methods = owner?.methods.filter(({ name }) => name === '__init__') ?? [];
  const given = [definition, ...methods].flatMap(({ parameters }) => parameters.map(({ name }) => name));
  return counts.every((count) => isWritten(count, text, given));
}

/** Whether an expression has, of the parameters in `given`, only options of the layer, and other names only of numbers that the text gives. */
function isWritten(expression: string, text: string, given: readonly string[], seen: readonly string[] = []): boolean {
  return (expression.match(/\b(?:self\.)?[A-Za-z_]\w*/g) ?? []).every((name) => {
    if (given.includes(name)) return ['stride', 'strideCols', 'pad', 'padCols'].includes(roleOf(name) ?? '');
    const assigned = String.raw`^[ \t]*(?:[\w.]+ *, *)*${name}(?: *, *[\w.]+)* *=(?!=)(.*)$`;
    const values = [...text.matchAll(new RegExp(assigned, 'gm'))].map(([, value]) => value!);
    if (values.length === 0) return !name.startsWith('self.');
    return seen.includes(name) || values.every((value) => isWritten(value, text, given, [...seen, name]));
  });
}
