/** Finds the layer that gives what a function of the text returned. */
import type { Context } from '../../runtime/Context';
import { arrayOfLists, type OwnCall } from '../../layers/recognize/ownCall';
import { recognizeGradients } from '../../layers/recognize/recognizeGradients';
import { recognizeLayer, type Recognized } from '../../layers/recognize/recognizeLayer';
import { recognizeTranspose } from '../../layers/recognize/recognizeTranspose';
import type { Py } from '../../value/Py';

const MOST_ATTEMPTS = 30;

export class ResultRecognizer {
  private attempts = 0;

  constructor(private readonly context: Context) {}

  /** Whether nothing more is tried. */
  get isExhausted(): boolean {
    return this.attempts >= MOST_ATTEMPTS;
  }

  recognize(value: Py, own: OwnCall): Recognized | undefined {
    const { context } = this;
    const returned = (value.kind === 'tuple' ? value.items : [value]).map((each) => arrayOfLists(each, context));
    const results = returned.filter((each) => each !== undefined);
    if (results.length === 0 || this.isExhausted) return undefined;
    this.attempts += 1;
    const [first] = returned;
    const forward = first && recognizeLayer(own, first, context);
    // The gradient of a convolution's input is a transposed convolution, too.
    return forward ?? recognizeGradients(own, results, context) ?? (first && recognizeTranspose(own, first, context));
  }
}
