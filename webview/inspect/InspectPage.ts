/** The inspector: an array as a map of two of its axes, all slices, statistics, a search, and its text. */
import type { CellFormat } from '../../core/panel/inspect';
import type { HostMessage, InspectState, StateMessage } from '../../core/panel/protocol';
import type { Scale } from '../../core/step/Frame';
import { HeaderView } from '../header/HeaderView';
import type { Appearance } from '../heatmap/MapEvents';
import { inspectKeys } from '../ui/keyGroups';
import { t } from '../l10n';
import type { PageDeps } from '../PageDeps';
import { isLetterKey } from '../timeline/isPageKey';
import { SettingsView } from '../timeline/SettingsView';
import { el, setText } from '../ui/el';
import { KeyHelp } from '../ui/KeyHelp';
import { textWidth } from '../ui/textWidth';
import { whenFocused } from '../ui/whenFocused';
import { wrapArrayText } from './wrapArrayText';
import { ArrayFigure } from './ArrayFigure';
import { CellCard } from './CellCard';
import { DistributionCard } from './DistributionCard';
import { FindBar, type Direction } from './FindBar';
import { inspectFooter } from './inspectFooter';
import { InspectLinks } from './InspectLinks';
import { inspectLayout, sliceLine, sliceTitle } from './inspectLayout';
import { PlanesView } from './PlanesView';

export class InspectPage {
  readonly kind = 'inspect';
  private readonly header: HeaderView;
  private readonly keys = new KeyHelp(() => inspectKeys(this.state?.editable));
  private readonly links: InspectLinks;
  private readonly array: ArrayFigure;
  private readonly planes: PlanesView;
  private readonly cellCard: CellCard;
  private readonly find: FindBar;
  private readonly distribution: DistributionCard;
  private readonly text = el('pre', { class: 'array-text', 'data-part': 'text', tabindex: 0 });
  private readonly main = el('div', { class: 'inspect-main' });
  private readonly side = el('div', { class: 'inspect-side' });
  private readonly body = el('div', { class: 'inspect-body' }, this.main, this.side);
  private readonly settings: SettingsView;
  private readonly scroll: HTMLElement;
  readonly element: HTMLElement;
  private state: InspectState | undefined;
  private appearance: Appearance | undefined;
  /** The user's own range of the colours. */
  private ownScale: Scale | undefined;
  private readonly resizes = new ResizeObserver(() => this.redraw());
  private readonly onKey = (event: KeyboardEvent): void => this.key(event);

  constructor(private readonly deps: PageDeps) {
    this.header = new HeaderView(
      { typing: () => deps.expectState(), change: (id, value) => deps.setField(id, value) },
      () => this.redraw(),
      (headerFolded) => deps.setPreferences({ headerFolded }),
    );
    this.settings = new SettingsView((change) => deps.setPreferences(change));
    this.links = new InspectLinks(deps, () => this.updateCard());
    this.array = new ArrayFigure({
      ...this.links.mapEvents,
      selectionChanged: () => this.updateCard(),
      copy: () => this.copy('numpy'),
    });
    this.links.connect(this.array.figure);
    this.planes = new PlanesView(
      (_, index) => this.selectPlane(index),
      () => deps.setField('view', 'map'),
    );
    this.cellCard = new CellCard((format) => this.copy(format));
    this.find = new FindBar((direction) => this.goTo(direction));
    this.distribution = new DistributionCard((scale) => {
      this.ownScale = scale;
      this.redraw();
    });
    this.scroll = el(
      'main',
      { class: 'scroll', 'data-part': 'inspect', tabindex: -1 },
      this.header.element,
      this.body,
      this.links.tooltipElement,
    );
    this.element = el(
      'div',
      { class: 'page inspect-page' },
      this.scroll,
      inspectFooter(this.keys.element, this.settings.element),
    );
    for (const sized of [this.scroll, this.header.element]) this.resizes.observe(sized);
    document.addEventListener('keydown', this.onKey);
  }

  /** The inspector draws each state when it arrives. */
  readonly isDrawn = true;

  showState(state: InspectState, { error }: StateMessage): void {
    if (state.map.title !== this.state?.map.title) this.array.selection.clear();
    if (state.selected !== this.state?.selected) this.ownScale = undefined;
    this.state = state;
    this.element.classList.toggle('stale', error !== undefined && error.field === undefined);
    this.element.classList.toggle('without-slices', state.planes === undefined);
    this.element.classList.toggle('without-map', state.view === 'text');
    this.cellCard.showCopied('');
    this.redraw();
  }

  receive(message: Exclude<HostMessage, StateMessage>): void {
    if (message.type === 'cursor') this.links.setCursor(message.element);
    if (message.type === 'copied') this.showCopied(t(message.text));
    if (message.type === 'focus') whenFocused(() => this.scroll.focus({ preventScroll: true }));
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
    this.array.dispose();
    this.distribution.dispose();
    this.resizes.disconnect();
    document.removeEventListener('keydown', this.onKey);
  }

  private goTo(direction: Direction): void {
    if (this.state?.found && this.state.found.count > 0) this.deps.setField('match', direction);
  }

  /** The selected cells or, without a selection, all of the slice. */
  private copy(format: CellFormat): void {
    const { state } = this;
    if (!state) return;
    const { rows, cols } = state.map;
    const range = this.array.selection.range ?? { row: 0, col: 0, rows, cols };
    const generation = Number(document.body.dataset.generation);
    this.deps.post({ type: 'copyCells', generation, format, ...range });
  }

