/** The verdict on the user's function: its mistakes with their lines and repairs, and ways to the steps that differ. */
import { msg, type Message } from '../../core/message';
import type { NamedMistake, OutdatedVerdict, YoursState } from '../../core/panel/protocol';
import { t } from '../l10n';
import { el, setAttributes, setText } from '../ui/el';
import { nextMark, previousMark } from './marks';

/** Most pixels above the verdict: yours.css has the same margin, and less in a short panel. */
const margin = 12;

export interface YoursEvents {
  seek(t: number): void;
  act(action: 'showLine' | 'apply', index: number): void;
  end(): void;
  /** The verdict in a sentence; empty without one. */
  say(text: string): void;
  /** The verdict has another height. */
  resized(): void;
}

export class YoursView {
  /** Of which text the verdict is, where the text has changed. */
  private readonly outdated = el('p', { class: 'yours-outdated', hidden: true });
  private readonly summary = el('p', { class: 'yours-summary' });
  private readonly mistakes = el('ul', { class: 'yours-mistakes' });
  private readonly notes = el('ul', { class: 'yours-notes' });
  private readonly actions = el('div', { class: 'yours-actions' });
  /** In a short panel, this button shows more than the verdict and the mistakes: the maps need the height. */
  private readonly more = el('button', { type: 'button', class: 'yours-more link', 'data-action': 'moreVerdict' });
  readonly element = el(
    'section',
    { class: 'yours card', 'data-part': 'yours', hidden: true, 'aria-label': nameOf() },
    this.outdated,
    this.mistakes,
    this.summary,
    this.more,
    this.actions,
    this.notes,
  );
  private marks: readonly number[] = [];
  private step = 0;
  /** What is drawn, so that a repair that was pressed is still seen while its text is checked. */
  private drawn = '';

  constructor(private readonly events: YoursEvents) {
    this.more.addEventListener('click', () => {
      this.unfold(!this.element.classList.contains('unfolded'));
      this.events.resized();
    });
    this.unfold(false);
  }

  /** `marks`: the steps that differ, ascending. */
  update(state: YoursState | undefined, marks: readonly number[]): void {
    this.element.hidden = state === undefined;
    this.marks = marks;
    this.events.say(state ? sentenceOf(state) : '');
    if (!state) return;
    this.element.dataset.verdict = state.verdict;
    this.element.classList.toggle('outdated', state.outdated !== undefined);
    this.outdated.hidden = state.outdated === undefined;
    setText(this.outdated, state.outdated ? t(outdatedTexts[state.outdated]) : '');
    const { outdated: _, ...verdict } = state;
    const drawn = JSON.stringify([verdict, marks]);
    if (drawn !== this.drawn) this.draw(verdict);
    this.drawn = drawn;
  }

  private draw(state: YoursState): void {
    const { marks } = this;
    this.summary.textContent = t(state.summary);
    this.mistakes.replaceChildren(...byMessage(state.mistakes).map((same) => this.mistake(same)));
    this.mistakes.hidden = state.mistakes.length === 0;
    this.notes.replaceChildren(...state.notes.map((note) => el('li', {}, t(note))));
    this.notes.hidden = state.notes.length === 0;
    const [first] = marks;
    const actions = [
      ...(first === undefined
        ? []
        : [
            this.link('firstWrong', msg('First wrong step ({0})', first + 1), () => this.go(first)),
            this.link(
              'nextDifference',
              msg('Next'),
              () => this.go(nextMark(this.marks, this.step)),
              msg('Next difference'),
            ),
            this.link(
              'previousDifference',
              msg('Previous'),
              () => this.go(previousMark(this.marks, this.step)),
              msg('Previous difference'),
            ),
          ]),
      ...(state.ends ? [this.link('endComparison', msg('End comparison'), () => this.events.end())] : []),
    ];
    this.actions.hidden = actions.length === 0;
    this.actions.replaceChildren(...actions);
    this.more.hidden = state.mistakes.length + state.notes.length + actions.length === 0;
  }

  get isShown(): boolean {
    return !this.element.hidden;
  }

  /** Pixels that the verdict takes above the stage. */
  get height(): number {
    return this.element.hidden ? 0 : this.element.offsetHeight + margin;
  }

  setStep(step: number): void {
    this.step = step;
  }

  private unfold(unfolded: boolean): void {
    this.element.classList.toggle('unfolded', unfolded);
    setText(this.more, unfolded ? t(msg('fewer')) : t(msg('more…')));
    setAttributes(this.more, { 'aria-expanded': String(unfolded) });
  }

  private go(step: number | undefined): void {
    if (step !== undefined) this.events.seek(step);
  }

  /** One sentence, and each line that it is about with its repair. */
  private mistake(same: readonly NamedMistake[]): HTMLElement {
    const lines = el('span', { class: 'yours-lines' }, ...same.map((each) => this.line(each)));
    return el('li', {}, el('strong', {}, t(same[0]!.message)), lines);
  }

  private line({ index, line, before, after }: NamedMistake): HTMLElement {
    const repair =
      after === undefined
        ? []
        : [el('span', { class: 'yours-diff' }, ...change(trimmed(before), trimmed(after))), this.apply(index)];
    const show =
      line === undefined
        ? []
        : [
            this.link(
              'showLine',
              msg('line {0}', line),
              () => this.events.act('showLine', index),
              msg('Show line {0}', line),
            ),
          ];
    return el('span', { class: 'yours-line' }, ...show, ...repair);
  }

  /** Until the changed text is checked, what was pressed is seen. */
  private apply(index: number): HTMLElement {
    const apply = this.link('applyRepair', msg('Apply'), () => {
      this.events.act('apply', index);
      setText(apply, t(msg('applied')));
      setAttributes(apply, { 'aria-disabled': 'true' });
    });
    return apply;
  }

  /** `name`: where the label is short, all of it. */
  private link(action: string, label: Message, run: () => void, name = label): HTMLElement {
    const names = name === label ? {} : { 'aria-label': t(name), title: t(name) };
    const element = el('button', { type: 'button', class: 'link', 'data-action': action, ...names }, t(label));
    element.addEventListener('click', run);
    return element;
  }
}

const outdatedTexts: Readonly<Record<OutdatedVerdict, Message>> = {
  checking: msg('checking the changed text; verdict on the text before'),
  unchecked: msg('the changed text cannot be checked; verdict on the text before'),
};

function nameOf(): string {
  return t(msg('your code against the layer'));
}

/** What a screen reader is told: how many values differ, and why. */
function sentenceOf({ verdict, summary, mistakes, notes, outdated }: YoursState): string {
  if (outdated) return t(outdatedTexts[outdated]);
  const named = byMessage(mistakes).map(([first]) => first!.message);
  return `${nameOf()}: ${[summary, ...named, ...(verdict === 'convention' ? notes : [])].map(t).join('; ')}`;
}

/** Mistakes that follow each other with the same message. */
function byMessage(mistakes: readonly NamedMistake[]): NamedMistake[][] {
  const groups: NamedMistake[][] = [];
  for (const mistake of mistakes) {
    const last = groups.at(-1);
    if (last && t(last[0]!.message) === t(mistake.message)) last.push(mistake);
    else groups.push([mistake]);
  }
  return groups;
}

/** A line that is missing is only added. */
function change(before: string, after: string): (Node | string)[] {
  const added = el('ins', {}, after);
  return before === '' ? ['+ ', added] : [el('del', {}, before), ' → ', added];
}

function trimmed(text: string | undefined): string {
  return text?.trim() ?? '';
}
