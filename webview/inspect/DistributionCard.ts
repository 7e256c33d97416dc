/** The distribution of the inspected slice: its statistics, and a histogram that chooses the range of the colours. */
import { colorMapFor } from '../../core/color/colorMaps';
import { msg } from '../../core/message';
import type { InspectState } from '../../core/panel/protocol';
import type { MapView, Scale } from '../../core/step/Frame';
import { HistogramView } from '../heatmap/HistogramView';
import type { Appearance } from '../heatmap/MapEvents';
import { t } from '../l10n';
import { el } from '../ui/el';
import { renderSpans } from '../words/renderSpans';

export class DistributionCard {
  private readonly facts = el('div', { class: 'slice-facts' });
  private readonly histogram: HistogramView;
  readonly element: HTMLElement;

  /** `change`: the user's own range of the colours; undefined: the slice's again. */
  constructor(change: (scale: Scale | undefined) => void) {
    this.histogram = new HistogramView(change);
    const title = el('h2', { class: 'inspect-card-title' }, t(msg('distribution of this slice')));
    this.element = el(
      'section',
      { class: 'inspect-card', 'data-part': 'distribution' },
      el('div', { class: 'inspect-card-head' }, title),
      this.facts,
      this.histogram.element,
    );
  }

  update(map: MapView, facts: InspectState['sliceFacts'], appearance: Appearance, scale: Scale): void {
    const { theme, colorMap, precision } = appearance;
    this.facts.replaceChildren(
      ...facts.map(({ spans }) => el('span', { class: 'size-line' }, ...renderSpans(spans, { precision }))),
    );
    this.facts.hidden = facts.length === 0;
    this.histogram.update(map, scale, colorMapFor(colorMap, scale.kind, theme.dark), theme);
  }

  dispose(): void {
    this.histogram.dispose();
  }
}
