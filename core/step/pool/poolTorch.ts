/** A pooling in PyTorch, on arrays in the course's layout. */
import type { Geometry } from '../../layer/geometry';
import type { PoolLayer } from '../Layer';
import type { Names } from '../shared/names';
import { isPadded } from '../../layer/window';
import { isSymmetric, pair } from '../shared/pythonText';
import { grad, padCall, torchImports } from '../shared/torchText';

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
    ...torchImports,
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
