/** A convolution with its arrays, from what was selected. */
import { defined } from '../../defined';
import type { NdArray } from '../../array/NdArray';
import { toPair } from '../../layer/axis';
import { conv2dGeometry, outputShape, type Geometry } from '../../layer/geometry';
import type { Conv2dOptions } from '../../layer/options';
import { isPadded } from '../../layer/window';
import { LensError, msg } from '../../message';
import type { Field } from '../../panel/protocol';
import type { ConvLayer } from '../../step/Layer';
import type { Choices, Intent, Part, Setup } from '../Setup';
import type { Tools } from '../Tools';
import { assemble, begin, gradientOf } from './assembly';
import { chooseFilter, type ChosenFilter } from '../roles/chooseFilter';
import { dilationField, groupsField, padField, paddingModeField, passField, strideField } from '../fields';
import { convCandidates, inferGeometry, isOpenOrCount } from '../inferGeometry';
import { placeBias } from '../roles/placeArrays';
import type { StatedOptions } from '../options/StatedOptions';

export function setUpConv(intent: Intent, choices: Choices, tools: Tools): Setup {
  const beginning = begin(intent, choices);
  const { roles, pass, x, given } = beginning;
  const stated = intent.options.with(choices);
  const filter = chooseFilter(intent, roles, choices, x.array, groupDepth(x.array, stated), tools);
  const { used, assumptions } = conventional(x.array, filter.placed.array, stated, given?.placed.array);
  const options = readOptions(used);
  const geometry = fittingGeometry(x.array, filter, options);
  const b = roles.b === undefined ? undefined : placeBias(intent.candidates[roles.b]!.array, geometry.outChannels);
  const forward: ConvLayer = {
    kind: 'conv',
    pass: 'forward',
    x: x.array,
    w: filter.placed.array,
    ...(b && { b: b.array }),
    ...(intent.options.get('kernelFlipped') && { kernelFlipped: true }),
    options,
  };
  const output = { names: ['dZ', 'Z'], shape: outputShape(geometry), output: () => tools.output(forward) } as const;
  const gradient = gradientOf(beginning, output, tools);
  return assemble(beginning, {
    layer: gradient ? { ...forward, pass: 'backward', dZ: gradient.array } : forward,
    w: filter,
    b: { candidate: roles.b, placed: b },
    gradient,
    fields: [passField(pass), ...filter.fields, ...optionFields(used, geometry)],
    assumptions: [...filter.assumptions, ...assumptions],
  });
}

/** An array has no field for its extents: an error of theirs is at the array's field, or at that of the dilation. */
function fittingGeometry(x: NdArray, { placed, candidate }: ChosenFilter, options: Conv2dOptions): Geometry {
  try {
    return conv2dGeometry(x.shape, placed.array.shape, options);
  } catch (error) {
    if (!(error instanceof LensError) || error.field !== 'kernel' || candidate === undefined) throw error;
    const isSpread = Math.max(...toPair(options.dilation ?? 1)) > 1;
    throw new LensError(error.detail, isSpread ? 'dilation' : 'filter', error.range);
  }
}

/** Stride 1 and no pad by default, unless a selected gradient needs others or the filter does not fit without. */
function conventional(
  x: NdArray,
  w: NdArray,
  stated: StatedOptions,
  gradient: NdArray | undefined,
): { used: StatedOptions; assumptions: Part['assumptions'] } {
  const [stride, pad] = [stated.get('stride'), stated.get('pad')];
  const used = stated.withDefaults({ stride: 1, pad: fitsWithoutPad(x, w, stated) ? 0 : 'same' });
  if (!gradient || (stride !== undefined && pad !== undefined)) return { used, assumptions: [] };
  if (!isOpenOrCount(stride) || !isOpenOrCount(pad)) return { used, assumptions: [] };
  const kernel = Math.max(w.shape[0]!, w.shape[1]!);
  const largest = Math.max(x.shape[1]!, x.shape[2]!);
  const found = inferGeometry(convCandidates(kernel, stride, pad, Math.min(largest, 16)), gradient.shape, (each) =>
    conv2dGeometry(x.shape, w.shape, readOptions(stated.withDefaults({ stride: each.stride, pad: each.pad }))),
  );
  if (!found) return { used, assumptions: [] };
  const message = msg('stride {0} and pad {1}: with them the output has the gradient’s shape', found.stride, found.pad);
  return { used: stated.withDefaults({ stride: found.stride, pad: found.pad }), assumptions: [{ message }] };
}

function fitsWithoutPad(x: NdArray, w: NdArray, stated: StatedOptions): boolean {
  const [down, right] = toPair(stated.get('dilation') ?? 1);
  return down * (w.shape[0]! - 1) < x.shape[1]! && right * (w.shape[1]! - 1) < x.shape[2]!;
}

function readOptions(stated: StatedOptions): Conv2dOptions {
  return defined({
    stride: stated.get('stride'),
    padding: stated.get('pad'),
    dilation: stated.get('dilation'),
    groups: stated.get('groups'),
    paddingMode: stated.get('paddingMode'),
  });
}

/** The channels of a filter; the geometry checks whether the groups are possible. */
function groupDepth(x: NdArray, stated: StatedOptions): number {
  const groups = stated.get('groups') ?? 1;
  return groups >= 1 ? Math.max(1, Math.floor(x.shape[3]! / groups)) : x.shape[3]!;
}

function optionFields(used: StatedOptions, geometry: Geometry): Field[] {
  const { inChannels, groups } = geometry;
  const padded = isPadded(geometry);
  return [
    strideField(used.text('stride')!, geometry),
    padField(used.text('pad')!, geometry),
    dilationField(used.text('dilation') ?? '1', geometry),
    ...(inChannels > 1 || groups > 1 ? [groupsField(used.text('groups') ?? '1', geometry)] : []),
    ...(padded ? [paddingModeField(used.text('paddingMode') ?? 'zeros')] : []),
  ];
}
