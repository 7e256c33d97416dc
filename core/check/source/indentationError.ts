/** The error that Python reports for the indentation of a block: our parser takes some of them for right, and names none. */
import { logicalLines, type LogicalLine } from './logicalLines';

export interface IndentationError {
  /** As Python words it, with the name of the exception. */
  readonly message: string;
  /** 0-based line of the block. */
  readonly line: number;
}

interface Level {
  readonly column: number;
  readonly narrowColumn: number;
}

/** A tab ends at the next multiple of this column; lines that are deeper or equal only by this width are refused. */
const tabWidth = 8;

/**
 * `block`: whole lines, of which the first is not indented. Undefined where Python takes its indentation. Source: the rules of
 * Python's tokenizer, https://docs.python.org/3/reference/lexical_analysis.html#indentation
 */
export function indentationError(block: string): IndentationError | undefined {
  const levels: Level[] = [{ column: 0, narrowColumn: 0 }];
  let above: LogicalLine | undefined;
  for (const each of logicalLines(block)) {
    const message = add(levels, levelOf(each.indent), above?.code.endsWith(':') ?? false);
    if (message !== undefined) return { message, line: each.line };
    above = each;
  }
  if (above?.code.endsWith(':')) return { message: noBlock, line: above.line };
  return undefined;
}

/** Enters or leaves levels for a line; the result is what is wrong with it. `opens`: the line above needs a block. */
function add(levels: Level[], level: Level, opens: boolean): string | undefined {
  const top = levels.at(-1)!;
  if (level.column > top.column) {
    if (level.narrowColumn <= top.narrowColumn) return mixed;
    levels.push(level);
    return opens ? undefined : 'IndentationError: unexpected indent';
  }
  while (level.column < levels.at(-1)!.column) levels.pop();
  const { column, narrowColumn } = levels.at(-1)!;
  if (level.column !== column) return 'IndentationError: unindent does not match any outer indentation level';
  if (level.narrowColumn !== narrowColumn) return mixed;
  return opens ? noBlock : undefined;
}

const noBlock = 'IndentationError: expected an indented block';
const mixed = 'TabError: inconsistent use of tabs and spaces in indentation';

function levelOf(indent: string): Level {
  let column = 0;
  for (const each of indent) column = each === '\t' ? column + tabWidth - (column % tabWidth) : column + 1;
  return { column, narrowColumn: indent.length };
}
