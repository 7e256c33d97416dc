/** The loops of conv_transpose_forward and conv_transpose_backward in the user's names. */
import { transposedShape } from '../../layer/convTransposeGeometry';
import type { Geometry } from '../../layer/geometry';
import { inputEnd, isPadded, kernelExtent, paddedEnd, paddedSize, paddedStart } from '../../layer/window';
import type { ConvTransposeLayer } from '../Layer';
import { LoopListing, type LoopLine } from '../shared/listings/LoopListing';
import { windowSlice } from '../shared/listings/loopLines';
import { exampleName, type Names } from '../shared/words/names';
import { integer, text } from '../shared/words/spans';

const inner = ' '.repeat(16);

/** Runs as it is once `np` and the arrays are defined: extents are numbers. */
export function transposeListing(layer: ConvTransposeLayer, geometry: Geometry, names: Names): LoopListing {
  return layer.pass === 'forward' ? forward(layer, geometry, names) : backward(layer, geometry, names);
}

function forward(layer: ConvTransposeLayer, geometry: Geometry, names: Names): LoopListing {
  const { rows, cols, inChannels } = geometry;
  const { x, w, z, b } = names;
  const padded = isPadded(geometry);
  const plane = padded ? `${exampleName(z)}_pad` : `${z}[i]`;
  const shape = transposedShape(geometry).join(', ');
  const lines: LoopLine[] = [
    { text: `${z} = np.zeros((${shape}))` },
    { text: `for i in range(${x}.shape[0]):`, show: ({ i }) => [text(`i = ${i}`)] },
    ...(padded ? [{ text: `    ${plane} = np.zeros((${paddedSize(rows)}, ${paddedSize(cols)}, ${inChannels}))` }] : []),
    ...pixelLines(geometry, x),
    ...groupLine(geometry),
    { text: `${inner}${plane}[${windowSlice(geometry)}, ${channels(geometry)}] += ${w}[..., c] * ${x}[i, h, w, c]` },
  ];
  const current = lines.length - 1;
  if (padded) {
    const crop = `${rows.padBefore}:${inputEnd(rows)}, ${cols.padBefore}:${inputEnd(cols)}`;
    lines.push({ text: `    ${z}[i] = ${plane}[${crop}, :]` });
  }
  if (layer.b) lines.push({ text: `    ${z}[i] += ${b}.reshape(-1)` });
  return new LoopListing(lines, current, lines.length > current + 1 ? lines.length - 1 : current);
}

function backward(layer: ConvTransposeLayer, geometry: Geometry, names: Names): LoopListing {
  const { rows, cols } = geometry;
  const { x, w, dX, dW, dZ, db } = names;
  const padded = isPadded(geometry);
  const whole = padded ? `${dZ}_pad` : dZ;
  const pads = `((0, 0), (${rows.padBefore}, ${rows.padAfter}), (${cols.padBefore}, ${cols.padAfter}), (0, 0))`;
  const lines: LoopLine[] = [
    { text: `${dX} = np.zeros(${x}.shape)` },
    { text: `${dW} = np.zeros(${w}.shape)` },
    ...(layer.b ? [{ text: `${db} = ${dZ}.sum(axis=(0, 1, 2)).reshape(1, 1, 1, -1)` }] : []),
    ...(padded ? [{ text: `${whole} = np.pad(${dZ}, ${pads})` }] : []),
    { text: `for i in range(${x}.shape[0]):`, show: ({ i }) => [text(`i = ${i}`)] },
    ...pixelLines(geometry, x),
    ...groupLine(geometry),
    { text: `${inner}dz_slice = ${whole}[i, ${windowSlice(geometry)}, ${channels(geometry)}]` },
    { text: `${inner}${dX}[i, h, w, c] = np.sum(dz_slice * ${w}[..., c])` },
    { text: `${inner}${dW}[..., c] += dz_slice * ${x}[i, h, w, c]` },
  ];
  return new LoopListing(lines, lines.length - 2);
}

/** The loop over the pixels and channels of x with the window that each is added to. */
function pixelLines({ rows, cols }: Geometry, x: string): LoopLine[] {
  return [
    { text: `    for h in range(${x}.shape[1]):`, show: ({ h }) => [text(`h = ${h}`)] },
    { text: `        vert_start = h * ${rows.stride}`, show: ({ h }) => [integer(paddedStart(rows, h))] },
    { text: `        vert_end = vert_start + ${kernelExtent(rows)}`, show: ({ h }) => [integer(paddedEnd(rows, h))] },
    { text: `        for w in range(${x}.shape[2]):`, show: ({ w }) => [text(`w = ${w}`)] },
    { text: `            horiz_start = w * ${cols.stride}`, show: ({ w }) => [integer(paddedStart(cols, w))] },
    {
      text: `            horiz_end = horiz_start + ${kernelExtent(cols)}`,
      show: ({ w }) => [integer(paddedEnd(cols, w))],
    },
    { text: `            for c in range(${x}.shape[3]):`, show: ({ c }) => [text(`c = ${c}`)] },
  ];
}

function groupLine({ inChannels, outChannels, groups }: Geometry): LoopLine[] {
  if (groups === 1) return [];
  const filters = outChannels / groups;
  const size = inChannels / groups;
  return [
    {
      text: `${inner}k = c // ${filters} * ${size}`,
      show: ({ c }) => [text(`k = ${Math.floor(c / filters) * size}`)],
    },
  ];
}

function channels({ groups, inChannels }: Geometry): string {
  return groups === 1 ? ':' : `k:k + ${inChannels / groups}`;
}
