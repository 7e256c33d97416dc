/** A layer being stepped through: keeps the step that is wanted, and hands every part what it draws. */
import type { HostMessage, LayerState, SceneState, StateMessage } from '../core/panel/protocol';
import type { Frame } from '../core/step/Frame';
import { mapsOf } from '../core/step/shared/stage';
import { CodeView } from './code/CodeView';
import { FrameStore } from './frames/FrameStore';
import { planPrefetch } from './frames/planPrefetch';
import { HeaderView } from './header/HeaderView';
import { sharedScale } from './heatmap/distribution';
import type { Appearance } from './heatmap/MapEvents';
import { layerKeys } from './ui/keyGroups';
import type { PageDeps } from './PageDeps';
import { CellLinks } from './stage/CellLinks';
import { columnsOf } from './layout/columns';
import { restingHeight, stageRoom } from './stage/stageRoom';
import { stepPace, still } from './stage/stepPace';
import { StageView } from './stage/StageView';
import { isLetterKey, isPageKey } from './timeline/isPageKey';
import { Player } from './timeline/Player';
import { msg } from '../core/message';
import { t } from './l10n';
import { presentMetrics } from './layout/stageMetrics';
import { presentedStage } from './present/presentedStage';
import { PresentView } from './present/PresentView';
import { QuizView } from './quiz/QuizView';
import { NoteEditor } from './scene/NoteEditor';
import { NoteView } from './scene/NoteView';
import { SettingsView } from './timeline/SettingsView';
import { TimelineView } from './timeline/TimelineView';
import { el } from './ui/el';
import { KeyHelp } from './ui/KeyHelp';
import { plainText } from './words/plainText';
import { YoursView } from './yours/YoursView';
import { ExplanationView } from './words/ExplanationView';

/** Seeks that were sent since the panel was loaded. */
let seeks = 0;

export class LayerPage {
  readonly kind = 'layer';
  private readonly header: HeaderView;
  private readonly explanation: ExplanationView;
  private readonly code: CodeView;
  private readonly yours: YoursView;
  private readonly timeline: TimelineView;
  private readonly settings: SettingsView;
  private readonly keys = new KeyHelp(layerKeys());
  private readonly links: CellLinks;
  private readonly stage: StageView;
  private readonly note = new NoteView({
    seek: (t) => this.userSeek(t),
    answer: (note, given) => {
      this.deps.expectState();
      this.deps.post({ type: 'answerNote', note, ...(given !== undefined && { given }) });
    },
  });
  private readonly noteEditor = new NoteEditor({
    save: (step, note) => {
      this.deps.expectState();
      this.deps.post({ type: 'writeNote', generation: this.store.generation, t: step, ...(note && { note }) });
    },
    closed: () => this.timeline.focus(),
  });
  private readonly quiz = new QuizView({
    answer: (value, cells) => {
      const given = { cells, ...(value !== undefined && { value }) };
      this.deps.post({ type: 'answer', generation: this.store.generation, t: this.t, given });
    },
    reveal: () => this.deps.post({ type: 'answer', generation: this.store.generation, t: this.t }),
    next: () => this.userSeek(this.nextAsked()),
    end: () => this.setQuiz(false),
    chosen: (cells) => this.links.term(cells),
  });
  private readonly presentation = new PresentView();
  private readonly scroll: HTMLElement;
  private readonly body: HTMLElement;
  readonly element: HTMLElement;
  private readonly store = new FrameStore();
  private readonly player: Player;
  private appearance: Appearance | undefined;
  private sharesScale = false;
  /** Title of the scene whose cell was pinned. */
  private pinned: string | undefined;
  private state: LayerState | undefined;
  /** The wanted step; `drawn` follows when its frame is here. */
  private t = 0;
  private drawn: Frame | undefined;
  private drawnGeneration = -1;
  private shown: { readonly example: number; readonly filter: number } | undefined;
  private drawnAt = -Infinity;
  /** Of the header in CSS pixels. */
  private headerHeight = 0;
  private readonly resizes = new ResizeObserver(() => this.resize());
  private readonly onKey = (event: KeyboardEvent): void => this.key(event);

