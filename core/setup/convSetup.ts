/** A convolution with its arrays, from what was selected. */
import { defined } from '../defined';
import type { NdArray } from '../array/NdArray';
import { toPair } from '../layer/axis';
import { conv2dGeometry, outputShape, type Geometry } from '../layer/geometry';
import type { Conv2dOptions } from '../layer/options';
import { isPadded } from '../layer/window';
import { msg } from '../message';
import type { Field } from '../panel/protocol';
import type { ConvLayer } from '../step/Layer';
import type { Choices, Intent, Part, Setup } from './Setup';
import type { Tools } from './Tools';
import { assemble, begin, gradientOf } from './assembly';
import { chooseFilter } from './chooseFilter';
import { dilationField, groupsField, padField, paddingModeField, passField, strideField } from './fields';
import { convCandidates, inferGeometry } from './infer';
import { placeBias } from './place';
import { readPadding, readPaddingMode, readPair, readWhole } from './texts';

export function setUpConv(intent: Intent, choices: Choices, tools: Tools): Setup {
  const beginning = begin(intent, choices);
  const { cast, pass, x, given } = beginning;
  const stated = { ...intent.defaults, ...choices };
  const filter = chooseFilter(intent, cast, choices, x.array, groupDepth(x.array, stated), tools);
  const { texts, assumptions } = conventional(x.array, filter.placed.array, stated, given?.placed.array);
  const options = readOptions(texts);
  const geometry = conv2dGeometry(x.array.shape, filter.placed.array.shape, options);
  const b = cast.b === undefined ? undefined : placeBias(intent.candidates[cast.b]!.array, geometry.outChannels);
  const forward: ConvLayer = {
    kind: 'conv',
    pass: 'forward',
    x: x.array,
    w: filter.placed.array,
    ...(b && { b: b.array }),
    ...(intent.defaults['kernelFlipped'] === 'true' && { kernelFlipped: true }),
    options,
  };
  const output = { names: ['dZ', 'Z'], shape: outputShape(geometry), output: () => tools.output(forward) } as const;
  const gradient = gradientOf(beginning, output, tools);
  return assemble(beginning, {
    layer: gradient ? { ...forward, pass: 'backward', dZ: gradient.array } : forward,
    w: filter,
    b: { candidate: cast.b, placed: b },
    gradient,
    fields: [passField(pass), ...filter.fields, ...optionFields(texts, geometry)],
    assumptions: [...filter.assumptions, ...assumptions],
  });
}

interface Texts extends Choices {
  readonly stride: string;
  readonly pad: string;
}

/** Stride 1 and no pad by default, unless a selected gradient needs others or the filter does not fit without. */
function conventional(
  x: NdArray,
  w: NdArray,
  stated: Choices,
  gradient: NdArray | undefined,
): { texts: Texts; assumptions: Part['assumptions'] } {
  const { stride, pad } = stated;
  const texts = { ...stated, stride: stride ?? '1', pad: pad ?? (fitsWithoutPad(x, w, stated) ? '0' : 'same') };
  if (!gradient || (stride !== undefined && pad !== undefined)) return { texts, assumptions: [] };
  const numeric = [stride, pad].every((text) => text === undefined || /^\s*\d+\s*$/.test(text));
  if (!numeric) return { texts, assumptions: [] };
  const kernel = Math.max(w.shape[0]!, w.shape[1]!);
  const largest = Math.max(x.shape[1]!, x.shape[2]!);
  const found = inferGeometry(
    convCandidates(kernel, asNumber(stride), asNumber(pad), Math.min(largest, 16)),
    gradient.shape,
    (each) =>
      conv2dGeometry(x.shape, w.shape, readOptions({ ...stated, stride: String(each.stride), pad: String(each.pad) })),
  );
  if (!found) return { texts, assumptions: [] };
  const message = msg('stride {0} and pad {1}: with them the output has the gradient’s shape', found.stride, found.pad);
  return { texts: { ...stated, stride: String(found.stride), pad: String(found.pad) }, assumptions: [{ message }] };
}

function fitsWithoutPad(x: NdArray, w: NdArray, stated: Choices): boolean {
  const [down, right] = stated['dilation'] === undefined ? [1, 1] : toPair(readPair('dilation', stated['dilation']));
  return down * (w.shape[0]! - 1) < x.shape[1]! && right * (w.shape[1]! - 1) < x.shape[2]!;
}

function asNumber(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Number(text);
}

function readOptions(texts: Choices): Conv2dOptions {
  const { stride, pad, dilation, groups, paddingMode } = texts;
  return defined({
    stride: stride === undefined ? undefined : readPair('stride', stride),
    padding: pad === undefined ? undefined : readPadding(pad),
    dilation: dilation === undefined ? undefined : readPair('dilation', dilation),
    groups: groups === undefined ? undefined : readWhole('groups', groups),
    paddingMode: paddingMode === undefined ? undefined : readPaddingMode(paddingMode),
  });
}

/** The channels of a filter; the geometry checks whether the groups are possible. */
function groupDepth(x: NdArray, stated: Choices): number {
  const groups = stated['groups'] === undefined ? 1 : readWhole('groups', stated['groups']);
  return groups >= 1 ? Math.max(1, Math.floor(x.shape[3]! / groups)) : x.shape[3]!;
}

function optionFields(texts: Texts, geometry: Geometry): Field[] {
  const { inChannels, groups } = geometry;
  const padded = isPadded(geometry);
  return [
    strideField(texts.stride, geometry),
    padField(texts.pad, geometry),
    dilationField(texts['dilation'] ?? '1', geometry),
    ...(inChannels > 1 || groups > 1 ? [groupsField(texts['groups'] ?? '1', geometry)] : []),
    ...(padded ? [paddingModeField(texts['paddingMode'] ?? 'zeros')] : []),
  ];
}
