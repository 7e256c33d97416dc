/** The steps of conv_backward: W·dZ into da_prev_pad, slice·dZ into dW, dZ into db; then the un-padding. */
import { msg } from '../../message';
import type { Frame, StageGroup } from '../Frame';
import type { StepPosition } from '../shared/LoopTimeline';
import { cellBox, glyphs, map, windowBox } from '../shared/stage';
import { element, line, number, say, text } from '../shared/spans';
import { convBackwardWords } from './convBackwardWords';
import { biasGradientMap, filterGradientMap, inputGradientMap } from './convGradientMaps';
import type { ConvScene } from './ConvScene';
import { currentTap } from './currentTap';
import { unpadFrame } from './convUnpad';

export function convBackwardFrame(scene: ConvScene, t: number, position: StepPosition, channel: number): Frame {
  if (position.tail) return unpadFrame(scene, t, position, channel);
  const { planes, names } = scene;
  const { i, h, w, c } = position;
  const { rows, cols } = planes.geometry;
  const window = windowBox(rows, cols, h, w, 'window');
  const tap = currentTap(scene, position);
  const gradient = planes.dZ(i, h, w, c);
  const first: StageGroup = [
    map(scene.gradientMap(i, c, cellBox(h, w, 'result'))),
    glyphs.dot,
    map(scene.filterMap(channel, c, tap)),
    glyphs.adds,
    map(inputGradientMap(scene, position, channel, { ...window, style: 'link' })),
  ];
  const second: StageGroup = [
    map(scene.inputMap(i, planes.firstChannel(c) + channel, window)),
    glyphs.dot,
    { kind: 'glyph', glyph: names.dZ, label: msg('the incoming gradient') },
    glyphs.adds,
    map(filterGradientMap(scene, position, channel)),
    map(biasGradientMap(scene, position)),
  ];
  return {
    t,
    stage: [first, second],
    words: convBackwardWords(scene, position, channel),
    code: scene.codeState(position, number(gradient)),
    announcement: line(
      element(names.dZ, i, h, w, c),
      text(' = '),
      number(gradient),
      text(' '),
      say(msg('is spread over {0}, {1} and {2}', names.dX, names.dW, names.db)),
    ),
    position: { i, h, w, c },
  };
}
