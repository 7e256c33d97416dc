/** Keeps `data-ready` on the body: true exactly when what is drawn is what was asked for. Tests and screenshots wait for it. */

export class Readiness {
  /** A field was changed or is being typed into: a new state will come. */
  private awaitsState = true;
  /** How many changes of fields were posted, and how many the last state answers. */
  private posted = 0;
  private answered = 0;
  /** An answer to a question was posted: its verdict will come. */
  private awaitsVerdict = false;

  constructor(private readonly isDrawn: () => boolean) {}

  expectState(): void {
    this.awaitsState = true;
    this.publish();
  }

  /** The change's number, from 1. A state that was sent before the change arrived does not answer it. */
  expectField(): number {
    this.posted++;
    this.expectState();
    return this.posted;
  }

  /** `unfinished`: the host is still computing and another state will follow. */
  stateArrived(unfinished: boolean, lastField: number): void {
    this.awaitsState = unfinished;
    this.answered = lastField;
  }

  expectVerdict(): void {
    this.awaitsVerdict = true;
    this.publish();
  }

  verdictArrived(): void {
    this.awaitsVerdict = false;
    this.publish();
  }

  publish(): void {
    const isAnswered = !this.awaitsState && !this.awaitsVerdict && this.answered >= this.posted;
    const ready = String(isAnswered && this.isDrawn());
    if (document.body.dataset.ready !== ready) document.body.dataset.ready = ready;
  }
}