  private showCopied(text: string): void {
    this.cellCard.showCopied(text);
    this.deps.say(text);
  }

  private updateCard(): void {
    const { map } = this.array;
    if (map) this.cellCard.update(map, this.links.cell, this.array.selection.range);
  }

  private redraw(): void {
    const { state, appearance } = this;
    if (!state || !appearance) return;
    this.header.update(
      { sentence: state.sentence, lines: state.facts, fields: state.fields, assumptions: [] },
      appearance.precision,
    );
    this.header.addTo('find', this.find.element);
    this.find.update(state);
    this.arrange(state);
    const { map, planes, view } = state;
    const scale = this.ownScale ?? map.scale;
    const layout = inspectLayout(this.scroll, this.header.element, {
      view,
      hasPlanes: planes !== undefined,
      mapWidth: (space) => this.array.widthOf(map, space),
      mapCell: (space) => this.array.cellOf(map, space),
    });
    this.body.classList.toggle('beside', layout.isBeside);
    this.body.classList.toggle('cards-in-line', layout.hasCardsInLine);
    this.body.style.setProperty('--side', `${layout.side.width}px`);
    if (view === 'text') {
      setText(this.text, wrapArrayText(state.text ?? '', columnsOf(this.text)));
      return;
    }
    if (view === 'planes' && planes) {
      this.planes.update({ planes, integers: map.integers, scale, appearance, space: layout.main, kind: 'grid' });
      return;
    }
    this.links.setState(state);
    this.array.update(state, appearance, scale, layout.main);
    const page = this.scroll.clientHeight;
    if (planes) {
      this.main.style.marginBottom = '';
      const left = page - this.planes.element.offsetTop - sliceTitle;
      const most = layout.isBeside ? Math.max(0.46 * page, layout.side.height) : page;
      const height = left + sliceTitle < sliceLine ? page - sliceTitle : Math.min(left, most);
      this.body.style.setProperty('--planes-height', `${height}px`);
      // A picture in its own colours is of all of its channels.
      const marked = this.hasColors(state) ? { ...planes, selected: -1 } : planes;
      const { integers } = map;
      this.planes.update({ planes: marked, integers, scale, appearance, space: layout.side, kind: 'strip' });
    }
    const { map: shown } = this.array;
    if (shown) this.distribution.update(shown, state.sliceFacts, appearance, scale, layout.card);
    this.updateCard();
    this.links.mark();
    keepWhole([...(layout.isBeside ? [] : [this.main]), ...this.side.children] as HTMLElement[], page);
  }

  /** Puts the parts of a view into their places. Those that stay are not moved: they keep the focus. */
  private arrange({ view, planes }: InspectState): void {
    const main = view === 'text' ? this.text : view === 'planes' && planes ? this.planes.element : this.array.element;
    const side =
      view === 'map'
        ? [...(planes ? [this.planes.element] : []), this.cellCard.element, this.distribution.element]
        : [];
    place(this.side, side);
    place(this.main, [main]);
    this.side.hidden = side.length === 0;
  }

  private key(event: KeyboardEvent): void {
    const { state } = this;
    if (isLetterKey(event, 'h')) this.header.toggleFold();
    else if (isLetterKey(event, 'n')) this.goTo(event.shiftKey ? 'previous' : 'next');
    else if (isLetterKey(event, '?')) this.keys.toggle();
    else if (isLetterKey(event, '/')) this.header.focusField('find');
    else if (state?.planes && isLetterKey(event, '[')) this.selectPlane(state.planes.selected - 1);
    else if (state?.planes && isLetterKey(event, ']')) this.selectPlane(state.planes.selected + 1);
    else return;
    event.preventDefault();
  }

  /** One channel of a picture in its own colours is shown instead of the picture. */
  private selectPlane(index: number): void {
    const { planes } = this.state ?? {};
    if (!planes || index < 0 || index >= planes.total) return;
    if (this.hasColors(this.state!)) this.deps.setField('rgb', 'false');
    this.deps.setField(planes.field, String(index));
  }

  /** Whether the slices are the channels of the picture that is shown in its own colours. */
  private hasColors({ view, map, planes, fields }: InspectState): boolean {
    return view === 'map' && map.image !== undefined && !fields.some(({ id }) => id === planes?.field);
  }
}

function place(parent: HTMLElement, children: readonly HTMLElement[]): void {
  const isSame =
    parent.children.length === children.length && children.every((child, at) => parent.children[at] === child);
  if (!isSame) parent.replaceChildren(...children);
}

/** What the lower edge of a page would cut begins the next one. */
function keepWhole(parts: readonly HTMLElement[], page: number): void {
  parts.forEach((part, at) => {
    part.style.marginBottom = '';
    const { offsetTop, offsetHeight } = part;
    const left = page - (offsetTop % page);
    if (at > 0 && left < offsetHeight && offsetHeight <= page) parts[at - 1]!.style.marginBottom = `${left}px`;
  });
}

/** Characters of a line. */
function columnsOf(text: HTMLElement): number {
  const { font, paddingLeft, paddingRight } = getComputedStyle(text);
  return Math.floor((text.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight)) / textWidth('0', font));
}
