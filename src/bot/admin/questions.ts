import type { BankEntry } from '../../admin/question.ts';
import { POSITIONS } from '../../questions/question.ts';
import { writeBank } from '../../questions/write-bank.ts';
import { type AdminAnswer, type AdminCommand, type AdminTask, say, written } from './command.ts';
import { confirmView } from './views/confirm-view.ts';
import { exportView, questionListView, questionView } from './views/question-view.ts';
import { howToUse } from './whom.ts';

export const searchQuestions: AdminCommand = async ({ store, texts, page, request }) => {
  const words = request.args['words'] ?? '';
  return say(questionListView(texts, page, words, await store.admin.searchQuestions(words, page)));
};

export const showQuestion: AdminCommand = (task) =>
  forQuestion(task, async (entry) =>
    say(questionView(task.texts, entry, await task.store.admin.readFiguresOf(entry.question.id))),
  );

export const disableQuestion: AdminCommand = (task) =>
  forQuestion(task, ({ active, question: { id } }) => {
    const { texts, request } = task;
    const words = texts.admin.questions;
    if (!active) return say({ text: words.isDisabled(id) });
    if (!request.confirmed) {
      return say(
        confirmView(
          texts,
          { question: words.confirmDisable(id), label: words.disable },
          'questions disable',
          id,
        ),
      );
    }
    return change(task, id, false);
  });

export const enableQuestion: AdminCommand = (task) =>
  forQuestion(task, ({ active, question: { id } }) =>
    active ? say({ text: task.texts.admin.questions.isEnabled(id) }) : change(task, id, true),
  );

/** The technical questions that are asked now, one file a position. */
export const exportQuestions: AdminCommand = async (task) => {
  const { store, texts, request } = task;
  const given = request.args['position'];
  const wanted = POSITIONS.filter((position) => given === undefined || given === position);
  if (wanted.length === 0) return howToUse(task);
  const { questions } = await store.readQuestions();
  const files = wanted.flatMap((position) => {
    const rows = questions.filter((question) => question.position === position);
    return rows.length === 0 ? [] : [{ position, count: rows.length, content: writeBank(rows) }];
  });
  return written(say(exportView(texts, files)), task, {
    action: 'questions.export',
    subject: null,
    detail: wanted.join(','),
  });
};

async function forQuestion(
  task: AdminTask,
  carryOut: (entry: BankEntry) => Promise<AdminAnswer> | AdminAnswer,
): Promise<AdminAnswer> {
  const id = task.request.args['id'] ?? '';
  if (id === '') return howToUse(task);
  const entry = await task.store.admin.readBankEntry(id);
  return entry ? carryOut(entry) : say({ text: task.texts.admin.questions.noSuch(id) });
}

function change(task: AdminTask, id: string, active: boolean): AdminAnswer {
  const words = task.texts.admin.questions;
  const answer: AdminAnswer = {
    messages: [{ text: active ? words.isEnabled(id) : words.isDisabled(id) }],
    writes: [{ type: 'setQuestionActive', id, active }],
  };
  const action = active ? 'question.enable' : 'question.disable';
  return written(answer, task, { action, subject: id, detail: null });
}
