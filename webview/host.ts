/** The only module that talks to VS Code: posts intents, receives the host's messages, keeps the memento over a reload. */
import type { GalleryIntent, GalleryMessage } from '../core/panel/gallery';
import type { PictureAnswer, PictureRequest } from '../core/panel/picture';
import { PartJoiner, type JoinMessage, type PartMessage, type TogetherMessage } from '../core/panel/parts';
import type { HostMessage, ImageAnswer, ImageRequest, PanelMessage } from '../core/panel/protocol';

type PostedMessage = PartMessage | JoinMessage | TogetherMessage | HostMessage;

interface VsCodeApi {
  postMessage(message: PanelMessage | ImageAnswer | PictureAnswer | GalleryIntent): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

/** What the panel needs of its host; tests put their own in its place. */
export interface Host {
  post(message: PanelMessage | ImageAnswer | PictureAnswer): void;
  onMessage(listener: (message: HostMessage) => void): void;
  onImageRequest(listener: (request: ImageRequest) => void): void;
  onPictureRequest(listener: (request: PictureRequest) => void): void;
  readonly memento: unknown;
  keepMemento(memento: unknown): void;
}

export function connectHost(): Host {
  const api = acquireVsCodeApi();
  receiveParts();
  return {
    post: (message) => api.postMessage(message),
    onMessage: (listener) =>
      window.addEventListener('message', (event: MessageEvent<HostMessage>) => {
        if (isHostMessage(event.data)) listener(event.data);
      }),
    onImageRequest: (listener) =>
      window.addEventListener('message', (event: MessageEvent<ImageRequest>) => {
        if (isImageRequest(event.data)) listener(event.data);
      }),
    onPictureRequest: (listener) =>
      window.addEventListener('message', (event: MessageEvent<PictureRequest>) => {
        if (isPictureRequest(event.data)) listener(event.data);
      }),
    get memento() {
      return api.getState();
    },
    keepMemento: (memento) => api.setState(memento),
  };
}

/** A message whose arrays come before it, in parts, is received by all listeners once it is complete; of several, each in turn. */
function receiveParts(): void {
  const joiner = new PartJoiner();
  const receive = (data: unknown): void => void window.dispatchEvent(new MessageEvent('message', { data }));
  window.addEventListener('message', ({ data }: MessageEvent<PostedMessage | undefined>) => {
    if (data?.type === 'part') joiner.add(data);
    if (data?.type === 'join') receive(joiner.join(data));
    if (data?.type === 'together') data.messages.forEach(receive);
  });
}

/** The gallery's side of the same connection. */
export function connectGallery(): {
  readonly post: (intent: GalleryIntent) => void;
  readonly onMessage: (listener: (message: GalleryMessage) => void) => void;
} {
  const api = acquireVsCodeApi();
  return {
    post: (intent) => api.postMessage(intent),
    onMessage: (listener) =>
      window.addEventListener('message', ({ data }: MessageEvent<GalleryMessage>) => {
        if (typeof data === 'object' && data !== null && data.type === 'gallery') listener(data);
      }),
  };
}

function isHostMessage(data: unknown): data is HostMessage {
  return typeof data === 'object' && data !== null && 'type' in data && 'generation' in data;
}

function isImageRequest(data: unknown): data is ImageRequest {
  return typeof data === 'object' && data !== null && 'type' in data && data.type === 'decodeImage';
}

function isPictureRequest(data: unknown): data is PictureRequest {
  return (
    typeof data === 'object' &&
    data !== null &&
    'type' in data &&
    (data.type === 'drawPicture' || data.type === 'dropPicture')
  );
}
