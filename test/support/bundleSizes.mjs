// What of the built files is loaded when, from esbuild's list of outputs.

/**
 * For each entry: its own bytes, those loaded at once with it, and those loaded with all that it
 * can ever import.
 */
export function bundleSizes(outputs) {
  const total = files => files.reduce((sum, file) => sum + outputs[file].bytes, 0);
  return Object.entries(outputs)
    .filter(([file, { entryPoint }]) => entryPoint !== undefined && !file.includes('chunks/'))
    .map(([file, { bytes }]) => ({
      file,
      bytes,
      atOnce: total(reach(outputs, file, ['import-statement'])),
      inAll: total(reach(outputs, file, ['import-statement', 'dynamic-import'])),
    }));
}

/** The built files that an entry imports in these ways, itself among them. */
function reach(outputs, entry, kinds) {
  const found = new Set();
  const visit = file => {
    if (found.has(file) || outputs[file] === undefined) return;
    found.add(file);
    for (const { path, kind } of outputs[file].imports) if (kinds.includes(kind)) visit(path);
  };
  visit(entry);
  return [...found];
}
