/** Parameters of functions of MATLAB, Julia and R, and where functions and blocks end. */
import type { ExpressionTranslator } from './ExpressionTranslator';
import { pythonName } from '../pythonName';
import { Untranslated } from '../Untranslated';
import type { ProgramCursor } from './ProgramCursor';
import { BLOCK_ENDS, BLOCK_WORDS } from './programWords';

/** A parameter by its name, and as Python's with its default. */
export interface ProgramParameter {
  readonly name: string;
  readonly py: string;
  /** A default that names another parameter: it is evaluated in the function. */
  readonly later?: string;
}

/** Functions that a program defines: they are known before their definitions. */
export function declaredFunctions({ tokens, language }: ProgramCursor): string[] {
  return tokens.flatMap(({ text }, at): string[] => {
    const word = (offset: number): string => tokens[at + offset]?.text ?? '';
    if (text !== 'function') return [];
    if (language === 'r') return /^(?:<-|=)$/.test(word(-1)) ? [word(-2)] : [];
    if (language === 'julia') return [word(1)];
    // `function out = f(x)`: the last name before the parameters.
    const rest = tokens.slice(at + 1);
    const index = rest.findIndex((_, next) => rest[next + 1]?.text === '(' || rest[next + 1]?.kind === 'line');
    return index < 0 ? [] : [rest[index]!.text];
  });
}

/** The parameters at the cursor. */
export function parametersAt(expressions: ExpressionTranslator): ProgramParameter[] {
  const { cursor } = expressions;
  const found: ProgramParameter[] = [];
  if (!cursor.accepts('(')) return found;
  while (!cursor.accepts(')')) {
    const name = cursor.name();
    expressions.variables.add(name);
    expressions.vectors.delete(name);
    // A type of Julia.
    if (cursor.accepts('::')) while (!/^[,;)=]$/.test(cursor.peek())) skipType(cursor);
    const value = cursor.accepts('=') ? expressions.value() : undefined;
    const own = pythonName(name);
    if (value === undefined) found.push({ name: own, py: own });
    else if (found.some((each) => new RegExp(`\\b${each.name}\\b`).test(value)))
      found.push({ name: own, py: `${own}=None`, later: value });
    else found.push({ name: own, py: `${own}=${value}` });
    if (!cursor.accepts(',', ';') && cursor.peek() !== ')') throw new Untranslated('parameters');
  }
  if (cursor.language === 'julia' && cursor.accepts('::')) while (!/^[\n;=]$/.test(cursor.peek())) skipType(cursor);
  if (cursor.accepts('where')) while (cursor.next && !/^[\n;=]$/.test(cursor.peek())) skipType(cursor);
  return found;
}

function skipType(cursor: ProgramCursor): void {
  if (!cursor.next) throw new Untranslated('type');
  if (!cursor.accepts('{')) {
    cursor.at += 1;
    return;
  }
  while (!cursor.accepts('}')) skipType(cursor);
}

/** Whether the function at the cursor has an end of its own: in a file of functions all have one or none. */
export function hasOwnEnd(cursor: ProgramCursor): boolean {
  let depth = 1;
  for (let at = cursor.at; at < cursor.tokens.length; at++) {
    const { text, kind } = cursor.tokens[at]!;
    if (kind !== 'name') continue;
    if (text === 'function' && depth === 1) return false;
    if (BLOCK_WORDS.test(text)) depth += 1;
    else if (BLOCK_ENDS.test(text) && !/^[),\]:+*/-]$/.test(cursor.tokens[at + 1]?.text ?? '\n') && --depth === 0)
      return true;
  }
  return false;
}
