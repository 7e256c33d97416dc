/** Texts of several documents (the cells of a notebook) as one source, and places of that source in the documents. */
import type { TextRange } from '../../../core/read/ParseResult';

export interface TextPart {
  readonly uri: string;
  readonly text: string;
}

export interface PartRange {
  readonly uri: string;
  /** Offsets in the text of the part. */
  readonly range: TextRange;
  /** 1-based line in the part. */
  readonly line: number;
}

const separator = '\n\n';

export class JoinedText {
  readonly source: string;
  private readonly starts: readonly number[];

  constructor(private readonly parts: readonly TextPart[]) {
    let at = 0;
    this.starts = parts.map(({ text }) => {
      const start = at;
      at += text.length + separator.length;
      return start;
    });
    this.source = parts.map(({ text }) => text).join(separator);
  }

  /** Undefined where the range is not inside one part. */
  locate([start, end]: TextRange): PartRange | undefined {
    const index = this.starts.filter((each) => each <= start).length - 1;
    const part = this.parts[index];
    const offset = this.starts[index] ?? 0;
    if (!part || end - offset > part.text.length) return undefined;
    const line = part.text.slice(0, start - offset).split('\n').length;
    return { uri: part.uri, range: [start - offset, end - offset], line };
  }

  /** The number of a line in its part, as its editor shows it. */
  lineInPart(line: number): number {
    return this.locateLine(line)?.line ?? line;
  }

  /** The range of a line, counted from 1, without its indentation and line break. */
  locateLine(line: number): PartRange | undefined {
    let start = 0;
    for (let k = 1; k < line; k++) {
      const next = this.source.indexOf('\n', start);
      if (next < 0) return undefined;
      start = next + 1;
    }
    const next = this.source.indexOf('\n', start);
    const text = this.source.slice(start, next < 0 ? undefined : next);
    return this.locate([start + text.length - text.trimStart().length, start + text.trimEnd().length]);
  }
}
