/** Blocks of statements of C-like languages: bodies of functions, tests and classes, not the braces of values. */
import type { TextRange } from '../../TextRange';

/** What is before the brace of a block, on its line. */
const HEAD =
  /(?:\)|=>|\b(?:else|try|do|finally|loop)|\b(?:mod|struct|class|impl|namespace|interface|object|enum)\b[^;{}=]*|\)\s*(?:const|noexcept|throws\s+[\w., ]+|->[^;{}]+|:\s*[\w<>[\]]+|[\w*.[\]() ,]+))\s*$/;

/** Whether one of two places is in a block that holds the other, or in the same one. */
export function shareBlock(code: string, a: number, b: number): boolean {
  const [first, second] = [blocksAround(code, a), blocksAround(code, b)];
  return first.every((brace, level) => level >= second.length || second[level] === brace);
}

/** The outermost block around a place that holds none of the others; undefined where it has none. */
export function blockApart(code: string, place: number, others: readonly number[]): TextRange | undefined {
  const around = others.flatMap((each) => blocksAround(code, each));
  const start = blocksAround(code, place).find((brace) => !around.includes(brace));
  return start === undefined ? undefined : [start, closing(code, start)];
}

/** The end of the innermost block around a place. */
export function blockEnd(code: string, place: number): number {
  const start = blocksAround(code, place).at(-1);
  return start === undefined ? code.length : closing(code, start);
}

function closing(code: string, start: number): number {
  let depth = 0;
  for (let at = start; at < code.length; at++) {
    if (code[at] === '{') depth += 1;
    else if (code[at] === '}' && --depth === 0) return at + 1;
  }
  return code.length;
}

/** Where the blocks around a place begin, the outermost first. */
function blocksAround(code: string, place: number): number[] {
  const open: number[] = [];
  for (let at = 0; at < place; at++) {
    if (code[at] === '{') open.push(at);
    else if (code[at] === '}') open.pop();
  }
  return open.filter((brace) =>
    HEAD.test(code.slice(Math.max(code.lastIndexOf('\n', brace - 1) + 1, brace - 200), brace)),
  );
}
