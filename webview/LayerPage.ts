/** The page of a layer that is stepped through: passes to each part the data that it draws. */
import type { HostMessage, LayerState, StateMessage } from '../core/panel/protocol';
import { mapsOf } from '../core/step/shared/stage';
import type { Frame } from '../core/step/Frame';
import { HeaderView } from './header/HeaderView';
import { LayerHeader } from './header/LayerHeader';
import type { Appearance } from './heatmap/MapEvents';
import { LayerDrawing } from './LayerDrawing';
import { layerElements } from './layerElements';
import { LayerKeys } from './LayerKeys';
import type { PageDeps } from './PageDeps';
import { receiveLayerMessage } from './receiveLayerMessage';
import { Presentation } from './present/Presentation';
import { StepQuestions } from './quiz/StepQuestions';
import { CellLinks } from './cells/CellLinks';
import type { StepPace } from './stage/stepPace';
import { StageView } from './stage/StageView';
import { StageWithCode } from './stage/StageWithCode';
import { Steps } from './steps/Steps';
import { SettingsView } from './timeline/SettingsView';
import { TimelineView } from './timeline/TimelineView';
import { el } from './ui/el';
import { KeyHelp } from './ui/KeyHelp';
import { layerKeys } from './ui/keyGroups';
import { ExplanationView } from './words/ExplanationView';
import { decimalsOf } from '../core/step/shared/decimalsOf';
import { plainText } from './words/plainText';
import { YoursView } from './yours/YoursView';

export class LayerPage {
  readonly kind = 'layer';
  private readonly header: HeaderView;
  private readonly layerHeader: LayerHeader;
  private readonly explanation: ExplanationView;
  private readonly yours: YoursView;
  private readonly timeline: TimelineView;
  private readonly settings: SettingsView;
  private readonly keys = new KeyHelp(layerKeys);
  private readonly links: CellLinks;
  private readonly stage: StageView;
  private readonly steps: Steps;
  private readonly questions: StepQuestions;
  private readonly presentation: Presentation;
  private readonly body: StageWithCode;
  private readonly drawing: LayerDrawing;
  readonly element: HTMLElement;
  private state: LayerState | undefined;
  private readonly resizes = new ResizeObserver(() => {
    if (!this.drawing.isCurrent) this.resize();
  });
  private readonly shortcuts: LayerKeys;

  constructor(private readonly deps: PageDeps) {
    this.steps = this.makeSteps();
    this.questions = this.makeQuestions();
    this.header = new HeaderView(
      { typing: () => deps.expectState(), change: (id, value) => deps.setField(id, value) },
      () => this.resize(),
      (headerFolded) => deps.setPreferences({ headerFolded }),
    );
    this.layerHeader = new LayerHeader(this.header);
    this.settings = new SettingsView(
      (change) => deps.setPreferences(change),
      (shares) => this.shareScale(shares),
    );
    this.timeline = this.makeTimeline();
    this.links = this.makeLinks();
    this.stage = new StageView(this.links);
    this.presentation = new Presentation(this.stage, {
      navigate: (to) => this.timeline.navigate(to),
      reveal: () => this.questions.reveal(),
      say: (text) => deps.say(text),
      changed: () => this.redraw(),
    });
    this.explanation = new ExplanationView(this.links, this.header.element);
    this.links.connect(this.stage, this.explanation);
    this.body = new StageWithCode(this.stage, (text) => deps.post({ type: 'copy', text }));
    this.yours = new YoursView({
      seek: (t) => this.steps.userSeek(t),
      act: (action, index) => deps.post({ type: 'checkAction', action, index }),
      end: () => deps.post({ type: 'endComparison' }),
      say: (text) => deps.sayVerdict(text),
      resized: () => this.resize(),
    });
    const parts = {
      header: this.header,
      yours: this.yours,
      body: this.body,
      links: this.links,
      presentation: this.presentation,
      explanation: this.explanation,
      questions: this.questions,
      timeline: this.timeline,
    };
    const { scroll, page } = layerElements(parts);
    this.element = page;
    this.drawing = new LayerDrawing({ ...parts, scroll, above: () => deps.above() });
    this.shortcuts = new LayerKeys({
      presentation: this.presentation,
      questions: this.questions,
      timeline: this.timeline,
      links: this.links,
      help: this.keys,
      header: this.header,
      editNote: () => deps.post({ type: 'editNote', generation: this.steps.generation, t: this.steps.wanted }),
    });
    this.element.addEventListener('pointermove', (event) => this.presentation.point(event));
    const { noteElements, quizElement } = this.questions;
    for (const sized of [scroll, this.header.element, ...noteElements, quizElement]) this.resizes.observe(sized);
  }

