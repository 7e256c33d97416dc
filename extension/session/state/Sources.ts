/** Loading of sources: given, from files, from a text that is read on a worker, from a memento. */
import { withAnswersOf } from '../lesson/LessonRun';
import { keepFiles, keepSource, readMemento, type Memento } from '../memento';
import type { SessionPorts } from '../ports';
import { reopenSource } from '../reopenSource';
import type { SceneDocument } from '../document/SceneDocument';
import type { FileOrigin, LensSource, TextSource } from '../source/LensSource';
import type { Purpose } from '../source/Purpose';
import type { Loader, Read } from './Loader';
import { mementoOf } from './mementoOf';
import type { SessionModel } from './SessionModel';
import { readEdited } from '../source/readEdited';
import { filesOf, sourceOfState } from './SessionState';

type ReadingPorts = Pick<SessionPorts, 'readFiles' | 'readText' | 'openDocument' | 'openPart' | 'reopenCheck' | 'log'>;

export class Sources {
  /** Number of parts of lessons and of documents that were asked for: of two the later one is shown. */
  private asked = 0;

  constructor(
    private readonly model: SessionModel,
    private readonly loader: Loader,
    private readonly ports: ReadingPorts,
    private readonly changed: () => void,
  ) {}

  open(source: LensSource, purpose: Purpose): void {
    void this.loader.load({ kept: keepSource(source), purpose }, { source });
  }

  async openFiles(files: FileOrigin, purpose: Purpose): Promise<void> {
    await this.loader.load({ kept: keepFiles(files), purpose }, () => this.readFiles(files));
  }

  /** Shows what a memento describes; in a custom editor its document. Undefined where there is nothing to show. */
  restore(value: unknown): Promise<void> | undefined {
    const { state, document } = this.model;
    if (document) return this.readDocument(document, readMemento(value));
    const bound = state.kind === 'empty' ? state.bound : undefined;
    const memento = readMemento(value);
    if (memento) return this.load(bound ? { ...memento, source: keepFiles(bound) } : memento);
    return bound && this.openFiles(bound, 'inspect');
  }

  update(source: LensSource): void {
    void this.loader.reload({ source });
  }

  async updateText(source: TextSource): Promise<void> {
    readEdited(sourceOfState(this.model.state), source);
    await this.loader.reload(async () => {
      await this.ports.readText(source);
      return { source };
    });
  }

  /** The document of the custom editor has changed. What cannot be read leaves the picture, with the reason. */
  async documentChanged(): Promise<void> {
    const { document, state } = this.model;
    if (document) await this.readDocument(document, mementoOf(state));
  }

  /** The files have changed. */
  async reload(): Promise<void> {
    const files = filesOf(this.model.state);
    if (files) await this.loader.reload(() => this.readFiles(files));
  }

  /** Reads files again that could not be read. */
  async retry(): Promise<void> {
    const { state } = this.model;
    const files = filesOf(state);
    if (state.kind === 'failed' && state.restored) await this.load(state.restored);
    else if (files) await this.openFiles(files, state.kind === 'empty' ? 'inspect' : state.purpose);
  }

  /** Opens another part of the lesson. When it cannot be read, the present one stays, with the reason. */
  async openPart(part: number): Promise<void> {
    const { state } = this.model;
    if (state.kind === 'empty' || !state.lesson) return;
    const { lesson, scene } = state;
    await this.loadLast(
      () => this.ports.openPart(lesson.uri, part, scene ? withAnswersOf(lesson, scene) : lesson),
      () => this.lessonUri === lesson.uri,
    );
  }

  private async readDocument(document: SceneDocument, present: Memento | undefined): Promise<void> {
    await this.loadLast(
      () => document.read(present),
      () => true,
    );
  }

  /** Loads what `read` gives unless something else was asked for meanwhile. When it cannot be read, what is shown stays. */
  private async loadLast(read: () => Promise<Memento>, wanted: () => boolean): Promise<void> {
    const number = ++this.asked;
    const isCurrent = () => number === this.asked && wanted();
    try {
      const memento = await read();
      if (isCurrent()) await this.load(memento);
    } catch (error) {
      if (!isCurrent()) return;
      this.model.problems.failed(error, this.model.picture !== undefined);
      this.changed();
    }
  }

  private get lessonUri(): string | undefined {
    const { state } = this.model;
    return state.kind === 'empty' ? undefined : state.lesson?.uri;
  }

  private async load(memento: Memento): Promise<void> {
    const { source: kept, purpose, scene, lesson } = memento;
    const read = async (): Promise<Read> => {
      const source = await reopenSource(kept, this.ports);
      if (source.kind === 'text') await this.ports.readText(source);
      const result = memento.result && (await reopenSource(memento.result, this.ports));
      return { source, ...(result && { result }) };
    };
    await this.loader.load({ kept, purpose, ...(scene && { scene }), ...(lesson && { lesson }) }, read, memento);
  }

  private async readFiles(files: FileOrigin): Promise<Read> {
    return { source: await this.ports.readFiles(files) };
  }
}
