/** The notes of a scene: their questions are answered, and notes are written at steps. */
import { defined } from '../../../core/defined';
import type { PanelConnection } from '../PanelConnection';
import type { CheckedMessage } from '../panelMessage';
import { answerNote, type ShownScene } from '../scene/answers';
import { withNotes } from '../scene/withNotes';
import { noteAt, writeNote } from '../scene/writeNote';
import type { SessionModel } from '../state/SessionModel';
import { titleOf } from '../state/SessionState';

type Intent<Type extends CheckedMessage['type']> = Extract<CheckedMessage, { type: Type }>;

export class NoteIntents {
  constructor(
    private readonly model: SessionModel,
    private readonly panel: PanelConnection,
  ) {}

  answer({ note, given }: Intent<'answerNote'>): void {
    const { scene } = this.model;
    if (scene) this.setScene(answerNote(scene, note, given));
  }

  /** Opens the editor of the note that begins at step `t`; default: the present step. */
  edit(t?: number): void {
    const { layer, scene } = this.model;
    if (!layer) return;
    const step = t ?? layer.t;
    const note = scene && noteAt(scene, layer, step);
    this.panel.post({ type: 'editNote', generation: this.panel.generation, t: step, ...(note && { note }) });
  }

  editAt({ generation, t }: Intent<'editNote'>): void {
    if (this.panel.layerOf(generation)) this.edit(t);
  }

  write({ generation, t, note }: Intent<'writeNote'>): void {
    const layer = this.panel.layerOf(generation);
    if (!layer) return;
    const question = note?.question && { ...note.question, ...defined(note.question) };
    const { text = '', cover = false } = note ?? {};
    const written = note && { text, cover, ...(question && { question }) };
    this.setScene(writeNote(this.model.scene, titleOf(this.model.state) ?? '', layer, t, written));
  }

  /** The scene has other notes or answers. */
  private setScene(scene: ShownScene): void {
    const { layer } = this.model;
    this.model.setScene(scene);
    if (layer) this.model.show(withNotes(layer, scene));
    this.panel.postState();
  }
}
