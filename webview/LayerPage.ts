/** A layer being stepped through: hands every part what it draws. */
import type { HostMessage, LayerState, StateMessage } from '../core/panel/protocol';
import { mapsOf } from '../core/step/shared/stage';
import type { Frame } from '../core/step/Frame';
import { HeaderView } from './header/HeaderView';
import type { Appearance } from './heatmap/MapEvents';
import type { PageDeps } from './PageDeps';
import { Presentation } from './present/Presentation';
import { StepQuestions } from './quiz/StepQuestions';
import { CellLinks } from './stage/CellLinks';
import type { StepPace } from './stage/stepPace';
import { restingHeight } from './stage/stageRoom';
import { StageView } from './stage/StageView';
import { StageWithCode } from './stage/StageWithCode';
import { Steps } from './steps/Steps';
import { isLetterKey, isPageKey } from './timeline/isPageKey';
import { SettingsView } from './timeline/SettingsView';
import { TimelineView } from './timeline/TimelineView';
import { el } from './ui/el';
import { KeyHelp } from './ui/KeyHelp';
import { layerKeys } from './ui/keyGroups';
import { whenFocused } from './ui/whenFocused';
import { ExplanationView } from './words/ExplanationView';
import { decimalsOf } from './words/decimalsOf';
import { plainText } from './words/plainText';
import { YoursView } from './yours/YoursView';

export class LayerPage {
  readonly kind = 'layer';
  private readonly header: HeaderView;
  private readonly explanation: ExplanationView;
  private readonly yours: YoursView;
  private readonly timeline: TimelineView;
  private readonly settings: SettingsView;
  private readonly keys = new KeyHelp(layerKeys());
  private readonly links: CellLinks;
  private readonly stage: StageView;
  private readonly steps: Steps;
  private readonly questions: StepQuestions;
  private readonly presentation: Presentation;
  private readonly scroll: HTMLElement;
  private readonly body: StageWithCode;
  readonly element: HTMLElement;
  private appearance: Appearance | undefined;
  private state: LayerState | undefined;
  private shown: { readonly example: number; readonly filter: number } | undefined;
  /** Of the header in CSS pixels. */
  private headerHeight = 0;
  private readonly resizes = new ResizeObserver(() => this.resize());
  private readonly onKey = (event: KeyboardEvent): void => this.key(event);

