/** The user's function as a listing, with the line of a step and the values of its variables. */
import { msg } from '../../message';
import { integer, number, text } from '../../step/shared/words/spans';
import type { CodeState, Span } from '../../step/Frame';
import type { CodeListing } from '../../step/Stepper';
import type { TracedRun, TracedStep } from '../trace/TracedRun';

export function ownListing({ code }: TracedRun): CodeListing {
  return { id: 'yours', title: msg('Your code'), language: 'python', text: dedented(code.text), firstLine: code.line };
}

/** `result`: what the line computed. */
export function ownCodeState({ code }: TracedRun, step: TracedStep | undefined, result?: number): CodeState {
  if (!step) return { listing: 'yours', line: -1, variables: [] };
  const lines = code.text.split('\n');
  const current = step.line - code.line;
  const shown = new Map<number, Span[]>();
  for (const [name, value] of Object.entries(step.variables)) {
    const line = lastAssignment(lines, name, current);
    if (line === undefined) continue;
    const separator = shown.has(line) ? [text('  ', 'dim')] : [];
    shown.set(line, [
      ...(shown.get(line) ?? []),
      ...separator,
      text(`${name} = `, 'dim'),
      Number.isInteger(value) ? integer(value) : number(value),
    ]);
  }
  if (result !== undefined && !shown.has(current)) shown.set(current, [number(result, 'result')]);
  return { listing: 'yours', line: current, variables: [...shown].map(([line, spans]) => ({ line, spans })) };
}

/** The line, at or before `current`, that binds a name; parameters and names bound elsewhere have none. */
function lastAssignment(lines: readonly string[], name: string, current: number): number | undefined {
  const binds = new RegExp(
    `^\\s*(?:for\\s+\\(?[\\w\\s,]*\\b${name}\\b[\\w\\s,]*\\)?\\s+in\\b|\\(?[\\w\\s,]*\\b${name}\\b[\\w\\s,]*\\)?\\s*=(?!=))`,
  );
  for (let line = Math.min(current, lines.length - 1); line > 0; line--) if (binds.test(lines[line]!)) return line;
  return undefined;
}

/** Lines after the first lose the indentation that they have in common with it, as in a method of a class. */
function dedented(code: string): string {
  const [first = '', ...rest] = code.split('\n');
  const indents = rest.filter((line) => line.trim() !== '').map((line) => line.length - line.trimStart().length);
  const extra = Math.max(0, Math.min(...indents, 100) - 4);
  return [first, ...rest.map((line) => line.slice(Math.min(extra, line.length - line.trimStart().length)))].join('\n');
}
