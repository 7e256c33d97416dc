/** A new number written as the old one was: `1.` stays a float, `1.5f` keeps its suffix, `NaN` its spelling. */

import type { TextRange } from '../../../core/read/ParseResult';
import type { TextSource } from './LensSource';

/** The text of a range of the document, when it is in the selected text. */
export function textAt(source: TextSource | undefined, [start, end]: TextRange): string | undefined {
  const segment = source?.segments.find(({ offset, text }) => offset <= start && end <= offset + text.length);
  return segment?.text.slice(start - segment.offset, end - segment.offset);
}

/** `written`: the present text; `typed`: what the user typed, a number in JavaScript's sense or nan, inf. */
export function formatLike(written: string, typed: string): string {
  const special = formatSpecial(written, typed);
  if (special !== undefined) return special;
  const suffix = /(?:\d\.?|\.\d+)(f32|f64|[iu](?:8|16|32|64)|[fFdDlLuUmM]+)$/.exec(written)?.[1] ?? '';
  const digits = suffix && !/^[-+]?0x/i.test(written) ? written.slice(0, -suffix.length) : written;
  const isFloat = /[.eE]/.test(digits) && !/^[-+]?0x/i.test(digits);
  const whole = /^[-+]?\d+$/.test(typed);
  const point = isFloat && whole ? (digits.endsWith('.') ? '.' : '.0') : '';
  return typed + point + (digits === written ? '' : suffix);
}

/** A number as the user may type it into a cell; undefined for other text. */
export function readTyped(text: string): string | undefined {
  const typed = text.trim().replace(/^−/, '-').replace(/^\+/, '');
  if (/^-?(nan|inf|infinity|∞)$/i.test(typed)) return typed.toLowerCase().replace(/infinity|∞/, 'inf');
  return typed !== '' && Number.isFinite(Number(typed)) && !/^-?0[xbo]/i.test(typed) ? typed : undefined;
}

function formatSpecial(written: string, typed: string): string | undefined {
  if (!/nan|inf/.test(typed)) return undefined;
  const [, sign = '', name = ''] = /^(-?)(.*)$/.exec(typed)!;
  const prefix = /(?:np|numpy|math|torch)\./.exec(written)?.[0] ?? '';
  if (/NaN|Infinity/.test(written)) return sign + (name === 'nan' ? 'NaN' : 'Infinity');
  return sign + prefix + name;
}
