/**
 * One panel's model: what is shown and at which step. It receives the panel's intents and answers with whole states and frames;
 * it does not depend on VS Code. A change that cannot be computed leaves the last good picture; its error is shown at its field.
 */
import { LensError, msg, type Message } from '../../core/message';
import type {
  EmptyState,
  ErrorAction,
  ErrorNotice,
  InspectState,
  LayerState,
  Navigation,
  SceneState,
  StateMessage,
} from '../../core/panel/protocol';
import type { Scene } from '../../core/scene/Scene';
import type { Choices } from '../../core/setup/Setup';
import type { LayerResult } from '../../core/layer/job/LayerJob';
import { readFully } from './source/readSource';
import { filesKey, sourceKey, type FileOrigin, type LensSource, type TextSource } from './source/LensSource';
import { Computation } from './Computation';
import { rangeProblem } from './fieldRange';
import { followField, followId } from './followField';
import { FrameStream } from './picture/FrameStream';
import { cellsText, chooseInspect, inspectState, openInspect, type InspectPicture } from './picture/InspectPicture';
import {
  isViewField,
  layerState,
  moveView,
  openLayer,
  placeOf,
  type LayerPicture,
  type Place,
} from './picture/LayerPicture';
import { OutputNeeded, outputTools, type ResultTools } from './picture/LayerOutput';
import type { Element } from './picture/links';
import { interpret } from './open/interpret';
import { wishOf } from './open/purpose';
import { keepFiles, keepSource, readMemento } from './memento';
import { openForgiving } from './picture/openForgiving';
import { withoutResult, withResult } from './picture/withResult';
import { readPanelMessage, type CheckedMessage } from './panelMessage';
import type { SessionPorts } from './ports';
import { Problems } from './Problems';
import { printedResults } from './picture/printedResults';
import { nameRequest } from './picture/nameRequest';
import { withMistakes } from './picture/Yours';
import { actOnFinding } from './actOnFinding';
import { openYours } from './picture/openYours';
import { answerQuestion, endQuiz, quizState, startQuiz } from './quiz/answerQuestion';
import { lessonKey, lessonState, withAnswersOf } from './lesson/LessonRun';
import { answerNote, withAnswer, type ShownScene } from './scene/answers';
import { reopenSource } from './reopenSource';
import { mementoOf, restoredPlace, type Shown } from './Shown';
import { sceneOfMemento } from './scene/sceneMemento';
import { sceneState } from './scene/sceneState';
import { withNotes } from './scene/withNotes';
import { noteAt, writeNote } from './scene/writeNote';
import type { Purpose } from './source/Purpose';
import { TextLinks } from './TextLinks';

export class Session {
  private shown: Shown | undefined;
  private readonly problems: Problems;
  private readonly stream = new FrameStream();
  private readonly computation: Computation;
  private readonly links: TextLinks;
  /** The present source, while its files are read. */
  private waiting: Shown | undefined;
  private reading = 0;
  /** Files that the page shows from the beginning: those of a custom editor. */
  private bound: FileOrigin | undefined;
  /** Number of the panel's last seek. */
  private lastSeek = 0;
  private connected = false;
  private restoring = false;
  private wantsFocus = false;
  /** Comparisons whose mistakes were searched. */
  private readonly named = new WeakSet<object>();

  constructor(private readonly ports: SessionPorts) {
    this.problems = new Problems((text) => ports.log('error', text));
    this.computation = new Computation(ports.compute.bind(ports), () => this.postState());
    this.links = new TextLinks(ports, () => this.shown);
  }

  /** Where the source came from; a panel with the same key is reused. */
  get key(): string | undefined {
    if (this.shown?.lesson) return lessonKey(this.shown.lesson.uri);
    if (this.shown?.source) return sourceKey(this.shown.source);
    return this.files && filesKey(this.files);
  }

  get title(): string | undefined {
    return this.shown?.lesson?.title ?? this.shown?.kept.name;
  }

