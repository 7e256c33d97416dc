/** The layer functions that a text defines. */
import type { OperationName, TextRange } from '../../../../core/read/ParseResult';
import { layerOperation } from '../../../../core/read/python/layers/callNames';
import { endOfCall } from '../calls/endOfCall';

export interface CourseDefinition {
  readonly name: string;
  readonly operation: OperationName;
  /** Offset of the `def`. */
  readonly offset: number;
  /** The parameters as they are written, without annotations. */
  readonly parameters: readonly string[];
}

const DEFINITION = /^([ \t]*)def[ \t]+([A-Za-z_]\w*)[ \t]*\(/gm;

/** Functions at the top level with the names of layers. */
export function courseDefinitions(text: string): CourseDefinition[] {
  return [...text.matchAll(DEFINITION)].flatMap(({ 0: written, 1: indent, 2: name, index }) => {
    const operation = layerOperation(name!);
    if (!operation || indent !== '') return [];
    return [{ name: name!, operation, offset: index, parameters: parametersIn(text, index + written.length) }];
  });
}

/** The names before the closing bracket; `from`: after the opening one. */
function parametersIn(text: string, from: number): string[] {
  const written = text.slice(from, endOfCall(text, from)).replace(/\)\s*$|#.*$/gm, '');
  return written.split(/,(?![^([{]*[)\]}])/).flatMap((each) => /^\s*\**(\w+)/.exec(each)?.[1] ?? []);
}

/** The name of the function at the top level whose body holds an offset. */
export function definitionAt(text: string, offset: number): string | undefined {
  const end = text.indexOf('\n', offset);
  let last: string | undefined;
  for (const { index, 0: line } of text.slice(0, end < 0 ? text.length : end).matchAll(/^[^\s#].*$/gm)) {
    if (index > offset && index > 0) break;
    last = /^(?:async[ \t]+)?def[ \t]+(\w+)/.exec(line)?.[1];
  }
  return last;
}

/** The innermost function or method whose body holds an offset. */
export function enclosingDefinition(text: string, offset: number): { name: string; range: TextRange } | undefined {
  const stop = text.indexOf('\n', offset);
  const above = text.slice(0, stop < 0 ? text.length : stop);
  const own = /^[ \t]*/.exec(above.slice(above.lastIndexOf('\n') + 1))![0].length;
  const heads = [...above.matchAll(/^([ \t]*)(?:async[ \t]+)?def[ \t]+(\w+)/gm)];
  for (const { index, 0: written, 1: indent = '', 2: name = '' } of heads.reverse()) {
    if (indent.length >= own) continue;
    const body = index + written.length;
    const next = new RegExp(`\\n(?=[ \\t]{0,${indent.length}}[^\\s#)\\]}])`).exec(text.slice(body));
    const end = next ? body + next.index : text.length;
    if (offset <= end) return { name, range: [index, end] };
  }
  return undefined;
}

/**
 * The test around an offset, a function or method `test…`, or another function without parameters: the text up to its end, its name,
 * and the offset of its `def`.
 */
export function testAt(
  text: string,
  offset: number,
): { readonly range: TextRange; readonly name: string; readonly start: number } | undefined {
  const stop = text.indexOf('\n', offset);
  const above = text.slice(0, stop < 0 ? text.length : stop);
  const heads = [...above.matchAll(/^([ \t]*)def[ \t]+(\w+)[ \t]*\(/gm)].flatMap((match) => {
    const { index, 0: written, 1: indent = '', 2: name = '' } = match;
    const isNamed = /^(?:test|\w+_tests?(?:_?\d+)?$)/.test(name);
    if (!isNamed && !/^[ \t]*\)/.test(text.slice(index + written.length))) return [];
    const body = endOfCall(text, index + written.length);
    const next = new RegExp(`\\n(?=[ \\t]{0,${indent.length}}[^\\s#])`).exec(text.slice(body));
    const end = next ? body + next.index : text.length;
    return [{ range: [0, end] as const, name, start: index, isNamed }];
  });
  const last = heads.at(-1);
  if (!last || offset > last.range[1]) return undefined;
  // A function in a test: the test calls it.
  return heads.find(({ isNamed, range }) => isNamed && offset <= range[1]) ?? last;
}
