/** Caches the lenses that were found in a document until it changes. */
import type { TextRange } from '../../../core/read/ParseResult';
import { findLenses, type FoundLens } from './findLenses';

export interface LensText {
  readonly version: number;
  readonly languageId: string;
  getText(): string;
}

interface Known {
  readonly version: number;
  read: TextRange[];
  lenses: FoundLens[];
}

export class LensCache<Document extends LensText & object> {
  private readonly known = new WeakMap<Document, Known>();

  /** Whether these parts of the current document have been searched. */
  covers(document: Document, parts: readonly TextRange[]): boolean {
    const known = this.known.get(document);
    return known?.version === document.version && parts.every((part) => isCovered(part, known.read));
  }

  /** All lenses found in the current document; searches only `parts` that were not searched before. */
  lensesOf(document: Document, parts: readonly TextRange[]): readonly FoundLens[] {
    const last = this.known.get(document);
    const known: Known =
      last?.version === document.version ? last : { version: document.version, read: [], lenses: [] };
    this.known.set(document, known);
    for (const part of parts) {
      if (isCovered(part, known.read)) continue;
      const [from, to] = part;
      const { lenses, read } = findLenses(document.getText(), { languageId: document.languageId, from, to });
      known.read = merged([...known.read, read]);
      known.lenses = [...known.lenses, ...lenses.filter((lens) => !known.lenses.some((other) => isSame(lens, other)))];
    }
    return known.lenses;
  }
}

function isCovered([start, end]: TextRange, read: readonly TextRange[]): boolean {
  return read.some(([from, to]) => from <= start && end <= to);
}

function isSame(a: FoundLens, b: FoundLens): boolean {
  return a.offset === b.offset && a.purpose === b.purpose && a.title.text === b.title.text;
}

/** Sorted, and joined where they touch. */
function merged(ranges: readonly TextRange[]): TextRange[] {
  const joined: TextRange[] = [];
  for (const [start, end] of [...ranges].sort((a, b) => a[0] - b[0])) {
    const last = joined.at(-1);
    if (last && start <= last[1]) joined[joined.length - 1] = [last[0], Math.max(last[1], end)];
    else joined.push([start, end]);
  }
  return joined;
}
