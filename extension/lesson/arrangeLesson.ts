/** *Arrange Lesson*: a list of the parts with buttons that move and remove them. Each change is written at once. */
import * as vscode from 'vscode';
import { LensError } from '../../core/message';
import type { Lesson } from '../../core/lesson/Lesson';
import { withMovedPart, withoutPart } from '../../core/lesson/writeLesson';
import { localizedText } from '../../core/scene/Scene';
import { translate } from '../language/translate';
import { warn } from '../language/warnings';
import { question } from '../commands/question';
import { changeLesson } from './lessonFiles';

interface PartItem extends vscode.QuickPickItem {
  readonly index: number;
}

export async function arrangeLesson(uri: vscode.Uri): Promise<void> {
  let lesson = await changeLesson(uri, (each) => each);
  const button = (icon: string, tooltip: string) => ({ iconPath: new vscode.ThemeIcon(icon), tooltip });
  const up = button('arrow-up', vscode.l10n.t('Move earlier'));
  const down = button('arrow-down', vscode.l10n.t('Move later'));
  const remove = button('trash', vscode.l10n.t('Remove from the lesson'));
  const list = vscode.window.createQuickPick<PartItem>();
  list.title = localizedText(lesson.title, vscode.env.language);
  list.placeholder = vscode.l10n.t('Move or remove parts with the buttons of each');
  list.keepScrollPosition = true;
  list.ignoreFocusOut = question.ignoreFocusOut;
  const show = (active: number): void => {
    list.items = lesson.parts.map((part, index) => ({
      label: `${index + 1}. ${partTitle(part)}`,
      buttons: [up, down, remove],
      index,
    }));
    const item = list.items[Math.min(Math.max(0, active), list.items.length - 1)];
    if (item) list.activeItems = [item];
  };
  const change = async (work: (each: Lesson) => Lesson, active: number): Promise<void> => {
    try {
      lesson = await changeLesson(uri, work);
      show(active);
    } catch (error) {
      if (!(error instanceof LensError)) throw error;
      warn(translate(error.detail));
    }
  };
  list.onDidTriggerItemButton(({ item: { index }, button: pressed }) => {
    if (pressed === remove) void change((each) => withoutPart(each, index), index);
    else {
      const to = index + (pressed === up ? -1 : 1);
      void change((each) => withMovedPart(each, index, to), to);
    }
  });
  list.onDidAccept(() => list.hide());
  await new Promise<void>((resolve) => {
    list.onDidHide(resolve);
    show(0);
    list.show();
  });
  list.dispose();
}

function partTitle({ title, scene }: Lesson['parts'][number]): string {
  if (title !== undefined) return localizedText(title, vscode.env.language);
  return typeof scene === 'string' ? scene : localizedText(scene.title, vscode.env.language);
}
