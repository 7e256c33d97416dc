/** What a page needs of the panel around it. */
import type { PanelMessage, Preferences } from '../core/panel/protocol';

export interface PageDeps {
  post(message: PanelMessage): void;
  /** Something was drawn or asked for: readiness may have changed. */
  drawn(): void;
  /** An intent was posted, or is about to be, that the host answers with a new state. */
  expectState(): void;
  /** An answer to a question was posted, and its verdict has arrived. */
  expectVerdict(): void;
  verdictArrived(): void;
  /** Posts the change of a field; the page is ready again when a state answers it. */
  setField(id: string, value: string): void;
  /** Height of the lesson above the page, in CSS pixels. */
  above(): number;
  /** Into the live region. */
  say(text: string): void;
  /** Into a live region of its own, which no step replaces; again only where it is another text. */
  sayVerdict(text: string): void;
  setPreferences(change: Partial<Preferences>): void;
  /** So that a reload comes back to this step. */
  keepStep(step: number): void;
}
