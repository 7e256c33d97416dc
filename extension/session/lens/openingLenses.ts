/** The lenses over layer calls whose command opens a layer: the text is read once for all calls of a cell. */
import { placeOfCall } from '../../../core/read/LayerCall';
import { LensError } from '../../../core/message';
import type { ParseResult, TextRange } from '../../../core/read/ParseResult';
import { createStepper } from '../../../core/step/createStepper';
import { interpretRead } from '../open/interpret';
import { setUpMeaning } from '../open/setUpMeaning';
import { CancelledError } from '../compute/LayerComputer';
import type { TextSource } from '../source/LensSource';
import type { FoundLens } from './findLenses';

/** Reads a source, perhaps on another thread; undefined where it is not read. */
export type ReadLensSource = (source: TextSource) => Promise<ParseResult | undefined>;

/** The source that a piece of the document is for its commands. */
export type SourceOfPiece = (segment: TextRange) => TextSource;

/** Lenses over literals, and over calls that open; lenses of texts that are not read are kept. */
export async function openingLenses(
  lenses: readonly FoundLens[],
  sourceOf: SourceOfPiece,
  read: ReadLensSource,
): Promise<FoundLens[]> {
  const opening = new Set(lenses.filter(({ call }) => !call));
  for (const [source, cell] of sourcesOf(lenses, sourceOf)) {
    try {
      const parsed = await read(source);
      for (const lens of cell) if (!parsed || opens(lens, source, parsed)) opening.add(lens);
    } catch (error) {
      // A text that cannot be read in the time limit opens nothing.
      if (!(error instanceof LensError) || error instanceof CancelledError) throw error;
    }
  }
  return lenses.filter((lens) => opening.has(lens));
}

/** The lenses over calls of each cell, with the source that all of them need. */
function sourcesOf(lenses: readonly FoundLens[], sourceOf: SourceOfPiece): [TextSource, FoundLens[]][] {
  const cells = new Map<number, FoundLens[]>();
  for (const lens of lenses) {
    const [start] = lens.segment;
    if (lens.call) cells.set(start, [...(cells.get(start) ?? []), lens]);
  }
  return [...cells].map(([start, cell]) => {
    return [sourceOf([start, Math.max(...cell.map(({ segment }) => segment[1]))]), cell];
  });
}

/** Whether the command opens a layer for the text up to the lens's call. */
function opens({ segment: [start, end], purpose }: FoundLens, source: TextSource, parsed: ParseResult): boolean {
  const segments = source.segments.map(({ offset, text }) => ({ offset, text: text.slice(0, end - start) }));
  const above = {
    ...parsed,
    calls: parsed.calls.filter((call) => placeOfCall(call)[0] < end),
    errors: parsed.errors.filter(({ range }) => range[0] < end),
  };
  const meaning = interpretRead({ ...source, segments }, above, purpose);
  if (meaning.kind !== 'layer') return false;
  try {
    const { layer, names } = setUpMeaning(meaning, undefined);
    createStepper(layer, names);
    return true;
  } catch (error) {
    if (error instanceof LensError) return false;
    throw error;
  }
}
