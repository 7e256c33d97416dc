/** The arrays that a C-like text makes: in definitions, and in the arguments of its checks. */
import type { NdArray } from '../../../array/NdArray';
import type { TextRange } from '../../TextRange';
import { CodeReader } from './CodeReader';
import { CodeScope } from './CodeScope';
import { madeArray } from './constructors';
import { arrayOfValue, isRecord, type CodeValue } from './values';

export interface CodeArray {
  /** Undefined for an argument of a check. */
  readonly name: string | undefined;
  readonly array: NdArray;
  readonly range: TextRange;
}

const DEFINED = /(?<![\w.$>])([A-Za-z_$][\w$]*)(?:\s*\[[^\]\n]*\])*\s*(?::=|:[^=;{}()\n]{1,60}=(?![=>])|=(?![=>]))\s*/g;
const DECLARED = /(?<![\w:<])[\w:]+(?:<[^;{}()]{0,60}>)?[&\s]+([A-Za-z_]\w*)\s*(?=[({])/g;
const CHECK = /(?<![\w$])[\w.:]*(?:assert|expect|equal|close|check|verify|require)\w*!?\s*\(/gi;
const MOST = 300;

/** `code`: the text without comments and strings, with the same places. */
export function codeArrays(text: string, code: string): CodeArray[] {
  const known = new Map<number, CodeValue>();
  const defined = [...code.matchAll(DEFINED), ...code.matchAll(DECLARED)].slice(0, MOST).flatMap((match) => {
    const [whole, name = ''] = match;
    const reader = new CodeReader(text, match.index + whole.length);
    reader.expression();
    const value = new CodeScope(text, code, reader.at, 0, known).value({ kind: 'name', path: name });
    return found(value, name, [match.index, reader.at]);
  });
  const checked = [...code.matchAll(CHECK)].slice(0, MOST).flatMap((match) => {
    const reader = new CodeReader(text, match.index + match[0].length - 1);
    const { args } = reader.call('', undefined, match.index);
    const scope = new CodeScope(text, code, match.index, 0, known);
    return args
      .filter(({ kind }) => kind !== 'name')
      .flatMap((node) => found(scope.value(node), undefined, [match.index, reader.at]));
  });
  return [...defined, ...checked].sort((a, b) => a.range[0] - b.range[0]);
}

function found(value: CodeValue, name: string | undefined, range: TextRange): CodeArray[] {
  const array = isRecord(value)
    ? arrayOfValue(madeArray({ name: 'create', receiver: undefined, isMethod: false, args: [value] }))
    : arrayOfValue(value);
  return array && array.data.length > 0 && array.shape.length > 0 ? [{ name, array, range }] : [];
}
