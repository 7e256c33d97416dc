/** Files in memory, in a folder `file:///data/`; images are decoded to what the test sets. */
import { formatMessage } from '../../../core/message';
import type { Pixels } from '../../../core/read/files/imageArray';
import { decodeFile } from '../../../extension/session/files/decodeFile';
import type { FileTools } from '../../../extension/session/files/FileTools';

export class FakeFolder implements FileTools {
  maxElements = 1000;
  pixels: Pixels | undefined;
  /** URIs that were read, which are more than those whose size was asked. */
  readonly wasRead: string[] = [];
  readonly decoded: string[] = [];
  readonly translate = formatMessage;

  constructor(private readonly files: Record<string, Uint8Array | string>) {}

  readonly name = (uri: string): string => uri.slice(uri.lastIndexOf('/') + 1);

  readonly size = (uri: string): Promise<number> => this.content(uri).then(({ length }) => length);

  readonly read = (uri: string): Promise<Uint8Array> => {
    this.wasRead.push(uri);
    return this.content(uri);
  };

  readonly decodeImage: FileTools['decodeImage'] = (_, { mediaType }) => {
    this.decoded.push(mediaType);
    return this.pixels ? Promise.resolve(this.pixels) : Promise.reject(new Error('no pixels'));
  };

  readonly decode: FileTools['decode'] = async (content) => Promise.resolve(decodeFile(content));

  readonly readText: FileTools['readText'] = () => Promise.resolve();

  private content(uri: string): Promise<Uint8Array> {
    const content = this.files[this.name(uri)];
    if (content === undefined) return Promise.reject(new Error('no such file'));
    return Promise.resolve(typeof content === 'string' ? new TextEncoder().encode(content) : content);
  }
}

export function uriOf(name: string): string {
  return `file:///data/${name}`;
}