  /** What is shown, to be written elsewhere. */
  get picture(): LayerPicture | InspectPicture | undefined {
    return this.shown?.picture;
  }

  /** Notes of the scene that is shown, at the steps of the present step size. */
  get notes(): SceneState['notes'] {
    const { picture, scene } = this.shown ?? {};
    return scene && picture?.kind === 'layer' ? sceneState(scene, picture).notes : [];
  }

  /** What is shown, as a scene. Throws a LensError where its numbers are not at hand. */
  scene(): Scene | undefined {
    return this.shown && sceneOfMemento(mementoOf(this.shown), this.shown.source);
  }

  /** The text that is shown. */
  get text(): TextSource | undefined {
    return this.shown?.source?.kind === 'text' ? this.shown.source : undefined;
  }

  /** The files that are shown, or that are to be. */
  get files(): FileOrigin | undefined {
    if (!this.shown) return this.bound;
    const { source, kept } = this.shown;
    if (source) return source.kind === 'arrays' ? source.files : undefined;
    return kept.kind === 'files' ? kept : undefined;
  }

  /** The page is a custom editor's: it shows these files as soon as it is ready, with the view of its memento. */
  bind(files: FileOrigin): void {
    this.bound = files;
  }

  /** Shows files from the first step, once they are read. When they cannot be, what was shown before stays, with the reason. */
  async openFiles(files: FileOrigin, purpose: Purpose): Promise<void> {
    const before = this.shown;
    const waiting: Shown = { source: undefined, kept: keepFiles(files), purpose, linked: false };
    this.computation.cancel();
    this.shown = this.waiting = waiting;
    this.problems.solved();
    this.postState();
    try {
      const source = await this.ports.readFiles(files);
      if (this.shown !== waiting) return;
      this.shown = { ...waiting, source };
      this.attempt((tools) => this.build(undefined, {}, tools), before);
    } catch (error) {
      if (this.shown !== waiting) return;
      this.waiting = undefined;
      this.fail(error, before);
    }
    this.postState();
  }

  /** The files have changed: the same choices, the same step; what cannot be read leaves the picture, with the reason. */
  async reload(): Promise<void> {
    const { files, key } = this;
    if (!files || !this.shown) return;
    const reading = ++this.reading;
    const isCurrent = () => reading === this.reading && key === this.key;
    try {
      const source = await this.ports.readFiles(files);
      if (isCurrent()) this.update(source);
    } catch (error) {
      if (!isCurrent()) return;
      this.fail(error);
      this.postState();
    }
  }

  /** Shows a source from its first step. When nothing can be made of it, what was shown before stays, with the reason. */
  open(source: LensSource, purpose: Purpose): void {
    const before = this.shown;
    this.shown = { source, kept: keepSource(source), purpose, linked: false };
    this.problems.solved();
    this.attempt((tools) => this.build(undefined, {}, tools), before);
    this.postState();
  }

  /** Whether a layer is shown that results can be compared with. */
  get comparable(): boolean {
    const { picture } = this.shown ?? {};
    return picture?.kind === 'layer' && picture.yours?.origin.kind !== 'code';
  }

  /** Compares the layer that is shown with results of the user, until the panel ends it. */
  compare(result: LensSource): void {
    const { picture } = this.shown ?? {};
    if (picture?.kind !== 'layer' || !this.comparable) {
      this.problems.failed(new LensError(msg('no layer is shown to compare results with')), picture !== undefined);
    } else {
      const layer = withoutResult(endQuiz(picture));
      this.attempt((tools) => {
        this.shown = { ...this.shown!, picture: withResult(layer, result, tools), result };
        this.problems.solved();
      });
    }
    this.postState();
  }

  /** As `compare`, with files. */
  async compareFiles(files: FileOrigin): Promise<void> {
    try {
      this.compare(await this.ports.readFiles(files));
    } catch (error) {
      this.fail(error);
      this.postState();
    }
  }

