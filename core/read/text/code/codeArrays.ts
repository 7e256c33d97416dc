/** The arrays that a C-like text makes: in definitions, fields of objects, and arguments. */
import type { TextRange } from '../../TextRange';
import type { WrittenArray } from '../agreement/agreeingCalls';
import { assignedCells, checkedCells } from './checkedCells';
import { CodeReader } from './CodeReader';
import { checkedRows, rowAt, type CheckedRow } from './checkedRows';
import { CodeScope } from './CodeScope';
import { madeArray } from './constructors';
import { arrayOfValue, isRecord, type CodeValue } from './values';

const DEFINED =
  /(?<![\w.$>])([A-Za-z_$][\w$]*)(?:\s*\[[^\]\n]*\])*\s*(?::=|:(?!:)[^=;{}()\n]{1,60}=(?![=>])|=(?![=>]))\s*/g;
const DECLARED = /(?<![\w:<])[\w:]+(?:<[^;{}()]{0,60}>)?[&\s]+([A-Za-z_]\w*)\s*(?=[({])/g;
/** `input: [1, 2]` in an object. */
const FIELD = /(?<![\w.$?])["']?([A-Za-z_]\w*)["']?\s*:\s*(?=[[{&]|new\b|[A-Za-z_][\w.:]*(?:<\w+>)?\s*(?:[({[]|!\[))/g;
const CALL = /(?<![\w$])[A-Za-z_][\w.:]*!?\s*\(/g;
const CHECK = /assert|expect|equal|close|check|verify|require/i;
/** Names of parts of an array, and of options. */
const PARTS =
  /^(?:\w*shape|\w*dim(?:ension)?s|data|values|elements|type|dtype|strides?|pad(?:ding)?s?|dilations?|\w*(?:kernel|window|pool)_?sizes?|axes|axis)$/i;
const MOST = 300;

/** `code`: the text without comments and strings, with the same places. */
export function codeArrays(text: string, code: string): WrittenArray[] {
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
  const rows: CheckedRow[] = [];
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
        .flatMap((each): WrittenArray[] => {
          const row = isCheck ? rowAt(code, each) : undefined;
          if (row) rows.push(row);
          return row ? [] : [isCheck ? { ...each, isChecked: true } : each];
        });
    });
  const compared = comparedNames(code);
  return [...own, ...passed, ...checkedRows(code, rows), ...checkedCells(code), ...assignedCells(code)]
    .map((each) => (compared.has(each.name ?? '') ? { ...each, isChecked: true as const } : each))
    .sort((a, b) => a.range[0] - b.range[0]);
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
  const array = isRecord(value)
    ? arrayOfValue(madeArray({ name: 'create', receiver: undefined, isMethod: false, args: [value] }))
    : arrayOfValue(value);
  return array && array.data.length > 0 && array.shape.length > 0 ? [{ name, array, range }] : [];
}
