/** A transposed convolution as a sentence with shapes, and its size formula with the user's numbers. */
import type { Axis } from '../../layer/window';
import { coveredSize } from '../../layer/window';
import type { Line, Span } from '../Frame';
import { array, operation } from '../shared/words/header';
import { line, text } from '../shared/words/spans';
import type { TransposeScene } from './TransposeScene';

export function transposeSentence({ layer, names, outShape }: TransposeScene): Span[] {
  const x = array(names.x, layer.x.shape);
  const w = array(names.w, layer.w.shape);
  if (layer.pass === 'forward') {
    const bias = layer.b ? [text(' + '), text(names.b, 'strong')] : [];
    return [
      ...operation('conv_transpose_forward'),
      ...x,
      text(' ∗ᵀ '),
      ...w,
      ...bias,
      text(' → '),
      ...array(names.z, outShape),
    ];
  }
  return [
    ...operation('conv_transpose_backward'),
    ...array(names.dZ, outShape),
    text(', '),
    ...x,
    text(', '),
    ...w,
    text(' → '),
    ...array(names.dX, layer.x.shape),
    text(', '),
    text(names.dW, 'strong'),
    ...(layer.b ? [text(', '), text(names.db, 'strong')] : []),
  ];
}

/** n_H = (3 − 1)·2 + 3 − 2·1 + 1 = 6, and the same for n_W. */
export function transposeSizeLines({ planes }: TransposeScene): Line[] {
  const { rows, cols } = planes.geometry;
  return [sizeLine('n_H', rows), sizeLine('n_W', cols)];
}

function sizeLine(name: string, axis: Axis): Line {
  const { size, outSize, stride, kernel, dilation, padBefore, padAfter } = axis;
  const extent = dilation === 1 ? `${kernel}` : `${dilation}·(${kernel} − 1) + 1`;
  const pads = padBefore === padAfter ? `2·${padBefore}` : `${padBefore} − ${padAfter}`;
  const padding = padBefore + padAfter === 0 ? '' : ` − ${pads}`;
  const added = size - (coveredSize(axis, outSize) - padBefore - padAfter);
  return line(
    text(`${name} = (${outSize} − 1)·${stride} + ${extent}${padding}${added === 0 ? '' : ` + ${added}`} = `, 'dim'),
    text(String(size), 'strong'),
  );
}
