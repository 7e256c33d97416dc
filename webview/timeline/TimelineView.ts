/** The pinned bar: first, back, play, forward, last, the slider over all steps, speed, granularity and display settings. */
import { msg, type Message } from '../../core/message';
import type { Navigation } from '../../core/panel/protocol';
import type { Granularity, Timeline } from '../../core/step/Stepper';
import { t } from '../l10n';
import { el, setAttributes, setText } from '../ui/el';
import { drawIcon, icon, type IconName } from '../ui/icon';
import { button, dropdown, type Control } from '../ui/toolkit';
import { nextMark, previousMark } from '../yours/marks';
import { MarksView } from '../yours/MarksView';

export interface TimelineEvents {
  seek(t: number): void;
  play(): void;
  speed(speed: number): void;
  granularity(granularity: Granularity): void;
}

const speeds = [0.5, 1, 2, 4, 8, 15, 30];

const granularityLabels: Readonly<Record<Granularity, Message>> = {
  product: msg('by product'),
  channel: msg('by channel'),
  window: msg('by window'),
  filter: msg('all filters'),
  row: msg('by row'),
  example: msg('by example'),
};

const keyNavigation: Readonly<Partial<Record<string, Navigation>>> = {
  ArrowLeft: 'previous',
  ArrowRight: 'next',
  Home: 'first',
  End: 'last',
  ' ': 'play',
};

export class TimelineView {
  private readonly slider = el('input', {
    type: 'range',
    min: 0,
    max: 0,
    step: 1,
    value: 0,
    'data-action': 'seek',
    class: 'slider',
  });
  private readonly marks = new MarksView();
  private readonly count = el('span', { class: 'step-count' });
  private readonly playIcon = icon('play');
  private readonly playButton: HTMLElement;
  private readonly buttons: Readonly<Record<'first' | 'back' | 'forward' | 'last', HTMLElement>>;
  private readonly speed: Control;
  private granularity: Control | undefined;
  private readonly granularityPlace = el('span', { class: 'granularity' });
  readonly element: HTMLElement;
  private timeline: Timeline = { count: 0, granularity: 'window', granularities: [] };
  private step = 0;

  constructor(
    private readonly events: TimelineEvents,
    settings: HTMLElement,
  ) {
    this.buttons = {
      first: this.action('first', msg('first step (Home)'), () => this.go(0)),
      back: this.action('back', msg('one step back (←)'), () => this.go(this.step - 1)),
      forward: this.action('forward', msg('one step forward (→)'), () => this.go(this.step + 1)),
      last: this.action('last', msg('last step (End)'), () => this.go(this.timeline.count - 1)),
    };
    this.playButton = button({ 'data-action': 'play', class: 'play' }, this.playIcon);
    this.playButton.addEventListener('click', () => events.play());
    this.speed = dropdown(
      {
        position: 'above',
        'data-action': 'speed',
        'aria-label': t(msg('steps per second')),
        title: t(msg('steps per second')),
      },
      speeds.map((speed) => ({ value: String(speed), label: t(msg('{0}/s', speed)) })),
      (value) => events.speed(Number(value)),
    );
    this.slider.setAttribute('aria-label', t(msg('step')));
    this.slider.title = t(msg('← → one step, Space plays and pauses, Home and End go to the first and last step'));
    this.slider.addEventListener('input', () => this.go(Number(this.slider.value)));
    const { first, back, forward, last } = this.buttons;
    this.element = el(
      'footer',
      { class: 'timeline', 'data-part': 'timeline', tabindex: -1 },
      el('div', { class: 'timeline-buttons' }, first, back, this.playButton, forward, last),
      el('div', { class: 'slider-place' }, this.slider, this.marks.element),
      el('div', { class: 'timeline-state' }, this.count, this.speed.element, this.granularityPlace, settings),
    );
    this.setPlaying(false);
  }

