/** The output of a cell or a script as results: labels with values, and values without labels, in the order of the text. */
import { lineEnd } from '../text/scan/skip';
import { printedLabel } from './printedLabel';
import type { PrintedResult, PrintedValue } from './PrintedResult';
import { printedValue } from './printedValue';

/** Longer labels are prose. */
const MAX_LABEL = 80;
/** Characters of a line in which a label and its value are looked for: it bounds the time for one result. */
const MAX_SEARCH = 1000;
/** Labels in front of a value. */
const MAX_LABELS = 8;
const SPACE = /(?:\s|\p{Cc}\[[\d;]*m|\\033\[[\d;]*m)*/uy;
const BLANKS = /(?:[ \t,;|]|\p{Cc}\[[\d;]*m)*/uy;
/** The start of a list of arrays; such a list has arrays of several shapes where it is not one array. */
const LIST = /[[(]\s*(?=(?:array|tensor|Array)\()/y;
/** Words directly before a number or an array, without a separator. */
const BARE_LABEL = /([A-Za-z_][^\n=:[\](){}\d]{0,80}(?:\[[^\]\n]*\])?)[ \t]+(?=[-+]?\d|\[|nan\b|-?inf\b)/y;

/** Reads printed output. Text that is neither a value nor a label with a value gives no result. Never throws. */
export function readPrinted(text: string): PrintedResult[] {
  const results: PrintedResult[] = [];
  let at = 0;
  while (at < text.length) {
    at = skip(BLANKS, text, at);
    const found = at < text.length && text[at] !== '\n' ? resultAt(text, at) : undefined;
    LIST.lastIndex = at;
    if ((!found || found.value.kind === 'unreadable') && LIST.test(text)) at = LIST.lastIndex;
    else if (found) {
      results.push(found);
      at = Math.max(found.range[1], at + 1);
    } else at = lineEnd(text, at) + 1;
  }
  return results;
}

function resultAt(text: string, at: number): PrintedResult | undefined {
  const value = printedValue(text, at);
  if (value && !/^[ \t]*[:=]/.test(text.slice(value.range[1], value.range[1] + 8)))
    return { value, range: value.range };
  return labelled(text, at) ?? bareLabelled(text, at);
}

/** `label = value`; in `test: label = value` the last label before the value counts. */
function labelled(text: string, at: number): PrintedResult | undefined {
  const stop = searchEnd(text, at);
  let start = at;
  let words: PrintedResult | undefined;
  for (let count = 0; count < MAX_LABELS && start < stop; count++) {
    const mark = separator(text, start, stop);
    if (!mark) break;
    const label = text.slice(start, mark.start);
    const from = skip(SPACE, text, mark.end);
    const sameLine = from < stop;
    const value = label.trim() === '' || label.trim().length > MAX_LABEL ? undefined : printedValue(text, from);
    if (value && (sameLine || isBelow(text, mark.end, from)))
      return { label: printedLabel(label), value, range: [start, value.range[1]] };
    words ??= sameLine ? wordsAfter(text, start, label, from, stop) : undefined;
    start = skip(BLANKS, text, mark.end);
  }
  return words;
}

/** The end of the line, or where the search for a label's value ends. */
function searchEnd(text: string, at: number): number {
  const length = text.slice(at, at + MAX_SEARCH).indexOf('\n');
  return length < 0 ? Math.min(text.length, at + MAX_SEARCH) : at + length;
}

/** The value of a label may begin on the next line, not further below. */
function isBelow(text: string, end: number, from: number): boolean {
  return text.slice(end, from).split('\n').length <= 3;
}

/** `mode = max`: the rest of the line, up to a comma. */
function wordsAfter(text: string, start: number, label: string, from: number, stop: number): PrintedResult | undefined {
  const named = printedLabel(label);
  if (named.name === undefined && label.trim().split(/\s+/).length > 4) return undefined;
  const words = text
    .slice(from, Math.min(stop, from + 2 * MAX_LABEL))
    .replace(/[,;].*$/, '')
    .trimEnd();
  if (words === '' || words.length > MAX_LABEL || /^[[({]/.test(words)) return undefined;
  const value: PrintedValue = { kind: 'text', text: words, range: [from, from + words.length] };
  return { label: named, value, range: [start, from + words.length] };
}

/** `W mean 0.5`: only where the value ends the line or another such label follows. */
function bareLabelled(text: string, at: number): PrintedResult | undefined {
  BARE_LABEL.lastIndex = at;
  const match = BARE_LABEL.exec(text);
  if (!match || match[1]!.length > MAX_LABEL) return undefined;
  const value = printedValue(text, BARE_LABEL.lastIndex);
  if (!value || !('array' in value) || (value.kind === 'number' && value.dtype !== 'float64')) return undefined;
  const behind = skip(BLANKS, text, value.range[1]);
  if (behind < text.length && text[behind] !== '\n' && !bareFollows(text, behind)) return undefined;
  return { label: printedLabel(match[1]!), value, range: [at, value.range[1]] };
}

function bareFollows(text: string, at: number): boolean {
  BARE_LABEL.lastIndex = at;
  return BARE_LABEL.test(text);
}

/** The first `=`, `:` or arrow outside of brackets. A colon counts before white space or a bracket only. */
function separator(text: string, from: number, stop: number): { start: number; end: number } | undefined {
  let depth = 0;
  for (let at = from; at < stop; at++) {
    const c = text[at]!;
    if (c === '[' || c === '(' || c === '{') depth++;
    else if (c === ']' || c === ')' || c === '}') depth--;
    else if (depth <= 0) {
      const mark = /(?:==?|[:：](?=\s|\[|\(|$)|->|→|＝)/y;
      mark.lastIndex = at;
      if (mark.test(text) && !/[<>!]/.test(c === '=' ? (text[at - 1] ?? '') : ''))
        return { start: at, end: mark.lastIndex };
    }
  }
  return undefined;
}

function skip(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}
