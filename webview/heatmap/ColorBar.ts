/** The scale of a map: its colours from lowest to highest, with the numbers at the ends and at zero. */
import type { Scale } from '../../core/step/Frame';
import { cssColor, type ColorMap } from '../../core/color/ColorMap';
import { formatShort } from '../format';
import { msg } from '../../core/message';
import { t } from '../l10n';
import { el, setAttributes, setText } from '../ui/el';

const gradientStops = 16;

/** Pixels of a character of the numbers, and between the two. */
const character = 6.1;
const between = 4;

export class ColorBar {
  private readonly bar = el('span', { class: 'colorbar-bar' });
  private readonly low = el('span');
  private readonly middle = el('span', { class: 'colorbar-middle' });
  private readonly high = el('span');
  readonly element = el(
    'button',
    { class: 'colorbar', type: 'button', 'data-action': 'scale', 'aria-expanded': 'false' },
    this.low,
    this.bar,
    this.middle,
    this.high,
  );

  /** `width`: pixels of the bar, which has its numbers only where both fit. */
  update(scale: Scale, colors: ColorMap, width: number): void {
    const label = t(msg('colours {0} … {1}: distribution and range', formatShort(scale.min), formatShort(scale.max)));
    setAttributes(this.element, { title: label, 'aria-label': label });
    const [low, high] = [formatShort(scale.min), formatShort(scale.max)];
    const fits = (low.length + high.length) * character + between <= width;
    setText(this.low, fits ? low : '');
    setText(this.middle, fits && scale.kind === 'diverging' ? '0' : '');
    setText(this.high, fits ? high : '');
    const stops = Array.from({ length: gradientStops + 1 }, (_, index) =>
      cssColor(colors, Math.round((index / gradientStops) * 255)),
    );
    this.bar.style.backgroundImage = `linear-gradient(90deg, ${stops.join(', ')})`;
    this.bar.classList.toggle('centred', scale.kind === 'diverging');
  }
}
