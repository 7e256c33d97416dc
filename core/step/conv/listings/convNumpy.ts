/** A convolution as NumPy without a loop over the output's cells. Runs as it is on the named arrays. */
import type { Geometry } from '../../../layer/geometry';
import type { ConvLayer } from '../../Layer';
import type { Names } from '../../shared/words/names';
import { cropLine, numpyImports, padCall, tapLoop, windowLines } from '../../shared/listings/numpyText';
import { isPadded } from '../../../layer/window';
import { foldLines } from '../../shared/listings/unpadLines';

export function convNumpy(layer: ConvLayer, geometry: Geometry, names: Names): string {
  const { x, w } = names;
  const padded = isPadded(geometry) ? `${x}_pad` : x;
  const lines = [...numpyImports];
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

function unpadLines(geometry: Geometry, { x, dX }: Names, target: string): string[] {
  const { rows, cols, paddingMode } = geometry;
  if (paddingMode === 'zeros') return [cropLine(dX, target, geometry)];
  return [
    '# each padding cell repeats a cell of the input; its gradient is added to that cell',
    `${dX} = np.zeros(${x}.shape)`,
    ...foldLines(geometry, dX, target, [String(rows.size), String(cols.size)], 'slice(None), '),
  ];
}
