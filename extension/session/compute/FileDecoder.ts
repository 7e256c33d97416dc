/** Decodes files without blocking the host: small ones in place, large ones on a worker of their own. */
import { bufferOf } from '../../../core/array/bufferOf';
import { rememberStatistics } from '../../../core/inspect/statistics';
import { msg } from '../../../core/message';
import type { ParsedArray } from '../../../core/read/ParseResult';
import { decodeFile, decodesFast, type FileContent } from '../files/decodeFile';
import type { LaunchWorker } from './ComputeWorker';
import { onWorker } from './onWorker';

/** Milliseconds. */
const longest = 120_000;

export class FileDecoder {
  constructor(private readonly launch: LaunchWorker) {}

  /** Rejects with a LensError that names what is wrong with the file. The bytes may be gone afterwards. */
  async decode(content: FileContent): Promise<readonly ParsedArray[]> {
    const worker = decodesFast(content) ? undefined : await this.launch();
    if (!worker) return decodeFile(content);
    const { file, bytes } = content;
    // A part of a larger buffer is copied.
    const transfer = bytes.byteLength === bytes.buffer.byteLength ? [bufferOf(bytes)] : [];
    try {
      const { arrays, statistics } = await onWorker(
        worker,
        { kind: 'decodeFile', content },
        {
          transfer,
          result: (reply) => (reply.type === 'decoded' ? reply : undefined),
          longest,
          tooLong: msg('reading {0} took longer than {1} s', file, longest / 1000),
          failed: (reason) => msg('{0} could not be read: {1}', file, reason),
        },
      );
      for (const [index, { array }] of arrays.entries()) rememberStatistics(array.data, statistics[index]!);
      return arrays;
    } finally {
      worker.terminate();
    }
  }
}
