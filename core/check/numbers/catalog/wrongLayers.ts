/** Catalogue of wrong layers: each is the course's function with the mistake written into it. */
import { WRONG_CONV_BACKWARD } from './convBackward';
import { WRONG_CONV_FORWARD, WRONG_SINGLE_STEP } from './convForward';
import { WRONG_CONV_TRANSPOSE } from './convTranspose';
import { WRONG_PADDING } from './padding';
import { WRONG_DISTRIBUTION, WRONG_MASKS, WRONG_POOL_BACKWARD, WRONG_POOL_FORWARD } from './pool';
import { WRONG_RELU, WRONG_RELU_GRADIENT } from './relu';
import type { WrongLayer } from './WrongLayer';

export const WRONG_LAYERS: readonly WrongLayer[] = [
  ...WRONG_CONV_FORWARD,
  ...WRONG_SINGLE_STEP,
  ...WRONG_CONV_BACKWARD,
  ...WRONG_POOL_FORWARD,
  ...WRONG_POOL_BACKWARD,
  ...WRONG_MASKS,
  ...WRONG_DISTRIBUTION,
  ...WRONG_RELU,
  ...WRONG_RELU_GRADIENT,
  ...WRONG_PADDING,
  ...WRONG_CONV_TRANSPOSE,
];