  private endComparison(): void {
    const { picture, result, ...rest } = this.shown ?? {};
    if (!result || picture?.kind !== 'layer') return;
    this.shown = { ...(rest as Shown), picture: withoutResult(picture) };
    this.postState();
  }

  /** The text has changed: the same choices, the same step where it still exists; what cannot be read leaves the picture. */
  update(source: LensSource): void {
    if (!this.shown) return;
    const { picture } = this.shown;
    this.shown = { ...this.shown, source };
    const place = picture?.kind === 'layer' ? placeOf(picture) : undefined;
    const choices = this.problems.over(picture?.choices ?? {});
    const unread = picture?.parsed.errors.length ?? 0;
    this.attempt((tools) => {
      readFully(source, unread);
      this.build(place, choices, tools);
    });
    this.postState();
  }

  /** As `update`, once the text is read; a later change takes the place of this one. */
  async updateText(source: TextSource): Promise<void> {
    const reading = ++this.reading;
    const { key } = this;
    const isCurrent = () => reading === this.reading && key === this.key;
    try {
      await this.ports.readText(source);
      if (isCurrent()) this.update(source);
    } catch (error) {
      if (!isCurrent()) return;
      this.fail(error);
      this.postState();
    }
  }

  /** The text is being edited: until `update` the positions of the numbers are unknown. */
  textChanged(): void {
    if (this.shown) this.shown = { ...this.shown, linked: false };
  }

  /** Sends the state again after a change that is not in the numbers. */
  refresh(): void {
    this.postState();
  }

  /** Gives the keyboard focus to the timeline as soon as there is one and the panel is active. */
  takeFocus(): void {
    this.wantsFocus = true;
    this.postFocus();
  }

  /** The panel became active or inactive. */
  activated(active: boolean): void {
    if (active) this.postFocus();
    else this.wantsFocus = false;
  }

  /** Moves the timeline for a command. */
  navigate(to: Navigation): void {
    if (this.connected) this.ports.post({ type: 'navigate', generation: this.stream.generation, to });
  }

  /** The panel is gone. */
  close(): void {
    this.connected = false;
    this.computation.cancel();
    this.links.outline(undefined);
  }

  /** The cursor is at an offset of the source's document; undefined: elsewhere. */
  cursorAt(offset: number | undefined): void {
    if (!this.connected || !this.shown?.picture) return;
    const element = this.links.elementAt(offset);
    this.ports.post({ type: 'cursor', generation: this.stream.generation, ...(element && { element }) });
  }

  /** Anything that the panel posts. */
  receive(message: unknown): void {
    const checked = readPanelMessage(message);
    if (checked) this.handle(checked);
    else this.ports.log('error', `the panel sent what is no message: ${JSON.stringify(message)?.slice(0, 200)}`);
  }

  /** Builds again what a memento describes. */
  async restore(value: unknown): Promise<void> {
    const memento = readMemento(value);
    if (!memento) return this.bound && this.openFiles(this.bound, 'inspect');
    const { purpose, choices } = memento;
    const kept = this.bound ? keepFiles(this.bound) : memento.source;
    const { scene, lesson } = memento;
    const waiting: Shown = {
      source: undefined,
      kept,
      purpose,
      linked: false,
      ...(scene && { scene }),
      ...(lesson && { lesson }),
    };
    this.shown = waiting;
    this.restoring = true;
    try {
      const source = await reopenSource(kept, this.ports);
      if (source.kind === 'text') await this.ports.readText(source);
      const result = memento.result && (await reopenSource(memento.result, this.ports));
      if (this.shown !== waiting) return;
      this.shown = { ...waiting, source, ...(result && { result }) };
      this.attempt((tools) => this.build(restoredPlace(memento), choices, tools));
    } catch (error) {
      this.problems.failed(error, false);
    } finally {
      this.restoring = false;
    }
    this.postState();
  }

