/** A quiz over the steps of a layer: starting, answering, ending. */
import type { QuizState } from '../../../core/panel/protocol';
import { ask } from '../../../core/quiz/ask';
import type { Given } from '../../../core/quiz/Asked';
import { isRight } from '../../../core/quiz/checkAnswer';
import { quizStepper } from '../../../core/quiz/quizStepper';
import type { Line } from '../../../core/step/Frame';
import type { View } from '../../../core/step/Stepper';
import type { LayerPicture, Quiz } from '../picture/LayerPicture';

export function startQuiz(picture: LayerPicture): LayerPicture {
  return withQuiz(picture, { plain: picture.stepper, closed: new Set(), missed: new Set(), right: 0 });
}

export function endQuiz(picture: LayerPicture): LayerPicture {
  const { quiz, ...rest } = picture;
  return quiz ? { ...rest, stepper: quiz.plain } : picture;
}

export function quizState({ closed, right }: Quiz): QuizState {
  return { right, asked: closed.size };
}

export interface Verdict {
  readonly right: boolean;
  /** How the answer follows from the layer; present when the question is closed. */
  readonly lines: readonly Line[];
  readonly picture: LayerPicture;
}

/** Undefined where the step has no open question. `given` undefined: the answer is revealed. */
export function answerQuestion(picture: LayerPicture, t: number, given: Given | undefined): Verdict | undefined {
  const { quiz, view } = picture;
  const id = questionId(t, view);
  const asked = quiz && !quiz.closed.has(id) ? ask(quiz.plain, t, view) : undefined;
  if (!quiz || !asked) return undefined;
  const right = given !== undefined && isRight(asked.answer, given);
  if (given && !right) {
    return { right, lines: [], picture: withQuiz(picture, { ...quiz, missed: new Set([...quiz.missed, id]) }) };
  }
  const counts = right && !quiz.missed.has(id);
  const closed = new Set([...quiz.closed, id]);
  const explanation = quiz.plain.explain(asked.cell, t, view);
  const lines = explanation ? [explanation.title, ...explanation.lines] : [];
  return { right, lines, picture: withQuiz(picture, { ...quiz, closed, right: quiz.right + (counts ? 1 : 0) }) };
}

function withQuiz(picture: LayerPicture, quiz: Quiz): LayerPicture {
  const stepper = quizStepper(quiz.plain, (t, view) => !quiz.closed.has(questionId(t, view)));
  return { ...picture, quiz, stepper };
}

/** A view of another channel has the same questions; another step size has others. */
function questionId(t: number, { granularity }: View): string {
  return `${granularity} ${t}`;
}
