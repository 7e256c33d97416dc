/** A convolution in PyTorch, on arrays in the course's layout. */
import type { Geometry } from '../../../layer/geometry';
import type { ConvLayer } from '../../Layer';
import type { Names } from '../../shared/words/names';
import { isPadded } from '../../../layer/window';
import { isSymmetric, pairText } from '../../shared/listings/pythonText';
import { grad, padSides, torchImports } from '../../shared/listings/torchText';

export function convTorch(layer: ConvLayer, geometry: Geometry, names: Names): string {
  const { rows, cols, groups } = geometry;
  const { x, w, b } = names;
  const backward = layer.pass === 'backward';
  const native = isSymmetric(geometry) && geometry.paddingMode === 'zeros';
  const options = [
    ...(rows.stride * cols.stride > 1 ? [`stride=${pairText(rows.stride, cols.stride)}`] : []),
    ...(native && isPadded(geometry) ? [`padding=${pairText(rows.padBefore, cols.padBefore)}`] : []),
    ...(rows.dilation * cols.dilation > 1 ? [`dilation=${pairText(rows.dilation, cols.dilation)}`] : []),
    ...(groups > 1 ? [`groups=${groups}`] : []),
  ];
  const bias = layer.b ? 'bias' : 'None';
  return [
    ...torchImports,
    '# NHWC → NCHW and HWIO → OIHW',
    `x = torch.as_tensor(${x}).permute(0, 3, 1, 2)${grad(backward)}`,
    `weight = torch.as_tensor(${w}).permute(3, 2, 0, 1)${grad(backward)}`,
    ...(layer.b ? [`bias = torch.as_tensor(${b}).reshape(-1)${grad(backward)}`] : []),
    `z = F.conv2d(${native ? 'x' : padded(geometry)}, weight, ${[bias, ...options].join(', ')})`,
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

function padded(geometry: Geometry): string {
  const mode = geometry.paddingMode === 'zeros' ? '' : `, mode='${geometry.paddingMode}'`;
  return `F.pad(x, ${padSides(geometry)}${mode})`;
}
