/** Colours and text of SVG pictures. */
import { formatNumber } from '../../array/display';
import { fillTemplate, argumentTexts, type Message } from '../../message';
import type { BoxStyle, Line, Span } from '../../step/Frame';
import { summaryOf } from '../../step/shared/words/spans';

export interface Ink {
  readonly background: string;
  readonly text: string;
  readonly dim: string;
  readonly empty: string;
  readonly hatch: string;
  readonly line: string;
  readonly boxes: Readonly<Record<BoxStyle, string>>;
}

/** Colours as webview/css/theme.css has them for VS Code's default themes. */
export function inkFor(dark: boolean): Ink {
  const warm = dark ? '#ffb454' : '#b85400';
  return {
    background: dark ? '#1f1f1f' : '#ffffff',
    text: dark ? '#cccccc' : '#3b3b3b',
    dim: dark ? '#9d9d9d' : '#6a6a6a',
    empty: dark ? '#262628' : '#f3f3f3',
    hatch: dark ? '#3c3c40' : '#d4d4d4',
    line: '#80808040',
    boxes: { window: warm, result: warm, link: '#4daafc', yours: dark ? '#f85149' : '#c72e2e' },
  };
}

export interface Wording {
  readonly precision: number;
  /** Translates a template; default: English. */
  readonly translate?: (template: string) => string;
}

export function wordsOf({ text, args }: Message, wording: Wording): string {
  const template = wording.translate?.(text) ?? text;
  return fillTemplate(
    template,
    argumentTexts(args, (message) => wordsOf(message, wording)),
  );
}

/** A line as one string. */
export function lineText({ spans }: Line, wording: Wording): string {
  return spans.map((span) => spanText(span, wording)).join('');
}

function spanText(span: Span, wording: Wording): string {
  switch (span.kind) {
    case 'text':
      return span.text;
    case 'message':
      return wordsOf(span.message, wording);
    case 'number':
      return formatNumber(span.value, span.integer ? 0 : wording.precision, span.integer);
    case 'term':
      return lineText(span, wording);
    case 'fold':
      return lineText({ spans: summaryOf(span) }, wording);
  }
}

/** East Asian wide characters (Unicode Standard Annex 11), as far as Chinese, Japanese and Korean texts use them. */
const wide = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60]/;

/** Width of a text in a monospace font, in units of the font size. A wide character counts twice. */
export function textUnits(text: string): number {
  let tenths = 0;
  for (const character of text) tenths += wide.test(character) ? 10 : 6;
  return tenths / 10;
}

/** Cut off with an ellipsis where it is wider than `width`. */
export function fitted(text: string, width: number, fontSize: number): string {
  if (textUnits(text) * fontSize <= width) return text;
  let kept = '';
  for (const character of text) {
    if (textUnits(`${kept}${character}…`) * fontSize > width) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}

/** Words, and Chinese characters, with the white space before them. */
const breakable = /\s*[\p{Script=Han}\u3000-\u303f\uff00-\uffef]|\s*[^\s\p{Script=Han}\u3000-\u303f\uff00-\uffef]+/gu;

/** Punctuation that does not begin a line. */
const closing = /^[，。；：、！？）”]/;

/** Lines of at most `width`, broken between words or Chinese characters. */
export function wrapped(text: string, width: number, fontSize: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.match(breakable) ?? []) {
    if (line !== '' && textUnits(line + word) * fontSize > width && !closing.test(word)) {
      lines.push(line);
      line = word.trimStart();
    } else line += word;
  }
  return line === '' ? lines : [...lines, line.trimStart()];
}
