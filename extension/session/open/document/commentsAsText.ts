/** The comments of a program without data as a text of words: the example in a function's documentation. */
import type { OpenRequest } from '../OpenRequest';
import { blanked } from './sections';

const LANGUAGES = /^(?:c|cpp|cuda-cpp|csharp|go|java|javascript|typescript|kotlin|rust|scala|swift)$/;
const COMMENT = /\/\*[^]*?\*\/|(?:^[ \t]*\/\/[^\n]*\n?)+/gm;
/** What a comment's lines begin and end with, and the tags of Javadoc. */
const MARKS = /^[ \t]*(?:\/\*+|\*+\/?|\/\/+!?)|\*+\/|<\/?(?:p|pre|br|code)[ \t]*\/?>|\{@code\b|(?<=^[ \t*]*)@\w+/gm;
const ARRAY = /[[{]\s*[-+]?[\d.]+f?\s*,/;

/** Undefined where the code has arrays, or no comment has. A cursor outside of the comments is left out. */
export function commentsAsText({ text, languageId = '', cursor, ...rest }: OpenRequest): OpenRequest | undefined {
  if (!LANGUAGES.test(languageId) || !ARRAY.test(text)) return undefined;
  const comments = [...text.matchAll(COMMENT)].filter(({ 0: comment }) => ARRAY.test(comment));
  if (comments.length === 0 || ARRAY.test(text.replace(COMMENT, ''))) return undefined;
  let end = 0;
  let words = '';
  for (const { 0: comment, index } of comments) {
    words += blanked(text.slice(end, index)) + comment.replace(MARKS, (mark) => ' '.repeat(mark.length));
    end = index + comment.length;
  }
  const isInside = comments.some(
    ({ 0: comment, index }) => cursor !== undefined && index <= cursor && cursor < index + comment.length,
  );
  return {
    ...rest,
    text: words + blanked(text.slice(end)),
    languageId: 'plaintext',
    ...(isInside && { cursor: cursor! }),
  };
}
