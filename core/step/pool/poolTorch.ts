/** A pooling in PyTorch, on arrays in the course's layout. */
import type { Geometry } from '../../layer/geometry';
import { isPadded, overhang, type Axis } from '../../layer/window';
import type { PoolLayer } from '../Layer';
import type { Names } from '../shared/words/names';
import { isSymmetric, pairText } from '../shared/listings/pythonText';
import { grad, padSides, torchImports } from '../shared/listings/torchText';

export function poolTorch(layer: PoolLayer, geometry: Geometry, names: Names): string {
  const { options } = layer;
  const max = options.mode === 'max';
  const backward = layer.pass === 'backward';
  return [
    ...torchImports,
    '# NHWC → NCHW',
    `x = torch.as_tensor(${names.x}).permute(0, 3, 1, 2)${grad(backward)}`,
    ...(isNative(geometry) ? [`a = ${nativeCall(layer, geometry)}`] : paddedLines(layer, geometry)),
    ...(backward
      ? [
          ...(max && options.ties !== 'first' ? ['# PyTorch sends a tied gradient to the first maximum only'] : []),
          `a.backward(torch.as_tensor(${names.dZ}).permute(0, 3, 1, 2))`,
          `${names.dX} = x.grad.permute(0, 2, 3, 1)`,
        ]
      : [`${names.z} = a.permute(0, 2, 3, 1)`]),
  ].join('\n');
}

/** Whether the padding is in PyTorch's form: the same on both sides and at most half of the kernel. */
function isNative(geometry: Geometry): boolean {
  const fits = ({ padBefore, kernel }: Axis): boolean => padBefore <= Math.floor(kernel / 2);
  return isSymmetric(geometry) && fits(geometry.rows) && fits(geometry.cols);
}

function nativeCall({ options }: PoolLayer, geometry: Geometry): string {
  const { rows, cols } = geometry;
  const max = options.mode === 'max';
  const more = [
    ...(isPadded(geometry) ? [`padding=${pairText(rows.padBefore, cols.padBefore)}`] : []),
    ...(max ? dilation(geometry) : []),
    ...(options.ceilMode ? ['ceil_mode=True'] : []),
    ...(!max && options.countIncludePad === false ? ['count_include_pad=False'] : []),
  ];
  return `F.${max ? 'max' : 'avg'}_pool2d(${['x', ...windowArguments(geometry), ...more].join(', ')})`;
}

/** Other padding is made before the call, with the cells that ceil-mode windows reach past it. */
function paddedLines({ options }: PoolLayer, geometry: Geometry): string[] {
  const { rows, cols } = geometry;
  const extra = [overhang(rows), overhang(cols)] as const;
  const sides = padSides(geometry, extra);
  const windows = windowArguments(geometry);
  const crop = `[:, :, :${rows.outSize}, :${cols.outSize}]`;
  if (options.mode === 'max') {
    const size = [...windows, ...dilation(geometry)].join(', ');
    return [`a = F.max_pool2d(F.pad(x, ${sides}, value=float('-inf')), ${size})${crop}`];
  }
  const overhangs = extra[0] + extra[1] > 0;
  if (options.countIncludePad !== false && !overhangs) {
    return [`a = F.avg_pool2d(F.pad(x, ${sides}), ${windows.join(', ')})${crop}`];
  }
  const size = [...windows, 'divisor_override=1'].join(', ');
  const counted =
    options.countIncludePad === false
      ? `F.pad(torch.ones_like(x), ${sides})`
      : `F.pad(F.pad(torch.ones_like(x), ${padSides(geometry)}, value=1), (0, ${extra[1]}, 0, ${extra[0]}))`;
  return [
    '# sums, divided by the number of cells that count',
    `counted = F.avg_pool2d(${counted}, ${size})${crop}`,
    `a = F.avg_pool2d(F.pad(x, ${sides}), ${size})${crop} / counted`,
  ];
}

function windowArguments({ rows, cols }: Geometry): string[] {
  return [pairText(rows.kernel, cols.kernel), `stride=${pairText(rows.stride, cols.stride)}`];
}

function dilation({ rows, cols }: Geometry): string[] {
  return rows.dilation * cols.dilation > 1 ? [`dilation=${pairText(rows.dilation, cols.dilation)}`] : [];
}
