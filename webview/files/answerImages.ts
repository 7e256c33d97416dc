/** Decodes the images that the host asks for: the first frame, turned by its orientation tag, as red, green, blue and alpha. */
import type { ImageAnswer, ImageRequest } from '../../core/panel/protocol';
import type { Host } from '../host';

export function answerImages(host: Pick<Host, 'post' | 'onImageRequest'>): void {
  host.onImageRequest((request) => {
    void decode(request).then((answer) => host.post(answer));
  });
}

async function decode({ request, bytes, mediaType }: ImageRequest): Promise<ImageAnswer> {
  try {
    const image = await createImageBitmap(new Blob([new Uint8Array(bytes)], { type: mediaType }), {
      colorSpaceConversion: 'none',
      premultiplyAlpha: 'none',
    });
    const { width, height } = image;
    const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
    if (!context) throw new Error('no canvas');
    context.drawImage(image, 0, 0);
    image.close();
    const { data } = context.getImageData(0, 0, width, height);
    return { type: 'pixels', request, width, height, rgba: new Uint8Array(data.buffer) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { type: 'noPixels', request, reason: reason.slice(0, 1000) };
  }
}
