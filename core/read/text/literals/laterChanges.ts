/** Changes of a literal's variable further down in a text whose statements are not run. */
import { escapePattern } from '../../../escapePattern';
import { formatMessage, msg } from '../../../message';
import type { ParsedArray, ReadError } from '../../ParseResult';
import type { Dialect } from '../types/Dialect';

/** Methods of JavaScript, Rust, Go and others that change their array. */
const METHODS = 'push|pop|shift|unshift|splice|fill|sort|reverse|copyWithin|set|assign|fill_?|push!|append';
/** Maximum number of arrays whose changes are looked for; a text with more arrays is data, not code. */
const MOST_ARRAYS = 50;

/** One remark an array: its literal is shown, although a later statement assigns to the variable or its elements. */
export function laterChanges(text: string, arrays: readonly ParsedArray[], dialect: Dialect): ReadError[] {
  if (arrays.length > MOST_ARRAYS) return [];
  const code = withoutComments(text, dialect);
  return arrays.flatMap(({ name, range }): ReadError[] => {
    if (name === undefined || !/^[A-Za-z_]\w*$/.test(name)) return [];
    const again = arrays.find((other) => other.name === name && other.range[0] > range[1]);
    const rest = code.slice(range[1], again?.range[0]);
    const found = new RegExp(
      `(?<![\\w.$'"])${name}(?:(?:\\s*(?:\\[[^\\]\\n]*\\]|\\([^()\\n]*\\)))+[ \\t]*(?:[-+*/.]*=(?![=>])|<-)|[ \\t]*(?:[-+*/]|\\.[-+*/]?)=(?!=)|\\.(?:${METHODS})\\()`,
    ).exec(rest);
    if (!found) return [];
    const start = range[1] + found.index;
    const line = text.slice(0, start).split('\n').length;
    const detail = msg('{0} is changed at line {1}; the values of its literal are shown', name, line);
    return [{ kind: 'remark', message: formatMessage(detail), detail, range }];
  });
}

/** Comments to the end of a line as spaces. */
function withoutComments(text: string, { lineComments }: Dialect): string {
  const marks = lineComments.map(escapePattern);
  if (marks.length === 0) return text;
  return text.replace(new RegExp(`(?:${marks.join('|')}).*`, 'g'), (comment) => ' '.repeat(comment.length));
}
