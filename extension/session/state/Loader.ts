/**
 * The one way to show a source. Of two loads at once the later one is shown; a load that fails leaves the last good picture, with
 * the reason.
 */
import type { Memento } from '../memento';
import type { ResultTools } from '../picture/LayerOutput';
import { openLayer, timelinePlace } from '../picture/LayerPicture';
import { restoredPlace } from '../restoredPlace';
import type { LensSource } from '../source/LensSource';
import { readFully } from '../source/readSource';
import { buildPicture, completePicture, type BuildRequest } from './buildPicture';
import type { OutputWork } from './OutputWork';
import type { SessionModel } from './SessionModel';
import { drawnOf, failed, loading, showing, unlinked, type Loading, type Subject } from './SessionState';

/** A source that was read. */
export interface Read {
  readonly source: LensSource;
  /** The user's results that its layer is to be compared with; absent: those of the present layer. */
  readonly result?: LensSource;
}

/** A source that is read, or the function that reads it. */
export type Input = Read | (() => Promise<Read>);

export class Loader {
  /** Number of loads that were started. */
  private started = 0;
  /** Number of edits of the text. */
  private edits = 0;

  constructor(
    private readonly model: SessionModel,
    private readonly work: OutputWork,
    private readonly changed: () => void,
  ) {}

  /** Progress of what is loaded: 0 … 1, −1 while a source is read; undefined when nothing is. */
  get progress(): number | undefined {
    const { state } = this.model;
    return state.kind === 'loading' && !state.source ? -1 : this.work.share;
  }

  /** Ends what is read and computed: the panel is gone. */
  close(): void {
    this.started++;
    this.work.cancel();
  }

  /** The text was edited: what is being read has other positions. */
  textChanged(): void {
    this.edits++;
    this.model.state = unlinked(this.model.state);
  }

  /**
   * Shows a subject from its first step, or as `restored` describes it. Where a source that is
   * opened has no picture, what was shown before returns; not in place of one that is restored.
   */
  async load(subject: Subject, input: Input, restored?: Memento): Promise<void> {
    const { state } = this.model;
    const fallback = restored ? undefined : (drawnOf(state) ?? (state.kind === 'loading' ? state.fallback : undefined));
    this.work.cancel();
    this.model.problems.solved();
    this.model.state = {
      kind: 'loading',
      ...subject,
      ...(restored && { restored }),
      ...(fallback && { fallback }),
    };
    if (typeof input === 'function') this.changed();
    await this.read(input);
  }

  /**
   * The source has changed: the same choices, the same step where it still exists. The picture stays until the new one is
   * there. An empty panel stays empty.
   */
  async reload(input: Input): Promise<void> {
    if (this.model.state.kind !== 'empty') await this.read(input);
  }

  /** Changes the layer by the value of a field. */
  choose(id: string, value: string): void {
    const { problems, state } = this.model;
    problems.type(id, value);
    // The picture is of an earlier text: with this value the present text may have one.
    if ((state.kind === 'loading' || state.kind === 'failed') && state.source) {
      this.make({ source: state.source }, state.outdated ?? false);
    }
    if (this.model.state.kind !== 'loading' && problems.isTyped(id)) this.changeLayer();
  }

  /** The source of the present subject; of two readings the one that was started later is taken. */
  private async read(input: Input): Promise<void> {
    const number = ++this.started;
    if (typeof input !== 'function') {
      this.make(input, false);
      return this.changed();
    }
    const { edits } = this;
    try {
      const read = await input();
      if (number !== this.started) return;
      this.make(read, edits !== this.edits);
    } catch (error) {
      if (number !== this.started) return;
      this.work.cancel();
      this.fail(error);
    }
    this.changed();
  }

  /** Makes the picture of a source that was read. */
  private make({ source, result }: Read, outdated: boolean): void {
    const { state } = this.model;
    if (state.kind === 'empty') return;
    this.model.state = { ...loading(state, source, outdated), ...(result && { result }) };
    this.work.run(
      (tools) => this.build(tools),
      (error) => this.fail(error),
    );
  }

  private build(tools: ResultTools): void {
    const { state, problems } = this.model;
    if (state.kind !== 'loading' || !state.source) return;
    const { source } = state;
    const { picture, errors, notice } = buildPicture(this.requestOf(state, source), tools);
    this.model.state = showing(state, source, picture);
    problems.solved(errors);
    if (notice) problems.failed(notice, true);
  }

  /** Throws the first error of a text that has more of them than the picture before. */
  private requestOf({ purpose, restored, stale, result, scene }: Loading, source: LensSource): BuildRequest {
    const { problems } = this.model;
    const subject = { source, purpose, ...(result && { result }), ...(scene && { scene }) };
    if (stale) {
      const { picture } = stale;
      readFully(source, picture.parsed.errors.length);
      const choices = problems.over(picture.choices);
      return {
        ...subject,
        choices,
        ...(picture.kind === 'layer' && { place: timelinePlace(picture), before: picture }),
      };
    }
    if (restored) return { ...subject, choices: restored.choices, place: restoredPlace(restored) };
    return { ...subject, choices: {} };
  }

  /** The layer that is drawn, with what was typed into its fields. */
  private changeLayer(): void {
    const { problems } = this.model;
    this.work.run(
      (tools) => {
        const { state, layer } = this.model;
        if (!layer) return;
        const choices = problems.over(layer.choices);
        const opened = openLayer({ ...layer, choices }, timelinePlace(layer), tools);
        const { source, result, scene } = drawnOf(state)!;
        this.model.show(
          completePicture(opened, { source, before: layer, ...(result && { result }), ...(scene && { scene }) }, tools),
        );
        problems.solved();
        if (state.kind === 'failed') problems.failed(state.error, true);
      },
      (error) => problems.failed(error, true),
    );
  }

  private fail(error: unknown): void {
    this.model.state = failed(this.model.state, error);
    this.model.problems.failed(error, this.model.picture !== undefined);
  }
}
