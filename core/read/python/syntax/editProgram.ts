/** Edits inside statements of a parsed program: only the statements that they change are parsed again. */
import type { TextRange } from '../../ParseResult';
import { LensError } from '../../../message';
import type { Statement } from './tree/ast';
import { chunksOf } from './text/chunks';
import { maskDisplays, type ListDisplay } from './text/display';
import { NotCode, parseChunk } from './parseChunk';

export interface ProgramEdit {
  readonly range: TextRange;
  readonly text: string;
}

export interface EditedProgram {
  /** The previous text, followed by the changed statements: all ranges of the statements are ranges of this text. */
  readonly text: string;
  readonly statements: readonly Statement[];
}

/** Undefined where the edits reach over several statements of the top level, or give no Python. */
export function editProgram(
  text: string,
  statements: readonly Statement[],
  edits: readonly ProgramEdit[],
): EditedProgram | undefined {
  const editor = new StatementEditor(text);
  try {
    const edited = editor.block(statements, edits);
    return { text: editor.text, statements: edited };
  } catch (error) {
    if (error instanceof NotEditable || error instanceof NotCode || error instanceof LensError) return undefined;
    throw error;
  }
}

class NotEditable extends Error {}

class StatementEditor {
  constructor(public text: string) {}

  block(statements: readonly Statement[], edits: readonly ProgramEdit[]): readonly Statement[] {
    if (edits.length === 0) return statements;
    let used = 0;
    const edited = statements.flatMap((statement) => {
      const own = edits.filter((edit) => contains(statement.range, edit.range));
      used += own.length;
      return own.length > 0 ? this.statement(statement, own) : [statement];
    });
    if (used !== edits.length) throw new NotEditable();
    return edited;
  }

  /** A compound statement as a whole where its blocks and its header cannot be changed one by one. */
  private statement(statement: Statement, edits: readonly ProgramEdit[]): readonly Statement[] {
    const blocks = blocksOf(statement);
    if (blocks.length === 0) return this.whole(statement, edits);
    try {
      return [this.compound(statement, blocks, edits)];
    } catch (error) {
      if (error instanceof NotEditable) return this.whole(statement, edits);
      throw error;
    }
  }

  private compound(
    statement: Statement,
    blocks: readonly (readonly Statement[])[],
    edits: readonly ProgramEdit[],
  ): Statement {
    const start = blocks[0]![0]?.range[0];
    if (start === undefined) throw new NotEditable();
    const inside = blocks.map((block) =>
      edits.filter(({ range }) => block.some((each) => contains(each.range, range))),
    );
    const colon = statement.range[0] + this.text.slice(statement.range[0], start).trimEnd().length;
    const head = edits.filter(({ range }) => range[1] <= colon);
    if (inside.flat().length + head.length !== edits.length) throw new NotEditable();
    const edited = blocks.map((block, k) => this.block(block, inside[k]!));
    const header = head.length > 0 ? this.header(statement, start, head) : statement;
    return withBlocks(statement, header, edited);
  }

  private whole({ range }: Statement, edits: readonly ProgramEdit[]): readonly Statement[] {
    const written = this.edited(range, edits);
    if (!written.includes('\n')) return this.parse(written);
    const indent = /[^\n]*$/.exec(this.text.slice(0, range[0]))![0];
    if (indent.trim() !== '') throw new NotEditable();
    return this.parse(indent + written, indent.length);
  }

  /** The statement with its header changed and an empty body. */
  private header(statement: Statement, end: number, edits: readonly ProgramEdit[]): Statement {
    const written = this.edited([statement.range[0], end], edits).trimEnd();
    const [parsed] = this.parse(`${written} pass`);
    if (parsed?.type !== statement.type) throw new NotEditable();
    return parsed;
  }

  private edited([start, end]: TextRange, edits: readonly ProgramEdit[]): string {
    let written = '';
    let at = start;
    for (const { range, text } of [...edits].sort((a, b) => a.range[0] - b.range[0] || a.range[1] - b.range[1])) {
      if (range[0] < at) throw new NotEditable();
      written += this.text.slice(at, range[0]) + text;
      at = range[1];
    }
    return written + this.text.slice(at, end);
  }

  /** Statements of a text that is appended to the program's, all at the same indentation. */
  private parse(written: string, indent = 0): readonly Statement[] {
    const base = this.text.length + 1;
    this.text += `\n${written}`;
    const masked = maskDisplays(written);
    const chunks = chunksOf(masked.text);
    if (chunks.some((chunk) => chunk.indent !== indent)) throw new NotEditable();
    const origin = (start: number, end: number): TextRange => {
      const [from, to] = masked.origin(start, end);
      return [from + base, to + base];
    };
    const displays = new Map([...masked.displays].map(([at, display]) => [at, moved(display, base)] as const));
    return chunks.flatMap((chunk) => parseChunk({ text: masked.text, original: this.text, origin, displays }, chunk));
  }
}

/** A list of numbers with the places of its numbers in the whole text. */
function moved(display: ListDisplay, by: number): ListDisplay {
  return { ...display, ranges: display.ranges.map((offset) => offset + by) };
}

function contains([from, to]: TextRange, [start, end]: TextRange): boolean {
  return from <= start && end <= to;
}

/** The blocks of a compound statement whose header can be parsed alone; none of a simple statement. */
function blocksOf(statement: Statement): (readonly Statement[])[] {
  switch (statement.type) {
    case 'for':
    case 'while':
      return [statement.body, statement.orElse];
    case 'with':
    case 'function':
    case 'class':
      return [statement.body];
    case 'if':
      return statement.branches.map(({ body }) => body);
    case 'try':
      return [statement.body, ...statement.handlers.map(({ body }) => body), statement.orElse, statement.last];
    default:
      return [];
  }
}

/** `header` with the edited blocks of `statement`. */
function withBlocks(statement: Statement, header: Statement, blocks: readonly (readonly Statement[])[]): Statement {
  const [body = []] = blocks;
  switch (header.type) {
    case 'for':
    case 'while':
      return { ...header, body, orElse: blocks[1] ?? [] };
    case 'with':
    case 'function':
    case 'class':
      return { ...header, body };
    case 'if': {
      const branches = statement.type === 'if' ? statement.branches : [];
      return {
        ...header,
        branches: branches.map((branch, k) => ({ ...(k === 0 ? header.branches[0]! : branch), body: blocks[k]! })),
      };
    }
    case 'try': {
      const handlers = header.handlers.map((handler, k) => ({ ...handler, body: blocks[k + 1]! }));
      return { ...header, body, handlers, orElse: blocks.at(-2)!, last: blocks.at(-1)! };
    }
    default:
      throw new NotEditable();
  }
}
