import { expect, test } from 'vitest';
import { FakePanel } from '../session/FakePanel';

const text = `A_prev = [[1, 5, 2, 2], [3, 4, 0, 2]]
dA = [[10, 20]]
hparameters = {"stride": 2, "f": 2}
`;

const quizOf = (panel: FakePanel) => panel.layer.quiz;
const verdict = (panel: FakePanel) => panel.received.filter((message) => message.type === 'verdict').at(-1);

function quiz(): FakePanel {
  const panel = FakePanel.showing(text, 'pool');
  panel.set('pass', 'backward');
  panel.post({ type: 'quiz', on: true });
  return panel;
}

test('a right answer uncovers the step, explains it and counts', () => {
  const panel = quiz();
  expect(quizOf(panel)).toEqual({ by: 'user', right: 0, asked: 0 });
  expect(panel.frame.question?.kind).toBe('receivers');
  const { generation } = panel;
  panel.post({ type: 'answer', generation, t: 0, given: { cells: [{ map: 'dX', row: 0, col: 1 }] } });
  expect(verdict(panel)).toMatchObject({ right: true, t: 0, generation: panel.generation });
  expect(verdict(panel).lines.length).toBeGreaterThan(0);
  expect(quizOf(panel)).toEqual({ by: 'user', right: 1, asked: 1 });
  expect(panel.frame.question).toBeUndefined();
  expect(panel.map('dX').values[1]).toBe(10);
});

test('a wrong answer keeps the question; right at the second attempt does not count as right', () => {
  const panel = quiz();
  panel.seek(1);
  const { generation } = panel;
  const answer = (value: string) => panel.post({ type: 'answer', generation, t: 1, given: { value, cells: [] } });
  answer('19');
  expect(verdict(panel)).toMatchObject({ right: false, lines: [] });
  expect([panel.generation, panel.frame.question?.kind]).toEqual([generation, 'value']);
  answer('20');
  expect(verdict(panel)).toMatchObject({ right: true });
  expect(quizOf(panel)).toEqual({ by: 'user', right: 0, asked: 1 });
});

test('a revealed answer is explained and closed; answering again changes nothing', () => {
  const panel = quiz();
  panel.post({ type: 'answer', generation: panel.generation, t: 0 });
  expect(verdict(panel)).toMatchObject({ right: false });
  expect(verdict(panel).lines.length).toBeGreaterThan(0);
  const posted = panel.received.length;
  panel.post({ type: 'answer', generation: panel.generation, t: 0, given: { cells: [] } });
  expect([panel.received.length, quizOf(panel)]).toEqual([posted, { by: 'user', right: 0, asked: 1 }]);
});

test('ending the quiz uncovers everything; another layer ends it', () => {
  const panel = quiz();
  panel.post({ type: 'quiz', on: false });
  expect([quizOf(panel), panel.frame.question]).toEqual([undefined, undefined]);
  panel.session.quiz();
  expect(quizOf(panel)).toBeDefined();
  panel.set('mode', 'average');
  expect(quizOf(panel)).toBeUndefined();
});

test('steps of another size are other questions', () => {
  const panel = FakePanel.showing(text.replace('dA = [[10, 20]]\n', ''), 'pool');
  panel.post({ type: 'quiz', on: true });
  panel.set('granularity', 'example');
  expect([quizOf(panel), panel.frame.question]).toEqual([{ by: 'user', right: 0, asked: 0 }, undefined]);
});
