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

/** Whether a function applies a function of the text again and again to its own result: `for _ in range(4): img = pool(img)`. */
export function repeatsLayer({ tree, definitions }: CheckContext, { definition: { name, node } }: Target): boolean {
  const text = tree.text(node);
  return definitions.functions.some(
    (each) =>
      each.name !== name &&
      LAYER.test(each.name) &&
      new RegExp(`\\b(?:for|while)\\b[^\\n]*:\\s*(\\w+)\\s*=\\s*${each.name}\\(\\s*\\1\\b`).test(text),
  );
}