  constructor(private readonly deps: PageDeps) {
    this.header = new HeaderView(
      { typing: () => deps.expectState(), change: (id, value) => this.setField(id, value) },
      () => this.resize(),
      (headerFolded) => deps.setPreferences({ headerFolded }),
    );
    this.settings = new SettingsView(
      (change) => deps.setPreferences(change),
      (shares) => this.shareScale(shares),
    );
    this.timeline = new TimelineView(
      {
        seek: (t) => this.userSeek(t),
        play: () => this.togglePlay(),
        speed: (speed) => deps.setPreferences({ speed }),
        granularity: (granularity) => this.setField('granularity', granularity),
      },
      el('span', { class: 'tools' }, this.keys.element, this.settings.element),
    );
    this.links = new CellLinks(deps, {
      seek: (t) => this.userSeek(t),
      generation: () => this.store.generation,
      setField: (id, value) => this.setField(id, value),
      take: (cell) => this.quiz.take(cell),
      leave: () => this.leave(),
    });
    this.stage = new StageView(this.links);
    this.explanation = new ExplanationView(this.links);
    this.links.connect(this.stage, this.explanation);
    this.code = new CodeView((text) => deps.post({ type: 'copy', text }));
    this.yours = new YoursView({
      seek: (t) => this.userSeek(t),
      act: (action, index) => deps.post({ type: 'checkAction', action, index }),
      end: () => deps.post({ type: 'endComparison' }),
    });
    this.body = el('div', { class: 'layer-body' }, this.stage.element, this.code.element);
    this.scroll = el(
      'main',
      { class: 'scroll' },
      this.header.element,
      this.yours.element,
      this.body,
      this.links.tooltipElement,
    );
    this.element = el(
      'div',
      { class: 'page layer-page' },
      this.presentation.head,
      this.scroll,
      this.explanation.element,
      this.noteEditor.element,
      this.note.element,
      this.presentation.foot,
      this.quiz.element,
      this.timeline.element,
      this.presentation.blank,
    );
    this.player = new Player({
      now: () => performance.now(),
      schedule: (callback, delay) => setTimeout(callback, delay),
      cancel: (handle) => clearTimeout(handle as number),
      position: () => ({ t: this.t, count: this.state?.timeline.count ?? 0 }),
      hasFrame: (t) => this.store.get(t) !== undefined,
      show: (t) => this.seek(t),
      changed: () => this.timeline.setPlaying(this.player.isPlaying),
    });
    document.addEventListener('keydown', this.onKey);
    for (const sized of [
      this.scroll,
      this.header.element,
      this.noteEditor.element,
      this.note.element,
      this.quiz.element,
    ])
      this.resizes.observe(sized);
  }

  get isDrawn(): boolean {
    return this.drawnGeneration === this.store.generation && this.drawn?.t === this.t && !this.links.isWaiting;
  }

  showState(state: LayerState, { generation, error, lastSeek }: StateMessage): void {
    const lost = this.lostSeek(state, lastSeek);
    this.state = state;
    this.store.reset(generation);
    this.links.reset();
    this.t = state.t;
    this.element.classList.toggle('stale', error !== undefined && error.field === undefined);
    const precision = this.appearance?.precision ?? 2;
    // How fine a step is has its place at the timeline.
    const fields = state.fields.filter(({ id }) => id !== 'granularity');
    this.header.update({ ...state, lines: state.size, fields }, precision);
    this.headerHeight = restingHeight(this.header.element);
    this.code.setListings(state.listings);
    this.timeline.setTimeline(state.timeline);
    this.timeline.setStep(this.t);
    this.yours.update(state.yours, state.timeline.marks ?? []);
    this.yours.setStep(this.t);
    // Notes may give answers of the user's own quiz away.
    this.note.setScene(state.quiz?.by === 'user' ? undefined : state.scene);
    this.note.setStep(this.t);
    this.pinOnce(state.scene);
    this.quiz.setState(state.quiz, precision);
    this.presentation.setState(state, precision);
    if (lost !== undefined) this.seek(lost);
  }

  /** A seek that crossed a state of the same steps: the host dropped it, since it was of an older generation. */
  private lostSeek({ timeline }: LayerState, lastSeek: number): number | undefined {
    const before = this.state?.timeline;
    const same = before?.count === timeline.count && before.granularity === timeline.granularity;
    return same && lastSeek < seeks ? this.t : undefined;
  }

  /** The scene's cell is pinned when the scene opens, and not again after the user's changes. */
  private pinOnce(scene: SceneState | undefined): void {
    if (scene?.pin && this.pinned !== scene.title) this.links.pin(scene.pin);
    this.pinned = scene?.title;
  }

