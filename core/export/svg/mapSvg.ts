/** A map as an SVG picture: coloured cells, numbers as text, outlines of the step. */
import { colorIndex, cssColor } from '../../color/ColorMap';
import { colorMapFor } from '../../color/colorMaps';
import { CellKind, type BoxStyle, type MapView } from '../../step/Frame';

export interface SvgOptions {
  /** A colour map's id, as the setting names it. */
  readonly colorMap: string;
  readonly dark: boolean;
  readonly precision: number;
}

/** User units. */
const cell = 44;
const titleHeight = 24;
const font = 13;

/** Cells above which a map has no numbers: they would only enlarge the file. */
const mostNumbers = 10_000;

export function mapSvg(map: MapView, { colorMap, dark, precision }: SvgOptions): string {
  const colors = colorMapFor(colorMap, map.scale.kind, dark);
  const ink = dark ? '#cccccc' : '#3b3b3b';
  const [width, height] = [map.cols * cell + 2, map.rows * cell + titleHeight + 2];
  const name = `${map.title} ${map.index ?? ''}`.trim();
  const numbered = map.values.length <= mostNumbers;
  const cells: string[] = [];
  for (let index = 0; index < map.values.length; index++) {
    const [x, y] = [1 + (index % map.cols) * cell, titleHeight + 1 + Math.floor(index / map.cols) * cell];
    const kind = map.cells?.[index] ?? CellKind.Data;
    const value = map.values[index]!;
    const color = kind === CellKind.Data ? colorIndex(value, map.scale) : -1;
    const fill = color >= 0 ? cssColor(colors, color) : dark ? '#262628' : '#f3f3f3';
    cells.push(`<rect x="${x}" y="${y}" width="${cell}" height="${cell}" fill="${fill}" stroke="#80808040"/>`);
    if (kind === CellKind.Empty || !numbered) continue;
    const text = color >= 0 ? (colors.lightInk[color] ? '#ffffff' : '#000000') : ink;
    cells.push(
      `<text x="${x + cell / 2}" y="${y + cell / 2 + font / 3}" fill="${text}" text-anchor="middle">` +
        `<title>${value}</title>${cellText(value, map, precision)}</text>`,
    );
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escapeXml(name)}" font-family="ui-monospace, Menlo, Consolas, monospace" font-size="${font}">
<rect width="100%" height="100%" fill="${dark ? '#1f1f1f' : '#ffffff'}"/>
<text x="1" y="16" fill="${ink}" font-weight="600">${escapeXml(name)}</text>
${cells.join('\n')}
${outlines(map, dark).join('\n')}
</svg>
`;
}

/** A dilated box is outlined cell by cell. */
function outlines(map: MapView, dark: boolean): string[] {
  const color = {
    window: dark ? '#ffb454' : '#b85400',
    result: dark ? '#ffb454' : '#b85400',
    link: '#4daafc',
    yours: dark ? '#f85149' : '#c72e2e',
  };
  const outline = (row: number, col: number, rows: number, cols: number, style: BoxStyle) =>
    `<rect x="${1 + col * cell}" y="${titleHeight + 1 + row * cell}" width="${cols * cell}" height="${rows * cell}" ` +
    `fill="none" stroke="${color[style]}" stroke-width="3"${style === 'link' || style === 'yours' ? ' stroke-dasharray="6 4"' : ''}/>`;
  return map.boxes.flatMap(({ row, col, rows, cols, style, stepRow = 1, stepCol = 1 }) => {
    if (stepRow === 1 && stepCol === 1) return [outline(row, col, rows, cols, style)];
    const single: string[] = [];
    for (let r = 0; r < rows; r += stepRow) {
      for (let c = 0; c < cols; c += stepCol) single.push(outline(row + r, col + c, 1, 1, style));
    }
    return single;
  });
}

function cellText(value: number, { integers = false }: MapView, precision: number): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'NaN' : value > 0 ? '∞' : '−∞';
  return value.toFixed(integers ? 0 : precision).replace('-', '−');
}

function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
