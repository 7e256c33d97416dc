/** Operations that reading a file uses: VS Code's file system, and a panel that decodes images. */
import type { Message } from '../../../core/message';
import type { ImageHeader } from '../../../core/read/files/imageHeader';
import type { Pixels } from '../../../core/read/files/imageArray';
import type { ParsedArray } from '../../../core/read/ParseResult';
import type { TextSource } from '../source/LensSource';
import type { FileContent } from './decodeFile';

export interface FileTools {
  /** The last part of the path. */
  readonly name: (uri: string) => string;
  /** Bytes. Rejects when the file does not exist. */
  readonly size: (uri: string) => Promise<number>;
  readonly read: (uri: string) => Promise<Uint8Array>;
  /** Rejects with a LensError that names what is wrong. The bytes may be gone afterwards. */
  readonly decode: (content: FileContent) => Promise<readonly ParsedArray[]>;
  /** Reads a text without blocking the host; `readSource` then has it at once. Rejects with a LensError. */
  readonly readText: (source: TextSource) => Promise<unknown>;
  /** Rejects with a LensError when the bytes are damaged. */
  readonly decodeImage: (bytes: Uint8Array, header: ImageHeader) => Promise<Pixels>;
  /** Numbers that one file may hold. */
  readonly maxElements: number;
  readonly translate: (message: Message) => string;
}
