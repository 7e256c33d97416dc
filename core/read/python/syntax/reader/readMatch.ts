/**
 * Reads `match` as the `if` statement with the same tests.
 * A pattern that fails after some of its names were bound leaves them bound, as CPython may do.
 */
import type { SyntaxNode } from '@lezer/common';
import type { TextRange } from '../../../ParseResult';
import type { Expression, Statement } from '../tree/ast';
import { childrenOf, splitBy } from './nodes';
import type { NodeReader } from './NodeReader';
import {
  allTests,
  anyTest,
  comparison,
  call,
  capture,
  instanceTest,
  item,
  named,
  numberLiteral,
  textLiteral,
} from './patternExpressions';

/** Attribute in place of the brackets of a class pattern without arguments, which the parser does not read. */
export const NO_ARGUMENTS = '._';
/** Names in place of the patterns `[]` and `{}`, which the parser does not read. */
export const NO_ITEMS = '\u2115\u2115';
export const ANY_MAPPING = '\u2124\u2124';

/** Functions that only patterns call: the attribute of a positional pattern, and the items of a mapping that no key names. */
export const MATCHED_ATTRIBUTE = 'match attribute';
export const OTHER_ITEMS = 'match items';

/** A pattern that is not supported. */
class Unsupported extends Error {}

/** Holds the value that is matched; not a name that a program can write. */
const SUBJECT = ' match';

/** `block` reads the body of a clause. Undefined where a pattern is not supported. */
export function readMatch(
  children: readonly SyntaxNode[],
  reader: NodeReader,
  block: (node: SyntaxNode) => Statement[],
  range: TextRange,
): Statement[] | undefined {
  const body = children[children.length - 1]!;
  const value = reader.group(children.slice(1, -1));
  const subject: Expression =
    value.type === 'name' ? value : { type: 'name', name: `${SUBJECT} ${range[0]}`, range: value.range };
  const clauses = childrenOf(body).filter(({ name }) => name === 'MatchClause');
  try {
    const branches = clauses.map((clause) => {
      const parts = childrenOf(clause).slice(1);
      const guard = parts.find(({ name }) => name === 'Guard');
      const patterns = parts.filter(({ name }) => name !== 'Guard' && name !== 'Body');
      const test = patternsTest(patterns, subject, reader);
      const guarded = guard ? [test, reader.read(childrenOf(guard)[1]!)] : [test];
      return { test: allTests(guarded, reader.range(clause)), body: block(parts[parts.length - 1]!) };
    });
    const chosen: Statement = { type: 'if', branches, range };
    return subject === value ? [chosen] : [{ type: 'assign', targets: [subject], value, range: value.range }, chosen];
  } catch (error) {
    if (error instanceof Unsupported) return undefined;
    throw error;
  }
}

/** One pattern, or several with commas between them: a sequence without brackets. */
function patternsTest(nodes: readonly SyntaxNode[], subject: Expression, reader: NodeReader): Expression {
  const [only] = nodes;
  return nodes.length === 1 && only!.name !== 'StarPattern'
    ? patternTest(only!, subject, reader)
    : sequenceTest(nodes, subject, reader);
}

function patternTest(node: SyntaxNode, subject: Expression, reader: NodeReader): Expression {
  const range = reader.range(node);
  const children = childrenOf(node);
  switch (node.name) {
    case 'CapturePattern':
      if (reader.slice(node) === NO_ITEMS) return sequenceTest([], subject, reader, range);
      if (reader.slice(node) === ANY_MAPPING) return mappingTest([], subject, reader, range);
      return capture(reader.slice(node), subject, range);
    case 'LiteralPattern':
      return literalTest(children, subject, reader, range);
    case 'AttributePattern': {
      const written = reader.slice(node);
      if (written.endsWith(NO_ARGUMENTS)) return instanceTest(subject, [named(written.slice(0, -2), range)], range);
      return comparison('==', subject, named(written, range), range);
    }
    case 'OrPattern': {
      // The parser attaches `as` to the last alternative; it belongs to all of them.
      const choices = splitBy(children, 'LogicOp').map(([pattern]) => pattern!);
      const last = choices[choices.length - 1]!;
      const [inner, , name] = last.name === 'AsPattern' ? childrenOf(last) : [last];
      const tests = [...choices.slice(0, -1), inner!].map((pattern) => patternTest(pattern, subject, reader));
      const test = anyTest(tests, range);
      return name ? allTests([test, capture(reader.slice(name), subject, range)], range) : test;
    }
    case 'AsPattern': {
      const [pattern, , name] = children;
      return allTests([patternTest(pattern!, subject, reader), capture(reader.slice(name!), subject, range)], range);
    }
    case 'SequencePattern': {
      const inner = children.slice(1, -1);
      // `(x)` is x; `(x,)` and `[x]` are sequences of one item.
      if (reader.slice(children[0]!) === '(' && inner.length === 1 && inner[0]!.name !== 'StarPattern')
        return patternTest(inner[0]!, subject, reader);
      return sequenceTest(inner, subject, reader, range);
    }
    case 'MappingPattern':
      return mappingTest(children.slice(1, -1), subject, reader, range);
    case 'ClassPattern':
      return classTest(children, subject, reader, range);
    default:
      throw new Unsupported();
  }
}

