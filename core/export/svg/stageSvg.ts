/** A step as one SVG picture: its equations with their maps, its sentence and where it is. */
import { formatNumber } from '../../array/display';
import { msg } from '../../message';
import type { Frame, Ladder } from '../../step/Frame';
import { decimalsOf } from '../../step/shared/decimalsOf';
import { mapsOf } from '../../step/shared/stage';
import { fitted, inkFor, lineText, wordsOf, wrapped, type Ink, type Wording } from './ink';
import { hatchPattern, mapMarkup, numberFont, type MapMarkup } from './mapMarkup';
import { pictureFont } from './mapSvg';
import { glyphFont, margin, pictureWidth, placeStage, type PlacedItem } from './stageLayout';
import { escapeMarkup } from '../escapeMarkup';

export interface StageSvgOptions extends MapMarkup, Wording {
  readonly title: string;
  /** Number of steps. */
  readonly count: number;
  /** Lines of the scene's note, without its markup: as many for every step, so that nothing moves. */
  readonly note?: readonly string[];
}

const lineHeight = 20;
const font = 13;
const inner = pictureWidth - 2 * margin;

/** Lines of a note below a step. */
export function noteLines(text: string): string[] {
  return wrapped(text, inner, font);
}

export function stageSvg(frame: Frame, stated: StageSvgOptions): string {
  const options = { ...stated, precision: decimalsOf(mapsOf(frame.stage), stated.precision) };
  const { dark, precision, title, count, note = [] } = options;
  const ink = inkFor(dark);
  const { rows, height: stageHeight } = placeStage(
    frame.stage,
    52,
    (map, cell) => numberFont(map, cell, precision) !== undefined,
  );
  const height = stageHeight + 34 + (note.length > 0 ? 4 : 0) + note.length * lineHeight;
  const place = wordsOf(msg('step {0} / {1}', frame.t + 1, count), options);
  const sentence = lineText(frame.announcement, options);
  const body = rows.flatMap(({ row, titleY, items, linesY }) => {
    const aside = lineText({ spans: row.aside }, options);
    const left = inner - aside.length * font * 0.6 - 12;
    return [
      text(margin, titleY, fitted(lineText({ spans: row.title }, options), left, font), ink.text, 'font-weight="600"'),
      text(pictureWidth - margin, titleY, fitted(aside, inner * 0.6, font), ink.dim, 'text-anchor="end"'),
      ...items.map((item) => itemMarkup(item, ink, options)),
      ...row.lines.map((line, index) =>
        text(margin, linesY + index * lineHeight, fitted(lineText(line, options), inner, font), ink.text),
      ),
    ];
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${pictureWidth} ${height}" width="${pictureWidth}" height="${height}" role="img" aria-label="${escapeMarkup(`${title}: ${sentence}`)}" font-family="${pictureFont}" font-size="${font}">
${hatchPattern(ink)}
<rect width="100%" height="100%" fill="${ink.background}"/>
${text(margin, 30, fitted(title, inner * 0.75, 15), ink.text, 'font-size="15" font-weight="600"')}
${text(pictureWidth - margin, 30, place, ink.dim, 'text-anchor="end"')}
${body.join('\n')}
${text(margin, stageHeight + 12, fitted(sentence, inner, font), ink.boxes.result, 'font-weight="600"')}
${note.map((line, index) => text(margin, stageHeight + 36 + index * lineHeight, line, ink.text)).join('\n')}
</svg>
`;
}

function itemMarkup({ item, x, y, cell, width, titleWidth }: PlacedItem, ink: Ink, options: StageSvgOptions): string {
  switch (item.kind) {
    case 'glyph':
      return text(x + width / 2, y + 7, item.glyph, ink.text, `font-size="${glyphFont}" text-anchor="middle"`);
    case 'ladder':
      return ladderMarkup(item.ladder, x, y, ink, options);
    case 'map': {
      const { map } = item;
      const name = map.index === undefined ? map.title : `${map.title} ${map.index}`;
      // A title may be wider than its map, up to the next one.
      const title = text(x, y - 6, fitted(name, titleWidth, 12), ink.dim, 'font-size="12"');
      return `${title}\n${mapMarkup(map, { x, y, cell }, options)}`;
    }
  }
}

/** The addends of a sum with their values, then the total. */
function ladderMarkup({ rows, total }: Ladder, x: number, y: number, ink: Ink, options: StageSvgOptions): string {
  const { precision } = options;
  const value = (at: number, shown: number | undefined, color: string, style = '') =>
    text(
      x + 180,
      y + at,
      shown === undefined ? '?' : formatNumber(shown, precision),
      color,
      `text-anchor="end" ${style}`,
    );
  const addends = rows.flatMap(({ label, sum, selected }, index) => {
    const at = 14 + index * lineHeight;
    const weight = selected ? 'font-weight="600"' : '';
    return [
      text(x, y + at, fitted(wordsOf(label, options), 110, font), ink.dim, weight),
      ...(sum ? [value(at, sum.value, ink.text, weight)] : []),
    ];
  });
  const last = 14 + rows.length * lineHeight;
  const label = fitted(lineText({ spans: total.label }, options), 110, font);
  return [...addends, text(x, y + last, label, ink.text), value(last, total.value, ink.boxes.result)].join('\n');
}

function text(x: number, y: number, words: string, color: string, rest = ''): string {
  return words === ''
    ? ''
    : `<text x="${x}" y="${y}" fill="${color}" xml:space="preserve" ${rest}>${escapeMarkup(words)}</text>`;
}