  constructor(private readonly deps: PageDeps) {
    this.steps = new Steps(deps, {
      wanted: (t) => this.showWanted(t),
      draw: (frame, pace) => this.draw(frame, pace),
      reached: ({ announcement, stage }) => {
        const decimals = decimalsOf(mapsOf(stage), this.appearance?.precision ?? 2);
        deps.say(plainText(announcement, decimals));
      },
      playing: (isPlaying) => this.timeline.setPlaying(isPlaying),
    });
    this.questions = new StepQuestions(deps, this.steps, {
      chosen: (cells) => this.links.term(cells),
      pin: (cell) => this.links.pin(cell),
      closed: () => this.timeline.focus(),
    });
    this.header = new HeaderView(
      { typing: () => deps.expectState(), change: (id, value) => deps.setField(id, value) },
      () => this.resize(),
      (headerFolded) => deps.setPreferences({ headerFolded }),
    );
    this.settings = new SettingsView(
      (change) => deps.setPreferences(change),
      (shares) => this.shareScale(shares),
    );
    this.timeline = new TimelineView(
      {
        seek: (t) => this.steps.userSeek(t),
        play: () => this.steps.togglePlay(),
        speed: (speed) => deps.setPreferences({ speed }),
        granularity: (granularity) => deps.setField('granularity', granularity),
      },
      el('span', { class: 'tools' }, this.keys.element, this.settings.element),
    );
    this.links = new CellLinks(deps, {
      seek: (t) => this.steps.userSeek(t),
      generation: () => this.steps.generation,
      setField: (id, value) => deps.setField(id, value),
      take: (cell) => this.questions.take(cell),
      leave: () => this.leave(),
    });
    this.stage = new StageView(this.links);
    this.presentation = new Presentation(this.stage, {
      navigate: (to) => this.timeline.navigate(to),
      reveal: () => this.questions.reveal(),
      say: (text) => deps.say(text),
      changed: () => this.redraw(),
    });
    this.explanation = new ExplanationView(this.links);
    this.links.connect(this.stage, this.explanation);
    this.body = new StageWithCode(this.stage, (text) => deps.post({ type: 'copy', text }));
    this.yours = new YoursView({
      seek: (t) => this.steps.userSeek(t),
      act: (action, index) => deps.post({ type: 'checkAction', action, index }),
      end: () => deps.post({ type: 'endComparison' }),
    });
    this.scroll = el(
      'main',
      { class: 'scroll' },
      this.header.element,
      this.yours.element,
      this.body.element,
      this.links.tooltipElement,
    );
    this.element = el(
      'div',
      { class: 'page layer-page' },
      this.presentation.head,
      this.scroll,
      this.explanation.element,
      ...this.questions.noteElements,
      this.presentation.foot,
      this.questions.quizElement,
      this.timeline.element,
      this.presentation.blank,
      this.presentation.pointer,
    );
    this.element.addEventListener('pointermove', (event) => this.presentation.point(event));
    document.addEventListener('keydown', this.onKey);
    const { noteElements, quizElement } = this.questions;
    for (const sized of [this.scroll, this.header.element, ...noteElements, quizElement]) this.resizes.observe(sized);
  }

  get isDrawn(): boolean {
    return this.steps.isDrawn && !this.links.isWaiting;
  }

  showState(state: LayerState, message: StateMessage): void {
    const lost = this.steps.reset(state, message);
    const { error } = message;
    this.state = state;
    this.links.reset();
    this.element.classList.toggle('stale', error !== undefined && error.field === undefined);
    const precision = this.appearance?.precision ?? 2;
    this.updateHeader(state, precision);
    this.header.setLesson(message.lesson !== undefined);
    this.headerHeight = restingHeight(this.header.element);
    this.body.setListings(state.listings);
    this.timeline.setTimeline(state.timeline);
    this.timeline.setStep(state.t);
    this.yours.update(state.yours, state.timeline.marks ?? []);
    this.yours.setStep(state.t);
    this.questions.setState(state, precision);
    this.presentation.setState(state, precision);
    if (lost !== undefined) this.steps.seek(lost);
  }

  receive(message: Exclude<HostMessage, StateMessage>): void {
    switch (message.type) {
      case 'frames':
        this.steps.receive(message);
        return;
      case 'explanation':
        this.links.receive(message);
        return;
      case 'cursor':
        this.links.setCursor(message.element);
        return;
      case 'montage':
        this.links.receiveMontage(message);
        return;
      case 'focus':
        whenFocused(() => this.timeline.focus());
        return;
      case 'verdict':
        this.questions.receive(message);
        return;
      case 'present':
        this.presentation.toggle();
        return;
      case 'editNote':
        this.questions.editNote(message.t, message.note);
        return;
      case 'navigate':
        this.timeline.navigate(message.to);
        return;
    }
  }

  setAppearance(appearance: Appearance): void {
    this.appearance = appearance;
    this.header.showFolded(appearance.headerFolded);
    this.steps.setSpeed(appearance.speed);
    this.timeline.setSpeed(appearance.speed);
    this.settings.update(appearance);
    if (this.state && this.isDrawn) this.updateHeader(this.state, appearance.precision);
    this.redraw();
  }

  resize(): void {
    // The header calls this while the page is being built.
    if (!this.state) return;
    this.headerHeight = restingHeight(this.header.element);
    this.stage.setGlide(0);
    this.redraw();
  }

