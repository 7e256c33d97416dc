/**
 * Readings of equal texts, which status bar, lenses and commands ask for at the same time: one of them runs, and what the last one
 * has read is found again for as long as something refers to it.
 */
import { hasEntries } from '../../../core/hasEntries';
import type { ParseResult } from '../../../core/read/ParseResult';
import type { TextSource } from '../source/LensSource';
import { Cancellation } from './Cancellation';
import { CancelledError, type CancelToken } from './LayerComputer';

interface Reading {
  readonly source: TextSource;
  readonly result: Promise<ParseResult | undefined>;
  /** Ends it; absent where the one who began it can cancel it. */
  readonly stop?: () => void;
}

type Read = (token: CancelToken | undefined) => Promise<ParseResult | undefined>;

export class SharedReadings {
  private readonly running = new Set<Reading>();
  private last: { readonly source: WeakRef<TextSource>; readonly parsed: WeakRef<ParseResult> } | undefined;

  /**
   * What `read` gives, or what a reading of an equal text does. `token` cancels the waiting for another reading, and that reading
   * where its own token cannot.
   */
  async share(source: TextSource, token: CancelToken | undefined, read: Read): Promise<ParseResult | undefined> {
    const found = this.found(source);
    if (found) return found;
    for (let other = this.other(source); other; other = this.other(source)) {
      const parsed = await resultOf(other, token);
      if (parsed) return parsed;
    }
    const stopped = token ? undefined : new Cancellation();
    const result = read(token ?? stopped);
    const reading: Reading = { source, result, ...(stopped && { stop: () => stopped.cancel() }) };
    this.running.add(reading);
    try {
      const parsed = await reading.result;
      if (parsed) this.last = { source: new WeakRef(source), parsed: new WeakRef(parsed) };
      return parsed;
    } finally {
      this.running.delete(reading);
    }
  }

  private found(source: TextSource): ParseResult | undefined {
    const last = this.last?.source.deref();
    return last && readsAs(last, source) ? this.last?.parsed.deref() : undefined;
  }

  private other(source: TextSource): Reading | undefined {
    return [...this.running].find((each) => readsAs(each.source, source));
  }
}

/** Undefined where the reading was cancelled. */
async function resultOf(reading: Reading, token: CancelToken | undefined): Promise<ParseResult | undefined> {
  if (token?.isCancellationRequested) throw new CancelledError();
  let listener: { dispose(): void } | undefined;
  const cancelled = new Promise<never>((_, reject) => {
    listener = token?.onCancellationRequested(() => {
      reading.stop?.();
      reject(new CancelledError());
    });
  });
  const result = reading.result.catch((error: unknown) => {
    if (error instanceof CancelledError) return undefined;
    throw error;
  });
  try {
    return await Promise.race([result, cancelled]);
  } finally {
    listener?.dispose();
  }
}

/** Whether two texts are equal in all that is read. */
function readsAs(one: TextSource, other: TextSource): boolean {
  return one.languageId === other.languageId && parts.every((part) => isEqual(one[part], other[part]));
}

const parts = ['segments', 'surroundings', 'printed'] as const;

function isEqual(one: unknown, other: unknown): boolean {
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((each, k) => isEqual(each, other[k]));
  if (!hasEntries(one) || !hasEntries(other)) return one === other;
  const names = Object.keys(one);
  return names.length === Object.keys(other).length && names.every((name) => isEqual(one[name], other[name]));
}
