/** Operations of layer functions by name alone, for lenses: nothing is evaluated. */
import type { LayerCall } from '../../ParseResult';

type Operation = LayerCall['operation'];

const COURSE: Readonly<Record<string, Operation>> = {
  zero_pad: 'zero_pad',
  conv_single_step: 'conv_single_step',
  conv_forward: 'conv_forward',
  conv_backward: 'conv_backward',
  pool_forward: 'pool_forward',
  pool_backward: 'pool_backward',
  create_mask_from_window: 'create_mask_from_window',
  distribute_value: 'distribute_value',
};

const CS231N: readonly (readonly [pattern: RegExp, operation: Operation])[] = [
  [/^conv_forward_(naive|im2col|strides|fast)$/, 'conv_forward'],
  [/^conv_backward_(naive|im2col|strides|fast)$/, 'conv_backward'],
  [/^max_pool_forward_(naive|reshape|im2col|fast)$/, 'pool_forward'],
  [/^max_pool_backward_(naive|im2col)$/, 'pool_backward'],
  [/^conv_relu_forward$/, 'conv_forward'],
  [/^conv_relu_pool_forward$/, 'pool_forward'],
  [/^conv_relu(_pool)?_backward$/, 'conv_backward'],
];

/** The operation of a function of a course or book; of a combined layer the last one that its call records. */
export function operationOfFunction(name: string): Operation | undefined {
  if (Object.hasOwn(COURSE, name)) return COURSE[name];
  return CS231N.find(([pattern]) => pattern.test(name))?.[1];
}
