/** Parses one chunk of the text, or finds that it is not Python. */
import type { Tree } from '@lezer/common';
import { parser } from '@lezer/python';
import { LensError, msg } from '../../../message';
import type { TextRange } from '../../ParseResult';
import type { Statement } from './tree/ast';
import type { Chunk } from './text/chunks';
import type { MaskedText } from './text/display';
import { MAX_DEPTH } from './reader/ExpressionReader';
import { childrenOf } from './reader/nodes';
import { forParser, withArguments } from './parserGaps';
import { StatementReader } from './reader/StatementReader';

/** Prose, printed output, or a line with a syntax error. */
export class NotCode extends Error {
  constructor(readonly range: TextRange) {
    super('not Python');
  }
}

/** An indented chunk is read as the body of this. */
const WRAPPER = 'if 1:\n';

/** Gives up at the first error: recovering from prose takes long, and its result would not be used. */
const strictParser = parser.configure({ strict: true });

/** Throws NotCode, or a LensError where the code is nested too deep. */
export function parseChunk(masked: MaskedText, { range, indent }: Chunk): Statement[] {
  const [start, end] = range;
  const source = masked.text.slice(start, end);
  if (/^\s*(?:[%!?]|$)/.test(source)) return [];
  requireShallow(source, masked.origin(start, end));
  const prefix = indent > 0 ? WRAPPER : '';
  const text = prefix + withArguments(source);
  const tree = parse(forParser(text));
  if (!tree) throw new NotCode(masked.origin(...trimmed(source, start)));
  const reader = new StatementReader(text, start - prefix.length, masked);
  const top = childrenOf(tree.topNode);
  if (prefix === '') return reader.all(top);
  const body = top[0]?.getChild('Body');
  return body ? reader.body(body) : [];
}

/** Trees of the texts that were parsed last: the check parses the same statements for many edits of others. */
const known = new Map<string, Tree | undefined>();
/** Characters of these texts together. */
const MOST_KNOWN = 400_000;
let knownLength = 0;

/** Undefined where the text is not Python. */
function parse(text: string): Tree | undefined {
  if (known.has(text)) return known.get(text);
  const tree = parsed(text);
  if (text.length > MOST_KNOWN / 20) return tree;
  knownLength += text.length;
  if (knownLength > MOST_KNOWN) {
    known.clear();
    knownLength = text.length;
  }
  known.set(text, tree);
  return tree;
}

function parsed(text: string): Tree | undefined {
  let tree: Tree;
  try {
    tree = strictParser.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
  // What is nested too deep for the parser it cuts off, without throwing.
  let whole = true;
  tree.iterate({
    enter: ({ type }) => {
      whole &&= !type.isError;
    },
  });
  return whole ? tree : undefined;
}

/** The parser's time grows with the square of the depth. */
function requireShallow(source: string, range: TextRange): void {
  let depth = 0;
  for (const character of source) {
    if (character === '(' || character === '[' || character === '{') depth += 1;
    else if (character === ')' || character === ']' || character === '}') depth = Math.max(0, depth - 1);
    if (depth > MAX_DEPTH) {
      throw new LensError(msg('expressions are nested deeper than {0}', MAX_DEPTH), undefined, range);
    }
  }
}

function trimmed(source: string, start: number): TextRange {
  const lead = source.length - source.trimStart().length;
  return [start + lead, start + Math.max(lead, source.trimEnd().length)];
}
