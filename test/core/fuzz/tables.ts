/** Tables of numbers, and what users type into fields. */
import type { Random } from './Random';

/** Bytes of a table: separators, quotes, headers, encodings and lengths of rows that need not fit. */
export function tableBytes(random: Random): Uint8Array {
  const separator = random.pick([',', ';', '\t', ' ', '|', ', ']);
  const cell = () =>
    random.below(30) === 0
      ? random.pick(['"a', '""', 'nan', '1,5', '1e999', '0x10', '', '-', '∞', '=1+1', '1_000', 'é'])
      : String(Math.round(random.next() * 1000) / 8);
  const width = 1 + random.below(8);
  const count = random.below(random.below(40) === 0 ? 3000 : 30);
  const row = () => Array.from({ length: random.below(60) === 0 ? random.below(9) : width }, cell).join(separator);
  const rows = Array.from({ length: count }, row);
  if (random.below(4) === 0) rows.unshift(['a', 'b', '"c"', '#'].slice(0, width).join(separator));
  const text = rows.join(random.pick(['\n', '\n', '\r\n', '\r', '\n\n'])) + random.pick(['', '\n', '\0']);
  if (random.below(10) > 0) return new TextEncoder().encode(text);
  const bytes = new Uint8Array(2 + 2 * text.length);
  new Uint16Array(bytes.buffer).set(
    [0xfeff, ...Array.from(text, (character) => character.charCodeAt(0))].slice(0, text.length + 1),
  );
  return bytes;
}

const parts = [
  ...[
    '1',
    '2',
    '-1',
    '0.5',
    '1e9',
    ',',
    ' ',
    'x',
    '(',
    ')',
    '>',
    '<',
    '=',
    '±',
    'same',
    'valid',
    'nan',
    '..',
    '-',
    ':',
  ],
  ...['9'.repeat(400), '\u2212', '\u00a0', '[', ']', '1/2', '{0}', '…'],
];

/** What might be typed into a field. */
export function typedText(random: Random): string {
  return Array.from({ length: random.below(9) }, () => random.pick(parts)).join('');
}
