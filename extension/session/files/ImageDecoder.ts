/**
 * Decodes images in a panel, whose browser knows the formats: the panel is sent the bytes and answers with the pixels. A page
 * that was hidden or reloaded has lost its requests; they are sent again when it is ready.
 */
import * as v from 'valibot';
import { LensError, msg } from '../../../core/message';
import type { ImageRequest } from '../../../core/panel/protocol';
import type { ImageHeader } from '../../../core/read/files/imageHeader';
import type { Pixels } from '../../../core/read/files/imageArray';

const whole = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

const answer = v.variant('type', [
  v.object({ type: v.literal('pixels'), request: whole, width: whole, height: whole, rgba: v.instance(Uint8Array) }),
  v.object({ type: v.literal('noPixels'), request: whole, reason: v.pipe(v.string(), v.maxLength(1000)) }),
]);

const greeting = v.object({ type: v.picklist(['ready', 'restore']) });

interface Waiting {
  readonly message: ImageRequest;
  readonly resolve: (pixels: Pixels) => void;
  readonly reject: (error: LensError) => void;
}

export class ImageDecoder {
  private readonly waiting = new Map<number, Waiting>();
  private next = 0;
  private connected = false;

  constructor(private readonly post: (message: ImageRequest) => void) {}

  /** Rejects with a LensError when the browser cannot decode it, or the panel is closed. */
  decode(bytes: Uint8Array, { mediaType }: ImageHeader): Promise<Pixels> {
    const request = this.next++;
    // A copy: a view would take its whole buffer along, and Node's Buffer does not arrive as bytes.
    const message: ImageRequest = { type: 'decodeImage', request, mediaType, bytes: new Uint8Array(bytes) };
    return new Promise((resolve, reject) => {
      this.waiting.set(request, { message, resolve, reject });
      if (this.connected) this.post(message);
    });
  }

  /** Receives every message of the panel; returns true for messages that only the decoder handles. */
  receive(message: unknown): boolean {
    if (v.is(greeting, message)) {
      this.connected = true;
      for (const { message: request } of this.waiting.values()) this.post(request);
      return false;
    }
    const parsed = v.safeParse(answer, message);
    if (!parsed.success) return false;
    const { output } = parsed;
    const waiting = this.waiting.get(output.request);
    this.waiting.delete(output.request);
    if (output.type === 'pixels') waiting?.resolve(output);
    else waiting?.reject(new LensError(msg('the image cannot be decoded: {0}', output.reason)));
    return true;
  }

  close(): void {
    const gone = new LensError(msg('the panel was closed'));
    for (const { reject } of this.waiting.values()) reject(gone);
    this.waiting.clear();
  }
}
