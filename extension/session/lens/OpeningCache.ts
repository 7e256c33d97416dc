/** Which lenses of a document open, until its text or the text above it changes. One document is read at a time. */
import type { ParseResult } from '../../../core/read/ParseResult';
import { Cancellation } from '../compute/Cancellation';
import { CancelledError, type CancelToken } from '../compute/LayerComputer';
import type { TextSource } from '../source/LensSource';
import type { FoundLens } from './findLenses';
import { openingLenses, type SourceOfPiece } from './openingLenses';

export interface OpeningRequest {
  /** Changes with every text that the readings depend on. */
  readonly state: string;
  readonly lenses: readonly FoundLens[];
  readonly sourceOf: SourceOfPiece;
}

/** Rejects with a CancelledError as soon as the token asks for it; undefined where the host cannot read the source. */
type Read = (source: TextSource, token: CancelToken) => Promise<ParseResult | undefined>;

interface Known {
  readonly state: string;
  /** Lenses that were read in this state. */
  readonly read: Set<FoundLens>;
  readonly cancellation: Cancellation;
}

export class OpeningCache<Document extends object> {
  private readonly known = new WeakMap<Document, Known>();
  private readonly opening = new WeakSet<FoundLens>();
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly read: Read) {}

  /** The lenses over literals, and those over calls that opened when they were read last. */
  ready(lenses: readonly FoundLens[]): FoundLens[] {
    return lenses.filter((lens) => !lens.call || this.opening.has(lens));
  }

  /** Reads what is not known in this state. Cancels the reading of an earlier state; then its promise resolves too. */
  async update(document: Document, { state, lenses, sourceOf }: OpeningRequest): Promise<void> {
    const { read, cancellation } = this.stateOf(document, state);
    const work = this.last.then(async () => {
      const asked = lenses.filter((lens) => lens.call && !read.has(lens));
      if (asked.length === 0 || cancellation.isCancellationRequested) return;
      const opening = await openingLenses(asked, sourceOf, (source) => this.read(source, cancellation));
      for (const lens of asked) {
        read.add(lens);
        if (opening.includes(lens)) this.opening.add(lens);
        else this.opening.delete(lens);
      }
    });
    this.last = work.catch(() => undefined);
    try {
      await work;
    } catch (error) {
      if (!(error instanceof CancelledError)) throw error;
    }
  }

  private stateOf(document: Document, state: string): Known {
    const known = this.known.get(document);
    if (known?.state === state) return known;
    known?.cancellation.cancel();
    const next: Known = { state, read: new Set(), cancellation: new Cancellation() };
    this.known.set(document, next);
    return next;
  }
}
