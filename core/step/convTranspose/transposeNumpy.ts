/** A transposed convolution as NumPy with one loop over the kernel's cells. Runs as it is on the named arrays. */
import type { Geometry } from '../../layer/geometry';
import { isPadded, paddedSize } from '../../layer/window';
import type { ConvTransposeLayer } from '../Layer';
import type { Names } from '../shared/words/names';
import { cropLine, padCall } from '../shared/listings/numpyText';
import { tapSlice } from '../shared/listings/pythonText';

export function transposeNumpy(layer: ConvTransposeLayer, geometry: Geometry, names: Names): string {
  return ['import numpy as np', '', ...(layer.pass === 'forward' ? forward : backward)(layer, geometry, names)].join(
    '\n',
  );
}

function forward(layer: ConvTransposeLayer, geometry: Geometry, names: Names): string[] {
  const { batch, rows, cols, inChannels } = geometry;
  const { x, w, b, z } = names;
  const target = isPadded(geometry) ? `${z}_pad` : z;
  const added = perGroup(geometry, (group) => `${x}${group.filters} @ ${w}[k, l${group.weights}].T`);
  return [
    `${target} = np.zeros((${batch}, ${paddedSize(rows)}, ${paddedSize(cols)}, ${inChannels}))`,
    ...loop(geometry, `${windows(target, geometry)} += ${added}`),
    ...(isPadded(geometry) ? [cropLine(z, target, geometry)] : []),
    ...(layer.b ? [`${z} = ${z} + ${b}.reshape(-1)`] : []),
  ];
}

function backward(layer: ConvTransposeLayer, geometry: Geometry, names: Names): string[] {
  const { x, w, dX, dW, dZ, db } = names;
  const source = isPadded(geometry) ? `${dZ}_pad` : dZ;
  const seen = windows(source, geometry);
  const gradient = perGroup(geometry, (group) => `window${group.channels} @ ${w}[k, l${group.weights}]`);
  const { groups } = geometry;
  const products =
    groups === 1
      ? `np.einsum('ihwk,ihwc->kc', window, ${x})`
      : `np.concatenate([np.einsum('ihwk,ihwc->kc', window${channelSlice(geometry)}, ${x}${filterSlice(geometry)}) for g in range(${groups})], axis=-1)`;
  return [
    ...(isPadded(geometry) ? [`${source} = ${padCall(dZ, geometry)}`] : []),
    `${dX} = np.zeros(${x}.shape)`,
    `${dW} = np.zeros(${w}.shape)`,
    ...loop(geometry, `window = ${seen}`, `${dX} += ${gradient}`, `${dW}[k, l] = ${products}`),
    ...(layer.b ? [`${db} = ${dZ}.sum(axis=(0, 1, 2)).reshape(1, 1, 1, -1)`] : []),
  ];
}

function loop({ rows, cols }: Geometry, ...body: string[]): string[] {
  return [
    `for k in range(${rows.kernel}):`,
    `    for l in range(${cols.kernel}):`,
    ...body.map((each) => `        ${each}`),
  ];
}

/** The cells that kernel cell (k, l) of all windows covers. */
function windows(name: string, { rows, cols }: Geometry): string {
  return `${name}[:, ${tapSlice(rows, 'k')}, ${tapSlice(cols, 'l')}, :]`;
}

interface Group {
  /** Slices of the last axis: output channels, and input channels. */
  readonly channels: string;
  readonly filters: string;
  /** Slice of W[k, l]. */
  readonly weights: string;
}

function perGroup(geometry: Geometry, product: (group: Group) => string): string {
  if (geometry.groups === 1) return product({ channels: '', filters: '', weights: '' });
  const filters = filterSlice(geometry);
  const weights = `, :, ${range(geometry.outChannels / geometry.groups)}`;
  const one = product({ channels: channelSlice(geometry), filters, weights });
  return `np.concatenate([${one} for g in range(${geometry.groups})], axis=-1)`;
}

function channelSlice({ inChannels, groups }: Geometry): string {
  return `[..., ${range(inChannels / groups)}]`;
}

function filterSlice({ outChannels, groups }: Geometry): string {
  return `[..., ${range(outChannels / groups)}]`;
}

function range(size: number): string {
  return `g * ${size}:(g + 1) * ${size}`;
}
