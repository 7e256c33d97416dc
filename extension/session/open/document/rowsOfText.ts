/** Rows of numbers that a text shows without a line of their own, or with a line for every cell: every character keeps its place. */

const NUMBER = String.raw`[-+]?(?:\d+\.?\d*|\.\d+)`;
/** A page's table that was pasted with its cells and its bars on lines of their own: a bar ends a row, and the next begins with one. */
const BARS = new RegExp(String.raw`(?:^[ \t]*(?:\||${NUMBER})[ \t]*(?:\n|$)){7,}`, 'gm');
const BAR_BETWEEN = new RegExp(String.raw`(?<=${NUMBER})([ \t]*\n[ \t]*\|[ \t]*\n)(?=[ \t]*[-+\d.])`, 'g');
const BARS_BETWEEN = /[ \t]*\n[ \t]*\|[ \t]*\n[ \t]*\|[ \t]*\n/g;
const ROW_END = /\|[ \t]*\n[ \t]*\||\d[ \t]*\n[ \t]*[-+\d.]/;
const BAR = /^[ \t]*\|[ \t]*(?:\n|$)/gm;

const NUMBERS = new RegExp(NUMBER, 'g');

/** `1 2 0 / 0 1 3 / 2 0 1`. */
const ROW = String.raw`${NUMBER}(?:[ \t]*,[ \t]*|[ \t]+)${NUMBER}(?:(?:[ \t]*,[ \t]*|[ \t]+)${NUMBER})*`;
const SLASHED = new RegExp(
  String.raw`([^\s:=[({|][ \t]|\[[ \t]*)?(?<![\w./]|\d[ \t,])(${ROW}(?:[ \t]+/[ \t]+${ROW})+)(?![\w/]|\.\d)([ \t](?=[(\p{L}]))?`,
  'gu',
);

/** "first row 7 2 4, second row 1 5 6 and third row 8 0 2". */
const ORDINAL = String.raw`(?:first|second|third|fourth|fifth|sixth|seventh|eighth|last|top|middle|bottom|1st|2nd|3rd|\d{1,2}th)`;
const CELL = String.raw`[-+]?(?:\d+(?:\.\d+)?|\.\d+)`;
const CELLS = String.raw`${CELL}(?:(?:[ \t]*,[ \t]*|[ \t]+)${CELL})+`;
const SAID_ROW = String.raw`(?:${ORDINAL}[ \t]+row|row[ \t]+\d{1,2})(?:[ \t]*[:=]|[ \t]+(?:is|has|contains|of))?[ \t]*\[?${CELLS}\]?`;
const SAID_ROWS = new RegExp(
  String.raw`(?<![\w-])(?:(?:the|its)[ \t]+)?${SAID_ROW}(?:[ \t]*[,;]?[ \t]*(?:(?:and|then)[ \t]+)?(?:(?:the|its)[ \t]+)?${SAID_ROW})+(?:[ \t]*[.,;?](?!\d)|[ \t]|(?=\n|$))`,
  'gi',
);
const BETWEEN_ROWS = new RegExp(
  String.raw`[ \t]*[,;]?[ \t]*(?:(?:and|then)[ \t]+)?(?:(?:the|its)[ \t]+)?(?:${ORDINAL}[ \t]+row|row[ \t]+\d{1,2})(?:[ \t]*[:=]|[ \t]+(?:is|has|contains|of))?[ \t]*\[?`,
  'gi',
);

const FROM_FIRST = /^(?:(?:the|its)[ \t]+)?(?:first|top|1st|row[ \t]+[01]\b)/i;

/** Each row on a line of its own; rows of different lengths, or without the first one, as they are. */
function saidRows(rows: string): string {
  if (!FROM_FIRST.test(rows)) return rows;
  const lines = rows.replace(BETWEEN_ROWS, (words) => `\n${' '.repeat(words.length - 1)}`).replaceAll(']', ' ');
  const counts = lines.match(/[^\n]*\d[^\n]*/g)?.map((line) => line.match(NUMBERS)!.length) ?? [];
  if (counts.some((count) => count !== counts[0])) return rows;
  return /\d$/.test(lines) ? lines : `${lines.slice(0, -1)}\n`;
}

export function withRowsOnLines(written: string): string {
  const text = / row|\brow /i.test(written) ? written.replace(SAID_ROWS, saidRows) : written;
  const barred = text.includes('|') ? text.replace(BARS, withoutBars) : text;
  return barred.includes(' / ') ? barred.replace(SLASHED, onLines) : barred;
}

function withoutBars(table: string): string {
  if (!/\d[ \t]*\n[ \t]*\|[ \t]*\n[ \t]*[-+\d.]/.test(table)) return table;
  // Where nothing ends a row, the cells stay below each other.
  if (!ROW_END.test(table)) return table.replaceAll('|', ' ');
  return table
    .replace(BARS_BETWEEN, (between) => `${' '.repeat(between.length - 1)}\n`)
    .replace(BAR_BETWEEN, blanks)
    .replace(BAR, blanks);
}

/** Rows of one length: each on a line, apart from the words before and behind them; in brackets with the usual mark between them. */
function onLines(all: string, before = '', rows: string, behind = ''): string {
  const counts = rows.split('/').map((row) => row.match(NUMBERS)!.length);
  if (counts.some((count) => count !== counts[0])) return all;
  if (before.startsWith('[')) return `${before}${rows.replaceAll('/', ';')}${behind}`;
  return `${before.slice(0, -1)}${before && '\n'}${rows.replaceAll('/', '\n')}${behind && '\n'}`;
}

function blanks(part: string): string {
  return ' '.repeat(part.length);
}
