/** The search for the mistake behind results that differ from the layer's; once for each comparison. */
import { nameRequest } from '../picture/nameRequest';
import { withMistakes } from '../picture/Yours';
import type { SessionPorts } from '../ports';
import type { SessionModel } from './SessionModel';
import { sourceOfState } from './SessionState';

export class MistakeSearch {
  /** Comparisons that were searched. */
  private readonly searched = new WeakSet<object>();

  constructor(
    private readonly model: SessionModel,
    private readonly ports: Pick<SessionPorts, 'nameMistakes' | 'log'>,
    private readonly changed: () => void,
  ) {}

  /** Searches for the mistake of the comparison that is drawn; the picture has it when it is found. */
  start(): void {
    const { layer, state } = this.model;
    const yours = layer?.yours;
    const request = layer && nameRequest(layer, sourceOfState(state));
    if (!request || !yours || this.searched.has(yours.subject)) return;
    this.searched.add(yours.subject);
    this.ports.nameMistakes(request).then(
      (mistakes) => {
        const { layer: present } = this.model;
        if (mistakes.length === 0 || present?.yours?.subject !== yours.subject) return;
        this.model.show({ ...present, yours: withMistakes(present.yours, mistakes) });
        this.changed();
      },
      (error: unknown) => this.ports.log('error', String(error)),
    );
  }
}
