/** Sessions of the consoles of Octave, MATLAB, Julia, R and Mathematica: lines behind prompts are code, the lines between them output. */
import type { Block } from './Block';

interface Console {
  readonly languageId: string;
  readonly prompt: RegExp;
  /** The prompt of a further line of a statement. */
  readonly more?: RegExp;
  /** What code behind the prompt shows, where the prompt alone does not name the language. */
  readonly shows?: RegExp;
  /** A name behind the prompt shows the value, which is code too, below `name =`; below a type it is made the rows of a literal. */
  readonly displays?: 'named' | 'typed';
  /** A line of a value, where it is not a row of numbers. */
  readonly row?: RegExp;
}

const ASKED = /^[ \t]*([A-Za-z]\w*)[ \t,]*$/;
/** A line of a value. */
const SHOWN = /^\s*(?:[A-Za-z]\w*(?:\([:, \d]+\))?[ \t]*=)?[-+\d.eEni*\s]*$|^\s*Columns? \d/;
/** `2×2 Matrix{Int64}:` of numbers. */
const TYPE = /^ {0,8}\d+(?:×\d+ |-element )\w+\{(?:Int|UInt|Float)\d+(?:, [12])?\}:$/;
/** A call without arguments has its value from elsewhere. */
const ASSIGNED = /^[ \t]*([A-Za-z]\w*)[ \t]*(?:=|<-)(?![ \t]*[\w.:]+\(\)[ \t]*$)/;

const CONSOLES: readonly Console[] = [
  { languageId: 'julia', prompt: /^ {0,8}julia> /, displays: 'typed' },
  { languageId: 'octave', prompt: /^ {0,8}octave(?::\d+)?> ?/, more: /^ {0,8}> /, displays: 'named' },
  {
    languageId: 'matlab',
    displays: 'named',
    // FreeMat's prompt is an arrow.
    prompt: /^ {0,8}(?:>>|-->) ?/,
    shows: /\[[^\]\n]*(?:;|\d[ \t]+[-\d])[^\]\n]*\]|\b(?:conv2|filter2|imfilter|dlconv|dlarray|magic|padarray)\(/,
  },
  { languageId: 'wolfram', prompt: /^ {0,8}In\[\d+\]:=/ },
  {
    languageId: 'r',
    prompt: /^(?: {4,8})?> /,
    more: /^(?: {4,8})?\+ /,
    displays: 'named',
    row: /^\s*(?:, , [\d, ]+|(?:\[\d*,\d*\][ \t]*)+[-+\d.eE \t]*)?$/,
    shows: /<-|\blibrary\(|\b(?:nnf?_\w+|torch_\w+|matrix|array)\(/,
  },
];
/** Lines of Python sessions, whose prompts may be the same. */
const PYTHON = /\bimport \w|\b(?:np|torch|tf)\.\w|\bprint\(|\bdef \w+\(|^\s*(?:from|with)\s/;

/** Undefined for other texts. The output is blank in the code, but for values that a name behind the prompt asks for. */
export function consoleBlocks(text: string, languageId?: string): Block[] | undefined {
  const lines = text.split('\n');
  const console = CONSOLES.find(
    (each) =>
      isSession(lines, each) &&
      (languageId === 'mathematica' ? 'wolfram' : (languageId ?? each.languageId)) === each.languageId,
  );
  if (!console) return undefined;
  let depth = 0;
  let first: number | undefined;
  let offset = 0;
  let isAsked = false;
  const assigned = new Set<string | undefined>();
  const code = lines.map((line, index) => {
    const start = offset;
    offset += line.length + 1;
    const prompt = console.prompt.exec(line)?.[0] ?? (first === undefined ? undefined : console.more?.exec(line)?.[0]);
    if (prompt !== undefined) first ??= start;
    const isCode = prompt !== undefined || (first !== undefined && depth > 0);
    if (!isCode) return isAsked && (console.row ?? SHOWN).test(line) ? line : ' '.repeat(line.length);
    const asked = ASKED.exec(line.slice(prompt?.length ?? 0))?.[1];
    const isTyped = console.displays === 'typed';
    isAsked =
      console.displays !== undefined &&
      prompt !== undefined &&
      asked !== undefined &&
      !assigned.has(asked) &&
      (!isTyped || TYPE.test(lines[index + 1] ?? ''));
    const head = isTyped ? `${asked}=[` : console.row ? `${asked}<-` : '';
    if (isAsked) return head.padEnd(line.length);
    assigned.add(ASSIGNED.exec(line.slice(prompt?.length ?? 0))?.[1]);
    if (console.prompt.test(line)) depth = 0;
    depth += (line.match(/[([{]/g) ?? []).length - (line.match(/[)\]}]/g) ?? []).length;
    return ' '.repeat(prompt?.length ?? 0) + line.slice(prompt?.length ?? 0);
  });
  const start = first ?? 0;
  const origins = Uint32Array.from({ length: text.length - start + 1 }, (_, k) => start + k);
  // The bracket takes the place of a line's end.
  const shown = code.join('\n').replace(/(=\[ *\n[-+\d.eE \n]*?)\n(?=\n)/g, '$1]');
  const decoded = { text: shown.slice(start), origins };
  return [{ kind: 'code', languageId: console.languageId, range: [start, text.length], decoded }];
}

function isSession(lines: readonly string[], { prompt, shows }: Console): boolean {
  const typed = lines.filter((line) => prompt.test(line)).map((line) => line.replace(prompt, ''));
  if (typed.length === 0 || typed.some((line) => PYTHON.test(line))) return false;
  return !shows || typed.some((line) => shows.test(line));
}
