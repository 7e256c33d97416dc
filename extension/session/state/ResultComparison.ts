/** The comparison of the layer that is drawn with results of the user. */
import { LensError, msg } from '../../../core/message';
import type { LayerPicture } from '../picture/LayerPicture';
import { withoutResult, withResult } from '../picture/withResult';
import { endQuiz } from '../quiz/answerQuestion';
import type { LensSource } from '../source/LensSource';
import type { OutputWork } from './OutputWork';
import type { SessionModel } from './SessionModel';

export class ResultComparison {
  constructor(
    private readonly model: SessionModel,
    private readonly work: OutputWork,
  ) {}

  /** Whether a layer is drawn that results can be compared with. */
  get isPossible(): boolean {
    const { layer } = this.model;
    return layer !== undefined && layer.yours?.origin.kind !== 'code';
  }

  /** Compares the layer with `result`, until `end`. */
  start(result: LensSource): void {
    const { problems, picture } = this.model;
    if (!this.isPossible) {
      problems.failed(new LensError(msg('no layer is shown to compare results with')), picture !== undefined);
      return;
    }
    this.work.run(
      (tools) => {
        const { layer } = this.model;
        if (!layer) return;
        this.model.compare(withResult(plain(layer), result, tools), result);
        problems.solved();
      },
      (error) => problems.failed(error, true),
    );
  }

  end(): void {
    const { layer } = this.model;
    if (layer?.yours?.origin.kind === 'result') this.model.compare(withoutResult(layer), undefined);
  }
}

/** The layer without a quiz and an earlier comparison. */
function plain(layer: LayerPicture): LayerPicture {
  return withoutResult(endQuiz(layer));
}
