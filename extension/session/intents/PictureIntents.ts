/** The panel's requests about the picture that it has: steps, frames, explanations, a quiz. */
import { defined } from '../../../core/defined';
import { copyMapCells, type CellRange } from '../../../core/inspect/copyCells';
import { LensError, msg, type Message } from '../../../core/message';
import { mapsOf } from '../../../core/step/shared/stage';
import type { PanelConnection } from '../PanelConnection';
import type { CheckedMessage } from '../panelMessage';
import { cellsText } from '../picture/InspectPicture';
import { answerQuestion, startQuiz } from '../quiz/answerQuestion';
import { withAnswer } from '../scene/answers';
import { withNotes } from '../scene/withNotes';
import type { SessionModel } from '../state/SessionModel';

type Intent<Type extends CheckedMessage['type']> = Extract<CheckedMessage, { type: Type }>;

export class PictureIntents {
  constructor(
    private readonly model: SessionModel,
    private readonly panel: PanelConnection,
    private readonly copy: (text: string) => void,
  ) {}

  seek({ generation, t, number }: Intent<'seek'>): void {
    this.panel.countSeek(number);
    const layer = this.panel.layerOf(generation);
    if (!layer) return;
    const { count } = layer.stepper.timeline(layer.view.granularity);
    const step = Math.min(t, count - 1);
    this.model.show({ ...layer, t: step });
    this.panel.postFrames({ generation, from: step, to: step });
  }

  explain({ generation, request, cell, t }: Intent<'explain'>): void {
    const layer = this.panel.layerOf(generation);
    if (!layer) return;
    const explanation = layer.stepper.explain(cell, t, layer.view);
    this.panel.post({ type: 'explanation', generation, request, ...(explanation && { explanation }) });
  }

  montage({ generation, request, map, t }: Intent<'montage'>): void {
    const layer = this.panel.layerOf(generation);
    if (!layer) return;
    const montage = layer.stepper.montage(map, t, layer.view);
    this.panel.post({ type: 'montage', generation, request, ...(montage && { montage }) });
  }

  copyCells({ generation, format, ...range }: Intent<'copyCells'>): void {
    const { picture } = this.model;
    if (picture?.kind !== 'inspect' || generation !== this.panel.generation) return;
    this.copyRange(range, () => cellsText(picture, range, format));
  }

  copyMapCells({ generation, format, map: id, t, ...range }: Intent<'copyMapCells'>): void {
    const layer = this.panel.layerOf(generation);
    const map = layer && mapsOf(layer.stepper.frame(t, layer.view).stage).find((each) => each.id === id);
    if (map) this.copyRange(range, () => copyMapCells(map, range, format));
  }

  /** The panel tells what the clipboard has, or why it has it not. */
  private copyRange({ rows, cols }: CellRange, write: () => string): void {
    const post = (text: Message): void => this.panel.post({ type: 'copied', generation: this.panel.generation, text });
    try {
      this.copy(write());
      post(msg('copied {0} × {1}', rows, cols));
    } catch (error) {
      if (!(error instanceof LensError)) throw error;
      post(error.detail);
    }
  }

  /** Starts or ends the user's quiz on the layer that is drawn. Without `on`: the other of the two. */
  quiz(on?: boolean): void {
    const { layer, scene } = this.model;
    const isOn = layer?.quiz?.by === 'user';
    if (!layer || on === isOn) return;
    this.model.show(isOn ? withNotes(layer, scene) : startQuiz(layer));
    this.panel.postState();
  }

  answer({ generation, t, given }: Intent<'answer'>): void {
    const layer = this.panel.layerOf(generation);
    const verdict =
      layer && answerQuestion(layer, t, given && { cells: given.cells, ...defined({ value: given.value }) });
    if (!verdict) return;
    const { right, key, lines } = verdict;
    const { scene } = this.model;
    this.model.show(verdict.picture);
    if (scene && layer.quiz?.by === 'scene') this.model.setScene(withAnswer(scene, key, given ? right : undefined));
    // A closed question uncovers its step.
    if (lines.length > 0) this.panel.postState();
    this.panel.post({ type: 'verdict', generation: this.panel.generation, t, right, lines });
  }
}
