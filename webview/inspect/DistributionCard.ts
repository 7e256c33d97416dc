/** The distribution of the inspected slice: its statistics, and a histogram that chooses the range of the colours. */
import { colorMapFor } from '../../core/color/colorMaps';
import { msg } from '../../core/message';
import type { InspectState } from '../../core/panel/protocol';
import type { MapView, Scale } from '../../core/step/Frame';
import { HistogramView } from '../heatmap/histogram/HistogramView';
import type { Appearance } from '../heatmap/MapEvents';
import { t } from '../l10n';
import { el, setText } from '../ui/el';
import { renderSpans } from '../words/renderSpans';

/** Padding and border of the card, on both sides, in CSS pixels. */
const frame = 26;

const widest = 460;

export class DistributionCard {
  private readonly title = el('h2', { class: 'inspect-card-title' });
  private readonly facts = el('div', { class: 'slice-facts' });
  private readonly histogram: HistogramView;
  readonly element: HTMLElement;

  /** `change`: the user's own range of the colours; undefined: the slice's again. */
  constructor(change: (scale: Scale | undefined) => void) {
    this.histogram = new HistogramView(change);
    this.element = el(
      'section',
      { class: 'inspect-card', 'data-part': 'distribution' },
      el('div', { class: 'inspect-card-head' }, this.title),
      this.facts,
      this.histogram.element,
    );
  }

  /** `card`: its width and the height of the bars, in CSS pixels. */
  update(
    map: MapView,
    facts: InspectState['sliceFacts'],
    appearance: Appearance,
    scale: Scale,
    card: { readonly width: number; readonly bars: number },
  ): void {
    const { theme, colorMap, precision } = appearance;
    this.facts.replaceChildren(
      ...facts.map(({ spans }) => el('span', { class: 'size-line' }, ...renderSpans(spans, { precision }))),
    );
    this.facts.hidden = facts.length === 0;
    // A slice that is all of the array has no statistics of its own.
    setText(this.title, t(facts.length === 0 ? msg('distribution') : msg('distribution of this slice')));
    this.histogram.setSize(Math.min(widest, Math.floor(card.width - frame)), card.bars);
    this.histogram.update(map, scale, colorMapFor(colorMap, scale.kind, theme.dark), theme);
  }

  dispose(): void {
    this.histogram.dispose();
  }
}