  private handle(message: CheckedMessage): void {
    switch (message.type) {
      case 'ready':
        this.connected = true;
        this.lastSeek = 0;
        if (!this.shown && this.bound) return void this.openFiles(this.bound, 'inspect');
        return this.postState();
      case 'restore':
        this.connected = true;
        this.lastSeek = 0;
        if (this.shown) this.postState();
        else void this.restore(message.memento);
        return;
      case 'seek':
        this.lastSeek = message.number;
        return this.seek(message);
      case 'wantFrames':
        return this.postFrames(message);
      case 'setField':
        return this.setField(message.id, message.value);
      case 'setPreferences':
        return this.ports.preferences.write(defined(message.preferences));
      case 'explain':
        return this.explain(message);
      case 'montage':
        return this.montage(message);
      case 'revealSource':
        return this.links.reveal(this.links.rangeOf(message));
      case 'focusElement': {
        const { role, index } = message;
        return this.links.outline(index === undefined ? undefined : { role, index });
      }
      case 'editElement':
        return this.editElement(message, message.text);
      case 'quiz':
        return this.quiz(message.on);
      case 'answer':
        return this.answer(message);
      case 'answerNote': {
        const { scene } = this.shown ?? {};
        return scene && this.setScene(answerNote(scene, message.note, message.given));
      }
      case 'editNote':
        return this.layerOf(message.generation) && this.editNote(message.t);
      case 'writeNote':
        return this.writeNote(message);
      case 'openPart':
        return void this.openPart(message.part);
      case 'revealError':
        return this.links.reveal(this.problems.notice?.range);
      case 'checkAction':
        return this.checkAction(message);
      case 'endComparison':
        return this.endComparison();
      case 'errorAction':
        return this.actOnError(message.action);
      case 'copyCells':
        return this.copyCells(message);
      case 'copy':
        return this.ports.copy(message.text);
      case 'log':
        return this.ports.log(message.level, message.text);
    }
  }

  /** Makes the picture of the present source. Throws what keeps it from being made. */
  private build(place: Place | undefined, choices: Choices, tools: ResultTools): void {
    const { source, purpose } = this.shown!;
    if (source?.kind === 'check') {
      this.settle(openYours(source));
      this.problems.solved();
      return;
    }
    const meaning = interpret(source!, purpose, choices);
    switch (meaning.kind) {
      case 'refused':
        throw meaning.error;
      case 'array':
        this.settle(openInspect(meaning.parsed, choices));
        this.problems.solved();
        if (purpose !== 'inspect') this.problems.failed(resultsOnly(), true);
        return;
      case 'layer': {
        const { picture, errors } = openForgiving({ meaning, wish: wishOf(purpose), choices }, place, tools);
        this.settle(withNotes(this.compared(picture, tools), this.shown!.scene));
        this.problems.solved(errors);
      }
    }
  }

  /** A new picture of the layer, compared with the same results as the one before. */
  private compared(opened: LayerPicture, tools: ResultTools): LayerPicture {
    const { result, picture, source } = this.shown!;
    if (!result) {
      const printed = printedResults(opened, source, tools);
      return printed ? { ...opened, printed } : opened;
    }
    return withResult(opened, result, tools, picture?.kind === 'layer' ? picture : 'step');
  }

  /** Shows a picture of the current source. */
  private settle(picture: LayerPicture | InspectPicture): void {
    const { source } = this.shown!;
    this.shown = { ...this.shown!, picture, linked: true, ...(source && { kept: keepSource(source) }) };
  }

  /**
   * Does it now, or, when it needs an output that takes long, once that is there. An earlier wait is given up. When it leaves
   * no picture, `before` is shown again.
   */
  private attempt(work: (tools: ResultTools) => void, before?: Shown): void {
    this.computation.cancel();
    try {
      work(outputTools());
    } catch (error) {
      if (error instanceof OutputNeeded) this.wait(error, work, before);
      else this.fail(error, before);
    }
  }

