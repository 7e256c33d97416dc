/** The worker's side: serves one request at a time. */
import { bufferOf } from '../../../core/array/bufferOf';
import { budget } from '../../../core/budget';
import type { FunctionCheck } from '../../../core/check/FunctionCheck';
import { checkCode } from '../../../core/check/checkCode';
import { nameMistakes } from '../../../core/check/numbers/nameMistakes';
import { checkGradients } from '../../../core/check/gradient/checkGradients';
import { traceCode } from '../../../core/check/trace/traceCode';
import { statisticsOf } from '../../../core/inspect/statistics';
import { serveJob } from '../../../core/layer/job/serveJob';
import { LensError, msg } from '../../../core/message';
import type { ParseResult } from '../../../core/read/ParseResult';
import { decodeFile } from '../files/decodeFile';
import { readSource } from '../source/readSource';
import type { TextSource } from '../source/LensSource';
import type { WorkerReply, WorkerRequest } from './WorkerRequest';

type Post = (reply: WorkerReply, transfer: ArrayBuffer[]) => void;

/** `post` sends a reply; the buffers in `transfer` may be moved instead of copied. */
export function serveRequest(request: WorkerRequest, post: Post): void {
  try {
    switch (request.kind) {
      case 'checkCode': {
        // What differs can be stepped through while its repair is searched; some functions are only known by their repair.
        const first = checkCode(request.source, { budget: 0 });
        if (!first.every(agreesEverywhere)) post({ type: 'differing', checks: first }, []);
        return post({ type: 'checked', checks: checkCode(request.source) }, []);
      }
      case 'traceCode': {
        const { kind: _, source, name, ...options } = request;
        const run = traceCode(source, name, options);
        return post({ type: 'traced', ...(run && { run }) }, []);
      }
      case 'checkGradients': {
        const progress = (done: number): void => post({ type: 'progress', done }, []);
        return post({ type: 'gradients', checks: checkGradients(request.source, { progress }) }, []);
      }
      case 'nameMistakes':
        return post({ type: 'named', mistakes: nameMistakes(request) }, []);
      case 'readText': {
        const parsed = readInTime(request.source);
        return post({ type: 'read', parsed }, buffersOf(parsed));
      }
      case 'decodeFile': {
        // The worker's own copy of the bytes.
        const arrays = decodeFile(request.content, { overwrite: true });
        // The panel shows them; of large arrays they take longer than the host may be held.
        const statistics = arrays.map(({ array }) => statisticsOf(array.data));
        return post({ type: 'decoded', arrays, statistics }, buffersOf({ arrays, calls: [] }));
      }
      default:
        return serveJob(request, post);
    }
  } catch (error) {
    if (error instanceof LensError) return post({ type: 'refused', detail: error.detail, field: error.field }, []);
    post({ type: 'failed', reason: error instanceof Error ? error.message : String(error) }, []);
  }
}

/** Whether no repair is to be searched. */
function agreesEverywhere({ agrees, refused, unseen }: FunctionCheck): boolean {
  return refused || (agrees && unseen.length === 0);
}

/** What was evaluated before the time limit is kept; what comes after it is reported. */
function readInTime(source: TextSource): ParseResult {
  const end = Date.now() + budget.programTime;
  return readSource(source, () => {
    if (Date.now() > end) throw new LensError(msg('this takes longer than {0} s', budget.programTime / 1000));
  });
}

/** Each buffer once; arrays of a call are those of the text. */
function buffersOf({ arrays, calls }: Pick<ParseResult, 'arrays' | 'calls'>): ArrayBuffer[] {
  const views = [
    ...arrays.flatMap(({ array, ranges }) => [array.data, ...(ranges ? [ranges] : [])]),
    ...calls.flatMap((call) => Object.values(call.arrays).map(({ data }) => data)),
  ];
  return [...new Set(views.map(bufferOf))];
}
