/** HTML pasted as text: the code in `<pre>` and multi-line `<code>`, with tags removed and entities decoded. */
import { lastCode, type Block, type DecodedText } from './Block';
import { codeLanguage } from '../codeLanguage';
import { fenceLanguage } from '../fenceLanguage';
import { plainBlocks } from './plainBlocks';

const ELEMENT = /<(pre|code|textarea)\b([^>]*)>([^]*?)<\/\1\s*>/gi;
const TAG = /<(\/?)(\w+)[^<>]*>|&(?:#(\d+)|#[xX]([0-9a-fA-F]+)|([a-zA-Z]+));/y;
/** Also the label of a row, which has cells of its own. */
const UNSEEN =
  /<(style|script|head)\b[^]*?<\/\1\s*>|<!--[^]*?-->|<th\b(?![^<>]*rowspan)[^<>]*>[^<>]*<\/th\s*>(?=(?:(?!<\/?tr\b)[^])*<td\b)/iy;
const ENTITIES: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  times: '\u00d7',
  minus: '-',
};

export function hasMarkup(text: string): boolean {
  return /<pre\b[^>]*>|<code\b[^>]*>[^<]*\n/i.test(text) && /<\/(?:pre|code)\s*>/i.test(text);
}

/** A page whose arrays are in tables. */
export function hasTables(text: string): boolean {
  return /<td\b[^<>]*>[^<>]*\d[^<>]*<\/td>/i.test(text);
}

/** The words and the tables of a page: cells with blanks between them, rows on lines of their own. */
export function pageBlock(text: string): Block {
  const parts = shownOrder(text).map(([start, end]) => decode(text, start, end, true));
  const origins = parts.flatMap((part) => [...part.origins.slice(0, -1)]);
  return {
    kind: 'code',
    languageId: 'plaintext',
    range: [0, text.length],
    decoded: { text: parts.map((part) => part.text).join(''), origins: Uint32Array.from([...origins, text.length]) },
  };
}

/** The parts of a page as they are read: the caption of a table is above it, wherever it is written. */
function shownOrder(text: string): readonly (readonly [number, number])[] {
  const parts: [number, number][] = [];
  let from = 0;
  for (const { 0: table, index } of text.matchAll(/<table\b(?:(?!<\/?table\b)[^])*<\/table\s*>/gi)) {
    const caption = /<caption\b[^]*?<\/caption\s*>/i.exec(table);
    if (!caption) continue;
    const [start, end] = [index + caption.index, index + caption.index + caption[0].length];
    parts.push([from, index], [start, end], [index, start], [end, index + table.length]);
    from = index + table.length;
  }
  return [...parts, [from, text.length]];
}

const SCRIPT = /<script\b([^>]*)>([^]*?)<\/script\s*>/gi;

