/** Statements of MATLAB between the words of a text without fences, such as a question of a forum: the code alone, at the same offsets. */
import type { OpenRequest } from '../OpenRequest';
import { isText } from './pieces';

const CALL = /^[ \t]*[A-Za-z]\w*[ \t]*=[ \t]*(?:conv2?|filter2|imfilter)\([^\n]*$/m;
/** Two rows between brackets. */
const MATRIX = /^[ \t]*[A-Za-z]\w*[ \t]*=[ \t]*\[[-+\d.,\s]+;[-+\d.,;\s]+\][ \t]*;?[ \t]*$/m;
const OTHER_CODE = /^[ \t]*(?:```|>>>? |In \[|import |<\w+>|\\begin)/m;
/** A matrix, which may go on over lines; a block's head or end; a value, not a sentence; a comment. */
const STATEMENT =
  /^[ \t]*(?:[A-Za-z]\w*[ \t]*=[ \t]*\[[-+\d.,;\s]*\][ \t]*;?|(?:for|while|if|elseif|function)\b[^\n]*[=<>(][^\n]*|(?:end|else)[ \t]*;?|(?:\w+(?:\([^()\n]*\))?|\[[\w, ]+\])[ \t]*=(?!=)(?!.*[A-Za-z]\w+[ \t]+[A-Za-z]\w)[^\n]*[\d)\]'];?|%[^\n]*)[ \t]*$/gm;

/** The request itself where the text is not of this kind. */
export function matlabInWords(request: OpenRequest): OpenRequest {
  const { text, languageId } = request;
  if (!isText(languageId) || OTHER_CODE.test(text) || !CALL.test(text) || !MATRIX.test(text)) return request;
  let code = '';
  for (const { 0: statement, index } of text.matchAll(STATEMENT))
    code += text.slice(code.length, index).replace(/[^\n]/g, ' ') + statement;
  return { ...request, languageId: 'matlab', text: code.padEnd(text.length) };
}
