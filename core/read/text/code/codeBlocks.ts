/** Blocks of statements of C-like languages: bodies of functions, tests and classes, not the braces of values. */

/** What is before the brace of a block, on its line. */
const HEAD =
  /(?:\)|=>|\b(?:else|try|do|finally|loop)|\b(?:mod|struct|class|impl|namespace|interface|object|enum)\b[^;{}=]*|\)\s*(?:const|noexcept|throws\s+[\w., ]+|->[^;{}]+|:\s*[\w<>[\]]+|[\w*.[\]() ,]+))\s*$/;

/** Whether one of two places is in a block that holds the other, or in the same one. */
export function shareBlock(code: string, a: number, b: number): boolean {
  const [first, second] = [blocksAround(code, a), blocksAround(code, b)];
  return first.every((brace, level) => level >= second.length || second[level] === brace);
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
