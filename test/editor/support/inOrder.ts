import { test } from './editorTest.ts';
import { restoreWorkspace } from './workspace.ts';

/** Registers a test; whatever comes of it, the next one finds the fixture as it was. */
export function inOrder(name: string, body: () => Promise<void>): void {
  test(name, async () => {
    try {
      await body();
    } finally {
      await restoreWorkspace();
    }
  });
}
