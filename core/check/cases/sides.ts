/** Cells that the padding 'same' adds to each side. */
import { toPair } from '../../layer/axis';
import type { Sides } from '../../layer/options';
import { tuple4 } from '../../tuples';
import { stridesOfCase, type LayerCase } from './LayerCase';

/** As in TensorFlow: ⌈n / stride⌉ rows and columns, the larger half below and on the right. */
export function sidesAsInTensorFlow(layerCase: LayerCase): Sides {
  const { x, kernel, dilation = 1 } = layerCase;
  const [, rows, cols] = tuple4(x!.shape);
  const [strideRows, strideCols] = toPair(stridesOfCase(layerCase));
  const total = (size: number, window: number, stride: number): number =>
    Math.max((Math.ceil(size / stride) - 1) * stride + dilation * (window - 1) + 1 - size, 0);
  return split(total(rows, kernel[0], strideRows), total(cols, kernel[1], strideCols));
}

/** The larger half below and on the right. */
export function split(rows: number, cols: number): Sides {
  return {
    top: Math.floor(rows / 2),
    bottom: Math.ceil(rows / 2),
    left: Math.floor(cols / 2),
    right: Math.ceil(cols / 2),
  };
}
