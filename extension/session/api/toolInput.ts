/** The input of the tools for language models, checked, and what of it the user is asked to confirm. */
import { LensError, msg } from '../../../core/message';

export interface ToolInput {
  readonly code: string;
  /** A VS Code language identifier. */
  readonly language: string;
}

/** Lines of code in a question. */
const mostLines = 12;

/** Characters of one of these lines. */
const longestLine = 120;

/** Throws a LensError that names what is wrong. */
export function readToolInput(input: unknown): ToolInput {
  const given = typeof input === 'object' && input !== null ? input : {};
  const code = 'code' in given ? given.code : undefined;
  const language = 'language' in given ? given.language : undefined;
  if (typeof code !== 'string') throw notText('code', code);
  if (code.trim() === '') throw new LensError(msg('{0} of the input is empty', 'code'));
  if (language !== undefined && typeof language !== 'string') throw notText('language', language);
  return { code, language: language ?? 'python' };
}

/** The first lines of the code, and how many follow them. */
export function confirmedCode(code: string): { readonly shown: string; readonly more: number } {
  const lines = code.trimEnd().split(/\r?\n/);
  const shown = lines
    .slice(0, mostLines)
    .map((line) => (line.length > longestLine ? `${line.slice(0, longestLine)}…` : line));
  return { shown: shown.join('\n'), more: Math.max(0, lines.length - mostLines) };
}

function notText(name: string, value: unknown): LensError {
  const found = value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
  return new LensError(msg('{0} of the input must be a string, not {1}', name, found));
}