/** The scripts of a page that call layers; empty where it has none. */
export function scriptBlocks(text: string): Block[] {
  return [...text.matchAll(SCRIPT)].flatMap(({ 0: { length }, 1: attributes = '', 2: code = '', index }): Block[] => {
    const isOther = /\bsrc\s*=|\btype\s*=\s*["']?(?!module|text\/javascript|application\/javascript)/i.test(attributes);
    if (isOther || !/\w*(?:conv|pool)\w*\s*\(/i.test(code)) return [];
    const end = index + length - /<\/script\s*>$/i.exec(text.slice(index, index + length))![0].length;
    return [{ kind: 'code', languageId: 'javascript', range: [end - code.length, end] }];
  });
}

export function htmlBlocks(text: string): Block[] {
  const blocks: Block[] = [];
  let prose = 0;
  for (const match of text.matchAll(ELEMENT)) {
    const [whole, tag = '', attributes = '', inner = ''] = match;
    if (tag.toLowerCase() === 'code' && !inner.includes('\n')) continue;
    const start = match.index + whole.indexOf('>') + 1;
    const range = [start, start + inner.length] as const;
    if (text.slice(prose, match.index).trim() !== '') blocks.push({ kind: 'prose', range: [prose, match.index] });
    blocks.push(
      ...elementBlocks(
        text,
        range,
        attributes + openingTags(inner),
        text.slice(Math.max(0, match.index - 200), match.index),
        blocks,
      ),
    );
    prose = match.index + whole.length;
  }
  if (text.slice(prose).trim() !== '') blocks.push({ kind: 'prose', range: [prose, text.length] });
  return blocks;
}

/** The tags at the start of an element, whose classes name the language too. */
function openingTags(inner: string): string {
  return /^(?:\s*<[^>]*>)*/.exec(inner)![0].slice(0, 400);
}

function elementBlocks(
  text: string,
  range: readonly [number, number],
  attributes: string,
  before: string,
  blocks: readonly Block[],
): Block[] {
  const decoded = decode(text, ...range);
  if (decoded.text.trim() === '') return [];
  const classes = [...(attributes + before.slice(before.lastIndexOf('<'))).matchAll(/class\s*=\s*["']([^"']*)["']/gi)];
  const language = fenceLanguage(classes.map((match) => match[1]!).join(' ')) ?? codeLanguage(decoded.text);
  if (language !== undefined && language !== 'output' && language !== 'python') {
    return [{ kind: 'code', languageId: language, range, decoded }];
  }
  const previous = lastCode(blocks);
  const inner = plainBlocks(decoded.text, previous && (previous.decoded?.text ?? text.slice(...previous.range)));
  if (inner.some(({ kind }) => kind === 'code') || language === 'python') {
    const parts = inner.some(({ kind }) => kind === 'code')
      ? inner
      : [{ kind: 'code', languageId: 'python', range: [0, decoded.text.length] } satisfies Block];
    return parts.map(({ range: [start, end], ...block }) => ({
      ...block,
      range: [decoded.origins[start]!, decoded.origins[end]!],
      decoded: { text: decoded.text.slice(start, end), origins: decoded.origins.slice(start, end + 1) },
    }));
  }
  return [
    {
      kind: previous ? 'output' : 'prose',
      ...(previous && { languageId: previous.languageId ?? 'python' }),
      range,
      decoded,
    },
  ];
}

function decode(text: string, start: number, end: number, isPage = false): DecodedText {
  const pieces: string[] = [];
  const origins: number[] = [];
  for (let at = start; at < end;) {
    UNSEEN.lastIndex = at;
    if (isPage && text[at] === '<' && UNSEEN.test(text)) {
      at = UNSEEN.lastIndex;
      continue;
    }
    TAG.lastIndex = at;
    const match = text[at] === '<' || text[at] === '&' ? TAG.exec(text) : null;
    const shown = match ? characterOf(match, isPage) : isPage ? text[at]!.replace(/\s/, ' ') : text[at]!;
    for (let k = 0; k < shown.length; k++) origins.push(at);
    pieces.push(shown);
    at = match ? TAG.lastIndex : at + 1;
  }
  origins.push(end);
  return { text: pieces.join(''), origins: Uint32Array.from(origins) };
}

/** What a tag or an entity shows: `<br>` a line end, other tags nothing. */
function characterOf([whole, , tag, decimal, hex, name]: RegExpExecArray, isPage: boolean): string {
  if (isPage && tag !== undefined) {
    if (/^t[dh]$/i.test(tag)) return ' ';
    return /^(?:p|h\d|div|li|ul|ol|table|thead|tbody|tfoot|caption|figcaption|section|article|br|hr)$/i.test(tag) ||
      /^<tr/i.test(whole)
      ? '\n'
      : '';
  }
  if (tag !== undefined) return /^(?:br|li|tr)$/i.test(tag) && !whole.startsWith('</') ? '\n' : '';
  if (name !== undefined) return Object.hasOwn(ENTITIES, name) ? ENTITIES[name]! : whole;
  const code = decimal !== undefined ? Number(decimal) : parseInt(hex!, 16);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
}
