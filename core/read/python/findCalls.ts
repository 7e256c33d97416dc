/** Where a text calls layer functions, by name alone: cheap enough for a lens on every edit. Nothing is evaluated. */
import type { OperationName, TextRange } from '../ParseResult';
import { operationOfFunction } from './layers/callNames';
import { endOfComment, endOfString } from './syntax/lexemes';

export interface FoundCall {
  /** As written: `F.conv2d`. */
  readonly callee: string;
  readonly operation: OperationName;
  /** From the name to the closing bracket. */
  readonly range: TextRange;
}

const FUNCTION = /^(?:F|(?:torch\.)?nn\.functional|(?:tf|tensorflow)\.nn)\.(conv2d|max_pool2d|avg_pool2d)$/;
const CLASS = /^(?:[A-Za-z_]\w*\.)*(Conv2[dD]|MaxPool(?:ing)?2[dD]|A(?:vg|verage)Pool(?:ing)?2[dD])$/;
const TOKEN = /[A-Za-z_][\w.]*/y;
const DEFINITION = /(?:^|[^\w.])(?:def|class|import)[ \t]+$/;
/** A call is not followed further than this to its closing bracket. */
const MAX_LENGTH = 10_000;

/** Calls that begin in [from, to). Definitions, strings and comments are skipped. */
export function findCalls(
  text: string,
  { from = 0, to = text.length }: { from?: number; to?: number } = {},
): FoundCall[] {
  const found: FoundCall[] = [];
  for (let at = 0; at < Math.min(to, text.length);) {
    const character = text[at]!;
    if (character === '#') at = endOfComment(text, at);
    else if (character === '"' || character === "'") at = endOfString(text, at);
    else {
      TOKEN.lastIndex = at;
      const callee = TOKEN.exec(text)?.[0];
      const operation = callee !== undefined && at >= from ? layerOperation(callee) : undefined;
      const open = at + (callee?.length ?? 0);
      if (
        callee !== undefined &&
        operation &&
        text[open] === '(' &&
        !DEFINITION.test(text.slice(Math.max(0, at - 20), at))
      ) {
        found.push({ callee, operation, range: [at, endOfCall(text, open)] });
      }
      at = callee === undefined ? at + 1 : open;
    }
  }
  return found;
}

/** The operation that a callee names; undefined for a name that is not a layer's. */
export function layerOperation(callee: string): OperationName | undefined {
  const last = callee.slice(callee.lastIndexOf('.') + 1);
  const known = operationOfFunction(last);
  if (known) return known;
  const framework = FUNCTION.exec(callee)?.[1] ?? CLASS.exec(callee)?.[1];
  if (framework === undefined) return undefined;
  return framework.toLowerCase().startsWith('conv') ? 'conv_forward' : 'pool_forward';
}

/** Behind the bracket that closes the one at `open`, or where the search ends. */
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
