/** The lesson above the panel: its part with a text, the way to the next one, progress and the count of right answers. */
import { msg } from '../../core/message';
import type { LessonState } from '../../core/panel/protocol';
import { t } from '../l10n';
import { renderMarkdown } from '../scene/renderMarkdown';
import { icon, type IconName } from '../ui/icon';
import { el, setText } from '../ui/el';
import { keepFocus } from '../ui/keepFocus';

export class LessonView {
  private readonly title = el('strong', { class: 'lesson-title' });
  private readonly parts = el('select', { class: 'lesson-parts', 'data-action': 'lessonPart' });
  private readonly previous = this.button('lessonPrevious', 'previous', t(msg('Previous part')), () => this.go(-1));
  private readonly next = this.button('lessonNext', 'next', t(msg('Next part')), () => this.go(1));
  private readonly count = el('span', { role: 'status' });
  private readonly done = el('span', { class: 'lesson-done', hidden: true }, icon('done'));
  private readonly text = el('div', { class: 'lesson-text' });
  private readonly bar = el('div', { class: 'lesson-progress', role: 'progressbar', 'aria-valuemin': '0' });
  readonly element = el(
    'section',
    { class: 'lesson', 'data-part': 'lesson', hidden: true },
    el('div', { class: 'lesson-head' }, this.title, this.previous, this.parts, this.next),
    this.bar,
    el('div', { class: 'lesson-foot' }, this.text, el('span', { class: 'lesson-count' }, this.count, this.done)),
  );
  private state: LessonState | undefined;

  constructor(private readonly open: (part: number) => void) {
    this.element.setAttribute('aria-label', t(msg('Lesson')));
    this.parts.setAttribute('aria-label', t(msg('part of the lesson')));
    this.bar.setAttribute('aria-label', t(msg('progress of the lesson')));
    this.parts.addEventListener('change', () => this.open(Number(this.parts.value)));
  }

  update(state: LessonState | undefined): void {
    const before = this.state;
    this.state = state;
    this.element.hidden = state === undefined;
    if (!state) return;
    const { title, parts, part, text = '', questions, closed, right } = state;
    setText(this.title, title);
    if (before?.parts.join('\n') !== parts.join('\n')) {
      const names = parts.map((each, index) => `${index + 1}. ${each}`);
      this.parts.replaceChildren(...names.map((name, index) => el('option', { value: String(index) }, name)));
    }
    this.parts.value = String(part);
    keepFocus(
      this.element,
      () => {
        this.previous.disabled = part === 0;
        this.next.disabled = part + 1 >= parts.length;
      },
      () => this.parts.focus(),
    );
    if (before?.part !== part || before.text !== text) this.text.replaceChildren(...renderMarkdown(text));
    const hasQuestions = questions > 0;
    this.done.hidden = !hasQuestions || closed < questions || part + 1 < parts.length;
    setText(this.count, hasQuestions ? t(msg('{0} of {1} answered, {2} right', closed, questions, right)) : '');
    this.bar.setAttribute('aria-valuemax', String(parts.length));
    this.bar.setAttribute('aria-valuenow', String(part + 1));
    this.bar.setAttribute('aria-valuetext', t(msg('part {0} of {1}', part + 1, parts.length)));
    this.bar.style.setProperty('--part', `${(100 * (part + 1)) / parts.length}%`);
  }

  private go(by: number): void {
    if (this.state) this.open(this.state.part + by);
  }

  private button(action: string, sign: IconName, label: string, run: () => void): HTMLButtonElement {
    const attributes = {
      type: 'button',
      class: 'outlined lesson-move',
      'data-action': action,
      'aria-label': label,
      title: label,
    };
    const element = el('button', attributes, icon(sign));
    element.addEventListener('click', run);
    return element;
  }
}
