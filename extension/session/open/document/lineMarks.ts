/** What mail, logs, debuggers and drawn frames put around the lines of a text, as blanks: every character keeps its place. */
import { withFormulas } from './formulas';
import { isText } from './pieces';
import { withRowsOnLines } from './rowsOfText';

/** `> ` of a mail or a quotation. */
const QUOTED = /^(?:>[ \t]?)+/gm;
const HEADERS = /^[ \t]*(?:From|To|Cc|Date|Sent|Subject): [^\n]*/gim;
/** A quoted row of numbers: R prompts with the same mark, but above code. */
const QUOTED_ROW = /^(?:>[ \t]?)+[ \t[|]*-?\d[\d.]*(?:[ \t,;|]+-?\d[\d.]*)+[ \t\],;|]*$/gm;
/** "2024-05-01 12:00:01,120 INFO net.py:12 - ", "[12:00:01] "; the logger's name where a label or a layer follows: "INFO probe: x = ". */
const LOGGED =
  /^(?:(?:DEBUG|INFO|WARNING|ERROR|CRITICAL):[\w.]+:|\[?(?:\d{4}-\d\d-\d\d[T ])?\d\d:\d\d:\d\d(?:[.,]\d+)?Z?\]?(?:[ \t]+\[?(?:TRACE|DEBUG|INFO|WARN(?:ING)?|ERROR)\]?:?)?(?:[ \t]+[\w./]+:\d+)?(?:[ \t]+[-|:](?=[ \t]))?(?:[ \t]+[\w.]+(?:[ \t]+\w+)?:(?=[ \t]+(?:\w+[ \t]*=|[A-Z]\w*\()))?)[ \t]?/gm;
/** What a chat puts before its lines: `[10:02] ann: `, `10:02 <ann> `. */
const CHAT = /^(?:\[\d\d?:\d\d(?: ?[AP]M)?\]|\d\d?:\d\d)[ \t]+(?:<[\w.-]+>|[\w.-]+:)(?=[ \t])/gm;
const LOGGER = new RegExp(String.raw`${LOGGED.source}[ \t]*([\w.]+:)(?=[ \t])`, 'gm');
/** Empty cells at the ends of lines: a page shows code as a table. */
const CELLS = /(?:[ \t]*\|){2}[ \t]*$/gm;
const ROW = /^[ \t]*\|/m;
const FRAMES = /[\u239b-\u23ad\u2500-\u257f]/g;
/** Two frames with cells next to each other. */
const SIDE_BY_SIDE = /[\u252c\u2566][^\n]*[\u2510\u2557][ \t]+[\u250c\u2554]/;
/** What an exam gives for an answer: `[25 marks]`. */
const MARKS = /\[\d{1,3} ?(?:marks?|points?|pts?\.?|Punkte)\]/gi;
const LEAST = 3;
/** Lines of code that are each between backticks, and what is left of a fence around them. */
const MARKED_LINES = /^(?:[ \t]*`+[^`\n]+`+[ \t]*\n){3,}(?:`+[ \t]*$)?/gm;
/** A word processor's quotes around an argument, and a bracket below its call. */
const TYPOGRAPHIC = /(?<=[,(=][ \t]*)[\u2018\u201c](\w+)[\u2019\u201d](?=[ \t]*[,)])/g;
const BELOW = /(\b(?:array|tensor))(\n[ \t]*)\((?=\[)/g;

/** A size of the next column of a page, between two rows of an array: `[[1, 2], pool_size = 2` above `[3, 4]]`. */
const NEXT_COLUMN = /(?<=\[[-\d., \t]+\],)[ \t]+[A-Za-z_]\w*[ \t]*=[ \t]*\d+[ \t]*(?=\n\s*\[[-\d])/g;

/** What a debugger of Python asks and answers: `(Pdb) p x` above the value of x, `> conv.py(14)conv2d()`, `-> return y`. */
const ASKED =
  /^(?:\(Pdb\+*\)|ipdb>)[ \t]+(?:pp?[ \t]+)?([A-Za-z_]\w*(?:[ \t]*,[ \t]*[A-Za-z_]\w*)*)[ \t]*$(?=\n[ \t]*(?:array\(|tensor\(|[-+\d.[(]))/gm;
const DEBUGGER = /^(?:\(Pdb\+*\)|ipdb>)/m;
const STEPS = /^(?:(?:\(Pdb\+*\)|ipdb>)[^\n]*|-> [^\n]*|> [^\n]*\(\d+\)[^\n]*)$/gm;

/** A name on its own line above what is printed: `encoder.query` above `tensor([[1., 2.]])`. */
const NAME_ABOVE = /^([ \t]*(?:\w+\.)*)([A-Za-z_]\w*)\n(?=(?:array|tensor)\(\[)/gm;

/** What is stated of a document above its text: its words are those of the title and the author. */
const FRONT_MATTER = /^---[ \t]*\n[A-Za-z][\w-]*:(?:(?!---).*\n)*---[ \t]*(?=\n)/;

/** Fences of commands, settings and drawings: they hold no arrays. */
const COMMANDS =
  /^```(?:bash|sh|shell|zsh|fish|powershell|ps1|bat|cmd|cmake|ninja|make|makefile|docker|dockerfile|diff|css|sql|xml|mermaid|dot)\b[^\n]*\n[^]*?^```[ \t]*$/gm;

export function withoutLineMarks(text: string, languageId: string | undefined): string {
  if (!isText(languageId) && languageId !== 'log') return text;
  const code = text
    .replace(FRONT_MATTER, (head) => head.replace(/^---|^[\w-]+:|[:"']/gm, blanks))
    .replace(COMMANDS, (fence) => fence.replace(/[^\n]/g, ' '))
    .replace(MARKED_LINES, (lines) => lines.replaceAll('`', ' '))
    .replace(TYPOGRAPHIC, "'$1'")
    .replace(BELOW, '$1($2')
    .replace(NEXT_COLUMN, blanks);
  const lines = (code.match(CELLS)?.length ?? 0) >= LEAST && !ROW.test(code) ? code.replace(CELLS, blanks) : code;
  const unquoted =
    (lines.match(QUOTED_ROW)?.length ?? 0) > 1 ? lines.replace(QUOTED, blanks).replace(HEADERS, blanks) : lines;
  const unlogged =
    (unquoted.match(LOGGED)?.length ?? 0) >= LEAST ? unquoted.replace(loggedIn(unquoted), blanks) : unquoted;
  const unsaid = (unlogged.match(CHAT)?.length ?? 0) >= LEAST ? unlogged.replace(CHAT, blanks) : unlogged;
  const frame = SIDE_BY_SIDE.test(unsaid) ? plainFrame : () => ' ';
  const named = answered(unsaid).replace(NAME_ABOVE, (_, path: string, name: string) => `${blanks(path)}${name}=`);
  return withRowsOnLines(withFormulas(named.replace(FRAMES, frame)).replace(MARKS, blanks));
}

/** What a logger puts before its lines, with its name where it is the same in all of them. */
function loggedIn(text: string): RegExp {
  const loggers = [...text.matchAll(LOGGER)].map(([, name]) => name);
  return loggers.length === text.match(LOGGED)!.length && new Set(loggers).size === 1 ? LOGGER : LOGGED;
}

/** The signs of ASCII for those of a frame. */
function plainFrame(mark: string): string {
  if (/[\u2500\u2501\u2550]/.test(mark)) return '-';
  return /[\u2502\u2503\u2551]/.test(mark) ? '|' : '+';
}

/** The answers of a debugger as assignments. */
function answered(text: string): string {
  if (!DEBUGGER.test(text)) return text;
  return text
    .replace(ASKED, (line, names: string) => `${names} =`.padEnd(line.length - 1) + '\\')
    .replace(STEPS, blanks);
}

function blanks(marks: string): string {
  return ' '.repeat(marks.length);
}
