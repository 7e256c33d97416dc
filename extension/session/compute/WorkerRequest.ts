/** Requests that a worker serves, and its replies: layers, texts, and checks of the user's code. */
import type { FunctionCheck } from '../../../core/check/FunctionCheck';
import type { LayerJob } from '../../../core/layer/job/LayerJob';
import type { JobReply } from '../../../core/layer/job/serveJob';
import type { ParseResult } from '../../../core/read/ParseResult';
import type { TextSource } from '../source/LensSource';

export interface CheckRequest {
  readonly kind: 'checkCode';
  readonly source: string;
}

export interface ReadRequest {
  readonly kind: 'readText';
  readonly source: TextSource;
}

export type WorkerRequest = LayerJob | CheckRequest | ReadRequest;

export type WorkerReply =
  | JobReply
  | { readonly type: 'checked'; readonly checks: readonly FunctionCheck[] }
  | { readonly type: 'read'; readonly parsed: ParseResult };
