/**
 * The panel's entry. What tests and scripts may rely on:
 * - `body[data-ready="true"]` exactly when what is drawn is current; `data-generation`, `data-t`: what is drawn.
 * - Each map: `figure[data-map=<id>]` with a `table` of exact numbers (`td[data-row][data-col]`, text `String(value)`);
 *   `data-kind="padding"` on padding, `data-kind="empty"` and no text on cells not computed yet. The heatmap itself is
 *   `.map-surface`, focusable, arrow keys move the cell.
 * - Fields: `[data-field=<id>]` around the control (native input in `number`, toolkit text field in `text`, toolkit dropdown in
 *   `select`, `button[data-value][aria-pressed]` in `segmented`, toolkit checkbox in `checkbox`), with `[data-error]` next to it.
 * - Timeline: `[data-action=first|back|play|forward|last]`, slider `input[data-action=seek]`, dropdowns `[data-action=speed]`,
 *   `[data-action=granularity]`, `[data-action=settings]` with the fields precision, colorMap and showPadding.
 * - Quiz: `[data-part=quiz]` with the input `[data-action=answer]`, `[data-action=check|hint|reveal|nextQuestion|endQuiz]`.
 * - Presentation: `body.presenting`, `[data-part=presentFormula]`, `[data-part=blank]`.
 * - Parts: `[data-part=header|stage|words|explanation|code|error|live|timeline|inspect]`; in the explanation of a pinned cell
 *   `[data-action=previousTouch|nextTouch|release]`; in the code `[role=tab][data-listing=<id>]` and `[data-action=copy]`.
 * - Under a map: `[data-action=scale]` opens `[data-part=histogram]`, `[data-action=montage]` opens `[data-part=montage]` with
 *   `[data-plane=<index>]`. In little space, `[data-action=moreFields]` shows the rarer fields.
 */
import { App } from './App';
import { appRoot } from './appRoot';
import { answerPictures } from './export/answerPictures';
import { answerImages } from './files/answerImages';
import { connectHost } from './host';
import { loadBundle } from './l10n';

loadBundle(document);
const host = connectHost();
answerImages(host);
answerPictures(host);
new App(host, appRoot()).start();
