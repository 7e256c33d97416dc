/** Answers to a scene's questions: those of its covered steps and those that its notes ask. */
import { isRight } from '../../../core/quiz/checkAnswer';
import type { Memento } from '../memento';

export type ShownScene = NonNullable<Memento['scene']>;

/** `missed`: wrong so far; `late`: right or revealed after that, or revealed at once. */
type AnswerKind = 'missed' | 'right' | 'late';

export type Answers = Readonly<Record<string, AnswerKind>>;

/** Key of the covered step of a note. */
export function coverKey(note: number | ''): string {
  return `cover ${note}`;
}

/** Key of the question of a note. */
export function questionKey(note: number): string {
  return `question ${note}`;
}

/** `right` undefined: the answer is revealed. A closed question stays as it is. */
export function withAnswer(scene: ShownScene, key: string, right: boolean | undefined): ShownScene {
  const before = scene.answers?.[key];
  if (before === 'right' || before === 'late') return scene;
  const kind: AnswerKind = right === false ? 'missed' : right && before === undefined ? 'right' : 'late';
  return { ...scene, answers: { ...scene.answers, [key]: kind } };
}

/** Answers the question of a note. `given`: the index of an option or a typed number; undefined reveals the answer. */
export function answerNote(scene: ShownScene, note: number, given: string | undefined): ShownScene {
  const question = scene.notes[note]?.question;
  if (!question) return scene;
  if (given === undefined) return withAnswer(scene, questionKey(note), undefined);
  const right =
    question.value === undefined
      ? Number(given) === question.answer
      : isRight({ kind: 'value', value: question.value }, { value: given, cells: [] });
  return withAnswer(scene, questionKey(note), right);
}

/** Number of questions of a scene. */
export function countQuestions(notes: ShownScene['notes']): number {
  return notes.reduce((sum, { cover, question }) => sum + (cover ? 1 : 0) + (question ? 1 : 0), 0);
}

export interface Score {
  readonly right: number;
  /** Answered or revealed. */
  readonly closed: number;
}

export function scoreOf(answers: Answers): Score {
  const kinds = Object.values(answers);
  return {
    right: kinds.filter((kind) => kind === 'right').length,
    closed: kinds.filter((kind) => kind !== 'missed').length,
  };
}
