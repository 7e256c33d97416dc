/** The worker's side: receives a job, sends progress and then a result or an error. One job at a time. */
import { bufferOf } from '../../array/bufferOf';
import { LensError, type FieldId, type Message } from '../../message';
import { runJob } from './runJob';
import type { LayerJob, LayerResult } from './LayerJob';

export type JobReply =
  | { readonly type: 'progress'; readonly done: number }
  | { readonly type: 'result'; readonly result: LayerResult }
  /** A LensError in parts: the class is lost when a value is posted to another thread. */
  | { readonly type: 'refused'; readonly detail: Message; readonly field: FieldId | undefined }
  | { readonly type: 'failed'; readonly reason: string };

/** `post` sends a reply; the buffers in `transfer` may be moved instead of copied. */
export function serveJob(job: LayerJob, post: (reply: JobReply, transfer: ArrayBuffer[]) => void): void {
  try {
    const steps = runJob(job);
    let step = steps.next();
    while (!step.done) {
      post({ type: 'progress', done: step.value }, []);
      step = steps.next();
    }
    const result = step.value;
    post(
      { type: 'result', result },
      Object.values(result).map(({ data }) => bufferOf(data)),
    );
  } catch (error) {
    if (error instanceof LensError) post({ type: 'refused', detail: error.detail, field: error.field }, []);
    else post({ type: 'failed', reason: error instanceof Error ? error.message : String(error) }, []);
  }
}
