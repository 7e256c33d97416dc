/** Keeps `data-ready` on the body: true exactly when what is drawn is what was asked for. Tests and screenshots wait for it. */

export class Readiness {
  /** A field was changed or is being typed into: a new state will come. */
  private awaitsState = true;

  constructor(private readonly isDrawn: () => boolean) {}

  expectState(): void {
    this.awaitsState = true;
    this.publish();
  }

  /** `unfinished`: the host is still computing and another state will follow. */
  stateArrived(unfinished: boolean): void {
    this.awaitsState = unfinished;
  }

  publish(): void {
    const ready = String(!this.awaitsState && this.isDrawn());
    if (document.body.dataset.ready !== ready) document.body.dataset.ready = ready;
  }
}
