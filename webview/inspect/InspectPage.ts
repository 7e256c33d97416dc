/** An array being looked at: which one, which slice, its facts, and one large heatmap that can be zoomed. */
import { msg } from '../../core/message';
import type { HostMessage, InspectState, StateMessage } from '../../core/panel/protocol';
import type { MapView } from '../../core/step/Frame';
import { HeaderView } from '../header/HeaderView';
import type { Appearance } from '../heatmap/MapEvents';
import { t } from '../l10n';
import type { PageDeps } from '../PageDeps';
import { narrowWidth, singleMapMetrics } from '../layout/stageMetrics';
import { CellLinks } from '../stage/CellLinks';
import { StageView } from '../stage/StageView';
import { SettingsView } from '../timeline/SettingsView';
import { el } from '../ui/el';

const mapId = 'array';

/** Pixels that the distribution needs below the map. */
const distributionHeight = 130;

export class InspectPage {
  readonly kind = 'inspect';
  private readonly header: HeaderView;
  private readonly links: CellLinks;
  private readonly stage: StageView;
  private readonly settings: SettingsView;
  private readonly scroll: HTMLElement;
  readonly element: HTMLElement;
  private state: InspectState | undefined;
  private appearance: Appearance | undefined;
  private distributionWasOpened = false;

  constructor(private readonly deps: PageDeps) {
    this.header = new HeaderView(
      { typing: () => deps.expectState(), change: (id, value) => this.setField(id, value) },
      () => this.resize(),
      (headerFolded) => deps.setPreferences({ headerFolded }),
    );
    this.settings = new SettingsView((change) => deps.setPreferences(change));
    this.links = new CellLinks(deps);
    this.stage = new StageView(this.links, singleMapMetrics);
    this.links.connect(this.stage);
    const hint = t(
      msg('wheel or + and − zoom, drag moves, 0 shows all, 1 shows the numbers, r shows the text, F2 edits'),
    );
    this.scroll = el(
      'main',
      { class: 'scroll', 'data-part': 'inspect', tabindex: -1 },
      this.header.element,
      this.stage.element,
      this.links.tooltipElement,
    );
    const footer = el(
      'footer',
      { class: 'timeline inspect-footer' },
      el('span', { class: 'step-count' }, hint),
      this.settings.element,
    );
    this.element = el('div', { class: 'page inspect-page' }, this.scroll, footer);
  }

  /** It draws what arrives, when it arrives. */
  readonly isDrawn = true;

  showState(state: InspectState, { error }: StateMessage): void {
    this.state = state;
    this.element.classList.toggle('stale', error !== undefined && error.field === undefined);
    this.redraw();
  }

  receive(message: Exclude<HostMessage, StateMessage>): void {
    if (message.type === 'cursor') this.links.setCursor(message.element);
    if (message.type === 'focus') this.scroll.focus({ preventScroll: true });
  }

  setAppearance(appearance: Appearance): void {
    this.appearance = appearance;
    this.header.showFolded(appearance.headerFolded);
    this.settings.update(appearance);
    this.redraw();
  }

  resize(): void {
    this.redraw();
  }

  dispose(): void {
    this.stage.clear();
  }

  private setField(id: string, value: string): void {
    this.deps.expectState();
    this.deps.post({ type: 'setField', id, value });
  }

  private redraw(): void {
    const { state, appearance, scroll } = this;
    if (!state || !appearance) return;
    this.header.update(
      { sentence: state.sentence, lines: state.facts, fields: state.fields, assumptions: [] },
      appearance.precision,
    );
    const { map } = state;
    const view: MapView = { ...map, id: mapId, boxes: [], notes: [] };
    const inset = parseFloat(getComputedStyle(scroll).getPropertyValue('--inset')) || 14;
    const height = scroll.clientHeight - this.header.element.getBoundingClientRect().height - 28;
    this.links.setMaps([view], appearance.precision);
    this.stage.update(
      [{ id: 'array', title: [], aside: [], items: [{ kind: 'map', map: view }], lines: [] }],
      appearance,
      {
        width: scroll.clientWidth - 2 * inset,
        height: Math.max(height, 160),
        isNarrow: window.innerWidth < narrowWidth,
      },
      ({ scale }) => scale,
    );
    this.links.mark();
    this.openDistribution(height);
  }

  /** Where a small array leaves space below itself; once, so that it stays closed when it is closed. */
  private openDistribution(height: number): void {
    if (this.distributionWasOpened || this.stage.height + distributionHeight > height) return;
    this.distributionWasOpened = true;
    this.stage.figure(mapId)?.showDistribution();
  }
}
