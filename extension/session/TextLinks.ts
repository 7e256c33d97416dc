/** A panel's source in its editor: numbers outlined, revealed and written, and the cursor's number found. */
import type { TextRange } from '../../core/read/ParseResult';
import { formatLike, readTyped, textAt } from './source/formatLike';
import { elementAt, rangeOf, type Element } from './picture/links';
import type { EditorPort, SessionPorts } from './ports';
import type { Shown } from './Shown';

export class TextLinks {
  constructor(
    private readonly ports: SessionPorts,
    private readonly shown: () => Shown | undefined,
  ) {}

  /** Outlines an element's number; none where it is unknown. */
  outline(element: Element | undefined): void {
    this.editor?.outline(element && this.rangeOf(element));
  }

  reveal(range: TextRange | undefined): void {
    if (range) this.editor?.reveal(range);
  }

  /** Range of an element's number in the text, while it is known. */
  rangeOf(element: Element): TextRange | undefined {
    const shown = this.shown();
    return shown?.linked && shown.picture ? rangeOf(shown.picture, element) : undefined;
  }

  elementAt(offset: number | undefined): Element | undefined {
    const shown = this.shown();
    return offset === undefined || !shown?.linked || !shown.picture ? undefined : elementAt(shown.picture, offset);
  }

  /** Writes a number in place of an element's, in the same format. False when the typed text is not a number. */
  edit(element: Element, text: string): boolean {
    const range = this.rangeOf(element);
    const source = this.shown()?.source;
    const written = range && textAt(source?.kind === 'text' ? source : undefined, range);
    if (!range || written === undefined) return true;
    const typed = readTyped(text);
    if (typed === undefined) return false;
    this.editor?.replace(range, formatLike(written, typed));
    return true;
  }

  private get editor(): EditorPort | undefined {
    const source = this.shown()?.source;
    const uri = source?.kind === 'text' ? source.uri : undefined;
    return uri === undefined ? undefined : this.ports.editor(uri);
  }
}
