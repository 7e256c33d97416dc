/** The user's function next to the layer as a picture of the panel, opened at `place`, else at the first wrong step. */
import { layerOfCase } from '../../../core/check/stage/layerOfCase';
import { createStepper } from '../../../core/step/createStepper';
import type { CheckSource } from '../source/LensSource';
import type { LayerPicture, TimelinePlace } from './LayerPicture';
import { stepperOf, yoursOfCode } from './Yours';

export function openYours(source: CheckSource, place?: TimelinePlace): LayerPicture {
  const layer = layerOfCase(source.run.layerCase);
  const yours = yoursOfCode(source, createStepper(layer));
  const stepper = stepperOf(yours);
  const parsed = { arrays: [], calls: [], values: {}, errors: [] };
  const { count, marks = [] } = stepper.timeline('window');
  const t = Math.min(place?.t ?? marks[0] ?? 0, Math.max(0, count - 1));
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
    requested: undefined,
    choices: {},
    setup: { layer, names: {}, origins: {}, fields: [], assumptions: [] },
    stepper,
    view: { channel: 0, filter: 0, granularity: 'window' },
    t,
    yours,
  };
}
