/** The layers of the line at the cursor. */
import type { LayerCall, TextRange } from '../../../../core/read/ParseResult';
import { overlap } from '../../source/overlap';

/** Of the layers in the body of a function that the text uses more than once, those of its first use. */
export function ofFirstUse(calls: readonly LayerCall[], line: TextRange): readonly LayerCall[] {
  const [first] = calls;
  if (!first?.statement || overlap(first.statement, line)) return calls;
  return calls.filter(({ statement }) => statement?.[0] === first.statement![0]);
}

/** Calls on a line; else those of the statement that runs their graph there, or whose layer is made there. */
export function callsOnLine(calls: readonly LayerCall[], line: TextRange): LayerCall[] {
  const places: ((call: LayerCall) => readonly (TextRange | undefined)[])[] = [
    ({ range }) => [range],
    ({ callers = [] }) => callers,
    ({ statement }) => [statement],
    ({ made }) => [made],
  ];
  for (const placesOf of places) {
    const isHere = (place: TextRange | undefined): boolean => place !== undefined && overlap(place, line);
    const begins = (place: TextRange | undefined): boolean => place !== undefined && isHere([place[0], place[0] + 1]);
    const found =
      [begins, isHere]
        .map((test) => calls.filter((call) => placesOf(call).some(test)))
        .find(({ length }) => length > 0) ?? [];
    if (found.length > 0) return found;
  }
  return [];
}
