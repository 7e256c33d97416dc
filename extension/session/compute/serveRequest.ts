/** The worker's side: serves one request at a time. */
import { checkCode } from '../../../core/check/checkCode';
import { serveJob } from '../../../core/layer/job/serveJob';
import type { WorkerReply, WorkerRequest } from './WorkerRequest';

/** `post` sends a reply; the buffers in `transfer` may be moved instead of copied. */
export function serveRequest(
  request: WorkerRequest,
  post: (reply: WorkerReply, transfer: ArrayBuffer[]) => void,
): void {
  if (request.kind !== 'checkCode') {
    serveJob(request, post);
    return;
  }
  try {
    post({ type: 'checked', checks: checkCode(request.source) }, []);
  } catch (error) {
    post({ type: 'failed', reason: error instanceof Error ? error.message : String(error) }, []);
  }
}
