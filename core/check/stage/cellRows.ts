/** A step that gives one cell: the inputs, the results, and both values of the cell. */
import { msg, type Message } from '../../message';
import type { StageRow } from '../../step/Frame';
import { say, text } from '../../step/shared/words/spans';
import { cellBox, glyphs } from '../../step/shared/stage';
import { at } from './Comparison';
import { ownValue } from './ownValue';
import { activationPlane, resultMaps } from './planes';
import {
  elementSpan,
  filterRows,
  inputMaps,
  mapsNamed,
  otherLines,
  tracedPlace,
  valueLine,
  type ComparisonScene,
} from './scene';

export function cellRows(scene: ComparisonScene): readonly StageRow[] {
  const { comparison, base, view } = scene;
  const { main, loop } = comparison;
  const { i, h, w, c } = base.position;
  const index = [i, h, w, c];
  const boxes = { own: [cellBox(h, w, 'yours')], layer: [cellBox(h, w, 'result')] };
  const plane = { ...activationPlane(i, c, loop.helper), isNamed: true } as const;
  const results = main ? resultMaps('', main, plane, view, boxes) : [];
  const row: StageRow = {
    id: 'yours',
    title: [say(msg('step {0}', base.t + 1), 'plain'), ...(main ? [text(': '), elementSpan(main, index)] : [])],
    aside: [say(comparison.subject.traced ? msg('solid: the layer, dashed: your code') : msg('final values'))],
    items: [...inputMaps(scene), ...(results.length > 0 ? [glyphs.arrow] : []), ...results],
    lines: [
      ...(main
        ? [
            valueLine(msg('yours'), ownValue(comparison, base), ownOrigin(scene)),
            valueLine(msg('layer'), at(main.expected, index), msg('from {0}', layerPlace(scene))),
          ]
        : []),
      ...otherLines(scene),
    ],
  };
  return [row, ...filterRows(scene)];
}

function layerPlace(scene: ComparisonScene): Message {
  const { h, w } = scene.base.position;
  return tracedPlace(scene.comparison, inputName(scene), scene.comparison.layerWindow(h, w));
}

/** Where the user's value comes from; undefined where only results are known. */
function ownOrigin(scene: ComparisonScene): Message | undefined {
  const { comparison, own } = scene;
  if (!comparison.subject.traced || ownValue(comparison, scene.base) === undefined) return undefined;
  return own
    ? msg('from {0}', tracedPlace(comparison, inputName(scene), own))
    : msg('from cells that are not known one by one');
}

function inputName({ base, comparison }: ComparisonScene): string {
  const [input] = mapsNamed(base, comparison.loop.inputs);
  return input?.title ?? 'A_prev';
}
