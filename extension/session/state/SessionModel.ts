/** The state of a session and its current problems; the only place that changes either. */
import type { LayerPicture } from '../picture/LayerPicture';
import { Problems } from '../Problems';
import type { ShownScene } from '../scene/answers';
import type { SceneDocument } from '../document/SceneDocument';
import type { LensSource } from '../source/LensSource';
import { compared, drawnOf, withPicture, withScene, type Picture, type SessionState } from './SessionState';

export class SessionModel {
  state: SessionState = { kind: 'empty' };
  readonly problems: Problems;
  /** The page is the custom editor of this document. */
  document?: SceneDocument;

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

  /** The scene that is drawn. */
  get scene(): ShownScene | undefined {
    return drawnOf(this.state)?.scene;
  }

  setScene(scene: ShownScene): void {
    this.state = withScene(this.state, scene);
  }

  /** Puts another picture in place of the drawn one. */
  show(picture: Picture): void {
    this.state = withPicture(this.state, picture);
  }

  /** Puts a picture of the drawn layer that is compared with `result` in its place; undefined: it is no longer compared. */
  compare(picture: LayerPicture, result: LensSource | undefined): void {
    this.state = compared(this.state, picture, result);
  }
}
