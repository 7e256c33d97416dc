/** Which definition of a name a place in a C-like text sees, and whether its value may have been changed in between. */
import { oneOf } from '../../../../anyOf';
import type { TextRange } from '../../../TextRange';
import { commaValues, templateSizes } from './commaValues';

export interface Definition {
  /** Where the definition begins. */
  readonly at: number;
  /** Where the expression begins that the name gets. */
  readonly start: number;
  /** `float x[2][3] = …`: the sizes between the brackets of the declarator. */
  readonly sizes: readonly string[];
  /** `std::vector<float> v(16, 1.f)`: `start` is at the bracket of the constructor's arguments. */
  readonly type?: string;
  /** Numbers with commas between them begin at `start`: Eigen's `m << 1, 2, 3, 4;`. */
  readonly isOpen?: true;
}

/** Blocks inside of each other: in more, no definition is certain. */
const MOST_BLOCKS = 50;

/** Calls that read their arguments only. */
const READING = oneOf(String.raw`
  \w*print\w* \w*log\w* \w*assert\w* expect\w* EXPECT\w* ASSERT\w* CHECK\w* REQUIRE\w* \w*[eE]qual\w* \w*[cC]lose\w*
  cout cerr test\w* it describe tidy dispose [A-Za-z_]*dump\w* \w*[dD]ebug\w* Error\w* Fatal\w* backward
  requires_grad\w* set_requires_grad toString delete free memcpy copy min max sizeof size begin end shape len cap
  for while if switch return fn main console write\w* Write\w* show\w* display\w* draw\w*
  \w*(?:[cC]onv|[pP]ool|filter2D)\w*
`);

const COMMENT_OR_TEXT = /\/\/[^\n]*|\/\*[^]*?\*\/|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)'/g;

/** The code without comments and texts, which are blank, and with all places kept. */
export function plainCode(text: string): string {
  return text.replace(COMMENT_OR_TEXT, blank);
}

/** The same with its texts. */
export function withoutComments(text: string): string {
  return text.replace(COMMENT_OR_TEXT, (part) => (part.startsWith('/') ? blank(part) : part));
}

function blank(part: string): string {
  return part.replace(/[^\n]/g, ' ');
}

/** The text has a class of that name: its own code computes the layer. */
export function definesClass(code: string, name: string): boolean {
  return new RegExp(`\\b(?:class|struct|record|impl|type)\\s+${escapedName(name)}\\b(?!\\s*;)`).test(code);
}

/** The definition of `name` that the code sees at `place`; undefined where no definition is seen or its value is not certain there. */
export function definitionOf(code: string, name: string, place: number): Definition | undefined {
  const assigned = new RegExp(
    `(?<![\\w.$>])${escapedName(name)}((?:\\s*\\[[^\\]\\n]*\\])*)\\s*(?::=|:(?!:)[^=;{}()\\n]{1,60}=(?![=>])|=(?![=>]))`,
    'g',
  );
  const made = new RegExp(`(?<![\\w:<])([\\w:]+(?:<[^;{}()]{0,60}>)?)[&\\s]+${escapedName(name)}\\s*(?=[({])`, 'g');
  const before = code.slice(0, place);
  const definitions: Definition[] = [
    ...[...before.matchAll(assigned)]
      .filter(({ index, 1: sizes }) => sizes === '' || isDeclared(before, index))
      .map((match) => ({
        at: match.index,
        start: match.index + match[0].length,
        sizes: sizesOf(match[1]!, before.slice(0, match.index)),
      })),
    ...commaValues(code)
      .filter(({ name: own, range }) => own === name && range[0] < place)
      .map(({ range, start, sizes }) => ({ at: range[0], start, sizes, isOpen: true as const })),
    ...[...before.matchAll(made)]
      .filter(
        ({ 1: type }) => !/^(?:return|new|else|delete|throw|await|fn|func|function|in|of|as|go|defer)$/.test(type!),
      )
      .map((match) => ({ at: match.index, start: match.index + match[0].length, sizes: [], type: match[1]! })),
  ].sort((a, b) => a.at - b.at);
  const found = definitions.at(-1);
  // A later definition in another block may have given the value.
  if (!found || !isVisible(code, found.at, place)) return undefined;
  if (isParameter(code, name, found.at, place) || isOfClosure(code, name, place)) return undefined;
  const between = code.slice(found.start, place);
  const filled =
    found.type !== undefined ? new RegExp(`\\biota\\(\\s*${escapedName(name)}\\.begin\\(\\)[^;]*`, 'g') : /$^/g;
  if (isChanged(between.replace(filled, ''), name)) return undefined;
  return found;
}

/** `int x[2] = …` declares, `x[2] = …` changes one element. */
function isDeclared(code: string, at: number): boolean {
  return (
    /[\w>*]\s+$/.test(code.slice(Math.max(0, at - 40), at)) &&
    !/\breturn\s+$/.test(code.slice(Math.max(0, at - 40), at))
  );
}

