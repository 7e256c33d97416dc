/** `data-ready` of the panel's body, with a document that has a body only. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Readiness } from '../../webview/Readiness';

beforeEach(() => {
  vi.stubGlobal('document', { body: { dataset: {} } });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

function ready(): boolean {
  return document.body.dataset['ready'] === 'true';
}

it('a state that was sent before a change of a field arrived does not make the panel ready', () => {
  const readiness = new Readiness(() => true);
  const arrive = (lastField: number, unfinished = false): void => {
    readiness.stateArrived(unfinished, lastField);
    readiness.publish();
  };
  arrive(0);
  expect(ready()).toBe(true);
  readiness.expectField();
  expect(readiness.expectField()).toBe(2);
  arrive(1);
  expect(ready()).toBe(false);
  arrive(2, true);
  expect(ready()).toBe(false);
  arrive(2);
  expect(ready()).toBe(true);
});
