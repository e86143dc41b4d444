import { type QuestionImport, UNDO_MS } from '../../admin/question.ts';
import { AttachmentError } from '../../chat/adapter.ts';
import { previewInThread } from '../../questions/preview-in-thread.ts';
import { type AdminAnswer, type AdminCommand, type AdminTask, say, written } from './command.ts';
import { confirmView } from './views/confirm-view.ts';
import { importListView, previewView } from './views/import-view.ts';
import { howToUse } from './whom.ts';

/** Some thousands of questions; larger files are brought in at the machine itself. */
const MAX_FILE_BYTES = 8 * 1024 * 1024;
const LONGEST_FILE_NAME = 191;

/** Reads the attached file, shows what it would bring in, and waits for a confirmation, which names the preview. */
export const importQuestions: AdminCommand = async (task) => {
  const { request, texts, signal, store } = task;
  if (request.confirmed) return take(task, request.args['import'] ?? '');
  const [attachment] = request.attachments;
  if (!attachment) return say({ text: texts.admin.imports.attach });
  const file = await task.readFile(attachment, MAX_FILE_BYTES).catch((error: unknown) => {
    if (error instanceof AttachmentError) return error;
    throw error;
  });
  if (file instanceof AttachmentError)
    return say({ text: texts.admin.imports.attachmentProblems[file.code] });
  const preview = await previewInThread(file, await store.admin.readKnownQuestions(), signal);
  const kept: QuestionImport = {
    id: task.newId(),
    fileName: attachment.name.slice(0, LONGEST_FILE_NAME),
    importedBy: request.asker.id,
    questions: preview.ok ? preview.questions.length : 0,
    status: 'previewed',
    at: task.now(),
  };
  const message = previewView(texts, kept, preview);
  if (!preview.ok || preview.questions.length === 0) return say(message);
  const payload = JSON.stringify(preview.questions);
  return { messages: [message], writes: [{ type: 'keepImport', import: kept, payload }] };
};

async function take(task: AdminTask, id: string): Promise<AdminAnswer> {
  const words = task.texts.admin.imports;
  const kept = await task.store.admin.readImport(id);
  if (!kept) return say({ text: words.gone });
  if (kept.status !== 'previewed') return say({ text: words.already[kept.status](kept.fileName) });
  const answer: AdminAnswer = {
    messages: [{ text: words.taken(kept.questions, kept.fileName, kept.id) }],
    writes: [{ type: 'takeImport', id }],
  };
  return written(answer, task, {
    action: 'questions.import',
    subject: id,
    detail: `${kept.questions} · ${kept.fileName}`,
  });
}

export const listImports: AdminCommand = async ({ store, texts, page }) =>
  say(importListView(texts, page, await store.admin.readImports(page)));

/** Within 30 days. What was asked already is disabled, as its answers refer to it; the rest is deleted. */
export const undoImport: AdminCommand = async (task) => {
  const { request, texts, store, now } = task;
  const words = texts.admin.imports;
  const id = request.args['import'] ?? '';
  if (id === '') return howToUse(task);
  const kept = await store.admin.readImport(id);
  if (!kept || kept.status === 'previewed') return say({ text: words.noSuch(id) });
  if (kept.status === 'undone') return say({ text: words.already.undone(kept.fileName) });
  if (now() - kept.at > UNDO_MS) return say({ text: words.tooLate });
  const { all, asked } = await store.admin.countImported(id);
  if (!request.confirmed) {
    const question = words.confirmUndo(kept.fileName, all - asked, asked);
    return say(confirmView(texts, { question, label: words.undo }, 'questions undo', id));
  }
  const answer: AdminAnswer = {
    messages: [{ text: words.undone(kept.fileName, all - asked, asked) }],
    writes: [{ type: 'undoImport', id }],
  };
  return written(answer, task, {
    action: 'questions.undo',
    subject: id,
    detail: `-${all - asked} · ${kept.fileName}`,
  });
};
