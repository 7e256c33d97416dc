/** What is computed, as a sentence with shapes, and the size formula with the user's numbers in it. */
import { outputShape, type Geometry } from '../../layer/geometry';
import type { Axis } from '../../layer/axis';
import { msg } from '../../message';
import type { Line, Span } from '../Frame';
import type { ConvLayer, PoolLayer } from '../Layer';
import type { Names } from './names';
import { line, say, shape, text } from './spans';

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

/** n_H = ⌊(5 − 3 + 2·1) / 2⌋ + 1 = 3, and the same for n_W. */
export function sizeLines(geometry: Geometry, ceilMode = false): Line[] {
  return [sizeLine('n_H', geometry.rows, ceilMode), sizeLine('n_W', geometry.cols, ceilMode)];
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
            'every output sends its gradient back to the first maximum of its window; a cell that wins in several windows adds them up',
          )
        : msg(
            'every output sends its gradient back to the maximum of its window; a cell that wins in several windows adds them up',
          ),
    ),
  );
}

function sizeLine(name: string, axis: Axis, ceilMode: boolean): Line {
  const { size, kernel, dilation, stride, padBefore, padAfter, outSize } = axis;
  const extent = dilation === 1 ? `${kernel}` : `${dilation}·(${kernel} − 1) − 1`;
  const pads = padBefore === padAfter ? `2·${padBefore}` : `${padBefore} + ${padAfter}`;
  const padding = padBefore + padAfter === 0 ? '' : ` + ${pads}`;
  const [open, close] = ceilMode ? ['⌈', '⌉'] : ['⌊', '⌋'];
  const full = Math.ceil((size + padBefore + padAfter - dilation * (kernel - 1) - 1) / stride) + 1;
  const cut: Span[] =
    ceilMode && full > outSize ? [text(' − 1 '), say(msg('(the last window would start in the padding)'))] : [];
  return line(
    text(`${name} = ${open}(${size} − ${extent}${padding}) / ${stride}${close} + 1`, 'dim'),
    cut,
    text(' = ', 'dim'),
    text(String(outSize), 'strong'),
  );
}

function operation(name: string): Span[] {
  return [text(name, 'operation'), text('  ')];
}

function array(name: string, extents: readonly number[]): Span[] {
  return [text(name, 'strong'), text(' '), shape(extents)];
}
