/** A place in a C-like text that moves over blanks, comments, strings and brackets. */

const BLANK = /(?:\s+|\/\/[^\n]*|\/\*[^]*?\*\/)*/y;
/** A string or a character in quotes. */
export const TEXT = /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`[^`]*`/y;

export class CodeCursor {
  /** `at`: where the reading begins. */
  constructor(
    protected readonly text: string,
    public at: number,
  ) {}

  /** Moves past the pattern, which is sticky; undefined where it does not match. */
  accepts(pattern: RegExp): string | undefined {
    this.skipped();
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0];
    if (!found) return undefined;
    this.at += found.length;
    return found;
  }

  /** The place after blanks and comments. */
  protected skipped(): number {
    if (this.at >= this.text.length) return (this.at = this.text.length);
    BLANK.lastIndex = this.at;
    BLANK.test(this.text);
    this.at = BLANK.lastIndex;
    return this.at;
  }

  /** Passes over blanks, strings and brackets up to a character of this level. */
  protected skipTo(stop: RegExp): void {
    let depth = 0;
    while (this.at < this.text.length) {
      this.skipped();
      TEXT.lastIndex = this.at;
      if (TEXT.test(this.text)) {
        this.at = TEXT.lastIndex;
        continue;
      }
      const character = this.text[this.at]!;
      if (depth === 0 && stop.test(character)) return;
      if ('([{'.includes(character)) depth += 1;
      else if (')]}'.includes(character) && --depth < 0) return;
      this.at += 1;
    }
  }
}
