/** Files of tests of C-like languages, Futhark and F#: the arrays and options of one test are not those of another. */
import { hasBody } from '../../../../core/read/text/code/codeSites';
import { plainCode } from '../../../../core/read/text/code/reader/definitions';
import { arraysOnly } from '../../../../core/read/text/languages/arraysOnly';

/** What is before the body of a test; a function with parameters may be a helper that tests call. */
const TEST =
  /#\[(?:\w+::)*\w*test|@\w*Test\b|\[(?:Test|Fact|Theory)\w*[\](]|\b\w*TEST\w*\s*\(|(?<![\w.])(?:it|test|specify|It|Specify)(?:\.\w+)?\s*\(|\bt\.Run\s*\(|\b(?:fn|func|fun|function|void|bool|int)\s+(?:\w+::)*(\w*[tT]est\w*)(?:\[[^\]\n]*\])?\s*\(\s*(?:\w+\s+\*\w+\.[TB]\s*)?\)/g;
const BODY = /(?:\)|=>)\s*(?:const|override|noexcept|async|throws(?:\s+[\w., ]+)?|->[^;{}]+|:\s*\w+)?\s*$/;

const LAYER = /conv|corr|filter|kernel|pool|pad/i;

/** The text without the tests around which the cursor is not, where it is in one: they are empty statements of the same length. */
export function ofOneTest(text: string, languageId: string | undefined, cursor: number | undefined): string {
  if (cursor === undefined || arraysOnly(languageId) === undefined) return text;
  const code = plainCode(text);
  const tests = testsOf(text, languageId);
  const isAround = ({ start, end }: Test): boolean => start <= cursor && cursor < end;
  const own = tests.filter(isAround).map(({ start, end }) => code.slice(start, end));
  // Among others, a test without a layer is refused for that reason.
  if (!own.some((body) => LAYER.test(body) || callsOwn(code, body))) return text;
  const isCalled = ({ name }: Test): boolean =>
    name !== undefined && own.some((body) => new RegExp(`\\b${name}[([]`).test(body));
  const others = tests.filter((test) => !isAround(test) && !isCalled(test));
  return others.reduce(
    (rest, { start, end }) => rest.slice(0, start) + rest.slice(start, end).replace(/[^\n]/g, ';') + rest.slice(end),
    text,
  );
}

/** Whether a test calls a function of the text, which may loop over windows. */
function callsOwn(code: string, body: string): boolean {
  const called = [...body.matchAll(/=\s*(\w+)\(/g)].map(([, name]) => name!);
  return called.some((name) => hasBody(code, name));
}

/** Whether the cursor is in a test, whose result tells the layer of a call that is not known. */
export function isInTest(text: string, languageId: string | undefined, cursor: number): boolean {
  return testsOf(text, languageId).some(({ start, end }) => start <= cursor && cursor < end);
}

function testsOf(text: string, languageId: string | undefined): Test[] {
  const mark = MARKS[languageId ?? ''];
  return mark ? markedTests(text, mark) : testsIn(plainCode(text));
}

interface Test {
  readonly start: number;
  readonly end: number;
  /** Of its function, where the head is known by it. */
  readonly name: string | undefined;
}

/** Where a test begins in languages without braces: Futhark's comments with values, F#'s attribute. */
const MARKS: Readonly<Record<string, RegExp>> = { futhark: /^-- ==/gm, fsharp: /^[ \t]*\[<Test/gm };

function markedTests(text: string, mark: RegExp): Test[] {
  const starts = [...text.matchAll(mark)].map(({ index }) => index);
  return starts.map((start, index) => ({ start, end: starts[index + 1] ?? text.length, name: undefined }));
}

function testsIn(code: string): Test[] {
  const found: Test[] = [];
  const open: (Omit<Test, 'end'> | undefined)[] = [];
  let boundary = 0;
  for (let at = 0; at < code.length; at++) {
    const character = code[at]!;
    if (!'{};'.includes(character)) continue;
    if (character === '{') {
      const head = code.slice(boundary, at);
      const isBody = BODY.test(head) && !/\b(?:class|struct)\s/.test(head);
      const marks = isBody ? [...head.matchAll(TEST)] : [];
      open.push(marks[0] && { start: boundary + marks[0].index, name: marks.at(-1)![1] });
    } else if (character === '}') {
      const test = open.pop();
      if (test) found.push({ ...test, end: at + 1 });
    }
    boundary = at + 1;
  }
  return found;
}
