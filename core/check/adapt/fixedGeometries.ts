/** The geometries that a function may have whose arguments do not give them. */
import type { SyntaxNode } from '@lezer/common';
import { isConvolution, isPooling, type Operation } from '../Operation';
import type { PythonTree } from '../source/PythonTree';
import type { FixedGeometry } from '../cases/FixedGeometry';
import type { Support } from './Adapter';

/** The geometries that a function may have, the likeliest first. */
export function fixedGeometries(
  tree: PythonTree,
  node: SyntaxNode,
  operation: Operation,
  { stride, pad, kernel }: Support,
): FixedGeometry[] {
  if (isPooling(operation)) {
    const strides = stride === undefined ? [undefined] : ([1, 'kernel', 2] as const);
    if (kernel !== 'own') return strides.map((each) => (each === undefined ? {} : { stride: each }));
    const kernels = numbersOf(tree, node).filter((size) => size >= 2 && size <= 5);
    return [...new Set([...kernels, 2])].flatMap((size) =>
      strides.map((each): FixedGeometry => (each === undefined ? { kernel: size } : { kernel: size, stride: each })),
    );
  }
  if (!isConvolution(operation)) return [{}];
  const unpadded: FixedGeometry[] = pad === undefined ? [{}] : [{ pad: 0 }, { pad: 'same' }];
  const strided = unpadded.map((each): FixedGeometry => (stride === undefined ? each : { ...each, stride: 1 }));
  if (kernel !== 'own') return strided;
  const sizes = numbersOf(tree, node).filter((size) => size === 3 || size === 5);
  return [...strided, ...[...new Set(sizes)].flatMap((size) => strided.map((each) => ({ ...each, kernel: size })))];
}

/** Integers of the text, in order of appearance. */
function numbersOf(tree: PythonTree, node: SyntaxNode): number[] {
  return tree
    .all('Number', node)
    .map((number) => Number(tree.text(number)))
    .filter(Number.isInteger);
}
