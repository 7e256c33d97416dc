/** Messages by which the host has pictures drawn in the panel, frame by frame. The panel answers each frame once. */

export type PictureRequest =
  | {
      readonly type: 'drawPicture';
      /** The same for all frames of a file. */
      readonly request: number;
      readonly svg: string;
      readonly format: 'png' | 'gif' | 'webm';
      /** Pixels a user unit of the SVG. */
      readonly scale: number;
      /** Milliseconds of the frame in an animation. */
      readonly delay: number;
      readonly isFirst: boolean;
      readonly isLast: boolean;
    }
  /** The file is no longer wanted. */
  | { readonly type: 'dropPicture'; readonly request: number };

export type PictureAnswer =
  /** `bytes`: the whole file, after the last frame. */
  | { readonly type: 'pictureDrawn'; readonly request: number; readonly bytes?: Uint8Array }
  | { readonly type: 'pictureFailed'; readonly request: number; readonly reason: string };
