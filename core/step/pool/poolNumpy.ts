/** A pooling as NumPy without a loop over the output's cells. Runs as it is on the named arrays. */
import type { Geometry } from '../../layer/geometry';
import type { PoolLayer } from '../Layer';
import type { Names } from '../shared/words/names';
import { cropLine, numpyImports, padCall, tapLoop, windowLines } from '../shared/listings/numpyText';
import { kernelExtent, isPadded, overhang, paddedSize } from '../../layer/window';
import { everyNth } from '../shared/listings/pythonText';

export function poolNumpy(layer: PoolLayer, geometry: Geometry, names: Names): string {
  const { rows, cols } = geometry;
  const max = layer.options.mode === 'max';
  const reaches = isPadded(geometry) || overhang(rows) + overhang(cols) > 0;
  const padded = reaches ? `${names.x}_pad` : names.x;
  const lines = [...numpyImports];
  if (reaches) lines.push(`${padded} = ${padCall(names.x, geometry, max ? '-np.inf' : '0')}`);
  lines.push(...windowLines(padded, geometry));
  const divisor = max ? '' : divisorLines(lines, layer, geometry, names, reaches);
  if (layer.pass === 'forward') {
    lines.push(`${names.z} = windows.${max ? 'max' : 'sum'}(axis=(-2, -1))${divisor}`);
    return lines.join('\n');
  }
  if (max) lines.push(...maskLines(layer, geometry));
  else lines.push(`share = ${names.dZ}${divisor}`);
  const target = reaches ? `${names.dX}_pad` : names.dX;
  lines.push(
    `${target} = np.zeros(${padded}.shape)`,
    ...tapLoop(geometry, target, max ? `mask[..., k, l] * ${names.dZ}` : 'share'),
    ...(reaches ? [cropLine(names.dX, target, geometry)] : []),
  );
  return lines.join('\n');
}

function maskLines({ options }: PoolLayer, { rows, cols }: Geometry): string[] {
  if (options.ties !== 'first') return ['mask = windows == windows.max(axis=(-2, -1), keepdims=True)'];
  return [
    '# the first maximum in row-major order',
    'first = windows.reshape(*windows.shape[:4], -1).argmax(axis=-1)',
    `mask = first[..., None, None] == np.arange(${rows.kernel * cols.kernel}).reshape(${rows.kernel}, ${cols.kernel})`,
  ];
}

/** Adds the lines that a varying divisor needs and returns ` / divisor`. */
function divisorLines(
  lines: string[],
  { options }: PoolLayer,
  geometry: Geometry,
  { x }: Names,
  reaches: boolean,
): string {
  const { rows, cols } = geometry;
  const taps = rows.kernel * cols.kernel;
  const overhangs = overhang(rows) + overhang(cols) > 0;
  const counted = options.countIncludePad !== false;
  if (!reaches || (counted && !overhangs)) return ` / ${taps}`;
  const inside = counted
    ? `np.ones((1, ${paddedSize(rows)}, ${paddedSize(cols)}, 1))`
    : `np.ones_like(${x}[:1, ..., :1], dtype=float)`;
  const widths = counted
    ? `((0, 0), (0, ${overhang(rows)}), (0, ${overhang(cols)}), (0, 0))`
    : `((0, 0), (${rows.padBefore}, ${rows.padAfter + overhang(rows)}), (${cols.padBefore}, ${cols.padAfter + overhang(cols)}), (0, 0))`;
  const steps = [rows.stride, cols.stride].map(everyNth).join(', ');
  const dilations = [rows.dilation, cols.dilation].map(everyNth).join(', ');
  lines.push(
    '# how many cells of each window count',
    `counted = sliding_window_view(np.pad(${inside}, ${widths}), (${kernelExtent(rows)}, ${kernelExtent(cols)}), axis=(1, 2))`,
    `counted = counted[:, ${steps}, :, ${dilations}][:, :${rows.outSize}, :${cols.outSize}].sum(axis=(-2, -1))`,
  );
  return ' / counted';
}