  receive(message: Exclude<HostMessage, StateMessage>): void {
    switch (message.type) {
      case 'frames': {
        const brought = this.store.accept(message);
        if (brought.length > 0) this.framesArrived(brought);
        return;
      }
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
        this.timeline.focus();
        return;
      case 'verdict':
        this.quiz.receive(message);
        return;
      case 'present':
        this.present(!this.isPresenting);
        return;
      case 'editNote':
        this.noteEditor.open(message.t, message.note);
        return;
      case 'navigate':
        this.timeline.navigate(message.to);
        return;
    }
  }

  setAppearance(appearance: Appearance): void {
    this.appearance = appearance;
    this.header.showFolded(appearance.headerFolded);
    this.player.setSpeed(appearance.speed);
    this.timeline.setSpeed(appearance.speed);
    this.settings.update(appearance);
    if (this.state && this.isDrawn) {
      this.header.update(
        { ...this.state, lines: this.state.size, fields: this.state.fields.filter(({ id }) => id !== 'granularity') },
        appearance.precision,
      );
    }
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
    this.player.pause();
    this.stage.clear();
    this.resizes.disconnect();
    document.body.classList.remove('presenting');
    document.removeEventListener('keydown', this.onKey);
  }

  private shareScale(shares: boolean): void {
    this.sharesScale = shares;
    this.redraw();
  }

  /** Ends the presentation, else the quiz. */
  private leave(): void {
    if (this.isPresenting) this.present(false);
    else if (this.quiz.isOpen) this.setQuiz(false);
  }

  /** The next step with a question: of the scene's notes, or simply the next one. */
  private nextAsked(): number {
    const last = (this.state?.timeline.count ?? 1) - 1;
    if (this.state?.quiz?.by !== 'scene') return Math.min(this.t + 1, last);
    const covered = this.state.scene?.notes.find(({ step, cover }) => cover && step > this.t);
    return covered?.step ?? this.t;
  }

  private setQuiz(on: boolean): void {
    this.deps.expectState();
    this.deps.post({ type: 'quiz', on });
  }

  private setField(id: string, value: string): void {
    this.deps.expectState();
    this.deps.post({ type: 'setField', id, value });
  }

  /** The user's own move ends playing; the player's does not. */
  private userSeek(t: number): void {
    this.player.pause();
    this.seek(t);
  }

  private seek(t: number): void {
    if (t === this.t) return;
    this.t = t;
    seeks += 1;
    this.deps.post({ type: 'seek', generation: this.store.generation, t, number: seeks });
    this.store.markAsked(t, t);
    this.timeline.setStep(t);
    this.yours.setStep(t);
    this.note.setStep(t);
    this.drawStep();
    this.prefetch();
    this.deps.keepStep(t);
    this.deps.drawn();
  }

  private togglePlay(): void {
    if (this.player.isPlaying) this.player.pause();
    else this.player.play();
    this.prefetch();
  }

  private framesArrived(brought: readonly number[]): void {
    if (!this.isDrawn) {
      if (this.store.get(this.t)) this.drawStep();
      else if (this.drawnGeneration === this.store.generation) this.drawNearest(brought);
    }
    this.player.framesArrived();
    this.prefetch();
  }

  /** While the slider runs ahead of a slow connection, what arrives is shown on the way. */
  private drawNearest(brought: readonly number[]): void {
    const nearest = brought.reduce((best, t) => (Math.abs(t - this.t) < Math.abs(best - this.t) ? t : best));
    const frame = this.store.get(nearest);
    if (frame) this.draw(frame);
  }

  private prefetch(): void {
    if (!this.state) return;
    const range = planPrefetch({
      t: this.t,
      count: this.state.timeline.count,
      speed: this.player.isPlaying ? (this.appearance?.speed ?? 1) : 0,
      isCovered: (t) => this.store.isCovered(t),
    });
    if (!range) return;
    this.store.markAsked(range.from, range.to);
    this.deps.post({ type: 'wantFrames', generation: this.store.generation, ...range });
  }

  private drawStep(): void {
    const frame = this.store.get(this.t);
    if (!frame) return;
    this.draw(frame);
    const text = plainText(frame.announcement, this.appearance?.precision ?? 2);
    // Read aloud at a pace that can be followed: not while playing.
    if (!this.player.isPlaying) this.deps.say(text);
  }

