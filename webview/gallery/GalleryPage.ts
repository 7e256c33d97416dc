/** The gallery: scenes as cards with a heatmap each, by topic and search. Every card is a button. */
import { colorMapFor } from '../../core/color/colorMaps';
import { msg, type Message } from '../../core/message';
import type { GalleryIntent, GalleryLesson, GalleryMessage, GalleryScene, Topic } from '../../core/panel/gallery';
import { wholeMap } from '../heatmap/paint/HeatmapView';
import { paintHeatmap } from '../heatmap/paint/paintHeatmap';
import { paintOutlines } from '../heatmap/paint/paintOutlines';
import { t } from '../l10n';
import { readableCell } from '../layout/StageLayout';
import { onThemeChange, readTheme } from '../theme';
import { el, setText } from '../ui/el';
import { segmented } from '../ui/segmented';
import { sizedContext } from '../ui/sizedContext';

/** CSS pixels of a card's picture at most. */
const pictureWidth = 214;
const pictureHeight = 156;

type Filter = Topic | 'all';

interface Card {
  readonly scene: GalleryScene;
  readonly element: HTMLElement;
  readonly canvas: HTMLCanvasElement;
}

export class GalleryPage {
  private readonly count = el('span', { class: 'gallery-count', role: 'status' });
  private readonly grid = el('main', { class: 'gallery-grid', 'data-part': 'gallery' });
  private readonly lessons = el('nav', { class: 'gallery-lessons' });
  private readonly search = el('input', { class: 'gallery-search', type: 'search', 'data-action': 'search' });
  private readonly topics;
  private cards: readonly Card[] = [];
  private message: GalleryMessage | undefined;
  private topic: Filter = 'all';

  constructor(
    private readonly post: (intent: GalleryIntent) => void,
    root: HTMLElement,
  ) {
    const choices = (['all', 'forward', 'pooling', 'backward', 'mistake'] as const).map((value) => ({
      value,
      label: t(topicLabel(value)),
    }));
    this.topics = segmented(t(msg('topic')), choices, (value) => {
      this.topic = value;
      this.filter();
    });
    this.topics.value = this.topic;
    this.lessons.setAttribute('aria-label', t(msg('Lessons')));
    this.search.placeholder = t(msg('Search'));
    this.search.setAttribute('aria-label', t(msg('Search scenes')));
    this.search.title = t(msg('Search scenes'));
    this.search.addEventListener('input', () => this.filter());
    const heading = el('h1', {}, t(msg('Gallery')), ' ', this.count);
    const bar = el('div', { class: 'gallery-bar' }, this.topics.element, this.search);
    root.append(el('div', { class: 'gallery' }, el('header', { class: 'gallery-head' }, heading, bar), this.grid));
    onThemeChange(() => this.draw());
  }

  show(message: GalleryMessage): void {
    this.message = message;
    this.cards = message.scenes.map((scene) => this.card(scene));
    this.lessons.replaceChildren(...message.lessons.map((lesson) => this.lessonCard(lesson)));
    this.grid.replaceChildren(this.lessons, ...this.cards.map(({ element }) => element));
    this.draw();
    this.filter();
    document.body.dataset.ready = 'true';
  }

  private lessonCard({ id, title, text, minutes, parts }: GalleryLesson): HTMLElement {
    const length = minutes === undefined ? '' : `, ${t(msg('about {0} minutes', minutes))}`;
    const open = el(
      'button',
      { class: 'gallery-lesson', type: 'button', 'data-lesson': id },
      el('span', { class: 'gallery-title' }, title),
      el('span', { class: 'gallery-text' }, text),
      el('span', { class: 'gallery-topic' }, t(msg('lesson of {0} parts', parts)), length),
    );
    open.addEventListener('click', () => this.post({ type: 'openLesson', id }));
    return open;
  }

  private card(scene: GalleryScene): Card {
    const canvas = el('canvas', { 'aria-hidden': 'true' });
    const open = el(
      'button',
      { class: 'gallery-open', type: 'button', 'data-scene': scene.id },
      el('span', { class: 'gallery-picture' }, canvas),
      el('span', { class: 'gallery-title' }, scene.title),
      el(
        'span',
        { class: 'gallery-text' },
        scene.text,
        ' ',
        el('span', { class: 'gallery-topic' }, t(tagLabel(scene.topic))),
      ),
    );
    open.addEventListener('click', () => this.post({ type: 'openScene', id: scene.id }));
    const [label, name] = codeLabels(scene);
    const code = el('button', { class: 'gallery-code', type: 'button', 'data-code': scene.id }, t(label));
    code.setAttribute('aria-label', t(name));
    code.hidden = !scene.hasCode;
    code.addEventListener('click', () => this.post({ type: 'openCode', id: scene.id }));
    return { scene, element: el('article', { class: 'gallery-card' }, open, code), canvas };
  }

  private filter(): void {
    const words = this.search.value.toLowerCase().split(/\s+/).filter(Boolean);
    this.lessons.hidden = this.topic !== 'all' || words.length > 0 || this.lessons.childElementCount === 0;
    let shown = 0;
    for (const { scene, element } of this.cards) {
      const text = `${scene.title} ${scene.text} ${t(tagLabel(scene.topic))}`.toLowerCase();
      const fits = (this.topic === 'all' || scene.topic === this.topic) && words.every((word) => text.includes(word));
      element.hidden = !fits;
      if (fits) shown++;
    }
    setText(this.count, shown === 0 ? t(msg('no scene fits')) : t(msg('{0} scene{0||s}, no array needed', shown)));
  }

  private draw(): void {
    if (!this.message) return;
    const theme = readTheme();
    const { precision, colorMap } = this.message.preferences;
    for (const { scene, canvas } of this.cards) {
      const { map } = scene;
      if (!map) continue;
      const fitting = Math.min(42, pictureWidth / map.cols, pictureHeight / map.rows);
      const cell = fitting < readableCell ? fitting : Math.floor(fitting);
      const colors = colorMapFor(colorMap, map.scale.kind, theme.dark);
      const view = { map, scale: map.scale, colors, theme, precision, extraBoxes: [] };
      const context = sizedContext(canvas, map.cols * cell + 1, map.rows * cell + 1);
      if (!context) continue;
      paintHeatmap(context, view, { left: 0, top: 0, cellWidth: cell, cellHeight: cell, region: wholeMap(map) });
      paintOutlines(context, view, cell);
    }
  }
}

/** The visible text of the button that opens the code, and its name. The code of a mistake is checked as well. */
function codeLabels({ topic, title }: GalleryScene): readonly [label: Message, name: Message] {
  if (topic === 'mistake') return [msg('Check code'), msg('Check code of “{0}”', title)];
  return [msg('Open code'), msg('Open code of “{0}”', title)];
}

function topicLabel(topic: Filter): Message {
  switch (topic) {
    case 'all':
      return msg('All');
    case 'forward':
      return msg('Forward');
    case 'pooling':
      return msg('Pooling');
    case 'backward':
      return msg('Backward');
    case 'mistake':
      return msg('Mistakes');
  }
}

function tagLabel(topic: Topic): Message {
  switch (topic) {
    case 'forward':
      return msg('forward');
    case 'pooling':
      return msg('pooling');
    case 'backward':
      return msg('backward');
    case 'mistake':
      return msg('mistake');
  }
}
