/** The layer as NumPy without a loop over the output's cells. Runs as it is once the arrays are there. */
import type { Geometry } from '../../layer/geometry';
import type { ConvLayer, PoolLayer } from '../Layer';
import type { Names } from './names';
import { everyNth, extentOf, isPadded, numpyMode, overhang, tapSlice } from './pythonText';

const imports = ['import numpy as np', 'from numpy.lib.stride_tricks import sliding_window_view', ''];

export function convNumpy(layer: ConvLayer, geometry: Geometry, names: Names): string {
  const { x, w } = names;
  const padded = isPadded(geometry) ? `${x}_pad` : x;
  const lines = [...imports];
  if (isPadded(geometry)) lines.push(`${padded} = ${padCall(x, geometry)}`);
  lines.push(...windowLines(padded, geometry));
  if (layer.pass === 'forward') {
    const bias = layer.b ? ` + ${names.b}.reshape(-1)` : '';
    lines.push(`${names.z} = ${grouped(geometry, 'ihwckl,klcf->ihwf', 'windows', w, -1)}${bias}`);
    return lines.join('\n');
  }
  lines.push(...filterGradient(geometry, names), ...inputGradient(geometry, names, padded));
  return lines.join('\n');
}

export function poolNumpy(layer: PoolLayer, geometry: Geometry, names: Names): string {
  const { rows, cols } = geometry;
  const max = layer.options.mode === 'max';
  const reaches = isPadded(geometry) || overhang(rows) + overhang(cols) > 0;
  const padded = reaches ? `${names.x}_pad` : names.x;
  const lines = [...imports];
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

/** `np.pad(x, ((0, 0), (1, 1), (1, 1), (0, 0)))`, with room for ceil-mode windows. */
function padCall(x: string, geometry: Geometry, constant = '0'): string {
  const { rows, cols, paddingMode } = geometry;
  const widths = `((0, 0), (${rows.padBefore}, ${rows.padAfter + overhang(rows)}), (${cols.padBefore}, ${cols.padAfter + overhang(cols)}), (0, 0))`;
  if (paddingMode !== 'zeros') return `np.pad(${x}, ${widths}, mode='${numpyMode[paddingMode]}')`;
  return constant === '0' ? `np.pad(${x}, ${widths})` : `np.pad(${x}, ${widths}, constant_values=${constant})`;
}

function windowLines(padded: string, { rows, cols }: Geometry): string[] {
  const steps = [rows.stride, cols.stride].map(everyNth).join(', ');
  const taps = [rows.dilation, cols.dilation].map(everyNth).join(', ');
  return [
    '# windows[i, h, w, c, k, l] is what kernel cell (k, l) of window (h, w) sees',
    `windows = sliding_window_view(${padded}, (${extentOf(rows)}, ${extentOf(cols)}), axis=(1, 2))`,
    `windows = windows[:, ${steps}, :, ${taps}]`,
    `windows = windows[:, :${rows.outSize}, :${cols.outSize}]`,
  ];
}

/** An einsum, or one for each group, joined along `axis`. */
function grouped(
  { groups, inChannels, outChannels }: Geometry,
  sum: string,
  first: string,
  w: string,
  axis: number,
): string {
  if (groups === 1) return `np.einsum('${sum}', ${first}, ${w})`;
  const channels = inChannels / groups;
  const filters = outChannels / groups;
  const part = `${first}[:, :, :, g * ${channels}:(g + 1) * ${channels}], ${w}[..., g * ${filters}:(g + 1) * ${filters}]`;
  return `np.concatenate([np.einsum('${sum}', ${part}) for g in range(${groups})], axis=${axis})`;
}

function filterGradient(geometry: Geometry, { dW, db, dZ }: Names): string[] {
  return [
    `${dW} = ${grouped(geometry, 'ihwckl,ihwf->klcf', 'windows', dZ, -1)}`,
    `${db} = ${dZ}.sum(axis=(0, 1, 2)).reshape(1, 1, 1, -1)`,
  ];
}

function inputGradient(geometry: Geometry, names: Names, padded: string): string[] {
  const { dX, dZ, w } = names;
  const target = isPadded(geometry) ? `${dX}_pad` : dX;
  const { groups, outChannels } = geometry;
  const filters = outChannels / groups;
  const added =
    groups === 1
      ? `${dZ} @ ${w}[k, l].T`
      : `np.concatenate([${dZ}[..., g * ${filters}:(g + 1) * ${filters}] @ ${w}[k, l, :, g * ${filters}:(g + 1) * ${filters}].T for g in range(${groups})], axis=-1)`;
  return [
    `${target} = np.zeros(${padded}.shape)`,
    ...tapLoop(geometry, target, added),
    ...(isPadded(geometry) ? unpadLines(geometry, names, target) : []),
  ];
}

function tapLoop({ rows, cols }: Geometry, target: string, added: string): string[] {
  return [
    `for k in range(${rows.kernel}):`,
    `    for l in range(${cols.kernel}):`,
    `        ${target}[:, ${tapSlice(rows, 'k')}, ${tapSlice(cols, 'l')}, :] += ${added}`,
  ];
}

function unpadLines(geometry: Geometry, { x, dX }: Names, target: string): string[] {
  const { rows, cols, paddingMode } = geometry;
  if (paddingMode === 'zeros') return [cropLine(dX, target, geometry)];
  const mode = numpyMode[paddingMode];
  return [
    '# each padding cell repeats a cell of the input; its gradient goes back there',
    `rows = np.pad(np.arange(${rows.size}), (${rows.padBefore}, ${rows.padAfter}), mode='${mode}')`,
    `cols = np.pad(np.arange(${cols.size}), (${cols.padBefore}, ${cols.padAfter}), mode='${mode}')`,
    `${dX} = np.zeros(${x}.shape)`,
    `np.add.at(${dX}, (slice(None), rows[:, None], cols[None, :]), ${target})`,
  ];
}

function cropLine(dX: string, target: string, { rows, cols }: Geometry): string {
  const vertical = `${rows.padBefore}:${rows.padBefore + rows.size}`;
  const horizontal = `${cols.padBefore}:${cols.padBefore + cols.size}`;
  return `${dX} = ${target}[:, ${vertical}, ${horizontal}, :]`;
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
    ? `np.ones((1, ${rows.size + rows.padBefore + rows.padAfter}, ${cols.size + cols.padBefore + cols.padAfter}, 1))`
    : `np.ones_like(${x}[:1, ..., :1], dtype=float)`;
  const widths = counted
    ? `((0, 0), (0, ${overhang(rows)}), (0, ${overhang(cols)}), (0, 0))`
    : `((0, 0), (${rows.padBefore}, ${rows.padAfter + overhang(rows)}), (${cols.padBefore}, ${cols.padAfter + overhang(cols)}), (0, 0))`;
  const steps = [rows.stride, cols.stride].map(everyNth).join(', ');
  const dilations = [rows.dilation, cols.dilation].map(everyNth).join(', ');
  lines.push(
    '# how many cells of each window count',
    `counted = sliding_window_view(np.pad(${inside}, ${widths}), (${extentOf(rows)}, ${extentOf(cols)}), axis=(1, 2))`,
    `counted = counted[:, ${steps}, :, ${dilations}][:, :${rows.outSize}, :${cols.outSize}].sum(axis=(-2, -1))`,
  );
  return ' / counted';
}
