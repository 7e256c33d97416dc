/** What the panel draws for a session's state, and the notice above it. */
import { msg } from '../../core/message';
import type { EmptyState, ErrorNotice, InspectState, LayerState, LessonState } from '../../core/panel/protocol';
import { followField } from './followField';
import { lessonState, withAnswersOf } from './lesson/LessonRun';
import { inspectState } from './picture/InspectPicture';
import type { LayerPicture } from './picture/LayerPicture';
import { layerState } from './picture/layerState';
import type { Problems } from './Problems';
import { quizState } from './quiz/answerQuestion';
import { sceneState } from './scene/sceneState';
import type { SessionModel } from './state/SessionModel';
import { drawnOf, filesOf, sourceOfState, titleOf, type SessionState, type Subject } from './state/SessionState';

export function contentOf(state: SessionState, problems: Problems): LayerState | InspectState | EmptyState {
  const source = msg('{0}', titleOf(state) ?? '');
  const drawn = drawnOf(state);
  if (!drawn) return { kind: 'empty', source };
  const { picture } = drawn;
  const content =
    picture.kind === 'inspect'
      ? inspectState(picture, source, problems)
      : { ...layerState(picture, source, problems, drawn), ...sceneOf(drawn, picture), ...quizOf(picture) };
  return { ...content, fields: [...content.fields, ...followField(sourceOfState(state))] };
}

/** The notice; where a document or files cannot be shown, with their name and ways out. */
export function noticeOf({ state, problems: { notice }, document }: SessionModel): ErrorNotice | undefined {
  if (!notice || drawnOf(state)) return notice;
  if (document) return { ...notice, file: document.name, actions: ['openWith'] };
  const files = filesOf(state);
  return files ? { ...notice, file: files.name, actions: ['retry', 'openWith'] } : notice;
}

/** The lesson that is played, with the answers of its present part. */
export function lessonOf(state: SessionState): LessonState | undefined {
  if (state.kind === 'empty' || !state.lesson) return undefined;
  const { lesson, scene } = state;
  return lessonState(scene ? withAnswersOf(lesson, scene) : lesson, scene);
}

function sceneOf({ scene }: Subject, picture: LayerPicture): Pick<LayerState, 'scene'> {
  return scene ? { scene: sceneState(scene, picture) } : {};
}

/** The count of a quiz, during one. */
function quizOf({ quiz }: LayerPicture): Pick<LayerState, 'quiz'> {
  return quiz ? { quiz: quizState(quiz) } : {};
}
