/** The course's pool_forward and pool_backward loops in the user's names. */
import type { Geometry } from '../../layer/geometry';
import { isPadded } from '../../layer/window';
import type { PoolLayer } from '../Layer';
import { exampleName, type Names } from '../shared/names';
import { LoopListing } from '../shared/LoopListing';
import { axisNames, loopLines, windowSlice } from '../shared/loopLines';

const inner = ' '.repeat(16);

export function poolListing(layer: PoolLayer, geometry: Geometry, names: Names): LoopListing {
  const padded = isPadded(geometry);
  const whole = padded ? `${names.x}_pad` : names.x;
  const example = exampleName(whole);
  const slice = `${windowSlice(geometry)}, c`;
  const max = layer.options.mode === 'max';
  const lines = [
    ...loopLines(geometry, `${example} = ${whole}[i]`),
    ...(layer.pass === 'forward'
      ? [
          { text: `${inner}a_prev_slice = ${example}[${slice}]` },
          { text: `${inner}${names.z}[i, h, w, c] = ${max ? 'np.max' : 'np.mean'}(a_prev_slice)` },
        ]
      : backward(max, example, slice, geometry, padded ? `${names.dX}_pad` : names.dX, names)),
  ];
  return new LoopListing(lines, lines.length - 1);
}

function backward(
  max: boolean,
  example: string,
  slice: string,
  geometry: Geometry,
  target: string,
  names: Names,
): { text: string }[] {
  const gradient = `${names.dZ}[i, h, w, c]`;
  if (max) {
    return [
      { text: `${inner}a_prev_slice = ${example}[${slice}]` },
      { text: `${inner}mask = create_mask_from_window(a_prev_slice)` },
      { text: `${inner}${target}[i, ${slice}] += mask * ${gradient}` },
    ];
  }
  const { kernel } = axisNames(geometry);
  return [
    { text: `${inner}da = ${gradient}` },
    { text: `${inner}${target}[i, ${slice}] += distribute_value(da, (${kernel[0]}, ${kernel[1]}))` },
  ];
}
