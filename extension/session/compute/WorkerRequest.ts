/** Requests that a worker serves, and its replies: layers and checks of the user's code. */
import type { FunctionCheck } from '../../../core/check/FunctionCheck';
import type { LayerJob } from '../../../core/layer/job/LayerJob';
import type { JobReply } from '../../../core/layer/job/serveJob';

export interface CheckRequest {
  readonly kind: 'checkCode';
  readonly source: string;
}

export type WorkerRequest = LayerJob | CheckRequest;

export type WorkerReply = JobReply | { readonly type: 'checked'; readonly checks: readonly FunctionCheck[] };
