/** A panel's source in its editor: numbers outlined, revealed and written, and the cursor's number found. */
import type { TextRange } from '../../core/read/ParseResult';
import { formatLike, readTyped, textAt } from './source/formatLike';
import type { ArrayElement } from './picture/links';
import type { EditorPort, SessionPorts } from './ports';
import { elementInText, rangeInText, sourceOfState, type SessionState } from './state/SessionState';

export class TextLinks {
  constructor(
    private readonly ports: SessionPorts,
    private readonly model: { readonly state: SessionState },
  ) {}

  /** Outlines an element's number; none where it is unknown. */
  outline(element: ArrayElement | undefined): void {
    this.editor?.outline(element && this.rangeOf(element));
  }

  reveal(range: TextRange | undefined): void {
    if (range) this.editor?.reveal(range);
  }

  /** Range of an element's number in the text, while it is known. */
  rangeOf(element: ArrayElement): TextRange | undefined {
    return rangeInText(this.model.state, element);
  }

  elementAt(offset: number | undefined): ArrayElement | undefined {
    return offset === undefined ? undefined : elementInText(this.model.state, offset);
  }

  /** Writes a number in place of an element's, in the same format. False when the typed text is not a number. */
  edit(element: ArrayElement, text: string): boolean {
    const range = this.rangeOf(element);
    const source = sourceOfState(this.model.state);
    const written = range && textAt(source?.kind === 'text' ? source : undefined, range);
    if (!range || written === undefined) return true;
    const typed = readTyped(text);
    if (typed === undefined) return false;
    this.editor?.replace(range, formatLike(written, typed));
    return true;
  }

  private get editor(): EditorPort | undefined {
    const source = sourceOfState(this.model.state);
    const uri = source?.kind === 'text' ? source.uri : undefined;
    return uri === undefined ? undefined : this.ports.editor(uri);
  }
}
