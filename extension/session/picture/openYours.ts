/** The user's function next to the layer as a picture of the panel, opened at the first wrong step. */
import { layerOf } from '../../../core/check/stage/layerOf';
import { createStepper } from '../../../core/step/createStepper';
import type { CheckSource } from '../source/LensSource';
import type { LayerPicture } from './LayerPicture';
import { stepperOf, yoursOfCode } from './Yours';

export function openYours(source: CheckSource): LayerPicture {
  const layer = layerOf(source.run.layerCase);
  const yours = yoursOfCode(source, createStepper(layer));
  const stepper = stepperOf(yours);
  const parsed = { arrays: [], calls: [], values: {}, errors: [] };
  const [first = 0] = stepper.timeline('window').marks ?? [];
  return {
    kind: 'layer',
    parsed,
    meaning: {
      kind: 'layer',
      parsed,
      assumptions: [],
      problems: [],
      otherProblems: 0,
    },
    wish: undefined,
    choices: {},
    setup: { layer, names: {}, origins: {}, fields: [], assumptions: [] },
    stepper,
    view: { channel: 0, filter: 0, granularity: 'window' },
    t: first,
    yours,
  };
}