  private wait({ job }: OutputNeeded, work: (tools: ResultTools) => void, before: Shown | undefined, known = {}): void {
    let found: LayerResult = known;
    const end = (finish: () => void): void => {
      try {
        finish();
      } catch (error) {
        // The results of a backward pass are needed after the output.
        if (error instanceof OutputNeeded) return this.wait(error, work, before, found);
        this.fail(error, before);
      }
      this.postState();
    };
    this.computation.start(
      job,
      (result) => {
        found = { ...known, ...result };
        end(() => work(outputTools(found)));
      },
      (error) => end(() => this.fail(error, before)),
    );
  }

  private fail(error: unknown, before?: Shown): void {
    if (!this.shown?.picture && before?.picture) this.shown = before;
    this.problems.failed(error, this.shown?.picture !== undefined);
  }

  private setField(id: string, value: string): void {
    const picture = this.shown?.picture;
    if (!picture) return;
    const refused = this.refusal(id, value);
    if (refused) {
      this.problems.refuse(id, value, refused);
      return this.postState();
    }
    this.problems.accept();
    if (id === followId && this.shown?.source?.kind === 'arrays') {
      this.shown.source.follow?.set(value === 'true');
    } else if (picture.kind === 'inspect') {
      this.shown = { ...this.shown!, picture: chooseInspect(picture, id, value) };
    } else {
      const moved = moveView(picture, id, value);
      if (moved) this.shown = { ...this.shown!, picture: moved };
      else this.setChoice(picture, id, value);
    }
    this.postState();
  }

  /** The reason why a value is out of its field's range. An emptied choice of the layer is its default. */
  private refusal(id: string, value: string): Message | undefined {
    const content = this.content();
    const field = content.kind === 'empty' ? undefined : content.fields.find((each) => each.id === id);
    if (!field || (value.trim() === '' && content.kind === 'layer' && !isViewField(id))) return undefined;
    return rangeProblem(field, value);
  }

  private setChoice(picture: LayerPicture, id: string, value: string): void {
    this.problems.type(id, value);
    const choices = this.problems.over(picture.choices);
    this.attempt((tools) => {
      const opened = openLayer({ ...picture, choices }, placeOf(picture), tools);
      this.shown = { ...this.shown!, picture: withNotes(this.compared(opened, tools), this.shown!.scene) };
      this.problems.solved();
    });
  }

  private seek({ generation, t }: Extract<CheckedMessage, { type: 'seek' }>): void {
    const picture = this.layerOf(generation);
    if (!picture) return;
    const { count } = picture.stepper.timeline(picture.view.granularity);
    const step = Math.min(t, count - 1);
    this.shown = { ...this.shown!, picture: { ...picture, t: step } };
    this.postFrames({ generation, from: step, to: step });
  }

  private postFrames({ generation, from, to }: { generation: number; from: number; to: number }): void {
    const picture = this.layerOf(generation);
    const frames = picture && this.stream.framesOf(picture, from, to);
    if (frames) this.ports.post(frames);
  }

  private explain({ generation, request, cell, t }: Extract<CheckedMessage, { type: 'explain' }>): void {
    const picture = this.layerOf(generation);
    if (!picture) return;
    const explanation = picture.stepper.explain(cell, t, picture.view);
    this.ports.post({ type: 'explanation', generation, request, ...(explanation && { explanation }) });
  }

  private montage({ generation, request, map, t }: Extract<CheckedMessage, { type: 'montage' }>): void {
    const picture = this.layerOf(generation);
    if (!picture) return;
    const montage = picture.stepper.montage(map, t, picture.view);
    this.ports.post({ type: 'montage', generation, request, ...(montage && { montage }) });
  }

  /** The layer, for an intent about what the panel now has. */
  private layerOf(generation: number): LayerPicture | undefined {
    const picture = this.shown?.picture;
    return generation === this.stream.generation && picture?.kind === 'layer' ? picture : undefined;
  }

