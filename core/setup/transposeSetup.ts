/** A transposed convolution with its arrays, from a call. */
import { defined } from '../defined';
import { convTranspose2d } from '../layer/convTranspose2d';
import { convTranspose2dGeometry, transposedShape } from '../layer/convTransposeGeometry';
import type { ConvTranspose2dOptions } from '../layer/options';
import { LensError, msg } from '../message';
import { RandomState } from '../random/RandomState';
import type { ConvTransposeLayer } from '../step/Layer';
import type { Choices, Intent, Setup } from './Setup';
import { castRoles } from './cast';
import { dilationField, outputPaddingField, padField, passField, strideField } from './fields';
import { givenGradient, makeGradient } from './gradient';
import { originOf, passOf, rankAssumptions } from './parts';
import { placeActivation, placeBias } from './place';
import { readPadding, readPair, readWhole } from './texts';

/** Filters in the layout (f_H, f_W, n_C / groups, n_C_prev). Throws a LensError where the filters are absent. */
export function setUpTranspose(intent: Intent, choices: Choices): Setup {
  const { candidates, layout } = intent;
  const cast = castRoles(intent, choices);
  if (cast.w === undefined) {
    throw new LensError(msg('the weights of the transposed convolution are not in the text'), 'filter');
  }
  const pass = passOf(intent, cast, choices);
  const x = placeActivation(candidates[cast.x]!.array, layout, 'input');
  const w = { array: candidates[cast.w]!.array };
  const texts = { stride: '1', pad: '0', outputPadding: '0', dilation: '1', ...intent.defaults, ...choices };
  const options = readOptions(texts);
  const geometry = convTranspose2dGeometry(x.array.shape, w.array.shape, options);
  const b = cast.b === undefined ? undefined : placeBias(candidates[cast.b]!.array, geometry.inChannels);
  const given = pass === 'backward' ? givenGradient(intent, cast, choices) : undefined;
  const forward: ConvTransposeLayer = {
    kind: 'convTranspose',
    pass: 'forward',
    x: x.array,
    w: w.array,
    ...(b && { b: b.array }),
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
          shape: transposedShape(geometry),
          output: () => convTranspose2d(forward.x, forward.w, forward.b, options),
          randn: (seed, shape) => new RandomState(seed).randn(...shape),
        });
  const nameOf = (index: number | undefined) => (index === undefined ? undefined : candidates[index]!.name);
  return {
    layer: gradient ? { ...forward, pass: 'backward', dZ: gradient.array } : forward,
    names: defined({ x: nameOf(cast.x), w: nameOf(cast.w), b: nameOf(cast.b), dZ: nameOf(given?.candidate) }),
    origins: defined({
      x: originOf(candidates, cast.x, x),
      w: originOf(candidates, cast.w, w),
      b: originOf(candidates, cast.b, b),
      dZ: originOf(candidates, given?.candidate, given?.placed),
    }),
    fields: [
      passField(pass),
      strideField(texts.stride, geometry),
      padField(texts.pad, geometry),
      outputPaddingField(texts.outputPadding),
      dilationField(texts.dilation, geometry),
      ...(gradient?.fields ?? []),
      ...cast.fields,
      ...intent.fields,
    ],
    assumptions: [
      ...intent.assumptions,
      ...cast.assumptions,
      ...rankAssumptions(candidates[cast.x]!),
      ...(gradient?.assumptions ?? []),
    ],
  };
}

function readOptions({ stride, pad, outputPadding, outputSize, dilation, groups }: Choices): ConvTranspose2dOptions {
  return defined({
    stride: stride === undefined ? undefined : readPair('stride', stride),
    padding: pad === undefined ? undefined : readPadding(pad),
    outputPadding: outputPadding === undefined ? undefined : readPair('outputPadding', outputPadding),
    outputSize: outputSize === undefined ? undefined : readPair('outputPadding', outputSize),
    dilation: dilation === undefined ? undefined : readPair('dilation', dilation),
    groups: groups === undefined ? undefined : readWhole('groups', groups),
  });
}
