/** The layer in PyTorch, on arrays in the course's layout. */
import type { Geometry } from '../../layer/geometry';
import type { ConvLayer, PoolLayer } from '../Layer';
import type { Names } from './names';
import { isPadded, isSymmetric, pair } from './pythonText';

const imports = ['import torch', 'import torch.nn.functional as F', ''];

export function convTorch(layer: ConvLayer, geometry: Geometry, names: Names): string {
  const { rows, cols, groups } = geometry;
  const { x, w, b } = names;
  const backward = layer.pass === 'backward';
  const native = isSymmetric(geometry) && geometry.paddingMode === 'zeros';
  const options = [
    ...(rows.stride * cols.stride > 1 ? [`stride=${pair(rows.stride, cols.stride)}`] : []),
    ...(native && isPadded(geometry) ? [`padding=${pair(rows.padBefore, cols.padBefore)}`] : []),
    ...(rows.dilation * cols.dilation > 1 ? [`dilation=${pair(rows.dilation, cols.dilation)}`] : []),
    ...(groups > 1 ? [`groups=${groups}`] : []),
  ];
  const bias = layer.b ? 'bias' : 'None';
  return [
    ...imports,
    '# NHWC → NCHW and HWIO → OIHW',
    `x = torch.as_tensor(${x}).permute(0, 3, 1, 2)${grad(backward)}`,
    `weight = torch.as_tensor(${w}).permute(3, 2, 0, 1)${grad(backward)}`,
    ...(layer.b ? [`bias = torch.as_tensor(${b}).reshape(-1)${grad(backward)}`] : []),
    `z = F.conv2d(${native ? 'x' : padCall(geometry)}, weight, ${[bias, ...options].join(', ')})`,
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

export function poolTorch(layer: PoolLayer, geometry: Geometry, names: Names): string {
  const { rows, cols } = geometry;
  const { options } = layer;
  const max = options.mode === 'max';
  const backward = layer.pass === 'backward';
  const native = isSymmetric(geometry);
  const size = [
    pair(rows.kernel, cols.kernel),
    `stride=${pair(rows.stride, cols.stride)}`,
    ...(native && isPadded(geometry) ? [`padding=${pair(rows.padBefore, cols.padBefore)}`] : []),
    ...(max && rows.dilation * cols.dilation > 1 ? [`dilation=${pair(rows.dilation, cols.dilation)}`] : []),
    ...(options.ceilMode ? ['ceil_mode=True'] : []),
    ...(!max && options.countIncludePad === false ? ['count_include_pad=False'] : []),
  ];
  const input = native ? 'x' : padCall(geometry, max ? "float('-inf')" : '0');
  return [
    ...imports,
    '# NHWC → NCHW',
    `x = torch.as_tensor(${names.x}).permute(0, 3, 1, 2)${grad(backward)}`,
    `a = F.${max ? 'max' : 'avg'}_pool2d(${input}, ${size.join(', ')})`,
    ...(backward
      ? [
          ...(max && options.ties !== 'first' ? ['# PyTorch sends a tied gradient to the first maximum only'] : []),
          `a.backward(torch.as_tensor(${names.dZ}).permute(0, 3, 1, 2))`,
          `${names.dX} = x.grad.permute(0, 2, 3, 1)`,
        ]
      : [`${names.z} = a.permute(0, 2, 3, 1)`]),
  ].join('\n');
}

/** A leaf tensor in the new layout, so that its gradient has it too. */
function grad(backward: boolean): string {
  return backward ? '.clone().requires_grad_()' : '';
}

function padCall({ rows, cols, paddingMode }: Geometry, value = '0'): string {
  const sides = `(${cols.padBefore}, ${cols.padAfter}, ${rows.padBefore}, ${rows.padAfter})`;
  if (paddingMode !== 'zeros') return `F.pad(x, ${sides}, mode='${paddingMode}')`;
  return value === '0' ? `F.pad(x, ${sides})` : `F.pad(x, ${sides}, value=${value})`;
}
