/** The frameworks and courses that a text names: evidence for the layout of its arrays. Nothing is evaluated. */
import type { Framework } from './ParseResult';

const SIGNS: readonly (readonly [Framework, RegExp])[] = [
  ['pytorch', /^[ \t]*(?:import|from)[ \t]+(?:torch|torchvision)\b/m],
  ['tensorflow', /^[ \t]*(?:import|from)[ \t]+(?:tensorflow|keras|jax\.experimental\.stax)\b/m],
  ['cs231n', /\b(?:conv_param|pool_param)\b|^[ \t]*from[ \t]+cs231n\b/m],
  ['onnx', /"(?:kernel_shape|op_type|auto_pad)"/],
  ['course', /\bhparameters\b/],
];

export function frameworksIn(text: string): Framework[] {
  return SIGNS.flatMap(([framework, sign]) => (sign.test(text) ? [framework] : []));
}
