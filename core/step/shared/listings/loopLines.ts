/** The opening lines of the course's loop, which convolution and pooling share. */
import { paddedEnd, paddedStart, type Axis } from '../../../layer/window';
import type { Geometry } from '../../../layer/geometry';
import { integer, text } from '../words/spans';
import type { LoopLine } from './LoopListing';

/** Names of the stride and the kernel's extent along an axis: one name where both axes agree. */
export function axisNames({ rows, cols }: Geometry): { stride: [string, string]; kernel: [string, string] } {
  return {
    stride: rows.stride === cols.stride ? ['stride', 'stride'] : ['stride_H', 'stride_W'],
    kernel: rows.kernel === cols.kernel ? ['f', 'f'] : ['f_H', 'f_W'],
  };
}

/** `for i …` to `for c …` with the window's start and end. Four levels of four spaces. */
export function loopLines(geometry: Geometry, exampleLine: string | undefined): LoopLine[] {
  const { stride, kernel } = axisNames(geometry);
  const { rows, cols } = geometry;
  return [
    { text: 'for i in range(m):', show: ({ i }) => [text(`i = ${i}`)] },
    ...(exampleLine ? [{ text: `    ${exampleLine}` }] : []),
    { text: '    for h in range(n_H):', show: ({ h }) => [text(`h = ${h}`)] },
    {
      text: `        vert_start = h * ${stride[0]}`,
      show: ({ h }) => [integer(paddedStart(rows, h))],
    },
    {
      text: `        vert_end = vert_start + ${extent(kernel[0], rows)}`,
      show: ({ h }) => [integer(paddedEnd(rows, h))],
    },
    { text: '        for w in range(n_W):', show: ({ w }) => [text(`w = ${w}`)] },
    {
      text: `            horiz_start = w * ${stride[1]}`,
      show: ({ w }) => [integer(paddedStart(cols, w))],
    },
    {
      text: `            horiz_end = horiz_start + ${extent(kernel[1], cols)}`,
      show: ({ w }) => [integer(paddedEnd(cols, w))],
    },
    { text: '            for c in range(n_C):', show: ({ c }) => [text(`c = ${c}`)] },
  ];
}

/** `vert_start:vert_end, horiz_start:horiz_end` with the dilation as the slice's step. */
export function windowSlice({ rows, cols }: Geometry): string {
  const step = ({ dilation }: Axis): string => (dilation === 1 ? '' : `:${dilation}`);
  return `vert_start:vert_end${step(rows)}, horiz_start:horiz_end${step(cols)}`;
}

function extent(kernel: string, { dilation }: Axis): string {
  return dilation === 1 ? kernel : `${dilation} * (${kernel} - 1) + 1`;
}
