/** All channels or filters of a map as small pictures; one of them is chosen by a click. */
import { msg } from '../../core/message';
import type { Montage, MontagePlane } from '../../core/step/shared/montage';
import { CellKind } from '../../core/step/Frame';
import { colorIndex, type ColorMap } from '../../core/color/ColorMap';
import { t } from '../l10n';
import { el } from '../ui/el';

/** Pixels of the longer side of a small picture. */
const side = 46;

export function montageView(montage: Montage, colors: ColorMap, choose: (index: number) => void): HTMLElement {
  const { planes, total, axis } = montage;
  const label = axis === 'channel' ? t(msg('all channels')) : t(msg('all filters'));
  const pictures = planes.map((plane) => picture(plane, montage, colors, choose));
  const shown = planes.length < total ? [el('p', {}, t(msg('{0} of {1} are shown', planes.length, total)))] : [];
  const element = el(
    'div',
    { class: 'montage', 'data-part': 'montage', role: 'group', 'aria-label': label },
    el('div', { class: 'montage-title' }, label),
    el('div', { class: 'montage-planes' }, ...pictures),
    ...shown,
  );
  element.addEventListener('keydown', (event) => event.stopPropagation());
  return element;
}

function picture(
  plane: MontagePlane,
  montage: Montage,
  colors: ColorMap,
  choose: (index: number) => void,
): HTMLElement {
  const { rows, cols, selected, axis } = montage;
  const canvas = el('canvas', { width: cols, height: rows, 'aria-hidden': 'true' });
  const scale = side / Math.max(rows, cols);
  canvas.style.width = `${cols * scale}px`;
  canvas.style.height = `${rows * scale}px`;
  const image = new ImageData(cols, rows);
  fill(image.data, plane, montage, colors);
  canvas.getContext('2d')?.putImageData(image, 0, 0);
  const label = axis === 'channel' ? t(msg('channel {0}', plane.index)) : t(msg('filter {0}', plane.index));
  const button = el(
    'button',
    {
      type: 'button',
      class: 'montage-plane',
      'data-plane': plane.index,
      'aria-label': label,
      'aria-pressed': String(plane.index === selected),
    },
    canvas,
    el('span', { 'aria-hidden': 'true' }, String(plane.index)),
  );
  button.addEventListener('click', () => choose(plane.index));
  return button;
}

/** Padding, cells not computed yet and NaN stay transparent. */
function fill(pixels: Uint8ClampedArray, plane: MontagePlane, { scale }: Montage, { colors }: ColorMap): void {
  plane.values.forEach((value, index) => {
    const color = plane.cells && plane.cells[index] !== CellKind.Data ? -1 : colorIndex(value, scale);
    if (color < 0) return;
    pixels.set(colors.subarray(color * 3, color * 3 + 3), index * 4);
    pixels[index * 4 + 3] = 255;
  });
}
