/** The mistakes that a repair names: of one kind, one per line. */
import { formatMessage } from '../../message';
import type { Mistake, TextEdit } from '../FunctionCheck';
import type { PythonTree } from '../source/PythonTree';
import { applyEdits } from './applyEdits';
import type { Candidate } from './Candidate';
import type { Repair } from './searchEdits';

/** Each with its own edit. */
export function mistakesOf(
  { source, tree }: { source: string; tree: PythonTree },
  { candidates, edits }: Repair,
): Mistake[] {
  const repaired = applyEdits(source, edits);
  const places = new Map<
    string,
    { readonly line: number; readonly candidate: Candidate; readonly edits: TextEdit[] }
  >();
  for (const candidate of candidates) {
    for (const [k, edit] of candidate.edits.entries()) {
      const line = lineOf(tree, candidate.isOne && k > 0 ? candidate.edits[0]! : edit);
      const place = `${line} ${candidate.id}`;
      const known = places.get(place);
      if (known) known.edits.push(edit);
      else places.set(place, { line, candidate, edits: [edit] });
    }
  }
  const mistakes = [...places.values()].map(({ line, candidate: { id, detail }, edits: own }): Mistake => ({
    id,
    line,
    message: formatMessage(detail),
    detail,
    verified: true,
    ...(repaired === undefined ? {} : { repaired }),
    edit: joinEdits(source, own),
  }));
  return mistakes.sort((a, b) => a.line! - b.line!);
}

/** Edits as one that replaces all from the first to the last. */
function joinEdits(source: string, edits: readonly TextEdit[]): TextEdit {
  const from = Math.min(...edits.map(({ range }) => range[0]));
  const to = Math.max(...edits.map(({ range }) => range[1]));
  const moved = edits.map(({ range, text }): TextEdit => ({ range: [range[0] - from, range[1] - from], text }));
  return { range: [from, to], text: applyEdits(source.slice(from, to), moved) ?? edits[0]!.text };
}

/** An insertion at the end of a line is on the line that it follows; one that moves a statement is on the statement. */
function lineOf(tree: PythonTree, { range }: TextEdit): number {
  const text = tree.source.slice(range[0], range[1]);
  const lead = text.length - text.trimStart().length;
  return tree.line(range[0] + (text.trim() === '' ? 0 : lead));
}
