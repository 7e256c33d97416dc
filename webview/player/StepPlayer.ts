/** Plays the steps of an exported page: maps, equations, code, notes; by buttons, slider and keyboard. */
import { formatNumber } from '../../core/array/display';
import type { PlayerData } from '../../core/export/player/PlayerData';
import { msg } from '../../core/message';
import { FrameDecoder } from '../../core/panel/wire';
import type { Frame, StageItem, StageRow } from '../../core/step/Frame';
import { decimalsOf } from '../../core/step/shared/decimalsOf';
import { mapsOf } from '../../core/step/shared/stage';
import { t } from '../l10n';
import { renderMarkdown } from '../scene/renderMarkdown';
import { el, setAttributes, setText } from '../ui/el';
import { drawIcon, icon } from '../ui/icon';
import { plainText } from '../words/plainText';
import { renderSpans } from '../words/renderSpans';
import { PlayerMap } from './PlayerMap';

/** CSS pixels of a cell. */
const largestCell = 46;
const smallestCell = 3;

/** Milliseconds between two steps. */
const pace = 700;

export class StepPlayer {
  private readonly frames: readonly Frame[];
  private readonly maps = new Map<string, PlayerMap>();
  private readonly stage = el('div', { class: 'stage' });
  /** Decimals of the shown step. */
  private precision = 0;
  private readonly note = el('div', { class: 'player-note', 'aria-live': 'polite' });
  private readonly code: readonly HTMLElement[];
  private readonly slider = el('input', { type: 'range', min: 0, 'aria-label': t(msg('step')) });
  private readonly count = el('span', { class: 'player-count' });
  private readonly playIcon = icon('play');
  private readonly play = this.button(this.playIcon, t(msg('play (Space)')), () => this.toggle());
  private readonly live = el('p', { class: 'sr-only', 'aria-live': 'polite' });
  private readonly tooltip = el('div', { class: 'player-tooltip', hidden: true });
  private at = 0;
  private timer: ReturnType<typeof setInterval> | undefined;

  constructor(
    private readonly data: PlayerData,
    root: HTMLElement,
  ) {
    const decoder = new FrameDecoder();
    this.frames = data.frames.map((frame) => decoder.decode(frame));
    this.code = data.listing.split('\n').map((line) => el('div', { class: 'player-line' }, line || ' '));
    this.slider.max = String(this.frames.length - 1);
    this.slider.addEventListener('input', () => this.show(Number(this.slider.value)));
    const back = this.button(icon('back'), t(msg('one step back (←)')), () => this.step(-1));
    const next = this.button(icon('forward'), t(msg('one step forward (→)')), () => this.step(1));
    const context = { precision: data.precision };
    root.append(
      el(
        'header',
        { class: 'player-head' },
        ...data.header.map(({ spans }, line) => el(line === 0 ? 'h1' : 'p', {}, ...renderSpans(spans, context))),
      ),
      el('main', {}, this.stage, this.note, el('pre', { class: 'player-code', tabindex: 0 }, ...this.code)),
      el('footer', { class: 'player-bar' }, back, this.play, next, this.slider, this.count),
      this.live,
      this.tooltip,
    );
    document.addEventListener('keydown', (event) => this.key(event));
    window.addEventListener('resize', () => this.redraw());
    this.show(0);
  }

  show(at: number): void {
    this.at = Math.max(0, Math.min(this.frames.length - 1, at));
    const frame = this.frames[this.at]!;
    const { notes, count } = this.data;
    const precision = decimalsOf(mapsOf(frame.stage), this.data.precision);
    this.precision = precision;
    this.stage.replaceChildren(...frame.stage.map((row) => this.row(row)));
    this.code.forEach((line, index) => line.classList.toggle('now', index === frame.code.line));
    this.showLine(frame.code.line);
    this.showNote(notes.filter(({ step }) => step <= frame.t).at(-1)?.text ?? '');
    this.slider.value = String(this.at);
    setText(this.count, `${frame.t + 1} / ${count}`);
    if (this.timer === undefined) setText(this.live, plainText(frame.announcement, precision));
    document.body.dataset.t = String(frame.t);
  }

  redraw(): void {
    this.show(this.at);
  }

