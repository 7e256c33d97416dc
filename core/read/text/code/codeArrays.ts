/** The arrays that a C-like text makes: in definitions, fields of objects, and arguments. */
import type { NdArray } from '../../../array/NdArray';
import type { TextRange } from '../../TextRange';
import { CodeReader } from './CodeReader';
import { CodeScope } from './CodeScope';
import { madeArray } from './constructors';
import { arrayOfValue, isRecord, type CodeValue } from './values';

export interface CodeArray {
  /** Undefined for an argument. */
  readonly name: string | undefined;
  readonly array: NdArray;
  readonly range: TextRange;
  /** An argument of a check, which may be a result. */
  readonly isChecked?: true;
}

const DEFINED =
  /(?<![\w.$>])([A-Za-z_$][\w$]*)(?:\s*\[[^\]\n]*\])*\s*(?::=|:(?!:)[^=;{}()\n]{1,60}=(?![=>])|=(?![=>]))\s*/g;
const DECLARED = /(?<![\w:<])[\w:]+(?:<[^;{}()]{0,60}>)?[&\s]+([A-Za-z_]\w*)\s*(?=[({])/g;
/** `input: [1, 2]` in an object. */
const FIELD = /(?<![\w.$?])["']?([A-Za-z_]\w*)["']?\s*:\s*(?=[[{&]|new\b|[A-Za-z_][\w.:]*(?:<\w+>)?\s*(?:[({[]|!\[))/g;
const CALL = /(?<![\w$])[A-Za-z_][\w.:]*!?\s*\(/g;
const CHECK = /assert|expect|equal|close|check|verify|require/i;
/** Names of parts of an array. */
const PARTS = /^(?:shape|dims|dimensions|data|values|elements|type|dtype)$/;
const MOST = 300;

/** `code`: the text without comments and strings, with the same places. */
export function codeArrays(text: string, code: string): CodeArray[] {
  const known = new Map<number, CodeValue>();
  const named = [...code.matchAll(DEFINED), ...code.matchAll(DECLARED)].slice(0, MOST).flatMap((match) => {
    const [whole, name = ''] = match;
    const reader = new CodeReader(text, match.index + whole.length);
    reader.expression();
    const value = new CodeScope(text, code, reader.at, 0, known).value({ kind: 'name', path: name });
    return found(value, name, [match.index, reader.at]);
  });
  const fields = [...text.matchAll(FIELD)].slice(0, MOST).flatMap((match) => {
    const [whole, name = ''] = match;
    if (PARTS.test(name)) return [];
    const reader = new CodeReader(text, match.index + whole.length);
    const value = new CodeScope(text, code, match.index, 0, known).value(reader.expression());
    return found(value, name, [match.index, reader.at]);
  });
  const own = [...named, ...fields];
  const isOwn = (at: number): boolean => own.some(({ range: [start, end] }) => start <= at && at < end);
  let checkEnd = 0;
  // An array that is made for a check is its argument.
  const isArgument = ({ 0: written, index }: RegExpExecArray): boolean => {
    const made = index < checkEnd ? new CodeReader(text, index).expression() : undefined;
    if (made) return arrayOfValue(new CodeScope(text, code, index, 0, known).value(made)) !== undefined;
    if (!CHECK.test(written)) return false;
    const reader = new CodeReader(text, index + written.length - 1);
    reader.call('', undefined, index);
    checkEnd = reader.at;
    return false;
  };
  const passed = [...code.matchAll(CALL)]
    .filter((match) => !isOwn(match.index) && !isArgument(match))
    .slice(0, MOST)
    .flatMap((match) => {
      const reader = new CodeReader(text, match.index + match[0].length - 1);
      const { args } = reader.call('', undefined, match.index);
      const scope = new CodeScope(text, code, match.index, 0, known);
      const isCheck = CHECK.test(match[0]);
      // `CHECK(y == expected)`.
      const compared = isCheck
        ? /^[^;{}]{0,200}?==[ \t]*/.exec(text.slice(match.index + match[0].length))?.[0]
        : undefined;
      const right =
        compared === undefined
          ? []
          : [new CodeReader(text, match.index + match[0].length + compared.length).expression()];
      // `set_values(input, {1, 2})`.
      const name = !isCheck && args[0]?.kind === 'name' && args.length === 2 ? args[0].path : undefined;
      return [...args, ...right]
        .filter(({ kind }) => kind === 'list' || kind === 'call' || kind === 'record')
        .flatMap((node) => found(scope.value(node), name, [match.index, reader.at]))
        .map((each): CodeArray => (isCheck ? { ...each, isChecked: true } : each));
    });
  return [...own, ...passed, ...checkedNumbers(code)].sort((a, b) => a.range[0] - b.range[0]);
}

const NUMBER = '([-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?)f?';
/** `EXPECT_EQ(y(0, 1), 2.5)`, `REQUIRE_EQUALS(y(0, 1), T(2.5))`, `ASSERT_NEAR(2.5, y[1], 1e-6)`, `expect(y[1]).toBe(2.5)`. */
const CHECKED_NUMBER = new RegExp(
  `^[ \\t]*[\\w.:]*(?:assert|expect|equal|close|check|verify|require)\\w*!?[ \\t]*\\((?:${NUMBER}[ \\t]*,.*[[(].*|.*[[(].*?(?:,|==|\\.to\\w+\\()[ \\t]*(?:[A-Za-z]\\w*\\(${NUMBER}\\)|${NUMBER})[ \\t]*(?:,[^,()]*)?)\\)[ \\t;]*$`,
  'i',
);

/** Results whose numbers are checked one by one, on lines that follow each other. */
function checkedNumbers(code: string): CodeArray[] {
  const found: { readonly numbers: number[]; range: [number, number] }[] = [];
  let at = 0;
  let isRun = false;
  for (const line of code.split('\n')) {
    const [, first, converted, last] = line.length < 160 ? (CHECKED_NUMBER.exec(line) ?? []) : [];
    const written = first ?? converted ?? last;
    const run = isRun ? found.at(-1)! : { numbers: [], range: [at, at] as [number, number] };
    if (written !== undefined) {
      if (!isRun) found.push(run);
      run.numbers.push(Number(written));
      run.range[1] = at + line.length;
    }
    isRun = written !== undefined || (isRun && line.trim() === '');
    at += line.length + 1;
  }
  return found
    .filter(({ numbers }) => numbers.length > 2)
    .map(({ numbers, range }) => {
      const array = { shape: [numbers.length], data: Float64Array.from(numbers) };
      return { name: undefined, array, range, isChecked: true };
    });
}

function found(value: CodeValue, name: string | undefined, range: TextRange): CodeArray[] {
  const array = isRecord(value)
    ? arrayOfValue(madeArray({ name: 'create', receiver: undefined, isMethod: false, args: [value] }))
    : arrayOfValue(value);
  return array && array.data.length > 0 && array.shape.length > 0 ? [{ name, array, range }] : [];
}
