/** The arrays that a C-like text makes: in definitions, fields of objects, and arguments. */
import type { TextRange } from '../../TextRange';
import { isResultName, type WrittenArray } from '../agreement/layerWords';
import { caseArrays } from './caseArrays';
import { assignedCells, checkedCells } from './checkedCells';
import { CodeReader } from './reader/CodeReader';
import { checkedRows, rowAt, type CheckedRow } from './checkedRows';
import { CodeScope } from './reader/CodeScope';
import { commaValues } from './reader/commaValues';
import { arrayOfRecord } from './reader/arrayOfRecord';
import { withoutComments } from './reader/definitions';
import type { Node } from './reader/nodes';
import { arrayOfValue, isRecord, type CodeValue } from './reader/values';

const DEFINED =
  /(?<![\w.$>])([A-Za-z_$][\w$]*)(?:\s*\[[^\]\n]*\])*\s*(?::=|:(?!:)[^=;{}()\n]{1,60}=(?![=>])|=(?![=>]))\s*/g;
const DECLARED = /(?<![\w:<])(?!to\b)[\w:]+(?:<[^;{}()]{0,60}>)?[&\s]+([A-Za-z_]\w*)\s*(?=[({])/g;
/** `input: [1, 2]` in an object, `.input = {1, 2}` in C++. */
const FIELD =
  /(?:(?<![\w.$?])["']?([A-Za-z_]\w*)["']?\s*:|(?<=[{,]\s*)\.([A-Za-z_]\w*)\s*=)\s*(?=[[{&]|new\b|[A-Za-z_][\w.:]*(?:<\w+>)?\s*(?:[({[]|!\[))/g;
/** With the bracket of its arguments, which checks of Ruby and Scala leave out: `assert_equal [[1, 2]], y`, `y shouldBe List(1)`. */
const CALL =
  /(?<![\w$])(?:(?:should|must)\s+(?:be|equal)\s*\(|[A-Za-z_][\w.:]*!?\s*\(|assert_\w+[ \t]+(?=\[)|assert[ \t]+(?=[A-Z][\w.]*\()|should[ \t]+eq[ \t]+(?=\[)|(?:should|must)(?:Be|Equal)[ \t]+(?=[A-Z]\w*\(|\w+Of\())/g;
const CHECK = /assert|expect|equal|close|check|verify|require|\b(?:should|must|eq\b)/i;
/** Names of parts of an array, and of options. */
const PARTS =
  /^(?:\w*shape|\w*dim(?:ension)?s|data|values|elements|type|dtype|strides?|pad(?:ding)?s?|dilations?|\w*(?:kernel|window|pool)_?sizes?|axes|axis)$/i;
const MOST = 300;

/** `code`: the text without comments and strings, with the same places. */
export function codeArrays(text: string, code: string): WrittenArray[] {
  const known = new Map<number, CodeValue>();
  const source: Source = { text, code, scopeAt: (at) => new CodeScope(text, code, at, 0, known) };
  const own = [...namedArrays(source), ...fieldArrays(source), ...caseArrays(source)];
  const compared = comparedNames(code);
  return [...own, ...passedArrays(source, own), ...checkedCells(code), ...assignedCells(code)]
    .map((each) => (compared.has(each.name ?? '') ? { ...each, isChecked: true as const } : each))
    .sort((a, b) => a.range[0] - b.range[0]);
}

interface Source {
  readonly text: string;
  readonly code: string;
  /** What the names of the code mean at a place. */
  readonly scopeAt: (at: number) => CodeScope;
}

function namedArrays({ text, code, scopeAt }: Source): WrittenArray[] {
  const filled = commaValues(code);
  const defined = [...code.matchAll(DEFINED), ...code.matchAll(DECLARED)]
    .filter(({ index }) => !filled.some(({ range: [start] }) => start === index))
    .slice(0, MOST)
    .map((match) => {
      const reader = new CodeReader(text, match.index + match[0].length);
      reader.expression();
      return { name: match[1]!, range: [match.index, reader.at] as const };
    });
  return [...defined, ...filled].flatMap(({ name, range }) =>
    found(scopeAt(range[1]).value({ kind: 'name', path: name }), name, range),
  );
}

function fieldArrays({ text, scopeAt }: Source): WrittenArray[] {
  const arrays = [...withoutComments(text).matchAll(FIELD)].slice(0, MOST).flatMap((match) => {
    const [whole, field, designated] = match;
    const name = field ?? designated!;
    if (PARTS.test(name)) return [];
    const reader = new CodeReader(text, match.index + whole.length);
    const value = scopeAt(match.index).value(reader.expression());
    const range = [match.index, reader.at] as const;
    const own = found(value, name, range);
    // `expectedOutputs: {y: {data: [3], shape: [1]}}`: whatever its name, it is a result.
    const isOfResults = own.length === 0 && isRecord(value) && isResultName(name);
    return isOfResults ? [...value.values()].flatMap((each) => found(each, name, range)) : own;
  });
  return arrays.filter(({ range: [start, end] }) => !arrays.some(({ range }) => range[0] < start && end <= range[1]));
}

/** Arguments of calls that are not part of an array in `own`. */
function passedArrays(source: Source, own: readonly WrittenArray[]): WrittenArray[] {
  const { text, code, scopeAt } = source;
  const isOwn = (at: number): boolean => own.some(({ range: [start, end] }) => start <= at && at < end);
  let checkEnd = 0;
  // An array that is made for a check is its argument.
  const isArgument = ({ 0: written, index }: RegExpExecArray): boolean => {
    const made = index < checkEnd ? new CodeReader(text, index).expression() : undefined;
    if (made) return arrayOfValue(scopeAt(index).value(made)) !== undefined;
    if (!CHECK.test(written)) return false;
    const lineEnd = text.indexOf('\n', index);
    // Without brackets, a comparison goes on to the end of its line.
    checkEnd = written.endsWith('(') || lineEnd < 0 ? argumentsAt(text, index, written).end : lineEnd;
    return false;
  };
  const rows: CheckedRow[] = [];
  const passed = [...code.matchAll(CALL)]
    .filter((match) => !isOwn(match.index) && !isArgument(match))
    .slice(0, MOST)
    .flatMap((match) => {
      if (!CHECK.test(match[0])) return callArrays(source, match);
      return callArrays(source, match).flatMap((each): WrittenArray[] => {
        const row = rowAt(code, each);
        if (row) rows.push(row);
        return row ? [] : [{ ...each, isChecked: true }];
      });
    });
  return [...passed, ...checkedRows(code, rows)];
}

/** Arrays among the arguments of one call. */
function callArrays({ text, scopeAt }: Source, { 0: written, index }: RegExpExecArray): WrittenArray[] {
  const start = index + written.length;
  const { args, end } = argumentsAt(text, index, written);
  const isCheck = CHECK.test(written);
  // `CHECK(y == expected)`.
  const compared = isCheck ? /^[^;{}]{0,200}?==[ \t]*/.exec(text.slice(start))?.[0] : undefined;
  const reader = compared === undefined ? undefined : new CodeReader(text, start + compared.length);
  const right = reader ? [reader.expression()] : [];
  const last = Math.max(end, reader?.at ?? 0);
  // `set_values(input, {1, 2})`.
  const name = !isCheck && args[0]?.kind === 'name' && args.length === 2 ? args[0].path : undefined;
  const scope = scopeAt(index);
  return [...args, ...right]
    .filter(({ kind }) => kind === 'list' || kind === 'call' || kind === 'record')
    .flatMap((node) => found(scope.value(node), name, [index, last]));
}

/** The arguments of a call, of which the first is read where there are no brackets around them. */
function argumentsAt(
  text: string,
  index: number,
  written: string,
): { readonly args: readonly Node[]; readonly end: number } {
  const start = index + written.length;
  const reader = new CodeReader(text, written.endsWith('(') ? start - 1 : start);
  const args = written.endsWith('(') ? reader.call('', undefined, index).args : [reader.expression()];
  return { args, end: reader.at };
}

/** Names of what a layer is given. */
const ARGUMENT = /input|image|kernel|filter|weight|bias|^(?:in|x|a|w|k|b)\d*$/i;

const CHECKED = [
  /(?:assert|expect|check|verify|require)(?:(?!conv|pool|corr)[\w.])*!?\s*\([^()\n;]*[()]?/gi,
  /[eE]quals?\w*\([^()\n;]*\)/g,
];
const WHOLE = /(?<![\w$.>])([A-Za-z_$][\w$]*)(?:\[\w+\])*\s*(?=[,)]|==)/g;

/** Names of arrays that checks compare, whole or by cells: `assertEquals(expected[i][j], …)`, `y.ContentEquals(r)`. */
function comparedNames(code: string): ReadonlySet<string> {
  const checks = CHECKED.flatMap((pattern) => code.match(pattern) ?? []);
  const names = checks.flatMap((check) => [...check.matchAll(WHOLE)].map(([, name = '']) => name));
  return new Set(names.filter((name) => !ARGUMENT.test(name)));
}

function found(value: CodeValue, name: string | undefined, range: TextRange): WrittenArray[] {
  const array = arrayOfRecord(value);
  return array && array.data.length > 0 && array.shape.length > 0 ? [{ name, array, range }] : [];
}
