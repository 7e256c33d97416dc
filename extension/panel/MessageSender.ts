/**
 * Messages to a panel, in order: those with large arrays in parts, between which the host is free; a state together with what
 * follows it at once, so that the panel is drawn once.
 */
import { freeBuffer } from '../session/memory/freeBuffer';
import { largeArraysOf, partsOf, postable, type TogetherMessage } from '../../core/panel/parts';

export class MessageSender {
  /** What is sent in parts, and all that waits for it. */
  private waiting: Promise<void> | undefined;
  /** A state and what was sent after it; posted when the host has done what it does now. */
  private together: unknown[] | undefined;
  private states = 0;
  private arrays = 0;

  /** `post` resolves to false where the panel did not receive the message. */
  constructor(private readonly post: (message: unknown) => PromiseLike<boolean>) {}

  send(message: { readonly type: string }): void {
    if (message.type === 'state') this.states++;
    const large = message.type === 'state' || message.type === 'frames' ? largeArraysOf(message) : [];
    if (!this.waiting && large.length === 0) return this.sendSmall(message);
    this.postTogether();
    const state = message.type === 'state' ? this.states : undefined;
    const waiting = (this.waiting ?? Promise.resolve())
      .then(() => this.sendParts(message, large, state))
      .catch(() => undefined)
      .then(() => {
        if (this.waiting === waiting) this.waiting = undefined;
      });
    this.waiting = waiting;
  }

  private sendSmall(message: { readonly type: string }): void {
    if (this.together) return void this.together.push(postable(message));
    if (message.type !== 'state') return void this.post(postable(message));
    this.together = [postable(message)];
    void Promise.resolve().then(() => this.postTogether());
  }

  private postTogether(): void {
    const { together: messages } = this;
    this.together = undefined;
    if (messages?.length === 1) void this.post(messages[0]);
    else if (messages) void this.post({ type: 'together', messages } satisfies TogetherMessage);
  }

  /** Gives up where a later state replaces this one, or where the panel is hidden: it asks again when it is shown. */
  private async sendParts(
    message: unknown,
    large: ReturnType<typeof largeArraysOf>,
    state: number | undefined,
  ): Promise<void> {
    if (large.length === 0) return void (await this.post(postable(message)));
    const ids = new Map<unknown, number>();
    for (const array of large) {
      ids.set(array, ++this.arrays);
      for (const part of partsOf(this.arrays, array)) {
        if (state !== undefined && state < this.states) return;
        const received = await this.post(part);
        // VS Code has copied it.
        freeBuffer(part.bytes.buffer);
        if (!received) return;
      }
    }
    await this.post(postable(message, ids));
  }
}
