/**
 * Has pictures drawn in a panel, whose browser has fonts and codecs: a frame is sent when the one before is drawn. A page that
 * was hidden or reloaded has lost its frames, and the file fails.
 */
import * as v from 'valibot';
import { LensError, msg } from '../../../core/message';
import type { PictureRequest } from '../../../core/panel/picture';

const whole = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

const answer = v.variant('type', [
  v.object({ type: v.literal('pictureDrawn'), request: whole, bytes: v.optional(v.instance(Uint8Array)) }),
  v.object({ type: v.literal('pictureFailed'), request: whole, reason: v.pipe(v.string(), v.maxLength(1000)) }),
]);

const greeting = v.object({ type: v.picklist(['ready', 'restore']) });

type PictureFormat = 'png' | 'gif' | 'webm';

export interface Animation {
  readonly format: PictureFormat;
  /** Pixels per user unit. */
  readonly scale: number;
  /** Milliseconds of a frame. */
  readonly delay: number;
  readonly frames: number;
  /** SVG of a frame. */
  readonly draw: (index: number) => string;
}

export interface Watching {
  /** Share that is done, 0 … 1. */
  readonly progress?: (share: number) => void;
  readonly isCancelled?: () => boolean;
}

interface Waiting {
  readonly request: number;
  readonly resolve: (bytes: Uint8Array | undefined) => void;
  readonly reject: (error: LensError) => void;
}

export class PictureDrawer {
  private waiting: Waiting | undefined;
  private next = 0;

  constructor(private readonly post: (message: PictureRequest) => void) {}

  /** The whole file; undefined when it was cancelled. Rejects with a LensError when the panel cannot draw it. */
  async draw(
    { format, scale, delay, frames, draw }: Animation,
    watching: Watching = {},
  ): Promise<Uint8Array | undefined> {
    if (this.waiting) throw new LensError(msg('another picture is being written'));
    const request = this.next++;
    for (let index = 0; index < frames; index++) {
      if (watching.isCancelled?.()) {
        this.post({ type: 'dropPicture', request });
        return undefined;
      }
      const [isFirst, isLast] = [index === 0, index + 1 === frames];
      const bytes = await this.send({
        type: 'drawPicture',
        request,
        svg: draw(index),
        format,
        scale,
        delay,
        isFirst,
        isLast,
      });
      watching.progress?.((index + 1) / frames);
      if (isLast) return bytes;
    }
    return undefined;
  }

  /** Receives every message of the panel; returns true for messages that only the drawer handles. */
  receive(message: unknown): boolean {
    if (v.is(greeting, message)) this.fail(new LensError(msg('the panel was hidden or reloaded while it drew')));
    const parsed = v.safeParse(answer, message);
    if (!parsed.success) return false;
    const { output } = parsed;
    if (output.request !== this.waiting?.request) return true;
    const { resolve } = this.waiting;
    if (output.type === 'pictureFailed')
      this.fail(new LensError(msg('the picture cannot be drawn: {0}', output.reason)));
    else {
      this.waiting = undefined;
      resolve(output.bytes);
    }
    return true;
  }

  /** The panel is hidden or gone. */
  close(): void {
    this.fail(new LensError(msg('the panel was hidden or reloaded while it drew')));
  }

  private send(message: Extract<PictureRequest, { type: 'drawPicture' }>): Promise<Uint8Array | undefined> {
    return new Promise((resolve, reject) => {
      this.waiting = { request: message.request, resolve, reject };
      this.post(message);
    });
  }

  private fail(error: LensError): void {
    const { waiting } = this;
    this.waiting = undefined;
    waiting?.reject(error);
  }
}
