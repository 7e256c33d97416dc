/** The mistakes that a repair names, one per line. */
import { formatMessage } from '../../message';
import type { Mistake, TextEdit } from '../FunctionCheck';
import type { PythonTree } from '../source/PythonTree';
import { applyEdits } from './applyEdits';
import type { Repair } from './findRepair';

/** One mistake a line, each with its own edit. */
export function mistakesOf(
  { source, tree }: { source: string; tree: PythonTree },
  { candidates, edits }: Repair,
): Mistake[] {
  const repaired = applyEdits(source, edits);
  const lines = new Map<number, Mistake>();
  for (const { id, detail, edits: own } of candidates) {
    for (const edit of own) {
      const line = lineOf(tree, edit);
      if (id === 'reset-in-loop' && edit.text !== 'pass') continue;
      const known = lines.get(line);
      lines.set(line, {
        ...(known ?? { id, line, message: formatMessage(detail), detail, verified: true }),
        ...(repaired === undefined ? {} : { repaired }),
        edit: known?.edit ? joinEdits(source, known.edit, edit) : edit,
      });
    }
  }
  return [...lines.values()].sort((a, b) => a.line! - b.line!);
}

/** Two edits as one that replaces all from the first to the second. */
function joinEdits(source: string, a: TextEdit, b: TextEdit): TextEdit {
  const range: TextEdit['range'] = [Math.min(a.range[0], b.range[0]), Math.max(a.range[1], b.range[1])];
  const moved = [a, b].map((edit): TextEdit => ({
    range: [edit.range[0] - range[0], edit.range[1] - range[0]],
    text: edit.text,
  }));
  return { range, text: applyEdits(source.slice(...range), moved) ?? a.text };
}

/** An insertion at the end of a line is on the line that it follows; one that moves a statement is on the statement. */
function lineOf(tree: PythonTree, { range }: TextEdit): number {
  const text = tree.source.slice(range[0], range[1]);
  const lead = text.length - text.trimStart().length;
  return tree.line(range[0] + (text.trim() === '' ? 0 : lead));
}
