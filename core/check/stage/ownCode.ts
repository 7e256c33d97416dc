/** The user's function as a listing, with the line of a step and the values of its variables. */
import { msg } from '../../message';
import { integer, number, say, text } from '../../step/shared/words/spans';
import type { CodeState, Span } from '../../step/Frame';
import type { CodeListing } from '../../step/Stepper';
import type { TracedRun, TracedStep } from '../trace/TracedRun';

export function ownListing(run: TracedRun): CodeListing {
  const { lines, documentLines } = linesOf(run);
  const text = lines.join('\n');
  return { id: 'yours', title: msg('Your code'), language: 'python', text, lineNumbers: documentLines };
}

/** The row of a line of the source in the listing, from 0; undefined where it is in none of its functions. */
export function rowOfLine(run: TracedRun, line: number): number | undefined {
  const row = linesOf(run).sourceLines.indexOf(line);
  return row < 0 ? undefined : row;
}

/** The function's lines with those of its helpers before and after it, an empty line between two functions. `start`: of the function. */
function linesOf({ code, helpers = [] }: TracedRun): {
  readonly lines: readonly string[];
  /** 1-based numbers in the source and in its documents; 0 for a line that is in neither. */
  readonly sourceLines: readonly number[];
  readonly documentLines: readonly number[];
  readonly start: number;
} {
  const parts = [...helpers, code].sort((first, second) => first.line - second.line);
  const lines: string[] = [];
  const sourceLines: number[] = [];
  const documentLines: number[] = [];
  let start = 0;
  for (const part of parts) {
    if (lines.length > 0) {
      lines.push('');
      sourceLines.push(0);
      documentLines.push(0);
    }
    if (part === code) start = lines.length;
    dedented(part.text.trimEnd())
      .split('\n')
      .forEach((line, index) => {
        lines.push(line);
        sourceLines.push(part.line + index);
        documentLines.push((part.documentLine ?? part.line) + index);
      });
  }
  return { lines, sourceLines, documentLines, start };
}

/** What the line of the step computed, and the layer's value where that differs. */
interface StepResult {
  readonly own?: number | undefined;
  readonly layer?: number | undefined;
}

/** `repaired`: the variables of the repaired code at the same step. */
export function ownCodeState(
  run: TracedRun,
  step: TracedStep | undefined,
  repaired: TracedStep['variables'] = {},
  { own, layer }: StepResult = {},
): CodeState {
  if (!step) return { listing: 'yours', line: -1, variables: [] };
  const { lines, sourceLines, start } = linesOf(run);
  const current = sourceLines.indexOf(step.line);
  const shown = new Map<number, Span[]>();
  for (const [name, value] of Object.entries(step.variables)) {
    const line = lastAssignment(lines, name, start, current);
    if (line === undefined) continue;
    const separator = shown.has(line) ? [text('  ', 'dim')] : [];
    shown.set(line, [
      ...(shown.get(line) ?? []),
      ...separator,
      ...(bindsAlone(lines[line]!, name) ? [] : [text(`${name} = `, 'dim')]),
      numberOf(value),
      ...layersValue(repaired[name] === value ? undefined : repaired[name]),
    ]);
  }
  if (own !== undefined && !shown.has(current)) shown.set(current, [number(own, 'result'), ...layersValue(layer)]);
  return { listing: 'yours', line: current, variables: [...shown].map(([line, spans]) => ({ line, spans })) };
}

function numberOf(value: number): Span {
  return Number.isInteger(value) ? integer(value) : number(value);
}

/** `≠ layer 2`. */
function layersValue(value: number | undefined): Span[] {
  return value === undefined ? [] : [text(' ≠ ', 'dim'), say(msg('layer')), text(' '), numberOf(value)];
}

/** Whether the line tells what its value belongs to: `name = …`. */
function bindsAlone(line: string, name: string): boolean {
  return new RegExp(`^\\s*${name}\\s*=(?!=)`).test(line);
}

/** The line after `start`, at or before `current`, that binds a name; parameters and names bound elsewhere have none. */
function lastAssignment(lines: readonly string[], name: string, start: number, current: number): number | undefined {
  const binds = new RegExp(
    `^\\s*(?:for\\s+\\(?[\\w\\s,]*\\b${name}\\b[\\w\\s,]*\\)?\\s+in\\b|\\(?[\\w\\s,]*\\b${name}\\b[\\w\\s,]*\\)?\\s*=(?!=))`,
  );
  for (let line = Math.min(current, lines.length - 1); line > start; line--) if (binds.test(lines[line]!)) return line;
  return undefined;
}

/** Lines after the first lose the indentation that they have in common with it, as in a method of a class. */
function dedented(code: string): string {
  const [first = '', ...rest] = code.split('\n');
  const indents = rest.filter((line) => line.trim() !== '').map((line) => line.length - line.trimStart().length);
  const extra = Math.max(0, Math.min(...indents, 100) - 4);
  return [first, ...rest.map((line) => line.slice(Math.min(extra, line.length - line.trimStart().length)))].join('\n');
}
