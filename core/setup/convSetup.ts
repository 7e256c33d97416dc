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
import { castRoles } from './cast';
import { chooseFilter } from './chooseFilter';
import { dilationField, groupsField, padField, paddingModeField, passField, strideField } from './fields';
import { givenGradient, makeGradient } from './gradient';
import { convCandidates, inferGeometry } from './infer';
import { originOf, passOf, rankAssumptions } from './parts';
import { placeActivation, placeBias } from './place';
import { readPadding, readPaddingMode, readPair, readWhole } from './texts';

export function setUpConv(intent: Intent, choices: Choices, tools: Tools): Setup {
  const { candidates, layout } = intent;
  const cast = castRoles(intent, choices);
  const pass = passOf(intent, cast, choices);
  const said = { ...intent.defaults, ...choices };
  const x = placeActivation(candidates[cast.x]!.array, layout, 'input');
  const filter = chooseFilter(intent, cast, choices, x.array, groupDepth(x.array, said), tools);
  const given = pass === 'backward' ? givenGradient(intent, cast, choices) : undefined;
  const { texts, assumptions } = conventional(x.array, filter.placed.array, said, given?.placed.array);
  const options = readOptions(texts);
  const geometry = conv2dGeometry(x.array.shape, filter.placed.array.shape, options);
  const b = cast.b === undefined ? undefined : placeBias(candidates[cast.b]!.array, geometry.outChannels);
  const forward: ConvLayer = {
    kind: 'conv',
    pass: 'forward',
    x: x.array,
    w: filter.placed.array,
    ...(b && { b: b.array }),
    ...(intent.defaults['kernelFlipped'] === 'true' && { kernelFlipped: true }),
    options,
  };
  const gradient =
    pass === 'forward'
      ? undefined
      : makeGradient({
          intent,
          cast,
          choices,
          given,
          names: ['dZ', 'Z'],
          shape: outputShape(geometry),
          output: () => tools.output(forward),
          randn: (seed, shape) => tools.randn(seed, shape),
        });
  const nameOf = (index: number | undefined) => (index === undefined ? undefined : candidates[index]!.name);
  return {
    layer: gradient ? { ...forward, pass: 'backward', dZ: gradient.array } : forward,
    names: defined({
      x: nameOf(cast.x),
      w: nameOf(filter.candidate),
      b: nameOf(cast.b),
      dZ: nameOf(given?.candidate),
    }),
    origins: defined({
      x: originOf(candidates, cast.x, x),
      w: originOf(candidates, filter.candidate, filter.placed),
      b: originOf(candidates, cast.b, b),
      dZ: originOf(candidates, given?.candidate, given?.placed),
    }),
    fields: [
      passField(pass),
      ...filter.fields,
      ...optionFields(texts, geometry),
      ...(gradient?.fields ?? []),
      ...cast.fields,
      ...intent.fields,
    ],
    assumptions: [
      ...intent.assumptions,
      ...cast.assumptions,
      ...rankAssumptions(candidates[cast.x]!),
      ...filter.assumptions,
      ...assumptions,
      ...(gradient?.assumptions ?? []),
    ],
  };
}

interface Texts extends Choices {
  readonly stride: string;
  readonly pad: string;
}

/** Stride 1 and no pad by default, unless a selected gradient needs others or the filter does not fit without. */
function conventional(
  x: NdArray,
  w: NdArray,
  said: Choices,
  gradient: NdArray | undefined,
): { texts: Texts; assumptions: Part['assumptions'] } {
  const { stride, pad } = said;
  const texts = { ...said, stride: stride ?? '1', pad: pad ?? (fitsWithoutPad(x, w, said) ? '0' : 'same') };
  if (!gradient || (stride !== undefined && pad !== undefined)) return { texts, assumptions: [] };
  const numeric = [stride, pad].every((text) => text === undefined || /^\s*\d+\s*$/.test(text));
  if (!numeric) return { texts, assumptions: [] };
  const kernel = Math.max(w.shape[0]!, w.shape[1]!);
  const largest = Math.max(x.shape[1]!, x.shape[2]!);
  const found = inferGeometry(
    convCandidates(kernel, asNumber(stride), asNumber(pad), Math.min(largest, 16)),
    gradient.shape,
    (each) =>
      conv2dGeometry(x.shape, w.shape, readOptions({ ...said, stride: String(each.stride), pad: String(each.pad) })),
  );
  if (!found) return { texts, assumptions: [] };
  const message = msg('stride {0} and pad {1}: with them the output has the gradient’s shape', found.stride, found.pad);
  return { texts: { ...said, stride: String(found.stride), pad: String(found.pad) }, assumptions: [{ message }] };
}

function fitsWithoutPad(x: NdArray, w: NdArray, said: Choices): boolean {
  const [down, right] = said['dilation'] === undefined ? [1, 1] : toPair(readPair('dilation', said['dilation']));
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
function groupDepth(x: NdArray, said: Choices): number {
  const groups = said['groups'] === undefined ? 1 : readWhole('groups', said['groups']);
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
