/** Matrices of LaTeX that a text gives by its own commands or in the addresses of images: every character keeps its place. */
import { MATRIX_BEGIN, MATRIX_END } from '../../../../core/read/text/literals/readLatexMatrix';

/** `\newcommand{\mat}[1]{\begin{bmatrix} #1 \end{bmatrix}}`, `\def\mat#1{…}`, and commands for the beginning and the end alone. */
const WITH_CONTENT =
  /\\(?:(?:re)?newcommand\*?\s*\{?\\([A-Za-z]+)\}?\s*\[1\]|def\s*\\([A-Za-z]+)#1)\s*\{\s*(?:\\(?:left|ensuremath)[[({]?\s*)*\\begin\{\w*matrix\*?\}\s*#1\s*\\end\{\w*matrix\*?\}[^\n]*/g;
const ONE_MARK =
  /\\(?:(?:re)?newcommand\*?\s*\{?\\([A-Za-z]+)\}?|def\s*\\([A-Za-z]+))\s*\{\s*\\(begin|end)\{\w*matrix\*?\}\s*\}/g;
/** `![](https://…?K=\begin{…}…\end{…})`, `<img src="https://…?math=…">`. */
const IN_MARKDOWN = /!\[[^\]\n]*\]\((?=\S*(?:\\|%5C)end)[^\s?]*\?(?:(?:math|latex|chl|tex|eq)=)?(\S+)\)/gi;
const IN_HTML =
  /<img\b(?=[^>]*(?:\\|%5C)end)[^>\n]*?\ssrc=["'][^"'\n?]*\?(?:(?:math|latex|chl|tex|eq)=)?([^"'\n]+)["'][^>\n]*>/gi;
const CODED: Readonly<Record<string, string>> = {
  '%5C%5C': '\\\\',
  '%26': '&',
  '%3D': '=',
  '%2C': ',',
  '%7B': '{',
  '%7D': '}',
  '%5C': '\\',
  '%5B': '[',
  '%5D': ']',
  '%20': '',
};
const CODE = new RegExp(Object.keys(CODED).join('|'), 'gi');

export function withFormulas(text: string): string {
  if (!/\\|%5C/i.test(text)) return text;
  const shown = text.replace(IN_MARKDOWN, formulaAlone).replace(IN_HTML, formulaAlone);
  return withCommands(shown.replace(TABULAR, rowsOnLines)).replace(DEFINITION, blanks);
}

/** Commands of the text's own that hold no matrix: `[1]` is the number of their arguments. */
const DEFINITION = /\\(?:(?:re|provide)?(?:newcommand|command)\*?|def|DeclareMathOperator)\s*\{?\\[A-Za-z]+[^\n]*/g;

/** Rows of a table of LaTeX on one line: `\hline 1 & 2 \\ \hline 3 & 4 \\`. */
const TABULAR = /(?<=\\begin\{(tabular)\*?\}(?:\[\w\])?\{[^{}\n]*\})[^]{0,5000}?(?=\\end\{\1\*?\})/g;

function rowsOnLines(body: string): string {
  return body.replace(/\\hline\b/g, (rule) => '\n'.padEnd(rule.length)).replace(/\\\\[ \t](?=[ \t]*[-\d.])/g, '\\\\\n');
}

/** The formula between the signs of one, with blanks for the address around it. */
function formulaAlone(image: string, formula: string): string {
  const at = image.lastIndexOf(formula);
  const matrix = formula
    .replace(/%5C(begin|end)%7B(\w*matrix)%7D/gi, (all, mark: string) => marked(mark, all.length))
    .replace(CODE, (code) => CODED[code.toUpperCase()]!.padEnd(code.length))
    .replaceAll('+', ' ');
  return '$'.padEnd(at) + matrix + '$'.padStart(image.length - at - formula.length);
}

function marked(mark: string, length: number): string {
  return (mark.toLowerCase() === 'begin' ? MATRIX_BEGIN : MATRIX_END).padEnd(length);
}

function withCommands(text: string): string {
  const contents = [...text.matchAll(WITH_CONTENT)].map(([, a, b]) => a ?? b!);
  const marks = [...text.matchAll(ONE_MARK)].map(([, a, b, mark]) => [a ?? b!, mark!] as const);
  if (contents.length + marks.length === 0) return text;
  const uses = text.replace(WITH_CONTENT, blanks).replace(ONE_MARK, blanks);
  const given = contents.reduce(
    (written, name) =>
      written.replace(new RegExp(`\\\\${name}\\s*\\{([^{}]*)\\}`, 'g'), (all: string, content: string) => {
        const head = all.length - content.length - 1;
        return `${MATRIX_BEGIN.padEnd(head)}${content}${MATRIX_END}`;
      }),
    uses,
  );
  return marks.reduce(
    (written, [name, mark]) =>
      written.replace(new RegExp(`\\\\${name}(?![A-Za-z])`, 'g'), (all) => marked(mark, all.length)),
    given,
  );
}

function blanks(part: string): string {
  return part.replace(/[^\n]/g, ' ');
}