  private draw(frame: Frame): void {
    const now = performance.now();
    const follows = this.drawn && this.drawnGeneration === this.store.generation;
    const pace = follows ? stepPace(frame.t - this.drawn!.t, now - this.drawnAt) : still;
    this.drawnAt = now;
    this.drawn = frame;
    this.drawnGeneration = this.store.generation;
    this.stage.setGlide(pace.glide);
    this.quiz.setStep(frame.t, frame.question);
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

  private get isPresenting(): boolean {
    return document.body.classList.contains('presenting');
  }

  private present(on: boolean): void {
    document.body.classList.toggle('presenting', on);
    this.presentation.blank.hidden = true;
    this.stage.setMetrics(on ? presentMetrics : undefined);
    this.deps.say(
      on ? t(msg('presentation: Space and Page Down step, B blanks, Escape ends')) : t(msg('presentation ended')),
    );
    this.redraw();
  }

  /** One equation as large as the page allows. */
  private drawPresentation(frame: Frame, appearance: Appearance): void {
    this.presentation.setStep(frame, this.note.shownText, appearance.precision);
    const inset = 28;
    const { head, foot } = this.presentation;
    const below = foot.offsetHeight + this.quiz.element.offsetHeight;
    this.element.style.setProperty('--timeline-height', `${below}px`);
    const room = {
      width: window.innerWidth - 2 * inset,
      height: window.innerHeight - head.offsetHeight - below - 8,
      isNarrow: false,
    };
    this.stage.update(presentedStage(frame.stage), { ...appearance, large: true }, room, ({ scale }) => scale);
    this.links.mark();
  }

  private redraw(): void {
    const { drawn, appearance } = this;
    if (!drawn || !appearance) return;
    if (this.isPresenting) {
      this.links.setMaps(mapsOf(drawn.stage), appearance.precision, drawn.t);
      this.drawPresentation(drawn, appearance);
      return;
    }
    this.links.setMaps(mapsOf(drawn.stage), appearance.precision, drawn.t);
    const columns = columnsOf(this.scroll.clientWidth);
    this.body.classList.toggle('beside', columns.code > 0);
    this.body.style.setProperty('--code-width', `${columns.code}px`);
    const below =
      this.yours.height +
      this.noteEditor.element.offsetHeight +
      this.note.element.offsetHeight +
      this.quiz.element.offsetHeight +
      this.timeline.element.offsetHeight;
    // The explanation is shown above them.
    this.element.style.setProperty('--timeline-height', `${below}px`);
    const panel = { width: window.innerWidth, height: window.innerHeight - this.deps.above() };
    const room = stageRoom(panel, columns.stage, below + this.yours.height, this.headerHeight);
    const shared = this.sharesScale ? sharedScale(mapsOf(drawn.stage)) : undefined;
    this.stage.update(drawn.stage, appearance, room, ({ id, scale }) => (id === 'mask' ? scale : (shared ?? scale)));
    this.links.mark();
    // Last: the sizes above are read before anything is written.
    this.code.update(drawn.code, appearance.precision);
  }

  private key(event: KeyboardEvent): void {
    if (this.isPresenting && this.presentKey(event)) event.preventDefault();
    else if (this.quiz.key(event)) event.preventDefault();
    else if (isPageKey(event, this.timeline.element) && this.timeline.key(event)) event.preventDefault();
    else if (event.key === 'Escape') this.links.release();
    else if (isLetterKey(event, '?')) this.keys.toggle();
    else if (isLetterKey(event, 'p')) this.present(!this.isPresenting);
    else if (isLetterKey(event, 'q') && !this.state?.yours) this.setQuiz(this.state?.quiz?.by !== 'user');
    else if (isLetterKey(event, 'n'))
      this.deps.post({ type: 'editNote', generation: this.store.generation, t: this.t });
    else if (isLetterKey(event, 'h')) this.header.toggleFold();
  }

  /** Keys that presenters send: one key a step. A covered answer is revealed first. */
  private presentKey(event: KeyboardEvent): boolean {
    const { key, target } = event;
    if (target instanceof Element && target.closest('input, textarea')) return false;
    if (key === 'Escape') this.present(false);
    else if (key.toLowerCase() === 'b' || key === '.') this.presentation.toggleBlank();
    else if (key === 'PageUp' || key === 'ArrowLeft' || (key === ' ' && event.shiftKey))
      this.timeline.navigate('previous');
    else if (key === 'PageDown' || key === 'ArrowRight' || key === ' ') this.revealOrStep();
    else return false;
    return true;
  }

  private revealOrStep(): void {
    if (!this.presentation.blank.hidden) this.presentation.toggleBlank();
    else if (this.drawn?.question) this.deps.post({ type: 'answer', generation: this.store.generation, t: this.t });
    else this.timeline.navigate('next');
  }
}
