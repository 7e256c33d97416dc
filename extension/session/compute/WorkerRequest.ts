/** Requests that a worker serves, and its replies: layers, texts, and checks of the user's code. */
import type { Statistics } from '../../../core/inspect/statistics';
import type { LayerCase } from '../../../core/check/cases/LayerCase';
import type { MistakesRequest } from '../../../core/check/numbers/nameMistakes';
import type { Message } from '../../../core/message';
import type { FunctionCheck } from '../../../core/check/FunctionCheck';
import type { GradientCheck } from '../../../core/check/gradient/checkGradients';
import type { TracedRun } from '../../../core/check/trace/TracedRun';
import type { LayerJob } from '../../../core/layer/job/LayerJob';
import type { JobReply } from '../../../core/layer/job/serveJob';
import type { ParsedArray, ParseResult } from '../../../core/read/ParseResult';
import type { FileContent } from '../files/decodeFile';
import type { TextSource } from '../source/LensSource';

interface CheckRequest {
  readonly kind: 'checkCode';
  readonly source: string;
}

/** Runs one function on a case and records its steps. */
export interface TraceRequest {
  readonly kind: 'traceCode';
  readonly source: string;
  readonly name: string;
  /** Default: the first case that differs. */
  readonly layerCase?: LayerCase;
  /** Label of the case that was shown before. */
  readonly shown?: Message;
  /** The source after the repairs of the function. */
  readonly repaired?: string;
}

interface GradientRequest {
  readonly kind: 'checkGradients';
  readonly source: string;
}

interface ReadRequest {
  readonly kind: 'readText';
  readonly source: TextSource;
}

/** Names the mistakes that give exactly the user's numbers. */
interface NameRequest extends MistakesRequest {
  readonly kind: 'nameMistakes';
}

interface DecodeRequest {
  readonly kind: 'decodeFile';
  readonly content: FileContent;
}

export type WorkerRequest =
  | LayerJob
  | DecodeRequest
  | CheckRequest
  | TraceRequest
  | GradientRequest
  | NameRequest
  | ReadRequest;

export type WorkerReply =
  | JobReply
  | { readonly type: 'checked'; readonly checks: readonly FunctionCheck[] }
  /** The checks before a repair was searched; `checked` follows. */
  | { readonly type: 'differing'; readonly checks: readonly FunctionCheck[] }
  | { readonly type: 'gradients'; readonly checks: readonly GradientCheck[] }
  | { readonly type: 'named'; readonly mistakes: readonly Message[] }
  /** `run` is absent where the function has no steps to show. */
  | { readonly type: 'traced'; readonly run?: TracedRun }
  | { readonly type: 'read'; readonly parsed: ParseResult }
  /** `statistics`: one for each array. */
  | { readonly type: 'decoded'; readonly arrays: readonly ParsedArray[]; readonly statistics: readonly Statistics[] };
