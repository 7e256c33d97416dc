/** Where a text calls layer functions, by name alone: cheap enough for a lens on every edit. Nothing is evaluated. */
import type { OperationName, TextRange } from '../ParseResult';
import { layerObjects, layerOperation, maximumOperation, nodeOperation } from './layers/callNames';
import { endOfComment, endOfString } from './syntax/text/lexemes';
import { blankPrompts } from './syntax/text/prompts';

export interface FoundCall {
  /** As written: `F.conv2d`. */
  readonly callee: string;
  readonly operation: OperationName;
  /** From the name to the closing bracket. */
  readonly range: TextRange;
}

const TOKEN = /[A-Za-z_][\w.]*/y;
/** Where a comment, a string or a name begins: numbers and brackets are passed over in one search. */
const START = /[#"'A-Za-z_]/g;
const DEFINITION = /(?:^|[^\w.])(?:def|class|import)[ \t]+$/;
/** A call is not followed further than this to its closing bracket. */
const MAX_LENGTH = 10_000;

/** Calls that begin in [from, to). Definitions, strings and comments are skipped. */
export function findCalls(
  text: string,
  { from = 0, to = text.length }: { from?: number; to?: number } = {},
): FoundCall[] {
  const found: FoundCall[] = [];
  const objects = layerObjects(blankPrompts(text));
  for (let at = startAt(text, 0); at < Math.min(to, text.length); at = startAt(text, at)) {
    const character = text[at]!;
    if (character === '#') at = endOfComment(text, at);
    else if (character === '"' || character === "'") at = endOfString(text, at);
    else {
      TOKEN.lastIndex = at;
      const callee = TOKEN.exec(text)![0];
      const open = at + callee.length;
      if (at >= from && text[open] === '(') {
        const operation = /(^|\.)make_node$/.test(callee)
          ? nodeOperation(text, open)
          : /^(np|numpy|jnp)\.maximum$/.test(callee)
            ? maximumOperation(text.slice(at, endOfCall(text, open)))
            : (objects.get(callee) ?? layerOperation(callee));
        if (operation && !DEFINITION.test(text.slice(Math.max(0, at - 20), at)))
          found.push({ callee, operation, range: [at, endOfCall(text, open)] });
      }
      at = open;
    }
  }
  return found;
}

/** The next place from `at` where a comment, a string or a name begins; the text's end. */
function startAt(text: string, at: number): number {
  START.lastIndex = at;
  return START.test(text) ? START.lastIndex - 1 : text.length;
}

/** Position after the bracket that closes the one at `open`, or where the search ends. */
function endOfCall(text: string, open: number): number {
  const limit = Math.min(text.length, open + MAX_LENGTH);
  let depth = 0;
  for (let at = open; at < limit;) {
    const character = text[at]!;
    if (character === '#') at = endOfComment(text, at);
    else if (character === '"' || character === "'") at = endOfString(text, at);
    else {
      if ('([{'.includes(character)) depth += 1;
      else if (')]}'.includes(character)) depth -= 1;
      at += 1;
      if (depth === 0) return at;
    }
  }
  return open + 1;
}
