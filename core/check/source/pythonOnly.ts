/** The syntax tree of a text that is Python as a whole. */
import type { Tree } from '@lezer/common';
import { parser } from '@lezer/python';
import { forParser } from '../../read/python/syntax/parserGaps';
import { withoutBarePoints } from '../../read/python/syntax/text/barePoints';

const strictParser = parser.configure({ strict: true });

/** Throws the parser's SyntaxError for another text. */
export function pythonOnly(text: string): Tree {
  return strictParser.parse(forParser(withoutBarePoints(text)));
}
