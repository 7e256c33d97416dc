/** Scenes as mementos of a panel, and a panel's memento as a scene. */
import type { ParsedArray } from '../../../core/read/ParseResult';
import { LensError, msg } from '../../../core/message';
import { localizedText, sceneVersion, type Scene, type SceneQuestion } from '../../../core/scene/Scene';
import { sceneToNdArray, sceneArray } from '../../../core/scene/writeScene';
import { keepSource, sourceOf, type KeptSource, type Memento } from '../memento';
import type { LensSource } from '../source/LensSource';

/** The memento that `Session.restore` shows the scene from. `locale`: VS Code's display language. */
export function mementoOfScene(scene: Scene, locale: string): Memento {
  const { options = {}, view = {}, step = 0, show = 'any', notes = [], pin } = scene;
  const title = localizedText(scene.title, locale);
  return {
    version: 1,
    source: keepSource(sourceOfScene(scene, title)),
    purpose: show,
    choices: options,
    channel: view.channel ?? 0,
    filter: view.filter ?? 0,
    matrix: view.matrix ?? false,
    granularity: view.granularity ?? 'window',
    t: step,
    scene: {
      title,
      granularity: view.granularity ?? 'window',
      ...(scene.text !== undefined && { text: localizedText(scene.text, locale) }),
      notes: [...notes]
        .sort((a, b) => a.step - b.step)
        .map((note) => ({
          step: note.step,
          text: localizedText(note.text, locale),
          ...(note.cover && { cover: true }),
          ...(note.question && { question: localizedQuestion(note.question, locale) }),
          ...(note.highlight && { highlight: note.highlight }),
        })),
      ...(pin && { pin }),
    },
  };
}

function localizedQuestion({ prompt, options, why, ...rest }: SceneQuestion, locale: string) {
  return {
    ...rest,
    prompt: localizedText(prompt, locale),
    ...(options && { options: options.map((each) => localizedText(each, locale)) }),
    ...(why !== undefined && { why: localizedText(why, locale) }),
  };
}

/** The scene's code or arrays, under `name`. */
export function sourceOfScene({ code, arrays = [] }: Scene, name: string): LensSource {
  if (code) {
    const pieces = code.pieces ?? [{ offset: 0, text: code.text ?? '' }];
    return {
      kind: 'text',
      name,
      languageId: code.language,
      segments: pieces.map(({ offset = 0, text }) => ({ offset, text })),
      ...(code.context && { surroundings: code.context }),
    };
  }
  const parsed = arrays.map((array): ParsedArray => ({
    array: sceneToNdArray(array),
    range: [0, 0],
    ...(array.name !== undefined && { name: array.name }),
    ...(array.dtype !== undefined && { dtype: array.dtype }),
    ...(array.notation && { notation: array.notation }),
  }));
  return { kind: 'arrays', name, arrays: parsed };
}

/** What a panel shows as a scene that needs no other file. Throws a LensError where its numbers are not loaded. */
export function sceneOfMemento(memento: Memento, source: LensSource | undefined): Scene {
  const { purpose, choices, channel, filter, matrix, granularity, t, scene } = memento;
  const { code, arrays, name } = contentsOf(memento.source, source);
  return {
    version: sceneVersion,
    title: scene?.title ?? name,
    ...(scene?.text !== undefined && { text: scene.text }),
    ...(code && { code }),
    ...(arrays && { arrays }),
    show: purpose,
    ...(Object.keys(choices).length > 0 && { options: choices }),
    ...(purpose !== 'inspect' && {
      view: { granularity, ...(channel > 0 && { channel }), ...(filter > 0 && { filter }), ...(matrix && { matrix }) },
      step: t,
    }),
    ...(scene?.pin && { pin: scene.pin }),
    ...(scene && scene.notes.length > 0 && { notes: scene.notes }),
  };
}

function contentsOf(
  kept: KeptSource,
  source: LensSource | undefined,
): Pick<Scene, 'code' | 'arrays'> & { name: string } {
  if (source?.kind === 'arrays') {
    const arrays = source.arrays.map(({ array, name, dtype, notation }) =>
      sceneArray(array, {
        ...(name !== undefined && { name }),
        ...(dtype !== undefined && { dtype }),
        ...(notation && { notation }),
      }),
    );
    return { name: source.name, arrays };
  }
  const text = source ?? (kept.kind === 'text' ? sourceOf(kept) : undefined);
  if (text?.kind !== 'text')
    throw new LensError(msg('{0} cannot be saved as a scene: its text is not read', kept.name));
  const { segments, surroundings, languageId = 'plaintext', name } = text;
  const [first] = segments;
  const whole = segments.length === 1 && first && first.offset === 0 && !surroundings?.length;
  return {
    name,
    code: {
      language: languageId,
      ...(whole
        ? { text: first.text }
        : { pieces: segments.map(({ offset, text: piece }) => ({ offset, text: piece })) }),
      ...(surroundings?.length && { context: surroundings.map((each) => ({ ...each })) }),
    },
  };
}
