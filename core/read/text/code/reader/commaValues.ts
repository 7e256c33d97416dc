/** Matrices of C++ that get their numbers after their declaration: Eigen's `m << 1, 2, 3, 4;` and Blitz's `m = 1, 2, 3, 4;`. */
import type { TextRange } from '../../../TextRange';

export interface CommaValues {
  readonly name: string;
  /** The statement. */
  readonly range: TextRange;
  /** Where the numbers begin. */
  readonly start: number;
  /** The sizes as the declaration of the matrix writes them. */
  readonly sizes: readonly string[];
}

const STATEMENT = /(?<=[;{}]\s*)([A-Za-z_]\w*)\s*(?:<<|=(?!=))\s*(?=[-+\d.])([-+\d.\w\s]*,[-+*/(),.\w\s]*;)/g;
/** Eigen's types of fixed sizes: `Matrix3f`, `Array22d`, `RowVector4f`. */
const FIXED = /(?:Matrix|Array|Vector)([2-9])([2-9])?[fdils]\w*$/;

let last: { readonly code: string; readonly found: readonly CommaValues[] } | undefined;

/** The statements that fill a declared matrix; `code` is without comments and strings. */
export function commaValues(code: string): readonly CommaValues[] {
  // Every name of a text asks for them.
  if (last?.code !== code) last = { code, found: filled(code) };
  return last.found;
}

function filled(code: string): CommaValues[] {
  if (!/\b(?:blitz|Eigen|Matrix|Array|Vector|MatrixX|ArrayX)/.test(code)) return [];
  return [...code.matchAll(STATEMENT)].flatMap(({ 0: whole, 1: name = '', 2: values = '', index }): CommaValues[] => {
    const sizes = declaredSizes(code.slice(0, index), name);
    const end = index + whole.length;
    return sizes ? [{ name, range: [index, end], start: end - values.length, sizes }] : [];
  });
}

function declaredSizes(before: string, name: string): string[] | undefined {
  const declared = new RegExp(
    `(?:^|[;{}(])\\s*(?:(?:const|static)\\s+)*((?:\\w+::)*\\w+(?:<[^;{}()]*>)?)\\s+[^;{}=]*?\\b${name}\\s*(?:\\(([^()]*)\\)|\\{([^{}]*)\\})?\\s*(?=[;,])`,
    'g',
  );
  const [, type = '', round, braces] = [...before.matchAll(declared)].at(-1) ?? [];
  const given = round ?? braces;
  return templateSizes(type) ?? fixedSizes(type) ?? (given === undefined ? undefined : given.split(','));
}

/** The numbers of `fast_matrix<T, 3, 2>`; undefined for fewer than two. */
export function templateSizes(type: string): string[] | undefined {
  const numbers = /<\s*[\w:]+\s*((?:,\s*\d+\s*){2,})(?:,[^<>]*)?>$/.exec(type)?.[1];
  return numbers?.match(/\d+/g) ?? undefined;
}

function fixedSizes(type: string): string[] | undefined {
  const [, rows, cols] = FIXED.exec(type) ?? [];
  if (rows === undefined) return undefined;
  return cols === undefined && /Matrix\d/.test(type) ? [rows, rows] : [rows, ...(cols === undefined ? [] : [cols])];
}
