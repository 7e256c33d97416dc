/** The incoming gradient of a backward pass. Throws a LensError where it is missing. */
import { LensError, msg } from '../../message';

export function presentGradient<T>(gradient: T | undefined): T {
  if (gradient === undefined) throw new LensError(msg('the backward pass needs a gradient'), 'gradient');
  return gradient;
}
