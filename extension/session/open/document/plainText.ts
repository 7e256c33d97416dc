/** Texts as the readers take them, at the same offsets: lines end with `\n` alone, and no word is longer than a name can be. */
import type { TextSource } from '../../source/LensSource';
import type { OpenRequest } from '../OpenRequest';
import { withoutLineMarks } from './lineMarks';

/** Data in a text, such as an image in Base64: expressions for names would take quadratic time. */
const LONG_WORD = /(?<![\w$.\u00c0-\u04ff])[\w$.\u00c0-\u04ff]{1000,}/g;

export function plainRequest(request: OpenRequest): OpenRequest {
  const { text, before, after } = request;
  if ([text, ...(before ?? []), ...(after ?? [])].every(isPlain)) return request;
  return {
    ...request,
    text: plain(text),
    ...(before && { before: before.map(plain) }),
    ...(after && { after: after.map(plain) }),
  };
}

/** Without the marks of mail, logs and frames around its lines. */
export function unmarked(request: OpenRequest): OpenRequest {
  const text = withoutLineMarks(request.text, request.languageId);
  return text === request.text ? request : { ...request, text };
}

export function plainSource(source: TextSource): TextSource {
  const { segments, surroundings } = source;
  if ([...segments, ...(surroundings ?? [])].every(({ text }) => isPlain(text))) return source;
  return {
    ...source,
    segments: segments.map((each) => ({ ...each, text: plain(each.text) })),
    ...(surroundings && { surroundings: surroundings.map((each) => ({ ...each, text: plain(each.text) })) }),
  };
}

/** A file of Python that is one string with examples, such as an exercise, or that shows what they print: they are a session. */
export function docstringAsSession(request: OpenRequest): OpenRequest {
  const { text, languageId, before } = request;
  if (languageId !== 'python' || before?.length || !/^[ \t]*>>> /m.test(text)) return request;
  // What a session printed is not a statement.
  if (PRINTED.test(text)) return { ...request, languageId: 'plaintext' };
  const [, start, quotes, examples] = ONE_STRING.exec(text) ?? [];
  if (start === undefined || quotes === undefined || examples === undefined) return request;
  return { ...request, languageId: 'plaintext', text: ' '.repeat(start.length + quotes.length) + examples };
}

const PRINTED = /^>>> .*\n(?:\.\.\. .*\n)*(?:array|tensor)\(/m;
const ONE_STRING = /^(\s*(?:#[^\n]*\n\s*)*[rRuU]?)("{3}|'{3})([^]*?)\2\s*$/;

function isPlain(text: string): boolean {
  return !text.includes('\r\n') && text.search(LONG_WORD) < 0;
}

/** A backslash stays the last character of its line. */
function plain(text: string): string {
  return text
    .replaceAll('\\\r\n', ' \\\n')
    .replaceAll('\r\n', ' \n')
    .replace(LONG_WORD, (word) => 'a '.repeat(word.length / 2 + 1).slice(0, word.length));
}
