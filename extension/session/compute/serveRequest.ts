/** The worker's side: serves one request at a time. */
import { traceCode } from '../../../core/check/trace/traceCode';
import { checkCode } from '../../../core/check/checkCode';
import { serveJob } from '../../../core/layer/job/serveJob';
import type { WorkerReply, WorkerRequest } from './WorkerRequest';

/** `post` sends a reply; the buffers in `transfer` may be moved instead of copied. */
export function serveRequest(
  request: WorkerRequest,
  post: (reply: WorkerReply, transfer: ArrayBuffer[]) => void,
): void {
  if (request.kind !== 'checkCode' && request.kind !== 'traceCode') {
    serveJob(request, post);
    return;
  }
  try {
    if (request.kind === 'checkCode') post({ type: 'checked', checks: checkCode(request.source) }, []);
    else {
      const { source, name, layerCase } = request;
      const run = traceCode(source, name, layerCase ? { layerCase } : {});
      post({ type: 'traced', ...(run && { run }) }, []);
    }
  } catch (error) {
    post({ type: 'failed', reason: error instanceof Error ? error.message : String(error) }, []);
  }
}
