/** A quiz over the steps of a layer: starting, answering, ending. */
import type { QuizState } from '../../../core/panel/protocol';
import { ask } from '../../../core/quiz/ask';
import type { Given } from '../../../core/quiz/Asked';
import { isRight } from '../../../core/quiz/checkAnswer';
import { quizStepper } from '../../../core/quiz/quizStepper';
import type { Line } from '../../../core/step/Frame';
import type { Stepper, View } from '../../../core/step/Stepper';
import type { LayerPicture, Quiz } from '../picture/LayerPicture';

/** The user's own quiz. A view of another channel has the same questions; another step size has others. */
export function startQuiz(picture: LayerPicture): LayerPicture {
  const keyOf = (t: number, { granularity }: View) => `${granularity} ${t}`;
  const plain = plainStepper(picture);
  return withQuiz({ ...picture, plain }, { by: 'user', keyOf, closed: new Set(), missed: new Set(), right: 0 }, plain);
}

export function endQuiz(picture: LayerPicture): LayerPicture {
  const { quiz, plain, ...rest } = picture;
  return quiz || plain ? { ...rest, stepper: plain ?? rest.stepper } : picture;
}

export function quizState({ by, closed, right }: Quiz): QuizState {
  return { by, right, asked: closed.size };
}

/** The layer's own steps. */
export function plainStepper({ plain, stepper }: LayerPicture): Stepper {
  return plain ?? stepper;
}

export interface Verdict {
  readonly right: boolean;
  /** Key of the question. */
  readonly key: string;
  /** How the answer follows from the layer; present when the question is closed. */
  readonly lines: readonly Line[];
  readonly picture: LayerPicture;
}

/** Undefined where the step has no open question. `given` undefined: the answer is revealed. */
export function answerQuestion(picture: LayerPicture, t: number, given: Given | undefined): Verdict | undefined {
  const { quiz, view } = picture;
  const plain = plainStepper(picture);
  const key = quiz?.keyOf(t, view);
  if (!quiz || key === undefined || quiz.closed.has(key)) return undefined;
  const asked = ask(plain, t, view);
  if (!asked) return undefined;
  const right = given !== undefined && isRight(asked.answer, given);
  const withAnswers = (answers: Quiz) => withQuiz(picture, answers, plain);
  if (given && !right) {
    return { right, key, lines: [], picture: withAnswers({ ...quiz, missed: new Set([...quiz.missed, key]) }) };
  }
  const counts = right && !quiz.missed.has(key);
  const closed = new Set([...quiz.closed, key]);
  const explanation = plain.explain(asked.cell, t, view);
  const lines = explanation ? [explanation.title, ...explanation.lines] : [];
  return { right, key, lines, picture: withAnswers({ ...quiz, closed, right: quiz.right + (counts ? 1 : 0) }) };
}

/** `shown`: the steps where nothing is covered. */
export function withQuiz(picture: LayerPicture, quiz: Quiz, shown: Stepper): LayerPicture {
  const isOpen = (t: number, view: View): boolean => {
    const key = quiz.keyOf(t, view);
    return key !== undefined && !quiz.closed.has(key);
  };
  return { ...picture, quiz, stepper: quizStepper(shown, isOpen) };
}
