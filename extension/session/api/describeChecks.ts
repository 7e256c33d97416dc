/** Checks as English text for a language model or a terminal: the line, the mistake, and the repaired line. */
import type { FunctionCheck, Mistake } from '../../../core/check/FunctionCheck';
import { applyEdits } from '../../../core/check/repair/applyEdits';

export interface CheckedText {
  /** The text that was checked; the edits of the repairs refer to it. */
  readonly source: string;
  /** Names a line: `line 3`; `cell 2, line 3` in a notebook. */
  readonly place: (line: number) => string;
}

/** One paragraph per function. */
export function describeChecks(checks: readonly FunctionCheck[], text: CheckedText): string {
  if (checks.length === 0) return 'No function that implements a convolution or pooling layer was found.';
  return checks.map((check) => describeCheck(check, text)).join('\n\n');
}

function describeCheck(check: FunctionCheck, text: CheckedText): string {
  const {
    name,
    line,
    operation,
    special = operation,
    agrees,
    refused,
    error,
    differing,
    total,
    first,
    shape,
    mistakes,
    unseen,
  } = check;
  const head = `${name} (${text.place(line)}) as ${special}:`;
  const stop = error && `${error.message} (${text.place(error.line)})`;
  if (refused) return `${head} not checked: ${stop ?? 'the interpreter cannot run it'}`;
  const lines = [agrees && mistakes.length === 0 && unseen.length === 0 ? `${head} agrees with the layer.` : head];
  if (stop) lines.push(`It stops with an error: ${stop}`);
  if (shape !== undefined) lines.push(shape);
  if (differing > 0) lines.push(`${differing} of ${total} values ${differing === 1 ? 'differs' : 'differ'}.`);
  if (first)
    lines.push(`First difference: ${first.array}[${first.index.join(', ')}], step ${first.step + 1} of the loop.`);
  for (const mistake of mistakes) lines.push(...describeMistake(mistake, text));
  if (mistakes.some(({ verified }) => verified)) {
    const repairs = mistakes.length === 1 ? 'this repair' : `these ${mistakes.length} repairs`;
    lines.push(`With ${repairs} it agrees on all tested geometries.`);
  }
  for (const { case: geometry, why } of unseen) lines.push(`Differs for ${geometry}: ${why}`);
  return lines.join('\n');
}

function describeMistake({ line, message, edit }: Mistake, { source, place }: CheckedText): string[] {
  const named = line === undefined ? message : `${capitalized(place(line))}: ${message}`;
  if (!edit) return [named];
  const [from, to] = edit.range;
  const start = source.lastIndexOf('\n', from - 1) + 1;
  const end = source.indexOf('\n', to);
  const before = source.slice(start, end < 0 ? undefined : end);
  const after = applyEdits(before, [{ range: [from - start, to - start], text: edit.text }]) ?? before;
  return [named, ...changed('-', before), ...changed('+', after)];
}

function changed(mark: string, text: string): string[] {
  return text.split('\n').flatMap((line) => (line.trim() === '' ? [] : [`  ${mark} ${line.trimEnd()}`]));
}

function capitalized(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
