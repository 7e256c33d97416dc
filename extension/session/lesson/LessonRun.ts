/** A lesson that is played: which part is shown, and what was answered in each. */
import type { ResolvedLesson } from '../../../core/lesson/Lesson';
import type { LessonState } from '../../../core/panel/protocol';
import { localizedText } from '../../../core/scene/Scene';
import type { Memento } from '../memento';
import { countQuestions, scoreOf, type ShownScene } from '../scene/answers';
import { mementoOfScene } from '../scene/sceneMemento';

export type LessonRun = NonNullable<Memento['lesson']>;

/** The one panel that a lesson has. */
export function lessonKey(uri: string): string {
  return `lesson:${uri}`;
}

/**
 * The memento of a part; `part` is clamped to the lesson. Answers of an earlier run of the same lesson are kept.
 * `locale`: VS Code's display language.
 */
export function mementoOfPart(
  uri: string,
  { title, scenes }: ResolvedLesson,
  part: number,
  locale: string,
  before?: LessonRun,
): Memento {
  const index = Math.min(part, scenes.length - 1);
  const { scene, ...memento } = mementoOfScene(scenes[index]!, locale);
  const kept = before?.parts.length === scenes.length ? before.parts : [];
  const parts = scenes.map((each, k) => {
    const questions = countQuestions(mementoOfScene(each, locale).scene!.notes);
    const answers = kept[k]?.answers;
    return { title: localizedText(each.title, locale), questions, ...(answers && { answers }) };
  });
  const { answers } = parts[index]!;
  return {
    ...memento,
    scene: { ...scene!, ...(answers && { answers }) },
    lesson: { uri, title: localizedText(title, locale), part: index, parts },
  };
}

/** The run of a lesson with the answers of the scene that is shown. */
export function withAnswersOf(run: LessonRun, { answers = {} }: Pick<ShownScene, 'answers'>): LessonRun {
  return { ...run, parts: run.parts.map((part, index) => (index === run.part ? { ...part, answers } : part)) };
}

export function lessonState({ title, part, parts }: LessonRun, scene: ShownScene | undefined): LessonState {
  const scores = parts.map(({ answers = {} }) => scoreOf(answers));
  const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0);
  return {
    title,
    parts: parts.map((each) => each.title),
    part,
    ...(scene?.text !== undefined && { text: scene.text }),
    questions: sum(parts.map(({ questions }) => questions)),
    closed: sum(scores.map(({ closed }) => closed)),
    right: sum(scores.map(({ right }) => right)),
  };
}
