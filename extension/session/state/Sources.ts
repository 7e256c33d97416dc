/** The ways to a source: at hand, in files, in a text that is read elsewhere, in a memento. */
import { keepFiles, keepSource, readMemento, type Memento } from '../memento';
import type { SessionPorts } from '../ports';
import { reopenSource } from '../reopenSource';
import type { FileOrigin, LensSource, TextSource } from '../source/LensSource';
import type { Purpose } from '../source/Purpose';
import type { Loader, Read } from './Loader';
import type { SessionModel } from './SessionModel';
import { filesOf } from './SessionState';

type ReadingPorts = Pick<SessionPorts, 'readFiles' | 'readText' | 'openDocument' | 'log'>;

export class Sources {
  constructor(
    private readonly model: SessionModel,
    private readonly loader: Loader,
    private readonly ports: ReadingPorts,
  ) {}

  open(source: LensSource, purpose: Purpose): void {
    void this.loader.load({ kept: keepSource(source), purpose }, { source });
  }

  async openFiles(files: FileOrigin, purpose: Purpose): Promise<void> {
    await this.loader.load({ kept: keepFiles(files), purpose }, () => this.readFiles(files));
  }

  /** Shows what a memento describes; in a custom editor its files. Undefined where there is nothing to show. */
  restore(value: unknown): Promise<void> | undefined {
    const { state } = this.model;
    const bound = state.kind === 'empty' ? state.bound : undefined;
    const memento = readMemento(value);
    if (memento) return this.load(bound ? { ...memento, source: keepFiles(bound) } : memento);
    return bound && this.openFiles(bound, 'inspect');
  }

  update(source: LensSource): void {
    void this.loader.reload({ source });
  }

  async updateText(source: TextSource): Promise<void> {
    await this.loader.reload(async () => {
      await this.ports.readText(source);
      return { source };
    });
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

  private async load(memento: Memento): Promise<void> {
    const { source: kept, purpose, scene } = memento;
    const read = async (): Promise<Read> => {
      const source = await reopenSource(kept, this.ports);
      if (source.kind === 'text') await this.ports.readText(source);
      const result = memento.result && (await reopenSource(memento.result, this.ports));
      return { source, ...(result && { result }) };
    };
    await this.loader.load({ kept, purpose, ...(scene && { scene }) }, read, memento);
  }

  private async readFiles(files: FileOrigin): Promise<Read> {
    return { source: await this.ports.readFiles(files) };
  }
}