  private checkAction({ action, index }: Extract<CheckedMessage, { type: 'checkAction' }>): void {
    const { source } = this.shown ?? {};
    if (source?.kind === 'check') actOnFinding(source.findings[index], action, this.ports);
  }

  /** Starts or ends a quiz on the layer that is shown. */
  quiz(on = !this.isQuiz): void {
    const { picture, scene } = this.shown ?? {};
    if (picture?.kind !== 'layer' || on === this.isQuiz) return;
    this.shown = { ...this.shown!, picture: on ? startQuiz(picture) : withNotes(picture, scene) };
    this.postState();
  }

  /** Whether the user's own quiz is on. */
  private get isQuiz(): boolean {
    const { picture } = this.shown ?? {};
    return picture?.kind === 'layer' && picture.quiz?.by === 'user';
  }

  /** The scene has other notes or answers. */
  private setScene(scene: ShownScene): void {
    const { picture } = this.shown!;
    this.shown = { ...this.shown!, scene, ...(picture?.kind === 'layer' && { picture: withNotes(picture, scene) }) };
    this.postState();
  }

  private writeNote({ generation, t, note }: Extract<CheckedMessage, { type: 'writeNote' }>): void {
    const picture = this.layerOf(generation);
    if (!picture) return;
    const question = note?.question && { ...note.question, ...defined(note.question) };
    const { text = '', cover = false } = note ?? {};
    const written = note && { text, cover, ...(question && { question }) };
    this.setScene(writeNote(this.shown!.scene, this.title ?? '', picture, t, written));
  }

  /** Opens another part of the lesson. When it cannot be read, the present one stays, with the reason. */
  private async openPart(part: number): Promise<void> {
    const { lesson, scene } = this.shown ?? {};
    if (!lesson) return;
    try {
      const before = scene ? withAnswersOf(lesson, scene) : lesson;
      await this.restore(await this.ports.openPart(lesson.uri, part, before));
    } catch (error) {
      this.fail(error);
      this.postState();
    }
  }

  private answer({ generation, t, given }: Extract<CheckedMessage, { type: 'answer' }>): void {
    const picture = this.layerOf(generation);
    const verdict =
      picture && answerQuestion(picture, t, given && { cells: given.cells, ...defined({ value: given.value }) });
    if (!verdict) return;
    const { right, key, lines } = verdict;
    const { scene } = this.shown!;
    this.shown = { ...this.shown!, picture: verdict.picture };
    if (scene && picture.quiz?.by === 'scene')
      this.shown = { ...this.shown, scene: withAnswer(scene, key, given ? right : undefined) };
    // A closed question uncovers its step.
    if (lines.length > 0) this.postState();
    this.ports.post({ type: 'verdict', generation: this.stream.generation, t, right, lines });
  }

  /** Opens the editor of the note that begins at step `t`; default: the present step. */
  editNote(t?: number): void {
    const { picture, scene } = this.shown ?? {};
    if (!this.connected || picture?.kind !== 'layer') return;
    const { generation } = this.stream;
    const step = t ?? picture.t;
    const note = scene && noteAt(scene, picture, step);
    this.ports.post({ type: 'editNote', generation, t: step, ...(note && { note }) });
  }

  /** Starts or ends presentation mode. */
  present(): void {
    if (this.connected) this.ports.post({ type: 'present', generation: this.stream.generation });
  }

  private editElement(element: Element, text: string): void {
    if (this.links.edit(element, text)) return;
    this.fail(new LensError(msg('“{0}” is not a number', text.trim())));
    this.postState();
  }

  /** Way out of an error of the files. */
  private actOnError(action: ErrorAction): void {
    const { files } = this;
    if (!files) return;
    if (action === 'retry') void this.openFiles(files, this.shown?.purpose ?? 'inspect');
    else if (files.uris[0] !== undefined) this.ports.openFile(files.uris[0]);
  }

