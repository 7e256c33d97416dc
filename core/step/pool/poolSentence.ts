/** A pooling as a sentence with shapes, and what its backward pass does. */
import { outputShape, type Geometry } from '../../layer/geometry';
import { msg } from '../../message';
import type { Line, Span } from '../Frame';
import type { PoolLayer } from '../Layer';
import { array, operation } from '../shared/words/header';
import type { Names } from '../shared/words/names';
import { line, say, text } from '../shared/words/spans';

export function poolSentence(layer: PoolLayer, geometry: Geometry, names: Names): Span[] {
  const out = outputShape(geometry);
  const x = array(names.x, layer.x.shape);
  if (layer.pass === 'forward') return [...operation('pool_forward'), ...x, text(' → '), ...array(names.z, out)];
  return [
    ...operation('pool_backward'),
    ...array(names.dZ, out),
    text(', '),
    ...x,
    text(' → '),
    ...array(names.dX, layer.x.shape),
  ];
}

export function poolBackwardLine(layer: PoolLayer): Line {
  if (layer.options.mode === 'average') {
    return line(
      say(msg('every output spreads its gradient evenly over its window; where windows overlap the shares add up')),
    );
  }
  return line(
    say(
      layer.options.ties === 'first'
        ? msg(
            'every output sends its gradient back to the first maximum of its window; a cell that is the maximum of several windows adds them up',
          )
        : msg(
            'every output sends its gradient back to the maximum of its window; a cell that is the maximum of several windows adds them up',
          ),
    ),
  );
}
