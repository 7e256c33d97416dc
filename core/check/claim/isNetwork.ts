/** Functions that put layers together. */
import type { CheckContext } from '../CheckContext';
import type { Target } from '../Target';

const LAYER = /conv|corr|pool|relu|sigmoid|tanh|softmax|flatten|dense|linear|affine|fully|norm|dropout|loss/i;

/** Whether a function calls several functions of the text whose names are those of layers: an edit that leaves one out repairs nothing. */
export function isNetwork({ tree, definitions }: CheckContext, { definition: { name, node } }: Target): boolean {
  const text = tree.text(node);
  const layers = definitions.functions.filter(
    (each) => each.name !== name && LAYER.test(each.name) && new RegExp(`\\b${each.name}\\(`).test(text),
  );
  return layers.length > 1;
}
