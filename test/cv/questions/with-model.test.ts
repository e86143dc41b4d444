import { describe, expect, it } from 'vitest';
import { makeCvQuestionsWithModel } from '../../../src/cv/questions/with-model.ts';
import { failureOf } from '../../contracts/language-model.ts';
import { createScriptedModel } from '../../fakes/scripted-model.ts';
import { KOREAN_LETTER, RESUME } from './cvs.ts';

const never = new AbortController().signal;
const task = { cvText: RESUME, position: 'be', locale: 'en', count: 5 } as const;
const asks = (...questions: { quote: string; question: string }[]) =>
  createScriptedModel([{ value: { questions } }]);

describe('CV questions by a model', () => {
  it('carry the wording of the CV as their quote', async () => {
    const quote =
      'migrated the order service from MySQL to PostgreSQL for 3 million rows without downtime, together with two other engineers';
    const questions = await makeCvQuestionsWithModel(
      asks({ quote, question: 'Why PostgreSQL?' }),
      task,
      never,
    );
    expect(questions).toHaveLength(1);
    expect(RESUME).toContain(questions[0]?.quote);
    expect(questions[0]?.quote).toContain('together with\n  two');
  });

  it.each([
    ['is not in the CV', 'Led a team of forty engineers', 'How did you lead them?'],
    ['is too long', RESUME.slice(200, 500), 'What about all this?'],
    ['names personal data', 'Seoul, South Korea | [email] | [phone]', 'Where do you live?'],
    ['is empty', '', 'What is your name?'],
  ])('are dropped when their quote %s', async (_case, quote, question) => {
    expect(await makeCvQuestionsWithModel(asks({ quote, question }), task, never)).toEqual([]);
  });

  it('are dropped when they are blank, repeated, or about what was hidden', async () => {
    const quote = 'Wrote the on-call runbook';
    const asked = ['Who used it?', ' ', 'who used it?', 'Who reads [email]?'].map((question) => ({
      quote,
      question,
    }));
    const questions = await makeCvQuestionsWithModel(asks(...asked), task, never);
    expect(questions).toEqual([{ quote, question: 'Who used it?' }]);
  });

  it('are no more than were asked for', async () => {
    const quote = 'Wrote the on-call runbook';
    const many = Array.from({ length: 9 }, (_, index) => ({ quote, question: `Question ${index}?` }));
    expect(await makeCvQuestionsWithModel(asks(...many), { ...task, count: 3 }, never)).toHaveLength(3);
  });

  it('send the CV as masked data and keep it out of the instructions', async () => {
    const model = createScriptedModel(() => ({ value: { questions: [] } }));
    await makeCvQuestionsWithModel(model, { ...task, cvText: KOREAN_LETTER, locale: 'ko' }, never);
    await makeCvQuestionsWithModel(model, { ...task, locale: 'ko' }, never);
    const [letter, resume] = model.requests;
    expect(letter).toMatchObject({ purpose: 'cv_questions', promptVersion: 'cv-questions-1' });
    expect(letter?.system).toBe(resume?.system);
    expect(letter?.system).toMatch(/[가-힣]/u);
    expect(JSON.parse(letter?.user ?? '')).toMatchObject({ count: 5 });
    expect(letter?.user).toContain('[email]');
    expect(letter?.user).not.toMatch(/candidate@example\.com|010-1234|테헤란로 152/u);
  });

  it('hand on the failure of the model', async () => {
    const call = makeCvQuestionsWithModel(createScriptedModel([{ fails: 'refused' }]), task, never);
    expect((await failureOf(call)).code).toBe('refused');
  });
});
