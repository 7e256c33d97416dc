/**
 * Reads texts without blocking the host: a short one in place for a moment, a long one, or one whose evaluation takes longer,
 * on a worker, which is ended when the reading is cancelled or reaches its time limit.
 */
import { budget } from '../../../core/budget';
import { msg } from '../../../core/message';
import type { ParseResult } from '../../../core/read/ParseResult';
import type { TextSource } from '../source/LensSource';
import { wasRead, readSource, rememberRead } from '../source/readSource';
import type { CancelToken } from './LayerComputer';
import { keptNumbers, type ComputeWorker, type LaunchWorker } from './ComputeWorker';
import { onWorker } from './onWorker';
import { SharedReadings } from './SharedReadings';

/** Characters that are read in place. */
const shortText = 20_000;
/** Milliseconds of evaluation in place. */
const shortTime = 40;
/** Work of one operation in place: about 20 ms of code that the engine has not optimised yet. */
const shortWork = 2_000_000;
/** Milliseconds on a worker: the evaluation's own limit, and as long again for numbers without code. */
const longest = 6 * budget.programTime;

/** Ends an evaluation in place. */
class TakesLonger extends Error {}

/** Runs a reading on a worker and shows meanwhile that a text is read; `token` cancels it. */
export type ShowReading = <T>(work: (token?: CancelToken) => Promise<T>) => PromiseLike<T>;

export class TextReader {
  private idle: ComputeWorker | undefined;
  private readonly busy = new Set<ComputeWorker>();
  private readonly shared = new SharedReadings();

  constructor(private readonly launch: LaunchWorker) {}

  /**
   * The source is remembered as read: `readSource` then has it at once. Rejects with a LensError when the time limit is
   * reached, and with a CancelledError as soon as the token asks for it.
   */
  async read(source: TextSource, show: ShowReading = (work) => work()): Promise<ParseResult> {
    // A host that cannot start a worker reads in place.
    return readShort(source) ?? (await show((token) => this.readOnWorker(source, token))) ?? readSource(source);
  }

  /** As `read`, but undefined where the host cannot start a worker for a text that needs one. */
  async readAside(source: TextSource, token: CancelToken): Promise<ParseResult | undefined> {
    return readShort(source) ?? this.readOnWorker(source, token);
  }

  dispose(): void {
    for (const worker of [...this.busy, ...(this.idle ? [this.idle] : [])]) worker.terminate();
    this.busy.clear();
    this.idle = undefined;
  }

  /** Undefined where the host cannot start a worker. */
  private async readOnWorker(source: TextSource, token: CancelToken | undefined): Promise<ParseResult | undefined> {
    const parsed = await this.shared.share(source, token, (stop) => this.readOnOwn(source, stop));
    if (parsed) rememberRead(source, parsed);
    return parsed;
  }

  private async readOnOwn(source: TextSource, token: CancelToken | undefined): Promise<ParseResult | undefined> {
    const worker = (this.idle?.alive ? this.idle : undefined) ?? (await this.launch());
    this.idle = undefined;
    if (!worker) return undefined;
    this.busy.add(worker);
    try {
      const parsed = await onWorker(
        worker,
        { kind: 'readText', source },
        {
          result: (reply) => (reply.type === 'read' ? reply.parsed : undefined),
          longest,
          tooLong: msg('reading {0} took longer than {1} s', source.name, longest / 1000),
          failed: (reason) => msg('{0} could not be read: {1}', source.name, reason),
          token,
        },
      );
      this.giveBack(worker, parsed);
      return parsed;
    } catch (error) {
      worker.terminate();
      throw error;
    } finally {
      this.busy.delete(worker);
    }
  }

  private giveBack(worker: ComputeWorker, { arrays }: ParseResult): void {
    const isLarge = arrays.some(({ array }) => array.data.length > keptNumbers);
    if (this.idle || isLarge) worker.terminate();
    else this.idle = worker;
  }
}

/** Undefined where the reading needs a worker. */
function readShort(source: TextSource): ParseResult | undefined {
  if (wasRead(source)) return readSource(source);
  const { segments, surroundings = [], printed = [] } = source;
  const length = [...segments, ...surroundings, ...printed].reduce((sum, { text }) => sum + text.length, 0);
  if (length > shortText) return undefined;
  const end = Date.now() + shortTime;
  try {
    return readSource(source, (work) => {
      if (work > shortWork || Date.now() > end) throw new TakesLonger();
    });
  } catch (error) {
    if (error instanceof TakesLonger) return undefined;
    throw error;
  }
}
