/** A thread that serves requests one at a time, in either host. */
import type { WorkerReply, WorkerRequest } from './WorkerRequest';

export interface WorkerListener {
  reply(reply: WorkerReply): void;
  /** The thread has ended unexpectedly or cannot start. */
  failed(reason: string): void;
}

export interface ComputeWorker {
  /** False once the thread has ended. */
  readonly alive: boolean;
  /** Sets the listener of the current request. */
  listen(listener: WorkerListener): void;
  send(request: WorkerRequest, transfer: readonly ArrayBuffer[]): void;
  /** Ends the thread at once. */
  terminate(): void;
}

/** Numbers of an array after which a worker is not kept: its thread would keep the memory that it has needed. */
export const keptNumbers = 500_000;

/** Undefined where the host cannot start one. */
export type LaunchWorker = () => Promise<ComputeWorker | undefined>;
