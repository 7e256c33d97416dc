/** The steps of conv_backward: W·dZ into da_prev_pad, slice·dZ into dW, dZ into db; then the un-padding. */
import { msg } from '../../../message';
import type { Frame, StageItem } from '../../Frame';
import type { StepPosition } from '../../shared/LoopTimeline';
import { stageRow } from '../../shared/words/rows';
import { coveredBox, glyphs, map, windowsBox } from '../../shared/stage';
import { coversSeveral } from '../../shared/words/changedCellsLine';
import { element, line, number, say, text } from '../../shared/words/spans';
import { convBackwardLines } from './convBackwardWords';
import { biasGradientMap, filterGradientMap, inputGradientMap } from './convGradientMaps';
import type { ConvScene } from '../ConvScene';
import { currentTap } from '../currentTap';
import { unpadFrame } from './convUnpad';
import { gradientStrip } from '../filterPlanes';

export function convBackwardFrame(scene: ConvScene, t: number, position: StepPosition, channel: number): Frame {
  if (position.tail) return unpadFrame(scene, t, position, channel);
  const { planes, names } = scene;
  const { i, h, w, c } = position;
  const window = windowsBox(planes.geometry, position, 'window');
  const tap = currentTap(scene, position);
  const gradient = planes.dZ(i, h, w, c);
  const target = inputGradientMap(scene, position, channel, window);
  const input = scene.inputMap(i, planes.firstChannel(c) + channel, window);
  const lines = convBackwardLines(scene, position, channel);
  // Of several windows, the gradients are those above.
  const factor: StageItem = coversSeveral(position)
    ? { kind: 'glyph', glyph: names.dZ, label: msg('the incoming gradient') }
    : map(scene.gradientCellMap(position));
  return {
    t,
    stage: [
      stageRow({
        id: 'inputGradient',
        title: `${target.title}[window] += ${names.w}[…, c] · ${names.dZ}[i, h, w, c]`,
        aside: msg('where the gradient goes'),
        items: [
          map({ ...scene.gradientMap(i, c, coveredBox(position, 'result')), ...gradientStrip(scene, position) }),
          glyphs.dot,
          map(scene.filterMap(channel, c, tap)),
          glyphs.adds,
          map(target),
          map(scene.windowMap(target, h, w)),
        ],
        lines: [lines.input],
      }),
      stageRow({
        id: 'filterGradient',
        title: `${names.dW}[…, c] += a_slice · ${names.dZ}   ${names.db}[c] += ${names.dZ}`,
        aside: msg('what the filter learns'),
        items: [
          map(input),
          map(scene.windowMap(input, h, w)),
          glyphs.dot,
          factor,
          glyphs.adds,
          map(filterGradientMap(scene, position, channel)),
          map(biasGradientMap(scene, position)),
        ],
        lines: [lines.filter],
      }),
    ],
    code: scene.codeState(position, number(gradient)),
    announcement: line(
      element(names.dZ, i, h, w, c),
      text(' = '),
      number(gradient),
      text(' '),
      say(msg('is spread over {0}, {1} and {2}', names.dX, names.dW, names.db)),
    ),
    position: { i, h, w, c, channel },
  };
}
