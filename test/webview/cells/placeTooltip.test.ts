/** Places of a tooltip of 100 × 30 pixels at the cell (200, 200)–(220, 220) of the map (150, 150)–(300, 260), in a panel of 500 × 400. */
import { expect, it } from 'vitest';
import { placeTooltip, type Edges } from '../../../webview/ui/placeTooltip';

const cell = box(200, 200, 20, 20);
const map = box(150, 150, 150, 110);

function box(left: number, top: number, width: number, height: number): Edges {
  return { left, top, right: left + width, bottom: top + height };
}

it.each<readonly [string, { map?: Edges; explanation?: Edges; cell?: Edges; results?: Edges[] }, object | undefined]>([
  ['below the map, above which its title is', { map }, { left: 160, top: 265 }],
  [
    'above the map, where an explanation is below it',
    { map, explanation: box(10, 262, 480, 100) },
    { left: 160, top: 115 },
  ],
  ['above the map at the end of the panel', { map: box(150, 150, 150, 240) }, { left: 160, top: 115 }],
  ['below the cell, where no map is given', {}, { left: 160, top: 225 }],
  ['below the cell, where the map fills the panel', { map: box(0, 0, 500, 400) }, { left: 160, top: 225 }],
  [
    'above the cell, where an explanation is below it',
    { map: box(0, 0, 500, 400), explanation: box(10, 222, 480, 170) },
    { left: 160, top: 165 },
  ],
  ['inside the panel at its left edge', { cell: box(0, 200, 20, 20) }, { left: 4, top: 225 }],
  [
    'from the map’s left edge on, where a result is below the map',
    { map: box(190, 150, 60, 110), results: [box(120, 262, 60, 20)] },
    { left: 190, top: 265 },
  ],
  [
    'above the map, where results are in the whole line below it',
    { map, results: [box(0, 262, 500, 20)] },
    { left: 160, top: 115 },
  ],
  ['over a result, where nothing else is free', { map, results: [box(0, 0, 500, 400)] }, { left: 160, top: 265 }],
  ['not over the explanation, where nothing is free', { explanation: box(0, 0, 500, 400) }, undefined],
])('%s', (_, { cell: at = cell, map: around, explanation, results }, place) => {
  expect(
    placeTooltip({ width: 100, height: 30 }, { width: 500, height: 400 }, at, around, explanation, results),
  ).toEqual(place);
});
