/** The syntax tree of a text that is Python as a whole. */
import type { Tree } from '@lezer/common';
import { parser } from '@lezer/python';
import { withoutBarePoints } from '../../read/python/syntax/text/barePoints';

const strictParser = parser.configure({ strict: true });

/** Throws the parser's SyntaxError for another text. `1.` and `x[*place]` are Python that the parser does not know. */
export function pythonOnly(text: string): Tree {
  return strictParser.parse(withoutBarePoints(text).replace(/\[\*(?=\w)/g, '[-'));
}
