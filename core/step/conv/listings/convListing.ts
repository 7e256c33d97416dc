/** The course's conv_forward and conv_backward loops in the user's names. */
import type { Geometry } from '../../../layer/geometry';
import { isPadded } from '../../../layer/window';
import type { ConvLayer } from '../../Layer';
import { exampleInLoop, exampleName, type Names } from '../../shared/words/names';
import { text } from '../../shared/words/spans';
import { LoopListing, type LoopLine } from '../../shared/listings/LoopListing';
import { loopLines, windowSlice } from '../../shared/listings/loopLines';
import { foldLines, interiorSlice } from '../../shared/listings/unpadLines';

const inner = ' '.repeat(16);

export function convListing(layer: ConvLayer, geometry: Geometry, names: Names): LoopListing {
  const padded = isPadded(geometry);
  const whole = padded ? `${names.x}_pad` : names.x;
  const { example, line } = exampleInLoop(whole);
  const lines = loopLines(geometry, line);
  const channels = geometry.groups === 1 ? ':' : 'k:k + n_C_group';
  if (geometry.groups > 1) lines.push(groupLine(geometry));
  const slice = `${windowSlice(geometry)}, ${channels}`;
  return layer.pass === 'forward'
    ? forward(lines, slice, example, layer, names)
    : backward(lines, slice, example, geometry, names);
}

function forward(lines: LoopLine[], slice: string, example: string, layer: ConvLayer, names: Names): LoopListing {
  const bias = layer.b ? `, ${names.b}[..., c]` : ', 0';
  const all = [
    ...lines,
    { text: `${inner}a_slice = ${example}[${slice}]` },
    { text: `${inner}${names.z}[i, h, w, c] = conv_single_step(a_slice, ${names.w}[..., c]${bias})` },
  ];
  return new LoopListing(all, all.length - 1);
}

function backward(lines: LoopLine[], slice: string, example: string, geometry: Geometry, names: Names): LoopListing {
  const padded = isPadded(geometry);
  const gradient = exampleName(padded ? `${names.dX}_pad` : names.dX);
  const target = padded ? gradient : `${names.dX}[i]`;
  const [head, ...rest] = lines;
  const all = [
    head!,
    ...(padded ? [{ text: `    ${gradient} = ${names.dX}_pad[i]` }] : []),
    ...rest,
    { text: `${inner}a_slice = ${example}[${slice}]` },
    { text: `${inner}${target}[${slice}] += ${names.w}[..., c] * ${names.dZ}[i, h, w, c]` },
    { text: `${inner}${names.dW}[..., c] += a_slice * ${names.dZ}[i, h, w, c]` },
    { text: `${inner}${names.db}[..., c] += ${names.dZ}[i, h, w, c]` },
  ];
  const current = all.length - 3;
  if (!padded) return new LoopListing(all, current);
  const unpad =
    geometry.paddingMode === 'zeros'
      ? [`${names.dX}[i] = ${gradient}[${interiorSlice(geometry)}, :]`]
      : foldLines(geometry, `${names.dX}[i]`, gradient, ['n_H_prev', 'n_W_prev']);
  all.push(...unpad.map((text) => ({ text: `    ${text}` })));
  return new LoopListing(all, current, all.length - 1);
}

function groupLine({ inChannels, outChannels, groups }: Geometry): LoopLine {
  const channels = inChannels / groups;
  const filters = outChannels / groups;
  return {
    text: `${inner}k = c // n_filters_group * n_C_group`,
    show: ({ c }) => [text(`k = ${Math.floor(c / filters) * channels}`)],
  };
}