  /** A single step has nothing to move through: only the step sizes, where there are several, and the tools are shown. */
  setTimeline(timeline: Timeline): void {
    this.element.classList.toggle('single', timeline.count <= 1);
    this.granularityPlace.hidden = timeline.granularities.length <= 1;
    const choices = ({ granularities, elementwise }: Timeline): string => JSON.stringify([granularities, elementwise]);
    const changed = choices(timeline) !== choices(this.timeline);
    this.timeline = timeline;
    if (changed || !this.granularity) this.createGranularity(timeline);
    if (this.granularity) this.granularity.value = timeline.granularity;
    this.slider.max = String(Math.max(0, timeline.count - 1));
    this.marks.update(timeline.marks ?? [], timeline.count);
    // The digits of the last step have their place at every step: the slider keeps its width.
    this.count.style.minWidth = `${stepText(timeline.count, timeline.count).length}ch`;
  }

  setSpeed(speed: number): void {
    this.speed.value = String(speed);
  }

  setStep(step: number): void {
    this.step = step;
    const { count } = this.timeline;
    this.slider.value = String(step);
    this.slider.style.setProperty('--done', count > 1 ? `${(step / (count - 1)) * 100}%` : '0%');
    setText(this.count, stepText(step + 1, count));
    setAttributes(this.slider, { 'aria-valuetext': t(msg('step {0} / {1}', step + 1, count)) });
    const atStart = step <= 0;
    const atEnd = step >= count - 1;
    this.buttons.first.toggleAttribute('disabled', atStart);
    this.buttons.back.toggleAttribute('disabled', atStart);
    this.buttons.forward.toggleAttribute('disabled', atEnd);
    this.buttons.last.toggleAttribute('disabled', atEnd);
  }

  setPlaying(playing: boolean): void {
    drawIcon(this.playIcon, playing ? 'pause' : 'play');
    const label = playing ? t(msg('pause (Space)')) : t(msg('play (Space)'));
    setAttributes(this.playButton, { 'aria-label': label, title: label });
  }

  focus(): void {
    const target = this.timeline.count > 1 ? this.slider : this.element;
    target.focus({ preventScroll: true });
  }

  /** Moves as a command asks. */
  navigate(to: Navigation): void {
    switch (to) {
      case 'first':
        return this.go(0);
      case 'previous':
        return this.go(this.step - 1);
      case 'next':
        return this.go(this.step + 1);
      case 'last':
        return this.go(this.timeline.count - 1);
      case 'play':
        return this.events.play();
      case 'finer':
        return this.changeGranularity(-1);
      case 'coarser':
        return this.changeGranularity(1);
      case 'firstDifference':
      case 'nextDifference':
      case 'previousDifference':
        return this.goToMark(to);
    }
  }

  /** Arrows, Home, End and Space, wherever they do not belong to a control of their own. */
  key(event: KeyboardEvent): boolean {
    if (event.ctrlKey || event.metaKey || event.altKey) return false;
    const to = keyNavigation[event.key];
    if (to) this.navigate(to);
    return to !== undefined;
  }

  /** `granularities` are ordered from the finest to the coarsest. */
  private changeGranularity(by: number): void {
    const { granularities, granularity } = this.timeline;
    const next = granularities[granularities.indexOf(granularity) + by];
    if (next) this.events.granularity(next);
  }

  private goToMark(which: 'firstDifference' | 'nextDifference' | 'previousDifference'): void {
    const { marks = [] } = this.timeline;
    const find = which === 'previousDifference' ? previousMark : nextMark;
    const mark = which === 'firstDifference' ? marks[0] : find(marks, this.step);
    if (mark !== undefined) this.go(mark);
  }

  private go(step: number): void {
    const last = this.timeline.count - 1;
    if (last < 0) return;
    this.events.seek(Math.max(0, Math.min(last, step)));
  }

  private action(name: IconName, label: Message, run: () => void): HTMLElement {
    const text = t(label);
    const element = button({ appearance: 'icon', 'data-action': name, 'aria-label': text, title: text }, icon(name));
    element.addEventListener('click', run);
    return element;
  }

  private createGranularity({ granularities, elementwise }: Timeline): void {
    const labels = elementwise ? { ...granularityLabels, window: msg('by element') } : granularityLabels;
    const label = t(msg('Step size'));
    this.granularity = dropdown(
      { position: 'above', 'data-action': 'granularity', 'aria-label': label, title: label },
      granularities.map((value) => ({ value, label: t(labels[value]) })),
      (value) => this.events.granularity(value),
    );
    this.granularityPlace.replaceChildren(this.granularity.element);
  }
}

function stepText(step: number, count: number): string {
  return `${step} / ${count}`;
}
