/** What is asked and noted at the steps, below the stage: the scene's notes, the editor of a note, and the quiz. */
import type { LayerState, SceneState, VerdictMessage } from '../../core/panel/protocol';
import { msg } from '../../core/message';
import type { CellRef, Frame } from '../../core/step/Frame';
import type { PageDeps } from '../PageDeps';
import { NoteEditor } from '../scene/NoteEditor';
import { NoteView } from '../scene/NoteView';
import type { Steps } from '../steps/Steps';
import { t } from '../l10n';
import { el, setAttributes } from '../ui/el';
import { icon } from '../ui/icon';
import { keepFocus } from '../ui/keepFocus';
import { button } from '../ui/toolkit';
import { QuizView } from './QuizView';

export interface StepQuestionEvents {
  /** Cells that are chosen as an answer, to be outlined. */
  chosen(cells: readonly CellRef[]): void;
  /** Asks for the scene's cell to be pinned. */
  pin(cell: CellRef): void;
  /** The focus goes to a map, to choose cells in it. */
  choose(map: string): void;
  /** The tour begins, goes on or has ended. */
  toured(isTour: boolean): void;
  /** What had the focus was closed. */
  closed(): void;
}

export class StepQuestions {
  private readonly note: NoteView;
  private readonly editor: NoteEditor;
  private readonly quiz: QuizView;
  /** Place of the user's own quiz; a scene's is shown with its notes. */
  private readonly quizPlace = el('div');
  readonly tourButton = button(
    { appearance: 'icon', 'data-action': 'tour', 'aria-label': tourLabel(), title: tourLabel(), hidden: true },
    icon('tour'),
  );
  private touring = false;
  private state: LayerState | undefined;
  /** Title of the scene whose cell was pinned. */
  private pinned: string | undefined;
  /** The user has gone on to the next question, whose frame may not have arrived. */
  private asksNext = false;

  constructor(
    private readonly deps: PageDeps,
    private readonly steps: Steps,
    private readonly events: StepQuestionEvents,
  ) {
    this.tourButton.addEventListener('click', () => this.toggleTour());
    this.note = new NoteView({
      seek: (t) => steps.userSeek(t),
      answer: (note, given) => {
        deps.expectState();
        deps.post({ type: 'answerNote', note, ...(given !== undefined && { given }) });
      },
    });
    this.editor = new NoteEditor({
      save: (step, note) => {
        deps.expectState();
        deps.post({ type: 'writeNote', generation: steps.generation, t: step, ...(note && { note }) });
      },
      closed: () => events.closed(),
    });
    this.quiz = new QuizView({
      answer: (value, cells) => {
        const given = { cells, ...(value !== undefined && { value }) };
        deps.expectVerdict();
        deps.post({ type: 'answer', generation: steps.generation, t: steps.wanted, given });
      },
      reveal: () => this.reveal(),
      next: () => {
        this.asksNext = true;
        steps.userSeek(this.nextAsked());
      },
      choose: (map) => events.choose(map),
      end: () => this.setQuiz(false),
      chosen: (cells) => events.chosen(cells),
    });
  }

  get noteElements(): readonly HTMLElement[] {
    return [this.editor.element, this.note.element];
  }

  get quizElement(): HTMLElement {
    return this.quizPlace;
  }

  /** In CSS pixels. */
  get height(): number {
    return this.editor.element.offsetHeight + this.note.element.offsetHeight + this.quizPlace.offsetHeight;
  }

  /** Text of the note at the step. */
  get noteText(): string | undefined {
    return this.note.shownText;
  }

  get isQuizOpen(): boolean {
    return this.quiz.isOpen;
  }

  setState(state: LayerState, precision: number): void {
    const show = (): void => this.showState(state, precision);
    const closed = (): void => this.events.closed();
    keepFocus(this.note.element, () => keepFocus(this.quiz.element, show, closed), closed);
  }

  private showState(state: LayerState, precision: number): void {
    this.state = state;
    this.showNotes(state);
    this.pinOnce(state.scene);
    if (state.quiz?.by === 'scene') this.note.hold(this.quiz.element);
    else if (this.quiz.element.parentElement !== this.quizPlace) this.quizPlace.append(this.quiz.element);
    this.quiz.setState(state.quiz, precision);
  }

  /** Of the tour, of the scene, or none: they may give answers of the user's own quiz away. */
  private showNotes({ tour, quiz, scene }: LayerState): void {
    const offered = tour.length > 0 && !quiz && !scene?.notes.length;
    this.touring &&= offered;
    this.events.toured(this.touring);
    this.tourButton.hidden = !offered;
    setAttributes(this.tourButton, { 'aria-pressed': String(this.touring) });
    const told = tour.map(({ step, words }) => ({ step, text: words.map((each) => t(each)).join(' ') }));
    this.note.setNotes(this.touring ? told : quiz?.by === 'user' ? [] : (scene?.notes ?? []));
    this.note.setStep(this.steps.wanted);
  }

  /** Starts the tour at its first step, or ends it. */
  toggleTour(): void {
    const { state } = this;
    if (!state || this.tourButton.hidden) return;
    this.touring = !this.touring;
    if (this.touring) this.steps.userSeek(0);
    keepFocus(
      this.note.element,
      () => this.showNotes(state),
      () => this.events.closed(),
    );
    if (this.touring) this.note.focus();
  }

  /** The panel asks for another step, which is not drawn yet. */
  setStep(t: number): void {
    this.note.setStep(t);
  }

  /** A step is drawn. */
  setFrame({ t, question }: Frame): void {
    const isNext = this.asksNext && t === this.steps.wanted;
    if (isNext) this.asksNext = false;
    keepFocus(
      this.quiz.element,
      () => this.quiz.setStep(t, question),
      () => (this.quiz.element.checkVisibility() ? this.quiz.rest() : this.events.closed()),
    );
    if (isNext) this.quiz.focus();
  }

  receive(verdict: VerdictMessage): void {
    this.quiz.receive(verdict);
    this.deps.verdictArrived();
  }

  /** A cell was clicked; true where it is taken as an answer. */
  take(cell: CellRef): boolean {
    return this.quiz.take(cell);
  }

  editNote(...[step, note]: Parameters<NoteEditor['open']>): void {
    this.editor.open(step, note);
  }

  /** Starts the user's quiz, or ends it. A comparison has none. */
  toggleQuiz(): void {
    if (!this.state?.yours) this.setQuiz(this.state?.quiz?.by !== 'user');
  }

  setQuiz(on: boolean): void {
    this.deps.expectState();
    this.deps.post({ type: 'quiz', on });
  }

  reveal(): void {
    this.deps.expectVerdict();
    this.deps.post({ type: 'answer', generation: this.steps.generation, t: this.steps.wanted });
  }

  key(event: KeyboardEvent): boolean {
    return this.quiz.key(event);
  }

  /** The next step with a question: of the scene's notes, or simply the next one. */
  private nextAsked(): number {
    const { wanted, count } = this.steps;
    if (this.state?.quiz?.by !== 'scene') return Math.min(wanted + 1, Math.max(1, count) - 1);
    const covered = this.state.scene?.notes.find(({ step, cover }) => cover && step > wanted);
    return covered?.step ?? wanted;
  }

  /** The scene's cell is pinned when the scene opens, and not again after the user's changes. */
  private pinOnce(scene: SceneState | undefined): void {
    if (scene?.pin && this.pinned !== scene.title) this.events.pin(scene.pin);
    this.pinned = scene?.title;
  }
}

function tourLabel(): string {
  return `${t(msg('tour: the steps that explain the layer'))} (T)`;
}
