/** Inputs that a reader once failed on, as files of test/fixtures/failures. */
import { createHash } from 'node:crypto';

export interface Failure {
  readonly target: string;
  /** What went wrong when it was found. */
  readonly problem: string;
  /** Bytes as base64. */
  readonly encoding: 'text' | 'base64';
  readonly input: string;
}

export function failureOf(target: string, problem: string, input: string | Uint8Array): Failure {
  return typeof input === 'string'
    ? { target, problem, encoding: 'text', input }
    : { target, problem, encoding: 'base64', input: Buffer.from(input).toString('base64') };
}

export function inputOf({ encoding, input }: Failure): string | Uint8Array {
  return encoding === 'text' ? input : new Uint8Array(Buffer.from(input, 'base64'));
}

export function fileName({ target, input }: Failure): string {
  return `${target}-${createHash('sha256').update(input).digest('hex').slice(0, 12)}.json`;
}
