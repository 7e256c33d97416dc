/** An example's own last step in a padded conv_backward: da_prev_pad becomes dA_prev. */
import { msg } from '../../../message';
import { planeAddress } from '../../shared/address';
import type { Box, Frame, MapView } from '../../Frame';
import type { StepPosition } from '../../shared/LoopTimeline';
import { exampleName } from '../../shared/words/names';
import { stageRow } from '../../shared/words/rows';
import { glyphs, map } from '../../shared/stage';
import { line, say, shape, text } from '../../shared/words/spans';
import { biasGradientMap, filterGradientMap, inputGradientMap } from './convGradientMaps';
import type { ConvScene } from '../ConvScene';
import { unpaddedGradient } from './unpaddedGradient';

export function unpadFrame(scene: ConvScene, t: number, position: StepPosition, channel: number): Frame {
  const { planes, names } = scene;
  const { rows, cols, paddingMode } = planes.geometry;
  const { i, h, w, c } = position;
  const interior: Box = {
    row: rows.padBefore,
    col: cols.padBefore,
    rows: rows.size,
    cols: cols.size,
    style: 'window',
  };
  const padded = `${exampleName(names.dX)}_pad`;
  const folds = paddingMode !== 'zeros';
  return {
    t,
    stage: [
      stageRow({
        id: 'inputGradient',
        title: `${names.dX}[i, r, k, :] = ${padded}[r + ${rows.padBefore}, k + ${cols.padBefore}, :]`,
        aside: folds ? msg('the padding is folded back') : msg('the padding is removed'),
        items: [
          map(inputGradientMap(scene, position, channel, interior)),
          glyphs.arrow,
          map(croppedMap(scene, position, channel)),
        ],
        lines: [
          line(
            text(`${padded} `),
            shape([planes.input.rows, planes.input.cols]),
            text(` → ${names.dX}[${i}] `),
            shape([rows.size, cols.size]),
            ...(folds
              ? [text('   '), say(msg('plus the gradients of the padding cells that repeat it ({0})', paddingMode))]
              : []),
          ),
        ],
      }),
      stageRow({
        id: 'filterGradient',
        title: `${names.dW}[…, c]   ${names.db}[c]`,
        aside: msg('what the filter has learned so far'),
        items: [map(filterGradientMap(scene, position, channel)), map(biasGradientMap(scene, position))],
      }),
    ],
    code: scene.codeState(position),
    announcement: line(say(msg('example {0}: {1} is {2} without its padding', i, names.dX, padded))),
    position: { i, h, w, c, channel },
  };
}

function croppedMap(scene: ConvScene, { i, c, doneAfter }: StepPosition, channel: number): MapView {
  const { planes, names } = scene;
  const { rows, cols, batch, inChannels } = planes.geometry;
  const absolute = planes.firstChannel(c) + channel;
  return {
    id: 'dX',
    title: names.dX,
    index: `[${i}, …, ${absolute}]`,
    rows: rows.size,
    cols: cols.size,
    values: unpaddedGradient(scene, i, absolute, doneAfter),
    scale: scene.gradients!.dX,
    boxes: [],
    notes: [],
    address: planeAddress('dX', names.dX, [batch, rows.size, cols.size, inChannels], i, absolute),
  };
}
