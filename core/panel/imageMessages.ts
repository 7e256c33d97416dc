/** Decoding of images by the panel, for an extension host that cannot. */

/** An image that only a browser can decode. The panel answers each request once. */
export interface ImageRequest {
  readonly type: 'decodeImage';
  readonly request: number;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

export type ImageAnswer =
  | {
      readonly type: 'pixels';
      readonly request: number;
      readonly width: number;
      readonly height: number;
      /** Four bytes per pixel, not multiplied by alpha. */
      readonly rgba: Uint8Array;
    }
  | { readonly type: 'noPixels'; readonly request: number; readonly reason: string };
