/** What is on the screen, in words: a log of continuous integration has no pictures. */
import type { Frame, Page } from 'playwright-core';

const longest = 400;

export async function describe(page: Page): Promise<string> {
  const texts = async (selector: string): Promise<string> => (await page.locator(selector).allInnerTexts()).join(' | ');
  const frames = await page
    .locator('iframe.webview')
    .evaluateAll((all) => all.map((frame) => `${frame.className} ${frame.getAttribute('src')?.split('?')[1] ?? ''}`));
  const documents = await Promise.all(page.frames().slice(1).map(describeFrame));
  const quickInput = await texts('.quick-input-widget:visible .monaco-list-row');
  const focus = await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 120) ?? '');
  return [
    `editor: ${(await texts('.editor-container .view-lines')).slice(0, longest)}`,
    `tabs: ${await texts('.tab .label-name')}; active: ${await texts('.tab.active .label-name')}`,
    `messages: ${await texts('.notification-list-item-message')}; all: ${await allMessages(page)}`,
    `quick input: ${quickInput}`,
    `keyboard focus: ${focus}`,
    ...frames.map((frame) => `webview: ${frame}`),
    ...documents,
  ].join('\n');
}

/** Also those that VS Code no longer shows, or never showed because several came at once: from its list of notifications. */
async function allMessages(page: Page): Promise<string> {
  const list = page.locator('.notifications-center.visible');
  try {
    if (!(await list.isVisible())) await page.locator('[id="status.notifications"]').click({ timeout: 2_000 });
    await list.waitFor({ timeout: 2_000 });
  } catch (error) {
    return `the list does not open: ${String(error).split('\n')[0]}`;
  }
  return (await list.locator('.notification-list-item-message').allInnerTexts()).join(' | ');
}

async function describeFrame(frame: Frame): Promise<string> {
  const never = new Promise<string>((resolve) => setTimeout(() => resolve('does not answer'), 2_000));
  const body = frame
    .evaluate(() => `ready=${document.body.dataset['ready'] ?? ''} ${document.body.innerText}`)
    .catch((error: unknown) => String(error));
  const text = (await Promise.race([body, never])).replace(/\s+/g, ' ').slice(0, longest);
  return `frame ${frame.name()}: ${text}`;
}