  dispose(): void {
    this.steps.pause();
    this.stage.clear();
    this.resizes.disconnect();
    document.body.classList.remove('presenting');
    document.removeEventListener('keydown', this.onKey);
  }

  private shareScale(shares: boolean): void {
    this.body.sharesScale = shares;
    this.redraw();
  }

  /** Ends the presentation, else the quiz. */
  private leave(): void {
    if (this.presentation.isOn) this.presentation.set(false);
    else if (this.questions.isQuizOpen) this.questions.setQuiz(false);
  }

  /** How fine a step is has its place at the timeline. */
  private updateHeader(state: LayerState, precision: number): void {
    const fields = state.fields.filter(({ id }) => id !== 'granularity');
    this.header.update({ ...state, lines: state.size, fields }, precision);
  }

  /** Another step is wanted; its frame may still be on its way. */
  private showWanted(t: number): void {
    this.timeline.setStep(t);
    this.yours.setStep(t);
    this.questions.setStep(t);
  }

  private draw(frame: Frame, pace: StepPace): void {
    this.stage.setGlide(pace.glide);
    this.questions.setFrame(frame);
    this.redraw();
    this.stage.playFlow(frame.stage, pace.flow);
    const { i, c } = frame.position;
    this.showPosition(i, c);
    document.body.dataset.t = String(frame.t);
  }

  /** Only a step that moves changes the fields: a value that was refused there stays with its reason. */
  private showPosition(example: number, filter: number): void {
    const { shown } = this;
    if (shown?.example !== example) this.header.show('example', String(example));
    if (shown?.filter !== filter) this.header.show('filter', String(filter));
    this.shown = { example, filter };
  }

  private redraw(): void {
    const { appearance } = this;
    const { drawn } = this.steps;
    if (!drawn || !appearance) return;
    const maps = mapsOf(drawn.stage);
    const decimals = decimalsOf(maps, appearance.precision);
    this.links.setMaps(maps, decimals, drawn.t);
    if (this.presentation.isOn) this.drawPresentation(drawn, appearance);
    else this.drawPage(drawn, appearance);
    this.links.mark();
    // Last: sizes are read before anything is written.
    if (!this.presentation.isOn) this.body.drawCode(drawn, decimals);
  }

  private drawPresentation(drawn: Frame, appearance: Appearance): void {
    const below = this.questions.quizElement.offsetHeight;
    this.presentation.draw(drawn, appearance, this.questions.noteText, below);
    this.keepBelow(below + this.presentation.foot.offsetHeight);
  }

  private drawPage(drawn: Frame, appearance: Appearance): void {
    const below = this.yours.height + this.questions.height + this.timeline.element.offsetHeight;
    this.keepBelow(below);
    this.body.drawStage(drawn, appearance, {
      width: this.scroll.clientWidth,
      panel: { width: window.innerWidth, height: window.innerHeight - this.deps.above() },
      headerHeight: this.headerHeight,
      below: below + this.yours.height,
    });
  }

  /** The explanation is shown above what is at the bottom of the page: `height` in CSS pixels. */
  private keepBelow(height: number): void {
    this.element.style.setProperty('--timeline-height', `${height}px`);
  }

  private key(event: KeyboardEvent): void {
    if (this.presentation.key(event) || this.questions.key(event)) event.preventDefault();
    else if (isPageKey(event, this.timeline.element) && this.timeline.key(event)) event.preventDefault();
    else if (event.key === 'Escape') this.links.release();
    else if (isLetterKey(event, '?')) this.keys.toggle();
    else if (isLetterKey(event, 'p')) this.presentation.toggle();
    else if (isLetterKey(event, 'q')) this.questions.toggleQuiz();
    else if (isLetterKey(event, 'n'))
      this.deps.post({ type: 'editNote', generation: this.steps.generation, t: this.steps.wanted });
    else if (isLetterKey(event, 'h')) this.header.toggleFold();
  }
}
