/** A transposed convolution with its arrays, from a call. */
import { defined } from '../../defined';
import { convTranspose2d } from '../../layer/convTranspose2d';
import { convTranspose2dGeometry, transposedShape } from '../../layer/convTransposeGeometry';
import type { ConvTranspose2dOptions } from '../../layer/options';
import { LensError, msg } from '../../message';
import type { ConvTransposeLayer } from '../../step/Layer';
import type { Choices, Intent, Setup } from '../Setup';
import type { Tools } from '../Tools';
import { assemble, begin, gradientOf } from './assembly';
import { dilationField, outputPaddingField, padField, passField, strideField } from '../fields';
import { placeBias } from '../roles/placeArrays';
import type { StatedOptions } from '../options/StatedOptions';

/** Filters in the layout (f_H, f_W, n_C / groups, n_C_prev). Throws a LensError where the filters are absent. */
export function setUpTranspose(intent: Intent, choices: Choices, tools: Tools): Setup {
  const beginning = begin(intent, choices);
  const { roles, pass, x } = beginning;
  const { candidates } = intent;
  if (roles.w === undefined) {
    throw new LensError(msg('the weights of the transposed convolution are not in the text'), 'filter');
  }
  const w = { array: candidates[roles.w]!.array };
  const stated = intent.options.with(choices).withDefaults({ stride: 1, pad: 0, outputPadding: 0, dilation: 1 });
  const options = readOptions(stated);
  const geometry = convTranspose2dGeometry(x.array.shape, w.array.shape, options);
  const b = roles.b === undefined ? undefined : placeBias(candidates[roles.b]!.array, geometry.inChannels);
  const forward: ConvTransposeLayer = {
    kind: 'convTranspose',
    pass: 'forward',
    x: x.array,
    w: w.array,
    ...(b && { b: b.array }),
    options,
  };
  const output = () => convTranspose2d(forward.x, forward.w, forward.b, options);
  const shape = transposedShape(geometry);
  const gradient = gradientOf(beginning, { names: ['dZ', 'Z'], shape, output }, tools);
  return assemble(beginning, {
    layer: gradient ? { ...forward, pass: 'backward', dZ: gradient.array } : forward,
    w: { candidate: roles.w, placed: w },
    b: { candidate: roles.b, placed: b },
    gradient,
    fields: [
      passField(pass),
      strideField(stated.text('stride')!, geometry),
      padField(stated.text('pad')!, geometry),
      outputPaddingField(stated.text('outputPadding')!),
      dilationField(stated.text('dilation')!, geometry),
    ],
  });
}

function readOptions(stated: StatedOptions): ConvTranspose2dOptions {
  return defined({
    stride: stated.get('stride'),
    padding: stated.get('pad'),
    outputPadding: stated.get('outputPadding'),
    outputSize: stated.get('outputSize'),
    dilation: stated.get('dilation'),
    groups: stated.get('groups'),
  });
}
