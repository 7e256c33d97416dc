/** The document of a custom editor that describes what its page shows: a scene or a lesson. */
import type { LessonRun } from '../lesson/LessonRun';
import type { Memento } from '../memento';

/** Reads what a document shows, of a lesson the part of `run`. Rejects with a LensError that names what is wrong. */
export type ReadScene = (run?: LessonRun) => Promise<Memento>;

export class SceneDocument {
  /** What the document contained when it was last read. */
  private last: Memento | undefined;

  /** `name`: as the user knows it. */
  constructor(
    readonly uri: string,
    readonly name: string,
    private readonly open: ReadScene,
  ) {}

  /**
   * The memento of the document's present text. What the user has chosen in the page, `present`, is kept: the answers where the
   * notes are the same, and the step, the options and the view where the text has the same ones as before.
   */
  async read(present: Memento | undefined): Promise<Memento> {
    const now = await this.open(present?.lesson);
    const before = this.last?.lesson?.part === now.lesson?.part ? this.last : undefined;
    this.last = now;
    if (!present) return now;
    const sameView = before ? same(viewOf(before), viewOf(now)) : same(contentsOf(present), contentsOf(now));
    const answers = same(present.scene?.notes, now.scene?.notes) ? present.scene?.answers : undefined;
    return {
      ...now,
      ...(sameView && viewOf(present)),
      ...(now.scene && { scene: { ...now.scene, ...(answers && { answers }) } }),
    };
  }
}

function viewOf({ purpose, choices, channel, filter, matrix, picture, granularity, t }: Memento) {
  return { purpose, choices, channel, filter, matrix, ...(picture !== undefined && { picture }), granularity, t };
}

function contentsOf({ source, scene, lesson }: Memento) {
  return { source, title: scene?.title, text: scene?.text, notes: scene?.notes, pin: scene?.pin, part: lesson?.part };
}

/** Plain JSON; both were made by the same code, so that their entries have the same order. */
function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