  private makeSteps(): Steps {
    const { deps } = this;
    return new Steps(deps, {
      wanted: (t) => this.showWanted(t),
      draw: (frame, pace) => this.draw(frame, pace),
      reached: ({ announcement, stage }) =>
        deps.say(plainText(announcement, decimalsOf(mapsOf(stage), this.precision))),
      playing: (isPlaying) => this.timeline.setPlaying(isPlaying),
    });
  }

  private makeQuestions(): StepQuestions {
    const { deps } = this;
    return new StepQuestions(deps, this.steps, {
      chosen: (cells) => this.links.term(cells),
      pin: (cell) => this.links.pin(cell),
      choose: (map) => this.stage.figure(map)?.surfaceElement.focus(),
      toured: (isTour) => this.header.setTour(isTour),
      closed: () => this.timeline.focus(),
    });
  }

  private makeTimeline(): TimelineView {
    const { deps } = this;
    return new TimelineView(
      {
        seek: (t) => this.steps.userSeek(t),
        play: () => this.steps.togglePlay(),
        speed: (speed) => deps.setPreferences({ speed }),
        granularity: (granularity) => deps.setField('granularity', granularity),
      },
      el('span', { class: 'tools' }, this.questions.tourButton, this.keys.element, this.settings.element),
    );
  }

  private makeLinks(): CellLinks {
    const { deps } = this;
    return new CellLinks(deps, {
      seek: (t) => this.steps.userSeek(t),
      generation: () => this.steps.generation,
      setField: (id, value) => deps.setField(id, value),
      take: (cell) => this.questions.take(cell),
      leave: () => this.leave(),
    });
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
    const { precision } = this;
    this.layerHeader.update(state, precision);
    this.header.setLesson(message.lesson !== undefined);
    this.body.setLayer(state);
    this.timeline.setTimeline(state.timeline);
    this.timeline.setStep(state.t);
    this.yours.update(state.yours, state.timeline.marks ?? []);
    this.yours.setStep(state.t);
    this.questions.setState(state, precision);
    this.presentation.setState(state, precision);
    // Last: it asks the browser for the layout, which drawing the step then has.
    this.drawing.measureHeader();
    if (lost !== undefined) this.steps.seek(lost);
  }

  receive(message: Exclude<HostMessage, StateMessage>): void {
    const { steps, links, timeline, questions, presentation } = this;
    const say = (text: string): void => this.deps.say(text);
    receiveLayerMessage(message, { steps, links, timeline, questions, presentation, say });
  }

  setAppearance(appearance: Appearance): void {
    this.drawing.appearance = appearance;
    this.header.showFolded(appearance.headerFolded);
    this.steps.setSpeed(appearance.speed);
    this.timeline.setSpeed(appearance.speed);
    this.settings.update(appearance);
    if (this.state && this.isDrawn) this.layerHeader.update(this.state, appearance.precision);
    this.redraw();
  }

  resize(): void {
    // The header calls this while the page is being built.
    if (!this.state) return;
    this.drawing.measureHeader();
    this.stage.setGlide(0);
    this.redraw();
  }

  dispose(): void {
    this.steps.pause();
    this.stage.clear();
    this.resizes.disconnect();
    document.body.classList.remove('presenting');
    this.shortcuts.dispose();
  }

  private get precision(): number {
    return this.drawing.appearance?.precision ?? 2;
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

  /** Another step is wanted; its frame may not have arrived yet. */
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
    const { i, c, channel } = frame.position;
    this.layerHeader.showPosition({ example: i, filter: c, channel });
    document.body.dataset.t = String(frame.t);
  }

  private redraw(): void {
    const { drawn } = this.steps;
    if (drawn) this.drawing.draw(drawn);
  }
}
