/** What commands need to know about the visible panel, as context keys. */
import type { Session } from './Session';

export interface ShownPanel {
  readonly session: Pick<Session, 'picture' | 'hasDifferences'>;
  readonly visible: boolean;
}

export interface PanelContext {
  /** A panel is visible, also while it has no picture. */
  readonly panelVisible: boolean;
  /** The kind of its picture: `when` clauses compare with `'layer'`. */
  readonly shows: 'layer' | 'array' | 'nothing';
  /** Steps of its layer differ from code or results that it is compared with. */
  readonly hasDifferences: boolean;
}

/** `panel`: the one that commands apply to. */
export function contextOf(panel: ShownPanel | undefined): PanelContext {
  if (!panel?.visible) return { panelVisible: false, shows: 'nothing', hasDifferences: false };
  const { picture, hasDifferences } = panel.session;
  const shows = picture === undefined ? 'nothing' : picture.kind === 'layer' ? 'layer' : 'array';
  return { panelVisible: true, shows, hasDifferences };
}
