/** Reads f-strings and adjacent string literals. */
import type { SyntaxNode } from '@lezer/common';
import type { TextRange } from '../../../ParseResult';
import type { Expression, FormatPart } from '../tree/ast';
import type { NodeReader } from './NodeReader';
import { childrenOf } from './nodes';
import { namesCharacter, textOfString, unescaped } from '../text/stringLiteral';

export function readFormat(node: SyntaxNode, reader: NodeReader, range: TextRange): Expression {
  const nodes = node.name === 'ContinuedString' ? childrenOf(node) : [node];
  const parts: FormatPart[] = [];
  for (const each of nodes) {
    const source = reader.slice(each);
    if (each.name === 'FormatString' && !namesCharacter(source.split(/['"]/, 1)[0]!, source))
      parts.push(...formatParts(each, reader));
    else {
      const text = textOfString(source);
      if (text === undefined) return { type: 'unsupported', range };
      parts.push(text);
    }
  }
  if (parts.every((part) => typeof part === 'string')) return { type: 'text', value: parts.join(''), range };
  return { type: 'format', parts, range };
}

function formatParts(node: SyntaxNode, reader: NodeReader): FormatPart[] {
  const source = reader.slice(node);
  const prefix = /^[a-zA-Z]*/.exec(source)![0];
  const raw = /r/i.test(prefix);
  const quotes = /^("""|''')/.test(source.slice(prefix.length)) ? 3 : 1;
  const literal = (from: number, to: number): string => {
    const text = source
      .slice(from - node.from, to - node.from)
      .replace(/\{\{/g, '{')
      .replace(/\}\}/g, '}');
    return raw ? text : unescaped(text);
  };
  const parts: FormatPart[] = [];
  let at = node.from + prefix.length + quotes;
  for (const child of childrenOf(node)) {
    if (child.name !== 'FormatReplacement') continue;
    if (child.from > at) parts.push(literal(at, child.from));
    parts.push(...replacement(child, reader));
    at = child.to;
  }
  const end = node.to - quotes;
  if (end > at) parts.push(literal(at, end));
  return parts;
}

/** `{value!r:spec}`, or `{value=}`, which also writes the expression. */
function replacement(node: SyntaxNode, reader: NodeReader): FormatPart[] {
  const children = childrenOf(node).slice(1, -1);
  const special = (name: string): SyntaxNode | undefined => children.find((child) => child.name === name);
  const conversionNode = special('FormatConversion');
  const specNode = special('FormatSpec');
  const documented = special('FormatSelfDoc');
  const value = reader.group(children.filter(({ name }) => !name.startsWith('Format') || name === 'FormatString'));
  const spec = specNode ? specParts(specNode, reader) : [];
  const given = conversionNode ? reader.slice(conversionNode).slice(1) : '';
  const stated = (['r', 's', 'a'] as const).find((each) => each === given);
  const conversion = stated ?? (documented && given === '' && spec.length === 0 ? 'r' : '');
  const part: FormatPart = { value, conversion, spec };
  if (!documented) return [part];
  const source = reader.slice(node);
  const space = /^\s*/.exec(source.slice(documented.to - node.from))![0];
  return [source.slice(1, documented.to - node.from) + space, part];
}

function specParts(node: SyntaxNode, reader: NodeReader): FormatPart[] {
  const source = reader.slice(node);
  const parts: FormatPart[] = [];
  let at = node.from + 1;
  for (const child of childrenOf(node)) {
    if (child.name !== 'FormatReplacement') continue;
    if (child.from > at) parts.push(source.slice(at - node.from, child.from - node.from));
    parts.push(...replacement(child, reader));
    at = child.to;
  }
  if (node.to > at) parts.push(source.slice(at - node.from));
  return parts;
}
