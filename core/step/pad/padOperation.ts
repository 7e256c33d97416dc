/** Zero padding: zero_pad, one step for each example. */
import type { PadLayer } from '../Layer';
import type { Moment, Operation } from '../Operation';
import type { Frame } from '../Frame';
import { explainPlain } from '../shared/explainPlain';
import { array, operation } from '../shared/words/header';
import { listings } from '../shared/listings/listings';
import { text } from '../shared/words/spans';
import { PadScene } from './PadScene';

export const padOperation: Operation<PadLayer, PadScene> = {
  open: (layer, names) => new PadScene(layer, names),
  sentence: ({ layer, names, paddedShape }) => [
    ...operation('zero_pad'),
    ...array(names.x, layer.x.shape),
    text(' → '),
    ...array(names.z, paddedShape),
  ],
  size: () => [],
  listings: ({ loop }) => listings({ loop: loop.text }),
  channels: ({ input }) => input.geometry.inChannels,
  frame,
  explain: (scene, cell, moment) => explainPlain(frame(scene, moment), cell),
};

function frame(scene: PadScene, { t, position, view }: Moment): Frame {
  return scene.frame(t, position, view.channel);
}
