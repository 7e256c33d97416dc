/** A transposed convolution in PyTorch, on arrays in the course's layout. */
import type { Geometry } from '../../layer/geometry';
import { type Axis, coveredSize, inputEnd, paddedSize } from '../../layer/window';
import type { ConvTransposeLayer } from '../Layer';
import type { Names } from '../shared/words/names';
import { isSymmetric, pairText } from '../shared/listings/pythonText';
import { grad, torchImports } from '../shared/listings/torchText';

export function transposeTorch(layer: ConvTransposeLayer, geometry: Geometry, names: Names): string {
  const { rows, cols, groups } = geometry;
  const { x, w, b } = names;
  const backward = layer.pass === 'backward';
  const native = isSymmetric(geometry);
  const added = [outputPadding(rows), outputPadding(cols)] as const;
  const options = [
    ...(rows.stride * cols.stride > 1 ? [`stride=${pairText(rows.stride, cols.stride)}`] : []),
    ...(native && rows.padBefore + cols.padBefore > 0 ? [`padding=${pairText(rows.padBefore, cols.padBefore)}`] : []),
    ...(native && added[0] + added[1] > 0 ? [`output_padding=${pairText(added[0], added[1])}`] : []),
    ...(groups > 1 ? [`groups=${groups}`] : []),
    ...(rows.dilation * cols.dilation > 1 ? [`dilation=${pairText(rows.dilation, cols.dilation)}`] : []),
  ];
  const bias = layer.b ? 'bias' : 'None';
  return [
    ...torchImports,
    '# NHWC → NCHW; filters (f_H, f_W, n_C / groups, n_C_prev) → (n_C_prev, n_C / groups, f_H, f_W)',
    `x = torch.as_tensor(${x}).permute(0, 3, 1, 2)${grad(backward)}`,
    `weight = torch.as_tensor(${w}).permute(3, 2, 0, 1)${grad(backward)}`,
    ...(layer.b ? [`bias = torch.as_tensor(${b}).reshape(-1)${grad(backward)}`] : []),
    `z = F.conv_transpose2d(x, weight, ${[bias, ...options].join(', ')})`,
    ...(native ? [] : cropLines(geometry, layer.b !== undefined)),
    ...(backward
      ? [
          `z.backward(torch.as_tensor(${names.dZ}).permute(0, 3, 1, 2))`,
          `${names.dX} = x.grad.permute(0, 2, 3, 1)`,
          `${names.dW} = weight.grad.permute(2, 3, 1, 0)`,
          ...(layer.b ? [`${names.db} = bias.grad.reshape(1, 1, 1, -1)`] : []),
        ]
      : [`${names.z} = z.permute(0, 2, 3, 1)`]),
  ].join('\n');
}

/** Cells that the output has besides those that windows cover. */
function outputPadding(axis: Axis): number {
  return paddedSize(axis) - coveredSize(axis, axis.outSize);
}

/** PyTorch's padding is the same on both sides; other padding is cut off the whole output. */
function cropLines({ rows, cols }: Geometry, bias: boolean): string[] {
  const missing = [outputPadding(cols), outputPadding(rows)];
  const sides = missing.some((count) => count > 0)
    ? [
        bias
          ? `z = F.pad(z - bias.reshape(1, -1, 1, 1), (0, ${missing[0]}, 0, ${missing[1]})) + bias.reshape(1, -1, 1, 1)`
          : `z = F.pad(z, (0, ${missing[0]}, 0, ${missing[1]}))`,
      ]
    : [];
  const crop = (axis: Axis): string => `${axis.padBefore}:${inputEnd(axis)}`;
  return [...sides, `z = z[:, :, ${crop(rows)}, ${crop(cols)}]`];
}
