/**
 * One panel's model: what is shown and at which step. It receives the panel's intents and answers with whole states and frames;
 * it does not depend on VS Code. A change that cannot be computed leaves the last good picture; its error is shown at its field.
 */
import { defined } from '../../core/defined';
import { LensError, msg } from '../../core/message';
import type { ErrorAction, Navigation, SceneState } from '../../core/panel/protocol';
import type { Scene } from '../../core/scene/Scene';
import { actOnFinding } from './actOnFinding';
import { PictureIntents } from './intents/PictureIntents';
import { setField } from './intents/setField';
import { keepFiles, keepSource, readMemento, type Memento } from './memento';
import { PanelConnection } from './PanelConnection';
import { readPanelMessage, type CheckedMessage } from './panelMessage';
import type { Element } from './picture/links';
import type { SessionPorts } from './ports';
import { reopenSource } from './reopenSource';
import { sceneOfMemento } from './scene/sceneMemento';
import { sceneState } from './scene/sceneState';
import type { FileOrigin, LensSource, TextSource } from './source/LensSource';
import type { Purpose } from './source/Purpose';
import { Loader } from './state/Loader';
import { mementoOf } from './state/mementoOf';
import { SessionModel } from './state/SessionModel';
import { drawnOf, filesOf, keyOf, sourceOfState, titleOf, type Picture } from './state/SessionState';
import { TextLinks } from './TextLinks';

export class Session {
  private readonly model: SessionModel;
  private readonly loader: Loader;
  private readonly panel: PanelConnection;
  private readonly intents: PictureIntents;
  private readonly links: TextLinks;

  constructor(private readonly ports: SessionPorts) {
    this.model = new SessionModel((text) => ports.log('error', text));
    this.loader = new Loader(this.model, ports.compute.bind(ports), () => this.panel.postState());
    this.panel = new PanelConnection(this.model, ports, () => this.loader.progress);
    this.intents = new PictureIntents(this.model, this.panel, (text) => ports.copy(text));
    this.links = new TextLinks(ports, this.model);
  }

  /** Where the source came from; a panel with the same key is reused. */
  get key(): string | undefined {
    return keyOf(this.model.state);
  }

  get title(): string | undefined {
    return titleOf(this.model.state);
  }

  /** What is drawn, to be written elsewhere. */
  get picture(): Picture | undefined {
    return this.model.picture;
  }

  /** The text that is shown. */
  get text(): TextSource | undefined {
    const source = sourceOfState(this.model.state);
    return source?.kind === 'text' ? source : undefined;
  }

  /** The files that are shown, or that are to be. */
  get files(): FileOrigin | undefined {
    return filesOf(this.model.state);
  }

  /** Notes of the scene that is shown, at the steps of the present step size. */
  get notes(): SceneState['notes'] {
    const { picture, scene } = drawnOf(this.model.state) ?? {};
    return scene && picture?.kind === 'layer' ? sceneState(scene, picture).notes : [];
  }

  /** What is shown, as a scene. Throws a LensError where its numbers are not at hand. */
  scene(): Scene | undefined {
    const { state } = this.model;
    const memento = mementoOf(state);
    return memento && sceneOfMemento(memento, drawnOf(state)?.source ?? sourceOfState(state));
  }

  /** The page is a custom editor's: it shows these files as soon as it is ready, with the view of its memento. */
  bind(files: FileOrigin): void {
    this.model.state = { kind: 'empty', bound: files };
  }

  /** Shows a source from its first step. When nothing can be made of it, what was shown before stays, with the reason. */
  open(source: LensSource, purpose: Purpose): void {
    void this.loader.load({ kept: keepSource(source), purpose }, source);
  }

  /** As `open`, once the files are read. */
  async openFiles(files: FileOrigin, purpose: Purpose): Promise<void> {
    await this.loader.load({ kept: keepFiles(files), purpose }, () => this.ports.readFiles(files));
  }

  /** Shows what a memento describes; a custom editor's own files. */
  async restore(value: unknown): Promise<void> {
    const { state } = this.model;
    const bound = state.kind === 'empty' ? state.bound : undefined;
    const memento = readMemento(value);
    if (memento) await this.load(bound ? { ...memento, source: keepFiles(bound) } : memento);
    else if (bound) await this.openFiles(bound, 'inspect');
    else this.panel.postState();
  }

  /** The source has changed: the same choices, the same step where it still exists; what cannot be read leaves the picture. */
  update(source: LensSource): void {
    void this.loader.reload(source);
  }

  /** As `update`, once the text is read; a later change takes the place of this one. */
  async updateText(source: TextSource): Promise<void> {
    await this.loader.reload(() => this.readText(source));
  }

