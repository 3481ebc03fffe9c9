import { areSameBytes, encodeUtf8 } from '../core/base/utf8.ts';
import type { Instant } from '../core/model/instant.ts';
import { revisedJournal, type ChangeJournal } from '../core/store/changeJournal.ts';
import { ignoreUnshared } from '../core/store/ignoreUnshared.ts';
import { newProjectText } from '../core/store/newProjectText.ts';
import { projectPath, trashFolder } from '../core/store/planPath.ts';
import type { ProjectFiles } from '../core/store/projectFiles.ts';

/**
 * The files of a plan that is not there yet, as if its project file were. That is written with the
 * first change to it and not before, so that a change that is refused leaves nothing behind; one that
 * is taken back goes to the trash.
 */
export function newPlanFiles(
  files: ProjectFiles,
  { name, today }: { readonly name: string; readonly today: Instant },
): ProjectFiles {
  const draft = encodeUtf8(newProjectText(name, today));
  return {
    async list() {
      const entries = (await files.list()) ?? [];
      if (entries.some(({ path }) => path === projectPath)) return entries;
      return [...entries, { path: projectPath, kind: 'file', size: draft.length }];
    },
    async read(path) {
      const bytes = await files.read(path);
      return bytes ?? (path === projectPath ? draft : undefined);
    },
    async write(path, bytes, expected) {
      const isDraft = path === projectPath && (await files.read(path)) === undefined;
      if (isDraft && expected && areSameBytes(expected, draft)) {
        await ignoreUnshared(files);
        return files.write(path, bytes, undefined);
      }
      if (path === projectPath && areSameBytes(bytes, draft)) {
        return files.move(path, `${trashFolder}/${projectPath}`);
      }
      return files.write(path, bytes, expected);
    },
    move: (from, to) => files.move(from, to),
    watch: listener => files.watch(listener),
    journal: files.journal && draftJournal(files, files.journal, draft),
  };
}

/** In a note of what is to be changed a project file that is only a draft is none. */
function draftJournal(
  files: ProjectFiles,
  journal: ChangeJournal,
  draft: Uint8Array,
): ChangeJournal {
  return revisedJournal(journal, async change => {
    const isDraft = (await files.read(projectPath)) === undefined;
    const noted = change.files.map(file => {
      if (!isDraft || file.path !== projectPath) return file;
      const contents = file.contents.map(each => (areSameBytes(each, draft) ? undefined : each));
      return { ...file, contents };
    });
    return { ...change, files: noted };
  });
}
