/** The Python code of a text that mixes code, prose and printed output; everything else is replaced by spaces. */
import { chunksOf } from '../../read/python/syntax/text/chunks';
import { blank } from './definitionSource';
import { pythonOnly } from './pythonOnly';

/** Offsets and lines stay those of the text. `forgets`: a variable is deleted whose later assignment cannot be parsed. */
export function codeOf(source: string, { forgets = false } = {}): string {
  if (isPython(source)) return source;
  let code = '';
  let at = 0;
  for (const { range } of chunksOf(source)) {
    const [start, end] = range;
    const chunk = source.slice(start, end);
    const left = forgets ? deletion(chunk, code) : blank(chunk);
    code += blank(source.slice(at, start)) + (isCode(chunk) ? chunk : left);
    at = end;
  }
  return code + blank(source.slice(at));
}

/** `del x` in the place of an assignment to `x` that cannot be parsed, where the code before assigns it; spaces otherwise. */
function deletion(chunk: string, before: string): string {
  const [, name] = /^([A-Za-z_]\w*)\s*(?:\[[^\n]*\]\s*)?(?:[-+*/@]|\/\/|\*\*)?=(?!=)/.exec(chunk) ?? [];
  const statement = `del ${name ?? ''}`;
  const isKnown =
    name !== undefined && new RegExp(`^(?:${name}\\b[^=\\n]*=|(?:def|class) ${name}\\b)`, 'm').test(before);
  if (!isKnown || statement.length > /^[^\n]*/.exec(chunk)![0].length) return blank(chunk);
  return statement + blank(chunk.slice(statement.length));
}

/** Prose that happens to be an expression (`3`, `word`, `[0.5 0.5]`) has no effect and is left out. */
function isCode(chunk: string): boolean {
  return isPython(dedented(chunk)) && /[=(:]|\b(?:import|return|del|pass|raise|assert)\b/.test(chunk);
}

function dedented(chunk: string): string {
  const indent = /^[ \t]*/.exec(chunk)![0];
  return indent === '' ? chunk : `if 1:\n${chunk}`;
}

function isPython(text: string): boolean {
  try {
    const tree = pythonOnly(text);
    let whole = true;
    tree.iterate({ enter: ({ type }) => void (whole &&= !type.isError) });
    return whole;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}
