import type { Browser, LaunchOptions } from 'playwright-core';

/** Launches a headless browser with what the machine has, else with the registry's. */
export function launchBrowser(
  options?: LaunchOptions & { readonly log?: (line: string) => void },
): Promise<Browser>;

export function findBrowser(log?: (line: string) => void): Promise<{
  readonly executablePath: string;
  readonly env: Readonly<Record<string, string>>;
  readonly from: 'CHROME_PATH' | 'installed' | 'Playwright' | 'registry';
}>;
