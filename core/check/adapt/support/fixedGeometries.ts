/** The geometries that a function may have whose arguments do not give them. */
import type { SyntaxNode } from '@lezer/common';
import { isConvolution, isPooling, type CourseFunction } from '../../CourseFunction';
import type { PythonTree } from '../../source/PythonTree';
import type { FixedGeometry } from '../../cases/FixedGeometry';
import type { Support } from '../Adapter';
import { roleOf } from '../roles/roles';
import { codeOnly } from './supportOf';
import { variantsOf } from './variants';

const STRIDES = [1, 'kernel', 2] as const;

/** The likeliest first. `name`: of the function, or of the class. */
export function fixedGeometries(
  tree: PythonTree,
  node: SyntaxNode,
  name: string,
  operation: CourseFunction,
  support: Support,
): FixedGeometry[] {
  const plain = plainGeometries(tree, node, operation, support);
  if (!isConvolution(operation) && !isPooling(operation)) return plain;
  const variants = variantsOf(operation, name, commentsAbove(tree, node) + tree.text(node));
  return variants.flatMap((variant) => {
    const each = plain.map((geometry): FixedGeometry => ({ ...geometry, ...variant }));
    return unique(variant.pad === undefined ? each : each.filter(() => support.pad !== undefined));
  });
}

