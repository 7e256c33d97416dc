/** Pictures and animations from SVG pictures of one size, drawn one after the other. */

export interface FrameRecorder {
  /** Resolves when the next frame may come. */
  add(svg: string): Promise<void>;
  /** The whole file. */
  finish(): Promise<Uint8Array>;
  /** Frees what it holds; there is no file. */
  drop(): void;
}
