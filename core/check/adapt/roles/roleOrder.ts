/** Roles in the order in which the parameters of an operation take them. */
import type { CourseFunction } from '../../CourseFunction';
import type { Role } from './roles';

/** Tried before the usual meanings of a name. */
export const PREFERRED: Record<CourseFunction, readonly Role[]> = {
  zero_pad: ['pad', 'input'],
  conv_single_step: ['input', 'filter', 'bias'],
  conv_forward: ['options', 'filter', 'bias', 'stride', 'pad'],
  conv_backward: ['cache', 'options', 'gradient', 'filterShape', 'filter', 'bias', 'stride', 'pad', 'rate'],
  pool_forward: ['options', 'kernelRows', 'kernelCols', 'kernel', 'stride', 'mode'],
  pool_backward: ['cache', 'options', 'gradient', 'kernelRows', 'kernelCols', 'kernel', 'stride', 'mode'],
  create_mask_from_window: ['input'],
  distribute_value: ['value', 'shape'],
};

/** Of parameters whose names are not known. */
export const ORDER: Record<CourseFunction, readonly Role[]> = {
  zero_pad: ['input', 'pad'],
  conv_single_step: ['input', 'filter', 'bias'],
  conv_forward: ['input', 'filter', 'bias', 'options', 'stride', 'pad'],
  conv_backward: ['gradient', 'cache', 'input', 'filter', 'bias', 'options', 'kernel', 'stride', 'pad', 'inputShape'],
  pool_forward: ['input', 'kernel', 'options', 'stride', 'mode', 'pad'],
  pool_backward: ['gradient', 'cache', 'input', 'options', 'kernel', 'stride', 'mode', 'inputShape'],
  create_mask_from_window: ['input'],
  distribute_value: ['value', 'shape'],
};
