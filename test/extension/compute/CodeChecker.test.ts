/** The code checker with a worker that answers, fails, or does not answer. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { serveRequest } from '../../../extension/session/compute/serveRequest';
import { CodeChecker } from '../../../extension/session/compute/CodeChecker';
import type { ComputeWorker, WorkerListener } from '../../../extension/session/compute/ComputeWorker';
import type { WorkerReply } from '../../../extension/session/compute/WorkerRequest';

function fakeWorker(...replies: WorkerReply[]) {
  const state = { terminated: 0, sent: [] as unknown[] };
  let listener: WorkerListener | undefined;
  const worker: ComputeWorker = {
    alive: true,
    listen: (next) => (listener = next),
    send: (request) => {
      state.sent.push(request);
      for (const reply of replies) listener?.reply(reply);
    },
    terminate: () => void state.terminated++,
  };
  return { state, checker: new CodeChecker(() => Promise.resolve(worker)) };
}

it('resolves with the checks and ends the worker', async () => {
  const { state, checker } = fakeWorker({ type: 'checked', checks: [] });
  expect(await checker.check('x = 1')).toEqual([]);
  expect(state).toEqual({ terminated: 1, sent: [{ kind: 'checkCode', source: 'x = 1' }] });
});

it('rejects with the reason of a failure and ends the worker', async () => {
  const { state, checker } = fakeWorker({ type: 'failed', reason: 'out of memory' });
  await expect(checker.check('x = 1')).rejects.toThrow('out of memory');
  expect(state.terminated).toBe(1);
});

it('a cancelled check ends the worker without waiting for it', async () => {
  const { state, checker } = fakeWorker();
  let cancel: () => void = () => undefined;
  const token = {
    isCancellationRequested: false,
    onCancellationRequested: (listener: () => void) => {
      cancel = listener;
      return { dispose: () => undefined };
    },
  };
  const check = checker.check('x = 1', token);
  await Promise.resolve();
  cancel();
  await expect(check).rejects.toThrow('cancelled');
  expect(state.terminated).toBe(1);
});

it('a host without workers is refused with a message', async () => {
  await expect(new CodeChecker(() => Promise.resolve(undefined)).check('x')).rejects.toThrow('worker');
});

it('what differs is known before its repair is searched', async () => {
  const source = readFileSync('test/programs/functions/wrong/pf_stride_ignored.py', 'utf8');
  const replies: WorkerReply[] = [];
  serveRequest({ kind: 'checkCode', source }, (reply) => replies.push(reply));
  expect(replies.map(({ type }) => type)).toEqual(['differing', 'checked']);
  const { checker } = fakeWorker(...replies);
  const seen: number[] = [];
  const checks = await checker.check(source, undefined, (first) =>
    seen.push(...first.map((each) => each.unseen.length)),
  );
  expect(checks.map(({ unseen }) => unseen.length)).toEqual(seen);
  const mistakes = replies.map((reply) =>
    ('checks' in reply ? reply.checks : []).flatMap((each) => ('mistakes' in each ? each.mistakes : [])),
  );
  expect(mistakes.map((each) => each.length > 0)).toEqual([false, true]);
});

it('code that agrees everywhere is answered at once', () => {
  const source = readFileSync('test/programs/functions/right/course_distribute.py', 'utf8');
  const replies: WorkerReply[] = [];
  serveRequest({ kind: 'checkCode', source }, (reply) => replies.push(reply));
  expect(replies.map(({ type }) => type)).toEqual(['checked']);
});

it('a function that only its repair shows to be a layer is found where all others agree', () => {
  const source = readFileSync('test/programs/forms/wrong/mask_of_next_gradient.py', 'utf8');
  const replies: WorkerReply[] = [];
  serveRequest({ kind: 'checkCode', source }, (reply) => replies.push(reply));
  expect(replies.map(({ type }) => type)).toEqual(['checked']);
  expect(replies[0]).toMatchObject({
    checks: [
      { name: 'correlate', mistakes: [] },
      { name: 'correlate_and_rectify', mistakes: [] },
      { name: 'gradients', mistakes: [{ verified: true }] },
    ],
  });
});
