/**
 * One panel's model: what is shown and at which step. It receives the panel's intents and answers with whole states and frames;
 * it does not depend on VS Code. A change that cannot be computed leaves the last good picture; its error is shown at its field.
 */
import type { Navigation, OutdatedVerdict, SceneState } from '../../core/panel/protocol';
import type { Scene } from '../../core/scene/Scene';
import { NoteIntents } from './intents/NoteIntents';
import { PanelIntents } from './intents/PanelIntents';
import { PictureIntents } from './intents/PictureIntents';
import { PanelConnection } from './PanelConnection';
import type { SessionPorts } from './ports';
import type { SceneDocument } from './document/SceneDocument';
import { sceneOfMemento } from './scene/sceneMemento';
import { sceneState } from './scene/sceneState';
import type { FileOrigin, LensSource, TextSource } from './source/LensSource';
import type { TextChange } from './source/followText';
import type { Purpose } from './source/Purpose';
import { Loader } from './state/Loader';
import { mementoOf } from './state/mementoOf';
import { MistakeSearch } from './state/MistakeSearch';
import { OutputWork } from './state/OutputWork';
import { ResultComparison } from './state/ResultComparison';
import { SessionModel } from './state/SessionModel';
import { drawnOf, filesOf, keyOf, sourceOfState, titleOf, type Picture } from './state/SessionState';
import { Sources } from './state/Sources';
import { withMovedRepairs } from './state/withMovedRepairs';
import { withOutdatedVerdict } from './state/withOutdatedVerdict';
import { TextLinks } from './TextLinks';

export class Session {
  private readonly model: SessionModel;
  private readonly loader: Loader;
  private readonly sources: Sources;
  private readonly comparison: ResultComparison;
  private readonly panel: PanelConnection;
  private readonly links: TextLinks;
  private readonly pictureIntents: PictureIntents;
  private readonly noteIntents: NoteIntents;
  private readonly panelIntents: PanelIntents;

  constructor(private readonly ports: SessionPorts) {
    const changed = () => panel.postState();
    const model = new SessionModel((text) => ports.log('error', text));
    const work = new OutputWork(ports.compute.bind(ports), changed);
    const loader = new Loader(model, work, changed);
    const sources = new Sources(model, loader, ports, changed);
    const mistakes = new MistakeSearch(model, ports, changed);
    const comparison = new ResultComparison(model, work);
    const panel = new PanelConnection(
      model,
      ports,
      () => loader.progress,
      () => mistakes.start(),
    );
    const picture = new PictureIntents(model, panel, (text) => ports.copy(text));
    const notes = new NoteIntents(model, panel);
    const links = new TextLinks(ports, model);
    this.model = model;
    this.loader = loader;
    this.sources = sources;
    this.comparison = comparison;
    this.panel = panel;
    this.links = links;
    this.pictureIntents = picture;
    this.noteIntents = notes;
    this.panelIntents = new PanelIntents({ model, loader, sources, comparison, panel, picture, notes, links }, ports);
  }

  /** Identifies the source: a panel with the same key is reused. */
  get key(): string | undefined {
    return keyOf(this.model.state);
  }

  get title(): string | undefined {
    return titleOf(this.model.state);
  }

  /** The picture that is drawn, for exports. */
  get picture(): Picture | undefined {
    return this.model.picture;
  }

  /** Whether steps of the layer differ from code or results that it is compared with. */
  get hasDifferences(): boolean {
    const { picture } = this;
    if (picture?.kind !== 'layer') return false;
    return (picture.stepper.timeline(picture.view.granularity).marks ?? []).length > 0;
  }

  /** What is shown or being loaded. */
  get source(): LensSource | undefined {
    return sourceOfState(this.model.state);
  }

  get text(): TextSource | undefined {
    const { source } = this;
    return source?.kind === 'text' ? source : undefined;
  }

  /** The files that are shown, or that are being opened. */
  get files(): FileOrigin | undefined {
    return filesOf(this.model.state);
  }

  /** Notes of the scene that is shown, at the steps of the present step size. */
  get notes(): SceneState['notes'] {
    const { picture, scene } = drawnOf(this.model.state) ?? {};
    return scene && picture?.kind === 'layer' ? sceneState(scene, picture).notes : [];
  }

  /** What is shown, as a scene. Throws a LensError where its numbers are not loaded. */
  scene(): Scene | undefined {
    const { state } = this.model;
    const memento = mementoOf(state);
    return memento && sceneOfMemento(memento, drawnOf(state)?.source ?? sourceOfState(state));
  }