  /** Unchanged text is kept: a screen reader reads what is replaced. */
  private showNote(text: string): void {
    if (this.note.dataset.text === text) return;
    this.note.dataset.text = text;
    this.note.replaceChildren(...renderMarkdown(text));
  }

  /** Scrolls the code alone, not the page. */
  private showLine(index: number): void {
    const line = this.code[index];
    const list = line?.parentElement;
    if (line && list) list.scrollTop = line.offsetTop - list.offsetTop - list.clientHeight / 2;
  }

  private row({ id, title, items, lines }: StageRow): HTMLElement {
    const { precision } = this;
    const shown = items.filter((item) => item.kind !== 'map' || item.map.magnifies === undefined);
    const columns = shown.reduce((sum, item) => sum + (item.kind === 'map' ? item.map.cols : 1), 0);
    const width = Math.min(window.innerWidth, 1200) - 80 - 30 * shown.length;
    const cell = Math.max(smallestCell, Math.min(largestCell, Math.floor(width / columns)));
    return el(
      'section',
      { class: 'player-row', 'data-row': id },
      el('h2', {}, ...renderSpans(title, { precision })),
      el('div', { class: 'player-items' }, ...shown.map((item) => this.item(item, cell))),
      ...lines.map(({ spans }) => el('p', { class: 'line' }, ...renderSpans(spans, { precision }))),
    );
  }

  private item(item: StageItem, cell: number): HTMLElement {
    const { colorMap } = this.data;
    const { precision } = this;
    switch (item.kind) {
      case 'glyph':
        return el('span', { class: 'player-glyph', 'aria-label': t(item.label) }, item.glyph);
      case 'ladder': {
        const { rows, total } = item.ladder;
        const texts = rows.map(({ label, sum }) => `${t(label)}: ${sum ? formatNumber(sum.value, precision) : ''}`);
        const result = `${plainText({ spans: total.label }, precision)} = ${total.value === undefined ? '?' : formatNumber(total.value, precision)}`;
        return el('div', { class: 'player-ladder' }, ...[...texts, result].map((text) => el('div', {}, text)));
      }
      case 'map': {
        const { map } = item;
        const view = this.maps.get(map.id) ?? new PlayerMap((text, event) => this.point(text, event));
        this.maps.set(map.id, view);
        view.draw(map, { cell, precision, colorMap });
        return view.element;
      }
    }
  }

  private point(text: string | undefined, { clientX, clientY }: PointerEvent): void {
    this.tooltip.hidden = text === undefined;
    setText(this.tooltip, text ?? '');
    this.tooltip.style.left = `${Math.min(clientX + 12, window.innerWidth - 260)}px`;
    this.tooltip.style.top = `${clientY + 16}px`;
  }

  private step(by: number): void {
    this.pause();
    this.show(this.at + by);
  }

  private toggle(): void {
    if (this.timer !== undefined) {
      this.pause();
      return;
    }
    if (this.at === this.frames.length - 1) this.show(0);
    this.timer = setInterval(() => {
      if (this.at === this.frames.length - 1) this.pause();
      else this.show(this.at + 1);
    }, pace);
    this.showPlaying(true);
  }

  private pause(): void {
    clearInterval(this.timer);
    this.timer = undefined;
    this.showPlaying(false);
  }

  private showPlaying(isPlaying: boolean): void {
    drawIcon(this.playIcon, isPlaying ? 'pause' : 'play');
    const label = isPlaying ? t(msg('pause (Space)')) : t(msg('play (Space)'));
    setAttributes(this.play, { 'aria-label': label, title: label });
  }

  private key(event: KeyboardEvent): void {
    const moves: Readonly<Record<string, () => void>> = {
      ArrowRight: () => this.step(1),
      PageDown: () => this.step(1),
      ArrowLeft: () => this.step(-1),
      PageUp: () => this.step(-1),
      Home: () => this.step(-this.frames.length),
      End: () => this.step(this.frames.length),
      ' ': () => this.toggle(),
    };
    const move = moves[event.key];
    if (!move || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === ' ' && event.target instanceof HTMLButtonElement) return;
    event.preventDefault();
    move();
  }

  private button(sign: HTMLElement, label: string, run: () => void): HTMLButtonElement {
    const element = el('button', { type: 'button', 'aria-label': label, title: label }, sign);
    element.addEventListener('click', run);
    return element;
  }
}
