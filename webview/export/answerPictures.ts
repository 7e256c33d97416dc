/** Draws the pictures that the host asks for: only a browser has fonts and codecs. One request at a time. */
import type { PictureAnswer, PictureRequest } from '../../core/panel/picture';
import type { FrameRecorder } from './FrameRecorder';
import { recorderFor } from './recorderFor';

export interface PictureHost {
  post(message: PictureAnswer): void;
  onPictureRequest(listener: (request: PictureRequest) => void): void;
}

export function answerPictures(host: PictureHost): void {
  let current: { readonly request: number; readonly recorder: FrameRecorder } | undefined;
  const drop = (): void => {
    current?.recorder.drop();
    current = undefined;
  };
  const draw = async (message: Extract<PictureRequest, { type: 'drawPicture' }>): Promise<PictureAnswer> => {
    const { request, svg, format, scale, delay, isFirst, isLast } = message;
    try {
      if (isFirst) {
        drop();
        current = { request, recorder: recorderFor(format, scale, delay) };
      }
      if (current?.request !== request) throw new Error('the panel was reloaded');
      const { recorder } = current;
      await recorder.add(svg);
      if (!isLast) return { type: 'pictureDrawn', request };
      const bytes = await recorder.finish();
      drop();
      return { type: 'pictureDrawn', request, bytes };
    } catch (error) {
      drop();
      const reason = error instanceof Error ? error.message : String(error);
      return { type: 'pictureFailed', request, reason: reason.slice(0, 1000) };
    }
  };
  host.onPictureRequest((message) => {
    if (message.type === 'drawPicture') void draw(message).then((answer) => host.post(answer));
    else if (current?.request === message.request) drop();
  });
}
