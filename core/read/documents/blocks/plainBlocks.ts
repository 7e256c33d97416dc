/**
 * Text in which nothing marks the code: prose with unfenced Python and its output, interactive sessions, Python scripts.
 * A statement is code where it parses and does something; what follows code and looks printed is its output.
 */
import { endOfComment } from '../../python/syntax/text/lexemes';
import type { Block } from './Block';
import { assignShown, hasShortPrompts } from '../../python/syntax/text/prompts';
import { kindOfStatement, printedStatement } from '../kindOfStatement';
import { isHeader, logicalLine, withBody, type PythonUnit } from '../pythonUnit';
import { printedStrings } from '../printedStrings';

const PROMPT = /^(?:[ \t]*(?:>>>|\.{3,4})(?: |$)|In \[\d*\]: ?| {2,8}\.\.\.: ?)/;
const SHORT_PROMPT = /^>> /;
const RESULT = /^Out\[\d*\]:/;
const NUMBERS =
  /^[ \t]*(?:[[(]*[ \t]*[-+]?(?:\d|\.\d|nan\b|inf\b)|[[(]*[ \t]*(?:True|False)\b|(?:tensor|array)\(|<tf\.|torch\.Size\()/;
const LABELLED = /^[ \t]*[^=:\n]{1,80}(?:=|:)[ \t]*(?:[-+]?[\d.]|[[(]|tensor\(|array\(|nan\b|-?inf\b|$)/;
/** Above the printed values. */
const TITLE = /^[ \t]*(?:(?:expected|sample|the)[ \t]+)?(?:outputs?|results?|prints)[ \t]*:[ \t]*$/i;
/** An array as NumPy, PyTorch or TensorFlow print it, also with words between it and the code. */
const PRINTED = /^[ \t]*(?:tensor\(\[+[ \t]*-?\d+\.|<tf\.Tensor|\[\[+[ \t]*-?\d[\d.e+-]*[ \t]+-?[\d.])/;
/** A matrix without a name on lines of its own. */
const MATRIX = /^[ \t]*\[[ \t]*\[[-+\d.eE \t,[\]\n]+\]\s*$/;
/** No code begins like this. */
const SHOWN_TENSOR = /^<tf\.(?:Tensor|Variable)\b/;
const TRACEBACK = /^Traceback \(most recent call last\)|^-{20,}$|^\w*(?:Error|Exception|Warning)\b.*:/;

/** Words up to the next prompt: "For example, with a stride of 2:". */
const INTRODUCES = /^[A-Za-z][a-z]+ (?:(?!\n[ \t]*(?:>>> |In \[))[^]){0,300}?:[ \t]*\n[ \t]*(?:>>> |In \[)/;
const REACH = 400;

type Kind = Block['kind'];

/** `before`: the code before this text, whose printed strings identify output. */
export function plainBlocks(text: string, before?: string): Block[] {
  return new Splitter(assignShown(text), before).split();
}

/** The line that `assignShown` makes of a prompt. */
const ASSIGNED = /^[ \t]*\w+ *=(?: |array\(0\)\+)\\$/;

class Splitter {
  private readonly blocks: { kind: Kind; start: number; end: number }[] = [];
  private printed: readonly string[];
  private blank = true;
  private readonly hasPrompts: boolean;
  private readonly prompt: RegExp;

  constructor(
    private readonly text: string,
    before: string | undefined,
  ) {
    this.printed = before === undefined ? [] : printedStrings(before);
    const short = hasShortPrompts(text);
    this.prompt = short ? SHORT_PROMPT : PROMPT;
    this.hasPrompts = short || /^(?:[ \t]*>>> |In \[\d*\]:)/m.test(text);
  }

  split(): Block[] {
    const { text } = this;
    for (let at = 0; at < text.length;) {
      const stop = endOfComment(text, at);
      const line = text.slice(at, stop);
      if (line.trim() === '') {
        this.blank = true;
        at = stop + 1;
      } else at = this.unit(at, line);
    }
    return this.blocks.map(({ kind, start, end }): Block => {
      const range = [start, end] as const;
      return kind === 'prose' ? { kind, range } : { kind, languageId: 'python', range };
    });
  }

  private unit(at: number, line: string): number {
    const { text } = this;
    const lineEnd = Math.min(at + line.length + 1, text.length);
    if (this.hasPrompts && (this.prompt.test(line) || ASSIGNED.test(line))) {
      // Pages that lost the prompts of the lines in brackets.
      const { end } = logicalLine(text, at);
      return this.add('code', at, this.prompt.test(text.slice(lineEnd)) ? lineEnd : Math.max(end, lineEnd));
    }
    if (this.hasPrompts && (RESULT.test(line) || (this.last === 'code' && !this.blank && this.afterPrompt(at, line))))
      return this.add('output', at, this.outputEnd(at, lineEnd));
    if (this.hasPrompts && INTRODUCES.test(text.slice(at, at + REACH))) return this.add('prose', at, lineEnd);
    if (this.last !== 'prose' && this.isOutput(line) && !this.isStatement(at))
      return this.add('output', at, this.outputEnd(at, lineEnd));
    if (this.last === 'code' && TITLE.test(line) && NUMBERS.test(text.slice(lineEnd).trimStart()))
      return this.add('output', at, lineEnd);
    if (this.prints && this.last === 'prose' && PRINTED.test(line) && this.blocks.length > 1)
      return this.add('output', at, this.outputEnd(at, lineEnd));
    // A result that is kept in comments belongs to the code.
    if (this.last === 'code' && /^[ \t]*#+[ \t]*(?:[[(]+[ \t]*)?[-+]?[\d.]/.test(line))
      return this.add('code', at, lineEnd);
    const unit = logicalLine(text, at);
    const whole = withBody(text, unit);
    if (isHeader(text, unit)) return this.add('code', at, whole.end);
    const written = text.slice(unit.start, unit.end);
    const kind = kindOfStatement(written);
    // Not `+ 0 + 12 = 12` of a sum on paper.
    if (kind === 'code' && /[A-Za-z_\u0370-\u03ff]|^\s*[[(]/.test(written)) return this.add('code', at, unit.end);
    if (kind === 'value' && this.valueIsCode(line, unit)) return this.add('code', at, unit.end);
    if (this.last === 'output' && !this.blank) return this.add('output', at, lineEnd);
    return this.add('prose', at, lineEnd);
  }

  private get last(): Kind {
    return this.blocks.at(-1)?.kind ?? 'prose';
  }

  /** Below a prompt with code; the code of a prompt alone on its line is below it. A comment is not printed. */
  private afterPrompt(at: number, line: string): boolean {
    if (/^#[ \t]/.test(line)) return false;
    const previous = this.text.slice(this.text.lastIndexOf('\n', at - 2) + 1, at);
    return this.prompt.test(previous) && previous.replace(this.prompt, '').trim() !== '';
  }

  /** Printed after code: begins with a printed string, or is a value, or continues output. */
  private isOutput(line: string): boolean {
    const trimmed = line.replace(/^(?:\p{Cc}?\[\d+m)?\s*/u, '').trimEnd();
    if (this.printed.some((label) => trimmed.startsWith(label))) return true;
    if (TRACEBACK.test(trimmed) || (this.last === 'code' && SHOWN_TENSOR.test(trimmed))) return true;
    if (this.last === 'output') return NUMBERS.test(line) || LABELLED.test(line);
    return this.printed.length + Number(this.prints) > 0 && NUMBERS.test(line);
  }

  private prints = false;

  /**
   * Whether a line that looks printed is a statement of the program: `x = np.array(…)` below `print("x =", x)`, a literal for a
   * variable of the code above, or, below a blank line, for one that the code below uses.
   */
  private isStatement(at: number): boolean {
    const { text } = this;
    const unit = logicalLine(text, at);
    const found = printedStatement(text.slice(unit.start, unit.end));
    if (!found || found.value === 'printed') return false;
    if (found.value === 'computed') return true;
    const { target } = found;
    const code = this.blocks.filter(({ kind }) => kind === 'code').map(({ start, end }) => text.slice(start, end));
    if (new RegExp(`^[ \\t]*${target}[ \\t]*=[^=]`, 'm').test(code.join('\n'))) return true;
    const next = logicalLine(text, unit.end);
    const used = new RegExp(`\\b${target}\\b`).test(text.slice(next.start, next.end));
    return this.blank && used && this.codeFollows(unit.end);
  }

  /** A value below code is code as the last line of a cell or a comment; a name alone in prose is not. */
  private valueIsCode(line: string, unit: PythonUnit): boolean {
    if (MATRIX.test(this.text.slice(unit.start, unit.end))) return true;
    if (this.last !== 'code') return /^[ \t]*#/.test(line) && this.codeFollows(unit.end);
    return /^[ \t]*#/.test(line) || !this.blank;
  }

  private codeFollows(at: number): boolean {
    const next = logicalLine(this.text, at);
    const source = this.text.slice(next.start, next.end);
    return source.trim() !== '' && (isHeader(this.text, next) || kindOfStatement(source) === 'code');
  }

  /** The end of the array that begins on a line of output. */
  private outputEnd(at: number, lineEnd: number): number {
    const first = this.text.slice(at, lineEnd);
    const opened = (first.match(/\[/g) ?? []).length - (first.match(/\]/g) ?? []).length;
    if (opened <= 0) return lineEnd;
    const { end } = logicalLine(this.text, at);
    const inner = this.text.slice(lineEnd, end);
    return /^[-+\d\s.eE,[\]()a-zA-Z=<>'"_:]*$/.test(inner) ? Math.max(end, lineEnd) : lineEnd;
  }

  private add(kind: Kind, start: number, end: number): number {
    const last = this.blocks.at(-1);
    if (last?.kind === kind) last.end = end;
    else this.blocks.push({ kind, start, end });
    if (kind === 'code') {
      const code = this.text.slice(start, end);
      this.printed = [...new Set([...(last?.kind === 'code' ? this.printed : []), ...printedStrings(code)])];
      this.prints = (last?.kind === 'code' && this.prints) || /\bprint\b/.test(code);
    }
    this.blank = false;
    return end;
  }
}
