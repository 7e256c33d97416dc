/** Pieces of the header: arrays with their shapes and the size formula with the user's numbers. */
import type { Geometry } from '../../../layer/geometry';
import { fullCeilSize, type Axis } from '../../../layer/window';
import { msg } from '../../../message';
import type { Line, Span } from '../../Frame';
import { line, say, shape, text } from './spans';

/** n_H = ⌊(5 − 3 + 2·1) / 2⌋ + 1 = 3, and the same for n_W. */
export function sizeLines(geometry: Geometry, ceilMode = false): Line[] {
  return [sizeLine('n_H', geometry.rows, ceilMode), sizeLine('n_W', geometry.cols, ceilMode)];
}

export function operation(name: string): Span[] {
  return [text(name, 'operation'), text('  ')];
}

export function array(name: string, extents: readonly number[]): Span[] {
  return [text(name, 'strong'), text(' '), shape(extents)];
}

function sizeLine(name: string, axis: Axis, ceilMode: boolean): Line {
  const { size, kernel, dilation, stride, padBefore, padAfter, outSize } = axis;
  const extent = dilation === 1 ? `${kernel}` : `${dilation}·(${kernel} − 1) − 1`;
  const pads = padBefore === padAfter ? `2·${padBefore}` : `${padBefore} + ${padAfter}`;
  const padding = padBefore + padAfter === 0 ? '' : ` + ${pads}`;
  const [open, close] = ceilMode ? ['⌈', '⌉'] : ['⌊', '⌋'];
  const full = fullCeilSize(axis);
  const cut: Span[] =
    ceilMode && full > outSize ? [text(' − 1 '), say(msg('(the last window would start in the padding)'))] : [];
  return line(
    text(`${name} = ${open}(${size} − ${extent}${padding}) / ${stride}${close} + 1`, 'dim'),
    cut,
    text(' = ', 'dim'),
    text(String(outSize), 'strong'),
  );
}
