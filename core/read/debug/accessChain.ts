/**
 * The only text of a user that is sent to a debugger: a name with attributes and indices (`self.conv1.W[0, :, "k"]`).
 * Nothing in it calls, computes or assigns; what does not fit is refused before anything is sent to a debugger.
 */

/** Keywords that are statements by themselves in the debuggers' languages. */
const STATEMENTS = new Set(
  'await break case continue debugger del goto pass raise return super throw yield import exit quit'.split(' '),
);

const NAME = /[\p{L}_$][\p{L}\p{N}_$]*/uy;
const ATTRIBUTE = /(?:\?\.|\.|->|::)#?(?=[\p{L}_$])/uy;
const WHOLE = /-?\d+/y;
const SLICE = /(?:-?\d+)?:(?:-?\d+)?(?::(?:-?\d+)?)?/y;
const STRING = /"[^"\\\r\n$`]*"|'[^'\\\r\n$`]*'/y;
const SPACES = /[ \t]*/y;
const DEEPEST = 8;

/** `text` without the blanks around it, when all of it is one chain; else undefined. */
export function accessChain(text: string): string | undefined {
  const chain = text.trim();
  return endsOf(chain, 0)?.at(-1) === chain.length ? chain : undefined;
}

/** The chain that the cursor is in, up to the name or index it touches: `self.conv1` in `self.co|nv1.W`. */
export function chainAt(line: string, column: number): string | undefined {
  for (const { index } of line.matchAll(/(?<![\p{L}\p{N}_$#.>:\])"'])[\p{L}_$]/gu)) {
    if (index > column) return undefined;
    const end = endsOf(line, index)?.find((each) => each >= column);
    if (end !== undefined) return line.slice(index, end);
  }
  return undefined;
}

/** What a chain's value is called: `W1` for `params["W1"]`, else the chain. */
export function nameOfChain(chain: string): string {
  return /\[(["'])([\p{L}_][\p{L}\p{N}_]*)\1\]$/u.exec(chain)?.[2] ?? chain;
}

/** Where the chain that starts at `start` ends after its name, and after each attribute and index. */
function endsOf(text: string, start: number, depth = 0): number[] | undefined {
  const name = match(NAME, text, start);
  if (name === undefined || STATEMENTS.has(name)) return undefined;
  const ends = [start + name.length];
  for (;;) {
    const at = ends.at(-1)!;
    const next = attributeEnd(text, at) ?? indexEnd(text, at, depth);
    if (next === undefined) return ends;
    ends.push(next);
  }
}

function attributeEnd(text: string, at: number): number | undefined {
  const link = match(ATTRIBUTE, text, at);
  if (link === undefined) return undefined;
  const from = at + link.length;
  const name = match(NAME, text, from);
  return name === undefined ? undefined : from + name.length;
}

/** `[0]`, `["key"]`, `[i]`, `[0, :, -1]`, `[...]`. */
function indexEnd(text: string, open: number, depth: number): number | undefined {
  if (text[open] !== '[' || depth >= DEEPEST) return undefined;
  let at = open + 1;
  for (;;) {
    at = skipSpaces(text, at);
    const end = partEnd(text, at, depth);
    if (end === undefined) return undefined;
    at = skipSpaces(text, end);
    if (text[at] === ']') return at + 1;
    if (text[at] !== ',') return undefined;
    at++;
  }
}

function partEnd(text: string, at: number, depth: number): number | undefined {
  for (const pattern of [SLICE, WHOLE, STRING]) {
    const part = match(pattern, text, at);
    if (part !== undefined) return at + part.length;
  }
  if (text.startsWith('...', at)) return at + 3;
  return endsOf(text, at, depth + 1)?.at(-1);
}

function skipSpaces(text: string, at: number): number {
  return at + (match(SPACES, text, at)?.length ?? 0);
}

function match(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}
