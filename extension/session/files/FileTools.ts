/** What reading a file needs of the world around it: VS Code's file system and a panel that decodes images. */
import type { Message } from '../../../core/message';
import type { ImageHeader } from '../../../core/read/files/imageHeader';
import type { Pixels } from '../../../core/read/files/imageArray';

export interface FileTools {
  /** The last part of the path. */
  readonly name: (uri: string) => string;
  /** Bytes. Rejects when the file does not exist. */
  readonly size: (uri: string) => Promise<number>;
  readonly read: (uri: string) => Promise<Uint8Array>;
  /** Rejects with a LensError when the bytes are damaged. */
  readonly decodeImage: (bytes: Uint8Array, header: ImageHeader) => Promise<Pixels>;
  /** Numbers that one file may hold. */
  readonly maxElements: number;
  readonly translate: (message: Message) => string;
}
