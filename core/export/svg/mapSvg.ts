/** A map as an SVG picture: coloured cells, numbers as text, outlines of the step. */
import type { MapView } from '../../step/Frame';
import { inkFor } from './ink';
import { hatchPattern, mapMarkup, type MapMarkup } from './mapMarkup';
import { escapeMarkup } from '../escapeMarkup';

export type SvgOptions = MapMarkup;

/** User units. */
const largestCell = 44;
const largestSide = 2400;
const titleHeight = 24;

/** Fonts of all pictures. */
export const pictureFont = 'ui-monospace, Menlo, Consolas, DejaVu Sans Mono, monospace';

export function mapSvg(map: MapView, options: SvgOptions): string {
  const ink = inkFor(options.dark);
  const cell = Math.max(1, Math.min(largestCell, Math.floor(largestSide / Math.max(map.rows, map.cols))));
  const name = `${map.title} ${map.index ?? ''}`.trim();
  const width = Math.max(map.cols * cell, name.length * 8) + 2;
  const height = map.rows * cell + titleHeight + 2;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escapeMarkup(name)}" font-family="${pictureFont}" font-size="13">
${hatchPattern(ink)}
<rect width="100%" height="100%" fill="${ink.background}"/>
<text x="1" y="16" fill="${ink.text}" font-weight="600">${escapeMarkup(name)}</text>
${mapMarkup(map, { x: 1, y: titleHeight + 1, cell }, options)}
</svg>
`;
}
