/** One input on one reader: only a LensError may be thrown, and every message must be complete. */
import { existsSync, readFileSync } from 'node:fs';
import { LensError, type Message } from '../../../core/message';
import type { Target } from './targets';

export interface Verdict {
  /** Why the reader failed; absent where it did not. */
  readonly problem?: string;
  /** Of the processor: other programs and threads do not count. */
  readonly milliseconds: number;
}

/** Milliseconds: asking for the processor's time takes longer than most inputs, so that a time this old counts as now. */
const recent = 20;
let known = { wall: -Infinity, cpu: 0 };

export function judge({ read }: Target, input: string | Uint8Array): Verdict {
  const start = performance.now();
  if (start - known.wall > recent) known = { wall: start, cpu: worked() };
  const problem = problemOf(() => read(input));
  const wall = performance.now() - start;
  const milliseconds = wall < recent ? wall : Math.min(wall, worked() - known.cpu);
  return { milliseconds, ...(problem !== undefined && { problem }) };
}

/** Milliseconds that this thread has run, as Linux counts them; elsewhere those of the whole process. */
function worked(): number {
  if (isLinux) return Number(readFileSync('/proc/thread-self/schedstat', 'utf8').split(' ', 1)[0]) / 1e6;
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

const isLinux = existsSync('/proc/thread-self/schedstat');

function problemOf(read: () => unknown): string | undefined {
  try {
    return messagesOf(read()).map(incomplete).find(Boolean);
  } catch (error) {
    if (error instanceof LensError) return incomplete(error.detail);
    // The problem is kept with the input: without the folders of this machine.
    return error instanceof Error ? (error.stack ?? error.message).replace(/file:\S*\//g, '') : String(error);
  }
}

/** Of a result, or of each of several results. */
function messagesOf(result: unknown): readonly Message[] {
  if (Array.isArray(result)) return result.flatMap(messagesOf);
  const { errors = [] } = (result ?? {}) as { readonly errors?: readonly { readonly detail: Message }[] };
  return errors.map(({ detail }) => detail);
}

/** A message with a placeholder that no argument fills. */
function incomplete({ text, args }: Message): string | undefined {
  const open = [...text.matchAll(/\{(\d+)\}/g)].some(([, index]) => Number(index) >= args.length);
  return open ? `incomplete message: ${text}` : undefined;
}
