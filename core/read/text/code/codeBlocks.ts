/** Blocks of statements of C-like languages: bodies of functions, tests and classes, not the braces of values. */
import type { TextRange } from '../../TextRange';

/** What is before the brace of a block, on its line. */
const HEAD =
  /(?:\)|=>|\b(?:else|try|do|finally|loop)|\b(?:mod|struct|class|impl|namespace|interface|object|enum)\b[^;{}=]*|\)\s*(?:const|noexcept|throws\s+[\w., ]+|->[^;{}]+|:\s*[\w<>[\]]+|[\w*.[\]() ,]+))\s*$/;

/** Of places of a text, whether one of two is in a block that holds the other, or in the same one. */
export function sharedBlocks(code: string, places: readonly number[]): (a: number, b: number) => boolean {
  const blocks = blocksAt(code, places);
  return (a, b) => {
    const [first, second] = [blocks.get(a) ?? [], blocks.get(b) ?? []];
    return first.every((brace, level) => level >= second.length || second[level] === brace);
  };
}

/** The outermost block around a place that holds none of the others; undefined where it has none. */
export function blockApart(code: string, place: number, others: readonly number[]): TextRange | undefined {
  const around = others.flatMap((each) => blocksAround(code, each));
  const start = blocksAround(code, place).find((brace) => !around.includes(brace));
  return start === undefined ? undefined : [start, closing(code, start)];
}

/** Of places, those in the innermost block around another one that holds some; all where no block does. */
export function placesInBlock(code: string, place: number, places: readonly number[]): readonly number[] {
  for (const start of [...blocksAround(code, place)].reverse()) {
    const end = closing(code, start);
    const inside = places.filter((each) => start < each && each < end);
    if (inside.length > 0) return inside;
  }
  return places;
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
function blocksAround(code: string, place: number): readonly number[] {
  return blocksAt(code, [place]).get(place) ?? [];
}

function blocksAt(code: string, places: readonly number[]): ReadonlyMap<number, readonly number[]> {
  const found = new Map<number, readonly number[]>();
  const open: { readonly brace: number; readonly isBlock: boolean }[] = [];
  let at = 0;
  for (const place of [...places].sort((a, b) => a - b)) {
    for (; at < place; at++) {
      if (code[at] === '{') open.push({ brace: at, isBlock: isBlock(code, at) });
      else if (code[at] === '}') open.pop();
    }
    found.set(
      place,
      open.filter((each) => each.isBlock).map(({ brace }) => brace),
    );
  }
  return found;
}

/** Whether a brace opens statements, not a value. */
export function isBlock(code: string, brace: number): boolean {
  return HEAD.test(code.slice(Math.max(code.lastIndexOf('\n', brace - 1) + 1, brace - 200), brace));
}
