/** Source of the shape of one example. */
import type { AxisLayout } from '../Adapter';

/** `input_shape`: without the examples. */
export function shapeSource(layout: AxisLayout): string {
  return layout === 'NCHW' || layout === 'CHW' ? '(x.shape[3], x.shape[1], x.shape[2])' : 'x.shape[1:]';
}
