/** The state of a session and its current problems; the only place that changes either. */
import type { LayerPicture } from '../picture/LayerPicture';
import { Problems } from '../Problems';
import { drawnOf, withPicture, type Picture, type SessionState } from './SessionState';

export class SessionModel {
  state: SessionState = { kind: 'empty' };
  readonly problems: Problems;

  constructor(log: (text: string) => void) {
    this.problems = new Problems(log);
  }

  /** What is drawn: the present picture, or the last good one. */
  get picture(): Picture | undefined {
    return drawnOf(this.state)?.picture;
  }

  get layer(): LayerPicture | undefined {
    const { picture } = this;
    return picture?.kind === 'layer' ? picture : undefined;
  }

  /** Puts another picture in place of the drawn one. */
  show(picture: Picture): void {
    this.state = withPicture(this.state, picture);
  }
}