/** The lines of comments at the top of the program and directly above the function. */
function commentsAbove({ source }: PythonTree, { from }: SyntaxNode): string {
  const head = /^(?:#.*\n)*/.exec(source)![0];
  const own = /(?:^[ \t]*#.*\n)+(?=[ \t]*$)/m.exec(source.slice(Math.max(0, from - REACH_ABOVE), from))?.[0] ?? '';
  return head + own;
}

/** Characters above a function among which its comments are. */
const REACH_ABOVE = 500;

function unique(geometries: readonly FixedGeometry[]): FixedGeometry[] {
  return [...new Map(geometries.map((each) => [JSON.stringify(Object.entries(each).sort()), each])).values()];
}

function plainGeometries(
  tree: PythonTree,
  node: SyntaxNode,
  operation: CourseFunction,
  { stride, pad, kernel, mode, rectangular, isPaddingText: isTextual }: Support,
): FixedGeometry[] {
  const given: FixedGeometry = isTextual ? { pad: 'text' } : {};
  const only = statedNumber(tree.text(node), 'kernel|pool|filter|size|window|[kf](?!\\w)');
  const step = statedNumber(tree.text(node), 's(?!\\w)|stride');
  if (isPooling(operation)) {
    const modes = mode === 'own' ? (['max', 'average'] as const) : [mode];
    const found = numbersOf(tree, node).filter((size) => size >= 2 && size <= 5);
    // `x[i * s:i * s + s]`: the stride is the size of the window too.
    const free =
      kernel === 'own' && only === undefined && found.length === 0 ? [undefined, 'kernel' as const] : [undefined];
    const strides =
      step !== undefined ? [step] : isTiled(tree, node) ? (['kernel'] as const) : stride === undefined ? free : STRIDES;
    const kernels = only !== undefined ? [only] : kernel === 'own' ? [...new Set([...found, 2])] : [undefined];
    const halved = pad === 0 && /\/\/ *2\b/.test(tree.text(node)) && (stride === undefined || stride === 1);
    const same = halved ? [{ pad: 'same', stride: 1 } as const] : [];
    return modes.flatMap((each) =>
      kernels.flatMap((size) =>
        [...strides.map((every) => ({ stride: every })), ...same].map((every) =>
          geometryOf({ mode: each, kernel: size, ...given, ...every }),
        ),
      ),
    );
  }
  if (!isConvolution(operation)) return [{}];
  const unpadded: FixedGeometry[] = pad === undefined ? [given] : [{ pad: 0 }, { pad: 'same' }];
  const strides = stride === undefined ? [] : [1, ...writtenStrides(tree.text(node))];
  const strided =
    strides.length === 0 ? unpadded : strides.flatMap((step) => unpadded.map((each) => ({ ...each, stride: step })));
  const named = sizeInName(tree, node) ?? only;
  const sized = strided.map((each): FixedGeometry => ({ ...each, kernel: named ?? 1 }));
  // `1x1` states the form of the function, `3x3` may be the size that it is used with.
  if (named !== undefined) return named === 1 ? sized : [...sized, ...strided];
  const isWritten = kernel === undefined && numbersOf(tree, node).includes(3);
  const written = strided.map((each): FixedGeometry => ({ ...each, kernel: 3 }));
  // Rows and columns of the filter are read: 3 can only be the size that a fixed padding is for.
  if (isWritten && (rectangular || usesSize(tree.text(node))))
    return [...strided, ...written.filter((each) => each.pad === 'same')];
  if (isWritten && READS_SIZE.test(tree.text(node))) return [...strided, ...written];
  if (isWritten) return strided.flatMap((each, k) => [each, written[k]!]);
  if (kernel !== 'own') return strided;
  const sizes = numbersOf(tree, node).filter((size) => size === 3 || size === 5);
  return [...strided, ...[...new Set(sizes)].flatMap((size) => strided.map((each) => ({ ...each, kernel: size })))];
}

/** The only value of an option that a text takes: `assert kernel == 2`. */
function statedNumber(text: string, words: string): number | undefined {
  const [, found] = new RegExp(`\\bassert\\b[^\\n]*?\\b(?:${words})\\w* *== *([1-9])\\b`).exec(text) ?? [];
  return found === undefined ? undefined : Number(found);
}

/** `x[2 * i:2 * i + 3]` */
function writtenStrides(text: string): number[] {
  const found = [...text.matchAll(/(?:\b([2-4]) *\* *[a-z]\w*|[a-z]\w* *\* *([2-4])) *:(?! *$)/gim)];
  return [...new Set(found.map(([, before, after]) => Number(before ?? after)))];
}

/** A function that takes the size of its window from the filter or from an argument. */
const READS_SIZE =
  /\.shape\b[^\n]*(?:\b[kf]|kern|filt|weight)|(?:kern\w*|filt\w*|weights?|\b[kKwWfF])\.shape|len\((?:k|kern\w*|filt\w*|w|f)\b|size|enumerate|self\./;

/** Whether a size that is unpacked from the shape of the filter is used: a 3 next to it can only be a mistake. */
function usesSize(text: string): boolean {
  for (const [line, targets = '', array = ''] of text.matchAll(
    /^[ \t]*\(?(\w+(?:, *\w+){1,3})\)? *= *([\w.]+)\.shape\b/gm,
  )) {
    if (roleOf(array.split('.').at(-1)!, ['filter']) !== 'filter') continue;
    const rest = text.replace(line, '').replace(/^\s*assert\b.*/gm, '');
    const sizes = targets
      .split(/, */)
      .filter((name) => /^(?:k|K|f|h|hh|HH|kh|KH|fh|FH|r|rows?|size)$|size|kern/.test(name));
    if (sizes.some((name) => new RegExp(`\\b${name}\\b`).test(rest))) return true;
  }
  return false;
}

/** `Conv3x3`, `corr2d_multi_in_out_1x1`. */
function sizeInName(tree: PythonTree, node: SyntaxNode): number | undefined {
  const name = node.getChild('VariableName');
  const [, size] = /(?<!\d)([1-9])x\1(?!\d)/.exec(name ? tree.text(name) : '') ?? [];
  return size === undefined ? undefined : Number(size);
}

/** `assert kernel[0] == stride[0]`, `assert pool_height == pool_width == stride` */
const SIZE_IS_STRIDE =
  /\bassert\s+\(?(?:[\w.]+\s*==\s*)?(?:self\.)?(?:(?:kernel|pool|filter|size|window|[kf]\b)\w*[^\n=]*==\s*(?:self\.)?s(?:tride)?\w*|s(?:tride)?\w*[^\n=]*==\s*(?:self\.)?(?:kernel|pool|size|window|[kf]\b))/;

/** A reduction over every second axis of an array of tiles: `tiles.max(axis=(2, 4))`. */
const OVER_TILES = /\b(?:a?max|a?mean|sum|average)\([^()]*\baxis=\((?:1, *3|2, *4|3, *5)\)/;

/** Windows side by side: `x.reshape(n, h // k, k, w // k, k)`. */
function isTiled(tree: PythonTree, node: SyntaxNode): boolean {
  const text = codeOnly(tree.text(node));
  if (SIZE_IS_STRIDE.test(text) || OVER_TILES.test(text)) return true;
  if (/(?:\*|::)\s*(?:self\.)?(?:s|stride\w*|step|schritt|paso)\b|\b(?:s|stride|step) *\*(?!\*)/.test(text))
    return false;
  return /\.reshape\(/.test(text) && /\/\/\s*[A-Za-z]/.test(text) && !/\b(?:for|while)\b/.test(text);
}

/** Integers of the text, in order of appearance. */
function numbersOf(tree: PythonTree, node: SyntaxNode): number[] {
  return tree
    .all('Number', node)
    .map((number) => Number(tree.text(number)))
    .filter(Number.isInteger);
}

/** A geometry of the parts that are defined. */
function geometryOf(parts: { [Part in keyof FixedGeometry]: FixedGeometry[Part] | undefined }): FixedGeometry {
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined));
}