function literalTest(
  children: readonly SyntaxNode[],
  subject: Expression,
  reader: NodeReader,
  range: TextRange,
): Expression {
  const value = literal(children, reader, range);
  return comparison(value.type === 'constant' ? 'is' : '==', subject, value, range);
}

/** A constant, or a number with a minus sign. */
function literal(children: readonly SyntaxNode[], reader: NodeReader, range: TextRange): Expression {
  const last = children[children.length - 1];
  if (!last) throw new Unsupported();
  const value = reader.read(last);
  return children.length > 1 ? { type: 'unary', operator: '-', operand: value, range } : value;
}

function sequenceTest(
  nodes: readonly SyntaxNode[],
  subject: Expression,
  reader: NodeReader,
  range = reader.rangeOf(nodes),
): Expression {
  const items = splitBy(nodes, ',').map(([pattern]) => pattern!);
  const star = items.findIndex(({ name }) => name === 'StarPattern');
  const length = call('len', [subject], range);
  const sized =
    star < 0
      ? comparison('==', length, numberLiteral(items.length, range), range)
      : comparison('>=', length, numberLiteral(items.length - 1, range), range);
  const isSequence = instanceTest(
    subject,
    ['list', 'tuple', 'range'].map((name) => named(name, range)),
    range,
  );
  const tests = items.map((pattern, index) => {
    if (index === star) return starTest(pattern, star, items.length - 1 - star, subject, reader);
    const place = star >= 0 && index > star ? index - items.length : index;
    return patternTest(pattern, item(subject, numberLiteral(place, range), range), reader);
  });
  return allTests([isSequence, sized, ...tests], range);
}

/** `*name` gets the items that the patterns before and after it leave, as a list. */
function starTest(
  node: SyntaxNode,
  before: number,
  after: number,
  subject: Expression,
  reader: NodeReader,
): Expression {
  const range = reader.range(node);
  const stop = after === 0 ? undefined : numberLiteral(-after, range);
  const slice = { type: 'slice', start: numberLiteral(before, range), stop, step: undefined, range } as const;
  const rest: Expression = { type: 'subscript', object: subject, index: { items: [slice], many: false }, range };
  return patternTest(childrenOf(node)[1]!, call('list', [rest], range), reader);
}

function mappingTest(
  nodes: readonly SyntaxNode[],
  subject: Expression,
  reader: NodeReader,
  range: TextRange,
): Expression {
  const keys: Expression[] = [];
  const tests = splitBy(nodes, ',').flatMap((entry) => {
    if (entry[0]!.name === '**') return [patternTest(entry[1]!, call(OTHER_ITEMS, [subject, ...keys], range), reader)];
    const [key, pattern] = splitBy(entry, ':').map(([node]) => node!);
    if (!pattern || key!.name !== 'LiteralPattern') throw new Unsupported();
    const name = literal(childrenOf(key!), reader, range);
    keys.push(name);
    return [comparison('in', name, subject, range), patternTest(pattern, item(subject, name, range), reader)];
  });
  return allTests([instanceTest(subject, [named('dict', range)], range), ...tests], range);
}

/** Types whose only positional pattern matches the value itself. */
const WHOLE = new Set(['bool', 'bytes', 'dict', 'float', 'frozenset', 'int', 'list', 'set', 'str', 'tuple']);

function classTest(
  children: readonly SyntaxNode[],
  subject: Expression,
  reader: NodeReader,
  range: TextRange,
): Expression {
  const list = children[children.length - 1]!;
  const name = children
    .slice(0, -1)
    .map((node) => reader.slice(node))
    .join('');
  const type = named(name, range);
  const patterns = splitBy(childrenOf(list).slice(1, -1), ',').map(([argument]) => argument!);
  const placed = patterns.filter((pattern) => pattern.name !== 'KeywordPattern').length;
  const tests = patterns.flatMap((pattern, place) => {
    if (pattern.name !== 'KeywordPattern' && WHOLE.has(name)) return [patternTest(pattern, subject, reader)];
    const parts = pattern.name === 'KeywordPattern' ? childrenOf(pattern) : [pattern];
    const attribute =
      parts.length > 1
        ? textLiteral(reader.slice(parts[0]!), range)
        : call(MATCHED_ATTRIBUTE, [type, numberLiteral(place, range), numberLiteral(placed, range)], range);
    return [
      call('hasattr', [subject, attribute], range),
      patternTest(parts[parts.length - 1]!, call('getattr', [subject, attribute], range), reader),
    ];
  });
  return allTests([instanceTest(subject, [type], range), ...tests], range);
}
