/** Current problems: errors by field, text typed into fields, and the notice above the picture. */
import { LensError, msg, type Message } from '../../core/message';
import type { ErrorNotice } from '../../core/panel/protocol';
import type { Choices } from '../../core/setup/Setup';
import { CancelledError } from './compute/LayerComputer';
import { fieldOf } from './picture/openWithFallbacks';

export class Problems {
  notice: ErrorNotice | undefined;
  private fieldErrors: ReadonlyMap<string, Message> = new Map();
  private readonly typedTexts = new Map<string, string>();
  private readonly refused = new Map<string, { readonly value: string; readonly reason: Message }>();

  constructor(private readonly log: (text: string) => void) {}

  get errors(): ReadonlyMap<string, Message> {
    if (this.refused.size === 0) return this.fieldErrors;
    const reasons = [...this.refused].map(([id, { reason }]): [string, Message] => [id, reason]);
    return new Map([...this.fieldErrors, ...reasons]);
  }

  /** Text of fields for which no picture could be made. */
  get typed(): ReadonlyMap<string, string> {
    if (this.refused.size === 0) return this.typedTexts;
    const values = [...this.refused].map(([id, { value }]): [string, string] => [id, value]);
    return new Map([...this.typedTexts, ...values]);
  }

  isTyped(id: string): boolean {
    return this.typedTexts.has(id);
  }

  type(id: string, value: string): void {
    this.typedTexts.set(id, value);
  }

  /** A value outside of its field's range is refused: it stays in the field with the reason, and the picture stays. */
  refuse(id: string, value: string, reason: Message): void {
    this.refused.set(id, { value, reason });
  }

  /** Another value was accepted: fields show their values again. */
  accept(): void {
    this.refused.clear();
  }

  /** Choices with what was typed over them; an emptied field is left out. */
  over(choices: Choices): Choices {
    const all = { ...choices, ...Object.fromEntries(this.typedTexts) };
    return Object.fromEntries(Object.entries(all).filter(([, text]) => text.trim() !== ''));
  }

  /** A picture was made; `errors` belong to values that were replaced by defaults. */
  solved(errors: ReadonlyMap<string, Message> = new Map()): void {
    this.notice = undefined;
    this.fieldErrors = errors;
    this.typedTexts.clear();
    this.refused.clear();
  }

  /** `atFields`: there is a picture whose fields can show the error. */
  failed(error: unknown, atFields: boolean): void {
    if (!(error instanceof LensError)) {
      this.log(error instanceof Error ? (error.stack ?? error.message) : String(error));
      this.notice = { message: msg('something went wrong inside Layer Lens: {0}', String(error)) };
      return;
    }
    // The picture stays, and its fields show its values.
    if (error instanceof CancelledError) this.typedTexts.clear();
    const { detail, field, range } = error;
    this.fieldErrors = field && atFields ? new Map([[fieldOf(field), detail]]) : new Map();
    this.notice = { message: detail, ...(range && { range }), ...(field && { field }) };
  }
}
