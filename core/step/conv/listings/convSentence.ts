/** A convolution as a sentence with shapes: `conv_forward  A_prev (2, 5, 7, 4) ∗ W (3, 3, 4, 8) + b → Z (2, 3, 4, 8)`. */
import { outputShape, type Geometry } from '../../../layer/geometry';
import type { Span } from '../../Frame';
import type { ConvLayer } from '../../Layer';
import { array, operation } from '../../shared/words/header';
import type { Names } from '../../shared/words/names';
import { text } from '../../shared/words/spans';

export function convSentence(layer: ConvLayer, geometry: Geometry, names: Names): Span[] {
  const out = outputShape(geometry);
  const x = array(names.x, layer.x.shape);
  const w = array(names.w, layer.w.shape);
  if (layer.pass === 'forward') {
    const bias = layer.b ? [text(' + '), text(names.b, 'strong')] : [];
    return [...operation('conv_forward'), ...x, text(' ∗ '), ...w, ...bias, text(' → '), ...array(names.z, out)];
  }
  return [
    ...operation('conv_backward'),
    ...array(names.dZ, out),
    text(', '),
    ...x,
    text(', '),
    ...w,
    text(' → '),
    ...array(names.dX, layer.x.shape),
    text(', '),
    text(names.dW, 'strong'),
    text(', '),
    text(names.db, 'strong'),
  ];
}