  /** The page is a custom editor's: it shows these files as soon as it is ready, with the view of its memento. */
  bind(files: FileOrigin): void {
    this.model.state = { kind: 'empty', bound: files };
  }

  bindDocument(document: SceneDocument): void {
    this.model.document = document;
  }

  /** The document that the custom editor shows. */
  get documentUri(): string | undefined {
    return this.model.document?.uri;
  }

  /** The text of the custom editor's document has changed. */
  async documentChanged(): Promise<void> {
    await this.sources.documentChanged();
  }

  /** Shows a source from its first step. Where it cannot be opened, what was shown before stays, with the reason. */
  open(source: LensSource, purpose: Purpose): void {
    this.sources.open(source, purpose);
  }

  /** As `open`, once the files are read. */
  async openFiles(files: FileOrigin, purpose: Purpose): Promise<void> {
    await this.sources.openFiles(files, purpose);
  }

  /** Shows what a memento describes; a custom editor shows its own files. */
  async restore(memento: unknown): Promise<void> {
    const restored = this.sources.restore(memento);
    if (restored) await restored;
    else this.panel.postState();
  }

  /** Whether a layer is shown that results can be compared with. */
  get comparable(): boolean {
    return this.comparison.isPossible;
  }

  /** Compares the layer that is shown with results of the user, until the panel ends it. */
  compare(result: LensSource): void {
    this.comparison.start(result);
    this.panel.postState();
  }

  /** As `compare`, with files. Another layer that is shown meanwhile is not compared with them. */
  async compareFiles(files: FileOrigin): Promise<void> {
    const { key } = this;
    try {
      const result = await this.ports.readFiles(files);
      if (key === this.key) this.compare(result);
    } catch (error) {
      if (key !== this.key) return;
      this.model.problems.failed(error, this.picture !== undefined);
      this.panel.postState();
    }
  }

  /** The source has changed: the same choices, the same step where it still exists; where it cannot be read, the picture stays. */
  update(source: LensSource): void {
    this.sources.update(source);
  }

  /** As `update`, once the text is read; a later change takes the place of this one. */
  async updateText(source: TextSource): Promise<void> {
    await this.sources.updateText(source);
  }

  /** The files have changed: as `update`, once they are read. */
  async reload(): Promise<void> {
    await this.sources.reload();
  }

  /** The text is being edited: until `update` the positions of the numbers are unknown. */
  textChanged(): void {
    this.loader.textChanged();
  }

  /** A text of the check that is shown is being edited: until `update` its verdict is outdated, and its repairs are where their text is now. */
  checkedTextChanged(uri: string, changes: readonly TextChange[]): void {
    this.model.state = withMovedRepairs(this.model.state, uri, changes);
    this.markVerdict('checking');
  }

  /** The text that `checkedTextChanged` reported cannot be checked as it is. */
  leftUnchecked(): void {
    this.markVerdict('unchecked');
  }

  /** Sends the state again after a change that is not in the numbers. */
  refresh(): void {
    this.panel.postState();
  }

  /** Gives the keyboard focus to the timeline as soon as there is one and the panel is active. */
  takeFocus(): void {
    this.panel.takeFocus();
  }

  activated(active: boolean): void {
    this.panel.activated(active);
  }

  navigate(to: Navigation): void {
    this.panel.post({ type: 'navigate', generation: this.panel.generation, to });
  }

  /** Starts or ends presentation mode, or the tour. */
  toggle(type: 'present' | 'tour'): void {
    this.panel.post({ type, generation: this.panel.generation });
  }

  editNote(): void {
    this.noteIntents.edit();
  }

  /** Starts a quiz on the layer that is shown, or ends it. */
  quiz(): void {
    this.pictureIntents.quiz();
  }

  /** Ends all work: the panel is closed. */
  close(): void {
    this.panel.close();
    this.loader.close();
    this.links.outline(undefined);
  }

  /** The cursor is at an offset of the source's document; undefined: elsewhere. */
  cursorAt(offset: number | undefined): void {
    if (!this.model.picture) return;
    const element = this.links.elementAt(offset);
    this.panel.post({ type: 'cursor', generation: this.panel.generation, ...(element && { element }) });
  }

  receive(message: unknown): void {
    this.panelIntents.receive(message);
  }

  private markVerdict(outdated: OutdatedVerdict): void {
    const { state } = this.model;
    this.model.state = withOutdatedVerdict(state, outdated);
    if (this.model.state !== state) this.panel.postState();
  }
}