  /** The files have changed: as `update`, once they are read. */
  async reload(): Promise<void> {
    const { files } = this;
    if (files) await this.loader.reload(() => this.ports.readFiles(files));
  }

  /** The text is being edited: until `update` the positions of the numbers are unknown. */
  textChanged(): void {
    this.loader.textChanged();
  }

  /** Sends the state again after a change that is not in the numbers. */
  refresh(): void {
    this.panel.postState();
  }

  /** Gives the keyboard focus to the timeline as soon as there is one and the panel is active. */
  takeFocus(): void {
    this.panel.takeFocus();
  }

  /** The panel became active or inactive. */
  activated(active: boolean): void {
    this.panel.activated(active);
  }

  /** Moves the timeline for a command. */
  navigate(to: Navigation): void {
    this.panel.post({ type: 'navigate', generation: this.panel.generation, to });
  }

  /** Starts or ends presentation mode. */
  present(): void {
    this.panel.post({ type: 'present', generation: this.panel.generation });
  }

  /** Starts a quiz on the layer that is shown, or ends it. */
  quiz(): void {
    this.intents.quiz();
  }

  /** The panel is gone. */
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

  /** Anything that the panel posts. */
  receive(message: unknown): void {
    const checked = readPanelMessage(message);
    if (checked) this.handle(checked);
    else this.ports.log('error', `invalid message from the panel: ${JSON.stringify(message)?.slice(0, 200)}`);
  }

  private handle(message: CheckedMessage): void {
    switch (message.type) {
      case 'ready':
      case 'restore':
        this.panel.connect();
        return this.show(message.type === 'restore' ? message.memento : undefined);
      case 'seek':
        return this.intents.seek(message);
      case 'wantFrames':
        return this.panel.postFrames(message);
      case 'setField':
        setField(this.model, this.loader, message.id, message.value);
        return this.panel.postState();
      case 'setPreferences':
        return this.ports.preferences.write(defined(message.preferences));
      case 'explain':
        return this.intents.explain(message);
      case 'montage':
        return this.intents.montage(message);
      case 'revealSource':
        return this.links.reveal(this.links.rangeOf(message));
      case 'focusElement': {
        const { role, index } = message;
        return this.links.outline(index === undefined ? undefined : { role, index });
      }
      case 'editElement':
        return this.editElement(message, message.text);
      case 'quiz':
        return this.intents.quiz(message.on);
      case 'answer':
        return this.intents.answer(message);
      case 'revealError':
        return this.links.reveal(this.model.problems.notice?.range);
      case 'checkAction':
        return this.actOnCheck(message);
      case 'errorAction':
        return this.actOnError(message.action);
      case 'copyCells':
        return this.intents.copyCells(message);
      case 'copy':
        return this.ports.copy(message.text);
      case 'log':
        return this.ports.log(message.level, message.text);
    }
  }

  /** A page has loaded: it gets the present state; without one, what its memento or its custom editor names. */
  private show(memento: unknown): void {
    const { state } = this.model;
    if (state.kind === 'empty' && (memento !== undefined || state.bound)) void this.restore(memento);
    else this.panel.postState();
  }

  private async load(memento: Memento): Promise<void> {
    const { source: kept, purpose, scene } = memento;
    const read = async (): Promise<LensSource> => {
      const source = await reopenSource(kept, this.ports);
      return source.kind === 'text' ? this.readText(source) : source;
    };
    await this.loader.load({ kept, purpose, ...(scene && { scene }) }, read, memento);
  }

  private async readText(source: TextSource): Promise<TextSource> {
    await this.ports.readText(source);
    return source;
  }

  private actOnCheck({ action, index }: Extract<CheckedMessage, { type: 'checkAction' }>): void {
    const source = sourceOfState(this.model.state);
    if (source?.kind === 'check') actOnFinding(source.findings[index], action, this.ports);
  }

  private editElement(element: Element, text: string): void {
    if (this.links.edit(element, text)) return;
    this.model.problems.failed(new LensError(msg('“{0}” is not a number', text.trim())), true);
    this.panel.postState();
  }

  /** Way out of an error of the files. */
  private actOnError(action: ErrorAction): void {
    const { files, model } = this;
    const { state } = model;
    if (!files) return;
    if (action === 'openWith') {
      if (files.uris[0] !== undefined) this.ports.openFile(files.uris[0]);
    } else if (state.kind === 'failed' && state.restored) void this.load(state.restored);
    else void this.openFiles(files, state.kind === 'empty' ? 'inspect' : state.purpose);
  }
}