/** `x[2][3]`, and `fast_matrix<T, 2, 3> x`. */
function sizesOf(declarator: string, before: string): readonly string[] {
  const sizes = [...declarator.matchAll(/\[([^\]]*)\]/g)].map(({ 1: size }) => size!.trim());
  const type = sizes.length === 0 ? /\w+<[^;{}()]{0,60}>(?=\s+$)/.exec(before.slice(-100))?.[0] : undefined;
  return (type === undefined ? undefined : templateSizes(type)) ?? sizes;
}

/** Whether the block of one place contains the other: no brace between them closes a block that was open at the first. */
function isVisible(code: string, from: number, to: number): boolean {
  let depth = 0;
  for (let at = from; at < to; at++) {
    if (code[at] === '{') depth += 1;
    else if (code[at] === '}' && --depth < 0) return false;
  }
  return true;
}

/** Whether a function or a loop that begins between the two places has a parameter with the name. */
function isParameter(code: string, name: string, from: number, to: number): boolean {
  const open: number[] = [];
  for (let at = from; at < to; at++) {
    if (code[at] === '{') open.push(at);
    else if (code[at] === '}') open.pop();
  }
  if (open.length > MOST_BLOCKS) return true;
  return open.some((brace) => {
    const head = code.slice(Math.max(from, code.lastIndexOf(';', brace) + 1, code.lastIndexOf('}', brace) + 1), brace);
    const parameters = head.slice(Math.max(0, head.lastIndexOf('\n', head.length - 2)));
    return /[(|]/.test(parameters) && new RegExp(`[(,|&\\s]${escapedName(name)}\\s*[,:)|]`).test(parameters);
  });
}

/** Whether the place is in a function without braces that has a parameter with the name: `(x, w) => x.conv2d(w)`, `|x| x.relu()`. */
function isOfClosure(code: string, name: string, place: number): boolean {
  const statement = code.slice(Math.max(code.lastIndexOf(';', place - 1), place - 400, 0), place);
  const word = `(?<![\\w$])${escapedName(name)}(?![\\w$])`;
  return new RegExp(
    `(?:\\([^()]*${word}[^()]*\\)|${word})\\s*=>[^{};]*$|\\|[^|]*${word}[^|]*\\|[^{};|]*$|\\[[^\\]]*\\]\\s*\\([^()]*${word}[^()]*\\)\\s*\\{[^{}]*$`,
  ).test(statement);
}

/** Whether a statement changes elements of the array, or passes it to a function that may change it. */
function isChanged(code: string, name: string): boolean {
  const word = escapedName(name);
  if (new RegExp(`(?<![\\w.$])${word}\\s*(?:\\[[^;\\n]*?\\]\\s*)+(?:[-+*/]?=(?!=)|\\+\\+|--)`).test(code)) return true;
  if (
    new RegExp(
      `(?<![\\w.$])${word}\\s*(?:[-+*/%]=|\\+\\+|--|<<)|(?:\\+\\+|--)${word}(?!\\w)|&mut\\s+${word}(?!\\w)`,
    ).test(code)
  )
    return true;
  if (
    new RegExp(
      `(?<![\\w.$])${word}(?:\\.|->)(?:\\w+_|set\\w*|fill\\w*|push\\w*|assign|resize|append|splice|sort\\w*|reverse|at\\([^;\\n]*\\)\\s*=|Set\\w*|\\w*\\([^;\\n]*\\)\\s*=(?!=))[(\\s]`,
    ).test(code)
  )
    return true;
  return [
    ...code.matchAll(
      new RegExp(
        `(?:^|[;{}\\n])[ \\t]*((?:[\\w$]+(?:\\.|::|->))*([\\w$]+))\\s*\\(([^;{}]*?(?<![\\w.$"'])${word}(?!\\w)[^;{}]*)`,
        'g',
      ),
    ),
  ].some(
    ({ 1: path, 2: callee }) => !READING.test(callee!) && !/^(?:console|fmt|assert|t|std\.cout|System)\b/.test(path!),
  );
}

function escapedName(name: string): string {
  return name.replaceAll(/[$.]/g, '\\$&');
}

/** Whether a call at `range` is the head of a definition: `Tensor conv2d(…) {`, `fn conv2d(…)`, `conv2d(x, w) {`. */
export function isHead(code: string, [start, end]: TextRange): boolean {
  if (
    /\b(?:fn|func|function|def|void|class|struct|impl|fun)\s+(?:\([^()]*\)\s*)?$/.test(
      code.slice(Math.max(0, start - 80), start),
    )
  )
    return true;
  return /^\s*(?:->[^{;]*|const\s*|:\s*[\w<>[\]]+\s*)?\{/.test(code.slice(end, end + 120));
}
