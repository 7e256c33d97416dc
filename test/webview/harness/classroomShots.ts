/**
 * Pictures of gallery, lesson, quiz, note editor and presentation, to be looked at; the smallest digits of each presentation are
 * printed: node test/webview/harness/run.mjs classroomShots [page,…] [theme,…] [width×height,…] [language].
 */
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { readLesson, resolveLesson } from '../../../core/lesson/readLesson';
import { readScene } from '../../../core/scene/readScene';
import { drawnFonts, recordFonts } from './drawnFonts';
import { launchBrowser } from '../../shared/launchBrowser';
import { openPanel, ready, type PanelPageOptions } from './PanelPage';
import { servePanel } from './servePanel';
import type { ThemeName } from './themes';

const target = 'test/output/classroom';

interface Shown {
  readonly options: Partial<PanelPageOptions>;
  readonly prepare?: (page: Page) => Promise<void>;
}

export async function main([only, themes = 'dark,light,hc-black', sizes, language]: readonly string[]): Promise<void> {
  mkdirSync(target, { recursive: true });
  const [origin, browser] = await Promise.all([servePanel(), launchBrowser()]);
  const pages = await allPages();
  const wanted = only && only !== '-' ? only.split(',') : Object.keys(pages);
  for (const [name, shown] of Object.entries(pages)) {
    if (!wanted.some((part) => name.includes(part))) continue;
    for (const size of sizes?.split(',') ?? ['525x800', '1280x720', '380x700']) {
      for (const theme of themes.split(',') as ThemeName[])
        await take(browser, origin, name, shown, size, theme, language);
    }
  }
  await browser.close();
}

async function take(
  browser: Browser,
  origin: string,
  name: string,
  { options, prepare }: Shown,
  size: string,
  theme: ThemeName,
  language: string | undefined,
): Promise<void> {
  const [width = 525, height = 800] = size.split('x').map(Number);
  const inLanguage = language === undefined ? {} : { language };
  const { page, problems } = await openPanel(browser, origin, {
    text: '',
    width,
    height,
    theme,
    ...inLanguage,
    ...options,
  });
  await recordFonts(page);
  await prepare?.(page);
  await ready(page);
  await page.screenshot({ path: `${target}/${name}-${size}-${theme}.png` });
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  const fonts = name.startsWith('present') ? await drawnFonts(page) : [];
  const smallest = fonts.length > 0 ? `digits from ${Math.min(...fonts.map(({ font }) => font))} px` : '';
  console.log(name, size, theme, smallest, beyond > 0 ? `${beyond} px beyond the side` : '', problems.join(' '));
  await page.context().close();
}

async function allPages(): Promise<Record<string, Shown>> {
  const scenes = Object.fromEntries(
    readdirSync('scenes').map((file) => [file.split('.')[0]!, readFileSync(`scenes/${file}`, 'utf8')]),
  );
  const text = readFileSync('lessons/forward.layerlens-lesson.json', 'utf8');
  const lesson = await resolveLesson(readLesson(text), (path) =>
    Promise.resolve(readScene(readFileSync(`lessons/${path}`, 'utf8'))),
  );
  const part = async (page: Page): Promise<void> => {
    await page.locator('[data-action=lessonPart]').selectOption('5');
    await page.locator('[data-option="2"]').waitFor();
  };
  const present = async (page: Page): Promise<void> => {
    await page.locator('body').press('p');
    await page.locator('body.presenting').waitFor();
  };
  const quiz = async (page: Page): Promise<void> => {
    await page.locator('body').press('q');
    await page.locator('[data-part=quiz]').waitFor();
  };
  const pooling = { scene: scenes['20-pool-forward']! };
  return {
    gallery: { options: { gallery: scenes } },
    lesson: { options: { lesson } },
    'lesson-question': { options: { lesson }, prepare: part },
    'lesson-answered': {
      options: { lesson },
      prepare: async (page) => {
        await part(page);
        await page.locator('[data-option="2"]').click();
        await page.locator('.quiz-verdict').waitFor();
      },
    },
    'note-editor': {
      options: { scene: scenes['05-two-filters']! },
      prepare: async (page) => {
        await page.locator('body').press('n');
        await page.locator('[data-part=noteEditor]').waitFor();
      },
    },
    'quiz-cells': { options: pooling, prepare: quiz },
    'quiz-hints': {
      options: { scene: scenes['30-conv-backward']! },
      prepare: async (page) => {
        await quiz(page);
        for (let hint = 0; hint < 3; hint++) await page.locator('[data-action=hint]').click();
      },
    },
    'quiz-answer': {
      options: pooling,
      prepare: async (page) => {
        await quiz(page);
        await page.locator('[data-part=quiz] [data-action=reveal]').click();
        await page.locator('.quiz-verdict').waitFor();
      },
    },
    ...Object.fromEntries(
      Object.entries(scenes).map(([name, scene]) => [`present-${name}`, { options: { scene }, prepare: present }]),
    ),
  };
}
