/** Installs what `registry/<name>/package-lock.json` pins, once, and answers with the folder. */
export function installOnce(
  name: string,
  complete: (folder: string) => Promise<unknown>,
  log?: (text: string) => void,
): Promise<string>;
