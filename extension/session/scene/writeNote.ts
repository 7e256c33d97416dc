/** Notes that the user writes on steps: they make a scene of what is shown. */
import type { WrittenNote } from '../../../core/panel/protocol';
import type { LayerPicture } from '../picture/LayerPicture';
import { plainStepper } from '../quiz/answerQuestion';
import type { ShownScene } from './answers';
import { noteSteps } from './sceneState';

/**
 * The scene with a note at step `t` of the picture's view, in place of the one that was there; undefined removes it. `name`
 * becomes the title of a new scene. Answers are dropped: they belong to other questions.
 */
export function writeNote(
  scene: ShownScene | undefined,
  name: string,
  picture: LayerPicture,
  t: number,
  note: WrittenNote | undefined,
): ShownScene {
  const { view } = picture;
  const {
    title,
    text: words,
    pin,
    granularity,
    notes,
  }: ShownScene = scene ?? {
    title: name,
    granularity: view.granularity,
    notes: [],
  };
  const before = { title, granularity, notes, ...(words !== undefined && { text: words }), ...(pin && { pin }) };
  const stepper = plainStepper(picture);
  const { granularities } = stepper.timeline(view.granularity);
  const step = granularities.includes(before.granularity) ? stepper.convert(t, view, before.granularity) : t;
  const old = before.notes.find((each) => each.step === step);
  const others = before.notes.filter((each) => each !== old);
  if (!note) return { ...before, notes: others };
  const { text, cover, question } = note;
  const written = {
    step,
    text,
    ...(cover && { cover }),
    ...(question && { question: compact(question) }),
    ...(old?.highlight && { highlight: old.highlight }),
  };
  return { ...before, notes: [...others, written].sort((a, b) => a.step - b.step) };
}

/** The note that begins at step `t` of the picture's view, as it is edited: with its answer. */
export function noteAt(scene: ShownScene, picture: LayerPicture, t: number): WrittenNote | undefined {
  const index = noteSteps(scene, plainStepper(picture), picture.view).indexOf(t);
  const note = scene.notes[index];
  if (!note) return undefined;
  const { text, cover = false, question } = note;
  return { text, cover, ...(question && { question: compact(question) }) };
}

type AnyQuestion =
  | NonNullable<WrittenNote['question']>
  | NonNullable<NonNullable<ShownScene['notes'][number]['question']>>;

/** A choice or a number, not both. */
function compact({ prompt, options, answer, value, why }: AnyQuestion) {
  return {
    prompt,
    ...(options ? { options: [...options], answer: Math.min(answer ?? 0, options.length - 1) } : { value: value ?? 0 }),
    ...(why && { why }),
  };
}
