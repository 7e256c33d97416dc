/** The recorder of each format. */
import { GifWriter } from '../../core/export/gif/GifWriter';
import type { FrameRecorder } from './FrameRecorder';
import { canvasContext, drawSvg } from './drawSvg';
import { canEncodeVideo, EncodedVideo } from './EncodedVideo';

export type PictureFormat = 'png' | 'gif' | 'webm';

/** `scale`: pixels per user unit; `delay`: milliseconds of a frame. Rejects where the browser cannot write the format. */
export function recorderFor(format: PictureFormat, scale: number, delay: number): FrameRecorder {
  switch (format) {
    case 'png':
      return new PngRecorder(scale);
    case 'gif':
      return new GifRecorder(scale, delay);
    case 'webm':
      return canEncodeVideo() ? new EncodedVideo(scale, delay) : new RecordedVideo(scale, delay);
  }
}

class PngRecorder implements FrameRecorder {
  private readonly canvas = document.createElement('canvas');

  constructor(private readonly scale: number) {}

  add(svg: string): Promise<void> {
    return drawSvg(svg, this.canvas, this.scale, true);
  }

  async finish(): Promise<Uint8Array> {
    const blob = await new Promise<Blob | null>((resolve) => this.canvas.toBlob(resolve, 'image/png'));
    if (!blob) throw new Error('the canvas is too large');
    return bytesOf(blob);
  }

  drop(): void {
    this.canvas.width = 0;
  }
}

class GifRecorder implements FrameRecorder {
  private readonly canvas = document.createElement('canvas');
  private writer: GifWriter | undefined;

  constructor(
    private readonly scale: number,
    private readonly delay: number,
  ) {}

  async add(svg: string): Promise<void> {
    await drawSvg(svg, this.canvas, this.scale, !this.writer);
    const { width, height } = this.canvas;
    this.writer ??= new GifWriter(width, height, this.delay);
    this.writer.add(canvasContext(this.canvas).getImageData(0, 0, width, height).data);
  }

  finish(): Promise<Uint8Array> {
    if (!this.writer) throw new Error('no frame');
    return Promise.resolve(this.writer.finish());
  }

  drop(): void {
    this.writer = undefined;
    this.canvas.width = 0;
  }
}

const lastFrames = 6;

/** Milliseconds: between two frames of the stream, and of a page that is slow to paint. */
const captureTime = 34;
const longestPaint = 500;

/** Records at the speed of playing, where the browser has no encoder; a busy one may lose frames. */
class RecordedVideo implements FrameRecorder {
  private readonly canvas = document.createElement('canvas');
  private readonly chunks: Blob[] = [];
  private recorder: MediaRecorder | undefined;
  private last = '';

  constructor(
    private readonly scale: number,
    private readonly delay: number,
  ) {
    if (!canRecordVideo()) throw new Error('this browser cannot record WebM');
  }

  async add(svg: string): Promise<void> {
    const begin = performance.now();
    this.last = svg;
    await drawSvg(svg, this.canvas, this.scale, !this.recorder);
    if (!this.recorder) {
      const stream = this.canvas.captureStream(30);
      this.recorder = new MediaRecorder(stream, { mimeType: 'video/webm', videoBitsPerSecond: 8_000_000 });
      this.recorder.addEventListener('dataavailable', ({ data }) => this.chunks.push(data));
      const started = new Promise((resolve) => this.recorder!.addEventListener('start', resolve, { once: true }));
      this.recorder.start();
      await started;
      // The stream sends a frame when the canvas is drawn on.
      await drawSvg(svg, this.canvas, this.scale, false);
    }
    await isCaptured();
    await wait(this.delay - (performance.now() - begin));
  }

  async finish(): Promise<Uint8Array> {
    const { recorder } = this;
    if (!recorder) throw new Error('no frame');
    // A video ends with its last frame, and a busy browser takes frames late: the last step is sent some more times.
    for (let sent = 0; sent < lastFrames; sent++) {
      await drawSvg(this.last, this.canvas, this.scale, false);
      await isCaptured();
    }
    const stopped = new Promise((resolve) => recorder.addEventListener('stop', resolve, { once: true }));
    recorder.stop();
    await stopped;
    return bytesOf(new Blob(this.chunks));
  }

  drop(): void {
    if (this.recorder?.state === 'recording') this.recorder.stop();
    this.chunks.length = 0;
  }
}

/** Resolves when the stream has taken what was drawn: it does so when the page is painted, which a hidden page is not. */
function isCaptured(): Promise<unknown> {
  const painted = new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  return Promise.race([painted.then(() => wait(captureTime)), wait(longestPaint)]);
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.max(0, milliseconds)));
}

function canRecordVideo(): boolean {
  return typeof MediaRecorder === 'function' && MediaRecorder.isTypeSupported('video/webm');
}

async function bytesOf(blob: Blob): Promise<Uint8Array> {
  return new Uint8Array(await blob.arrayBuffer());
}
