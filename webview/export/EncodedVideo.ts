/**
 * WebM by the browser's own encoder (WebCodecs): every picture is one frame with its exact time, however busy the browser is, and
 * writing takes less time than playing.
 */
import { webmFile, type VideoFrameData, type WebmVideo } from '../../core/export/webm/webmFile';
import { drawSvg } from './drawSvg';
import type { FrameRecorder } from './FrameRecorder';

/** Better compression first. VP9: profile 0, level 5.1, 8 bits. */
const codecs = [
  ['vp09.00.51.08', 'V_VP9'],
  ['vp8', 'V_VP8'],
] as const;

const bitrate = 8_000_000;

/** Frames from one that is complete to the next: players seek to these. */
const keyDistance = 10;

/** Frames that wait for the encoder. */
const longestQueue = 4;

export function canEncodeVideo(): boolean {
  return typeof VideoEncoder === 'function' && typeof VideoFrame === 'function';
}

export class EncodedVideo implements FrameRecorder {
  private readonly canvas = document.createElement('canvas');
  private readonly frames: VideoFrameData[] = [];
  private encoder: VideoEncoder | undefined;
  private codec: WebmVideo['codec'] = 'V_VP9';
  private count = 0;
  private failure: Error | undefined;

  constructor(
    private readonly scale: number,
    private readonly delay: number,
  ) {}

  async add(svg: string): Promise<void> {
    await drawSvg(svg, this.canvas, this.scale, !this.encoder);
    this.encoder ??= await this.createEncoder();
    const timing = { timestamp: Math.round(this.count * this.delay * 1000), duration: Math.round(this.delay * 1000) };
    const frame = new VideoFrame(this.canvas, timing);
    this.encoder.encode(frame, { keyFrame: this.count % keyDistance === 0 });
    frame.close();
    this.count++;
    while (this.encoder.encodeQueueSize > longestQueue) await new Promise((resolve) => setTimeout(resolve, 5));
    if (this.failure) throw this.failure;
  }

  async finish(): Promise<Uint8Array> {
    if (!this.encoder) throw new Error('no frame');
    await this.encoder.flush();
    if (this.failure) throw this.failure;
    const { codec, delay, frames } = this;
    const { width, height } = this.canvas;
    return webmFile({ codec, width, height, delay, frames });
  }

  drop(): void {
    if (this.encoder && this.encoder.state !== 'closed') this.encoder.close();
    this.frames.length = 0;
    this.canvas.width = 0;
  }

  private async createEncoder(): Promise<VideoEncoder> {
    const { width, height } = this.canvas;
    const encoder = new VideoEncoder({
      output: (chunk) => {
        const bytes = new Uint8Array(chunk.byteLength);
        chunk.copyTo(bytes);
        this.frames.push({ bytes, time: chunk.timestamp / 1000, isKey: chunk.type === 'key' });
      },
      error: (error) => (this.failure = error),
    });
    for (const [codec, name] of codecs) {
      const config: VideoEncoderConfig = { codec, width, height, bitrate, framerate: 1000 / this.delay };
      if ((await VideoEncoder.isConfigSupported(config)).supported !== true) continue;
      encoder.configure(config);
      this.codec = name;
      return encoder;
    }
    throw new Error('this browser cannot write WebM');
  }
}
