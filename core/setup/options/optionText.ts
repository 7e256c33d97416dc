/** Hyperparameters as one types them: `2`, `1, 2`, `same`, `1, 2, 1, 2`. Both directions. */
import { LensError, msg, type FieldId } from '../../message';
import type { Padding, Pair, PaddingMode } from '../../layer/options';
import { tuple4 } from '../../tuples';
import type { LayerOptions, OptionName, Written } from './LayerOptions';

export const PADDING_MODES: readonly PaddingMode[] = ['zeros', 'reflect', 'replicate', 'circular'];
const PADDING_WORDS = ['valid', 'same', 'same_upper', 'same_lower'] as const;

/** `2`, `1, 2`, `1x2`, `(1, 2)`; equal numbers become one. The geometry checks whether they are possible. */
export function readPair(field: FieldId, text: string): Pair {
  const numbers = readNumbers(text);
  if (numbers?.length === 1) return numbers[0]!;
  if (numbers?.length === 2) return numbers[0] === numbers[1] ? numbers[0]! : [numbers[0]!, numbers[1]!];
  throw new LensError(msg('{0} must be one number, or two (rows, columns), not “{1}”', field, text.trim()), field);
}

/** A number, a pair, four sides (top, bottom, left, right), or `valid`, `same`, `same_upper`, `same_lower`. */
export function readPadding(text: string): Padding {
  const word = text.trim().toLowerCase();
  const known = PADDING_WORDS.find((each) => each === word);
  if (known) return known;
  const numbers = readNumbers(text);
  if (numbers?.length === 4) {
    const [top, bottom, left, right] = tuple4(numbers);
    if (top === bottom && left === right) return top === left ? top : [top, left];
    return { top, bottom, left, right };
  }
  if (numbers?.length === 1 || numbers?.length === 2) return readPair('pad', text);
  throw new LensError(
    msg('pad must be a number, two, four (top, bottom, left, right), “same” or “valid”, not “{0}”', text.trim()),
    'pad',
  );
}

export function readOneNumber(field: FieldId, text: string): number {
  const numbers = readNumbers(text);
  if (numbers?.length === 1) return numbers[0]!;
  throw new LensError(msg('{0} must be one number, not “{1}”', field, text.trim()), field);
}

export function readPaddingMode(text: string): PaddingMode {
  const known = PADDING_MODES.find((mode) => mode === text);
  if (known) return known;
  throw new LensError(
    msg('the padding mode must be one of {0}, not “{1}”', PADDING_MODES.join(', '), text),
    'paddingMode',
  );
}

/** What was written as one would type it. */
export function formatWritten(written: Written): string {
  return typeof written === 'object' ? written.join(', ') : String(written);
}

/** The text of an option's value, which `readPair`, `readPadding` and the others read back. */
export function formatOption(value: LayerOptions[OptionName]): string {
  if (typeof value !== 'object') return String(value);
  return 'top' in value ? [value.top, value.bottom, value.left, value.right].join(', ') : value.join(', ');
}

function readNumbers(text: string): number[] | undefined {
  const bare = text.trim().replace(/^[([](.*)[)\]]$/s, '$1');
  const parts = bare.split(/\s*[,;x×\s]\s*/i);
  if (!parts.every((part) => /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(part))) return undefined;
  return parts.map(Number);
}