  /** The notice; where files cannot be shown, with their name and ways out. */
  private notice(): ErrorNotice | undefined {
    const { notice } = this.problems;
    if (!notice || this.shown?.picture || !this.files) return notice;
    return { ...notice, file: this.files.name, actions: ['retry', 'openWith'] };
  }

  private copyCells({ generation, format, ...range }: Extract<CheckedMessage, { type: 'copyCells' }>): void {
    const picture = this.shown?.picture;
    if (picture?.kind !== 'inspect' || generation !== this.stream.generation) return;
    this.ports.copy(cellsText(picture, range, format));
  }

  /** Looks for the mistake behind numbers that differ, once for each comparison. */
  private nameMistakes(): void {
    const picture = this.layer;
    const yours = picture?.yours;
    const request = picture && nameRequest(picture, this.shown?.source);
    if (!request || !yours || this.named.has(yours.subject)) return;
    this.named.add(yours.subject);
    this.ports.nameMistakes(request).then(
      (mistakes) => {
        const { layer } = this;
        if (mistakes.length === 0 || layer?.yours?.subject !== yours.subject) return;
        this.shown = { ...this.shown!, picture: { ...layer, yours: withMistakes(layer.yours, mistakes) } };
        this.postState();
      },
      (error: unknown) => this.ports.log('error', String(error)),
    );
  }

  private get layer(): LayerPicture | undefined {
    const { picture } = this.shown ?? {};
    return picture?.kind === 'layer' ? picture : undefined;
  }

  private postState(): void {
    this.nameMistakes();
    if (!this.connected || this.restoring) return;
    this.stream.startGeneration();
    const { generation } = this.stream;
    const notice = this.notice();
    const { share } = this.computation;
    this.ports.post({
      type: 'state',
      generation,
      lastSeek: this.lastSeek,
      content: this.content(),
      ...(notice && { error: notice }),
      ...(share !== undefined && { progress: share }),
      ...(this.waiting && this.waiting === this.shown && { progress: -1 }),
      preferences: this.ports.preferences.read(),
      ...this.lessonState(),
      memento: this.shown && mementoOf(this.shown),
    });
    const picture = this.shown?.picture;
    if (picture?.kind === 'layer') this.postFrames({ generation, from: picture.t, to: picture.t });
    this.postFocus();
  }

  private postFocus(): void {
    if (!this.wantsFocus || !this.connected || !this.shown?.picture || !this.ports.isActive()) return;
    this.wantsFocus = false;
    this.ports.post({ type: 'focus', generation: this.stream.generation });
  }

  private lessonState(): Pick<StateMessage, 'lesson'> {
    const { lesson, scene } = this.shown ?? {};
    return lesson ? { lesson: lessonState(scene ? withAnswersOf(lesson, scene) : lesson, scene) } : {};
  }

  private sceneOf(picture: LayerPicture): Pick<LayerState, 'scene'> {
    return this.shown?.scene ? { scene: sceneState(this.shown.scene, picture) } : {};
  }

  private content(): LayerState | InspectState | EmptyState {
    const source = msg('{0}', this.title ?? '');
    const picture = this.shown?.picture;
    if (!picture) return { kind: 'empty', source };
    const state =
      picture.kind === 'inspect'
        ? inspectState(picture, source, this.problems)
        : { ...layerState(picture, source, this.problems), ...this.sceneOf(picture), ...quizOf(picture) };
    return { ...state, fields: [...state.fields, ...followField(this.shown?.source)] };
  }
}

function resultsOnly(): LensError {
  return new LensError(msg('these are results: a layer needs its inputs as well'));
}

/** The count of a quiz, during one. */
function quizOf({ quiz }: LayerPicture): Pick<LayerState, 'quiz'> {
  return quiz ? { quiz: quizState(quiz) } : {};
}

/** Without the entries that the panel left open. */
function defined<T extends object>(entries: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
