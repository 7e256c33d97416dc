/** Reads `try` with its handlers, `else` and `finally`. */
import type { SyntaxNode } from '@lezer/common';
import type { TextRange } from '../../../ParseResult';
import type { Expression, Handler, Statement } from '../tree/ast';

interface Reader {
  group(nodes: readonly SyntaxNode[]): Expression;
  body(node: SyntaxNode): Statement[];
  slice(node: SyntaxNode): string;
}

const MISSING_MODULE = /\b(?:ImportError|ModuleNotFoundError|Exception)\b/;

export function readTry(children: readonly SyntaxNode[], reader: Reader, range: TextRange): Statement {
  const handlers: Handler[] = [];
  let [body, orElse, last]: Statement[][] = [[], [], []];
  let head: SyntaxNode[] = [];
  let handlesMissing = false;
  for (const child of children) {
    if (child.name !== 'Body') {
      head.push(child);
      continue;
    }
    const block = reader.body(child);
    switch (head[0]?.name) {
      case 'except':
        handlers.push({ ...handlerHead(head.slice(1), reader), body: block });
        handlesMissing ||= head.length === 1 || head.some((node) => MISSING_MODULE.test(reader.slice(node)));
        break;
      case 'else':
        orElse = block;
        break;
      case 'finally':
        last = block;
        break;
      default:
        body = block;
    }
    head = [];
  }
  if (handlesMissing) body = body!.map((each) => (each.type === 'import' ? { ...each, optional: true } : each));
  return { type: 'try', body: body!, handlers, orElse: orElse!, last: last!, range };
}

/** `except (A, B) as name`. */
function handlerHead(nodes: readonly SyntaxNode[], reader: Reader): Omit<Handler, 'body'> {
  const alias = nodes.findIndex(({ name }) => name === 'as');
  const types = alias < 0 ? nodes : nodes.slice(0, alias);
  return {
    types: types.length > 0 ? reader.group(types) : undefined,
    name: alias < 0 ? undefined : reader.slice(nodes[alias + 1]!),
  };
}
