/** The course's pool_forward and pool_backward loops in the user's names. */
import type { Geometry } from '../../layer/geometry';
import { isPadded, overhang } from '../../layer/window';
import type { PoolLayer } from '../Layer';
import { LoopListing, type LoopLine } from '../shared/listings/LoopListing';
import { axisNames, loopLines, windowSlice } from '../shared/listings/loopLines';
import { exampleInLoop, type Names } from '../shared/words/names';
import { interiorSlice } from '../shared/listings/unpadLines';

const inner = ' '.repeat(16);

export function poolListing(layer: PoolLayer, geometry: Geometry, names: Names): LoopListing {
  const body = layer.pass === 'forward' ? forward : backward;
  return body(layer, geometry, names);
}

function forward(layer: PoolLayer, geometry: Geometry, names: Names): LoopListing {
  const { whole, slice } = textsOf(geometry, names);
  const { example, line } = exampleInLoop(whole);
  const lines: LoopLine[] = [
    ...insideLines(layer, geometry),
    ...loopLines(geometry, line),
    { text: `${inner}a_prev_slice = ${example}[${slice}, c]` },
    { text: `${inner}${names.z}[i, h, w, c] = ${reduction(layer, geometry)}` },
  ];
  return new LoopListing(lines, lines.length - 1);
}

function reduction(layer: PoolLayer, geometry: Geometry): string {
  if (layer.options.mode === 'max') return 'np.max(a_prev_slice)';
  if (!leavesPaddingOut(layer, geometry)) return 'np.mean(a_prev_slice)';
  return `np.sum(a_prev_slice) / np.sum(inside[${windowSlice(geometry)}])`;
}

function backward(layer: PoolLayer, geometry: Geometry, names: Names): LoopListing {
  const { whole, target, slice } = textsOf(geometry, names);
  const { example, line } = exampleInLoop(whole);
  const max = layer.options.mode === 'max';
  const gradient = `${names.dZ}[i, h, w, c]`;
  const lines: LoopLine[] = [
    ...insideLines(layer, geometry),
    ...loopLines(geometry, max ? line : undefined),
    ...(max ? maskLines(layer, example, slice) : [{ text: `${inner}da = ${gradient}` }]),
    { text: `${inner}${target}[i, ${slice}, c] += ${max ? `mask * ${gradient}` : share(layer, geometry, target)}` },
  ];
  const current = lines.length - 1;
  if (isPadded(geometry)) lines.push({ text: `${names.dX} = ${target}[:, ${interiorSlice(geometry)}, :]` });
  return new LoopListing(lines, current);
}

function maskLines({ options }: PoolLayer, example: string, slice: string): LoopLine[] {
  const mask =
    options.ties === 'first'
      ? 'np.arange(a_prev_slice.size).reshape(a_prev_slice.shape) == np.argmax(a_prev_slice)'
      : 'create_mask_from_window(a_prev_slice)';
  return [{ text: `${inner}a_prev_slice = ${example}[${slice}, c]` }, { text: `${inner}mask = ${mask}` }];
}

/** The share of each cell of the window. */
function share(layer: PoolLayer, geometry: Geometry, target: string): string {
  const slice = windowSlice(geometry);
  if (leavesPaddingOut(layer, geometry)) return `da * inside[${slice}] / np.sum(inside[${slice}])`;
  if (overhang(geometry.rows) + overhang(geometry.cols) > 0) {
    return `distribute_value(da, ${target}[i, ${slice}, c].shape)`;
  }
  const { kernel } = axisNames(geometry);
  return `distribute_value(da, (${kernel[0]}, ${kernel[1]}))`;
}

/** `inside` is 1 on the input and 0 in its padding. */
function insideLines(layer: PoolLayer, geometry: Geometry): LoopLine[] {
  if (!leavesPaddingOut(layer, geometry)) return [];
  const { rows, cols } = geometry;
  const widths = `((${rows.padBefore}, ${rows.padAfter}), (${cols.padBefore}, ${cols.padAfter}))`;
  return [{ text: `inside = np.pad(np.ones((n_H_prev, n_W_prev)), ${widths})` }];
}

function leavesPaddingOut({ options }: PoolLayer, geometry: Geometry): boolean {
  return options.mode === 'average' && options.countIncludePad === false && isPadded(geometry);
}

function textsOf(geometry: Geometry, names: Names): { whole: string; target: string; slice: string } {
  const pad = isPadded(geometry) ? '_pad' : '';
  return { whole: `${names.x}${pad}`, target: `${names.dX}${pad}`, slice: windowSlice(geometry) };
}
