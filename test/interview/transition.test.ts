import { describe, expect, it } from 'vitest';
import { IDLE_LIMIT_MS, MAX_ANSWER_CHARACTERS, SILENCE_MS } from '../../src/interview/limits.ts';
import { answerText } from '../../src/interview/state.ts';
import { aSession } from '../fakes/builders.ts';
import { grade, material, messageId, NOW, play, typesOf } from './helpers.ts';

describe('setting an interview up', () => {
  it('asks for the CV, then for the position, then the first question', () => {
    const game = play();
    expect(
      typesOf(game.happen({ type: 'positionChosen', position: 'be', topic: null, format: null, at: NOW })),
    ).toEqual(['askForCv']);
    expect(typesOf(game.happen({ type: 'cvChosen', cvId: 'cv-1', at: NOW }))).toEqual([
      'makeCvQuestions',
      'ask',
    ]);
    expect(game.interview.session).toMatchObject({
      status: 'asking',
      position: 'be',
      cvId: 'cv-1',
      asked: 1,
    });
    const other = play();
    expect(typesOf(other.happen({ type: 'cvChosen', cvId: 'cv-1', at: NOW }))).toEqual(['askForPosition']);
  });

  it('does not change CV or position once it has begun', () => {
    const game = play();
    game.begin();
    expect(
      game.happen({ type: 'positionChosen', position: 'fe', topic: null, format: null, at: NOW }),
    ).toEqual([]);
    expect(game.interview.session.position).toBe('be');
  });
});

describe('asking and answering', () => {
  it('asks a technical, a behavioural and a CV question, grades each at once, and then evaluates', () => {
    const game = play();
    game.begin();
    expect(typesOf(game.answer('one'))).toEqual(['grade', 'ask']);
    expect(typesOf(game.answer('two'))).toEqual(['grade', 'useCvQuestion', 'ask']);
    expect(typesOf(game.answer('three'))).toEqual(['grade', 'evaluationStarted']);
    expect(game.interview.interactions.map(({ kind }) => kind)).toEqual(['technical', 'behavioural', 'cv']);
    expect(game.interview.session).toMatchObject({ status: 'evaluating', currentInteractionId: null });
  });

  it('asks ten questions in the full format, none twice', () => {
    const questions = Array.from({ length: 5 }, (_, index) => ({
      id: `q${index}`,
      question: `CV ${index}?`,
      quote: 'x',
      locale: 'en' as const,
    }));
    const start = { session: aSession({ format: 'full' }), interactions: [] };
    let used = 0;
    const game = play(start, {
      ...material(),
      get cvQuestions() {
        return questions.slice(used);
      },
      get past() {
        return game.interview.interactions.map(({ questionId, topic }) => ({
          questionId,
          topic,
          score: null,
        }));
      },
    });
    game.begin();
    for (let index = 0; index < 10; index++) {
      const effects = game.answer(`answer ${index}`);
      if (effects.some(({ type }) => type === 'useCvQuestion')) used += 1;
    }
    const ids = game.interview.interactions.map(({ questionId }) => questionId);
    expect(ids).toHaveLength(10);
    expect(new Set(ids).size).toBe(10);
    expect(game.interview.session.status).toBe('evaluating');
  });

  it('collects an answer over several messages until Next', () => {
    const game = play();
    game.begin();
    expect(typesOf(game.answer('part one', false))).toEqual(['closeAfterSilence']);
    expect(typesOf(game.answer('part two', false))).toEqual([]);
    expect(typesOf(game.happen({ type: 'nextPressed', interactionId: null, at: NOW }))).toEqual([
      'grade',
      'ask',
    ]);
    expect(answerText(game.interview.interactions[0]!)).toBe('part one\npart two');
  });

  it('closes an answer after silence, and waits on while parts keep coming', () => {
    const game = play();
    game.begin();
    game.answer('part one', false);
    const interactionId = game.interview.session.currentInteractionId!;
    game.happen({ type: 'answered', messageId: messageId('b'), text: 'more', final: false, at: NOW + 8000 });
    expect(game.happen({ type: 'silencePassed', interactionId, at: NOW + SILENCE_MS })).toEqual([
      { type: 'closeAfterSilence', interactionId, at: NOW + 8000 + SILENCE_MS },
    ]);
    const effects = game.happen({ type: 'silencePassed', interactionId, at: NOW + 8000 + SILENCE_MS });
    expect(typesOf(effects)).toEqual(['grade', 'ask']);
    expect(game.happen({ type: 'silencePassed', interactionId, at: NOW + 99_000 })).toEqual([]);
  });

  it('says so when there is nothing to close, and asks on when a question is skipped', () => {
    const game = play();
    game.begin();
    expect(typesOf(game.happen({ type: 'nextPressed', interactionId: null, at: NOW }))).toEqual([
      'tell no_answer_yet',
    ]);
    expect(typesOf(game.happen({ type: 'skipPressed', interactionId: null, at: NOW }))).toEqual(['ask']);
    expect(game.interview.interactions[0]).toMatchObject({ status: 'skipped', grade: null });
  });

  it('never lets an old button change a later question', () => {
    const game = play();
    game.begin();
    const old = game.interview.session.currentInteractionId!;
    game.answer('one');
    game.answer('begun', false);
    for (const type of ['nextPressed', 'skipPressed'] as const) {
      const before = game.interview;
      expect(typesOf(game.happen({ type, interactionId: old, at: NOW }))).toEqual([
        'tell question_already_closed',
      ]);
      expect(game.interview).toBe(before);
    }
  });

  it('leaves out what makes an answer too long, and keeps the rest', () => {
    const game = play();
    game.begin();
    game.answer('x'.repeat(MAX_ANSWER_CHARACTERS - 1), false, 'a');
    expect(typesOf(game.answer('yy', false, 'b'))).toEqual(['tell answer_too_long']);
    expect(game.interview.interactions[0]?.parts).toHaveLength(1);
  });

  it('fills the place of a CV question with a behavioural one when the CV says nothing', () => {
    const game = play(undefined, material({ cvQuestions: [], cvText: '' }));
    game.begin();
    game.answer('one');
    game.answer('two');
    expect(game.interview.interactions[2]?.kind).toBe('behavioural');
  });

  it('makes a CV question offline at once when none is stored', () => {
    const cvText =
      'Experience\nBackend engineer, 2021 to 2024\n- Reduced p95 latency of the search API from 900 ms to 200 ms with Redis.\n- Moved 12 services from EC2 to Kubernetes in 6 months.\n- Wrote the deployment pipeline in GitHub Actions for a team of 8.';
    const game = play(undefined, material({ cvQuestions: [], cvText }));
    game.begin();
    game.answer('one');
    game.answer('two');
    const question = game.interview.interactions[2]!;
    expect(question.kind).toBe('cv');
    expect(cvText).toContain(question.asked.quote);
  });
});

describe('edits and deletions', () => {
  it('change the open answer', () => {
    const game = play();
    game.begin();
    game.answer('teh answer', false, 'm1');
    game.happen({ type: 'partChanged', messageId: messageId('m1'), text: 'the answer', at: NOW });
    game.answer('more', false, 'm2');
    game.happen({ type: 'partChanged', messageId: messageId('m2'), text: null, at: NOW });
    expect(answerText(game.interview.interactions[0]!)).toBe('the answer');
  });

  it('count for a closed answer until the next is closed, and have it graded again', () => {
    const game = play();
    game.begin();
    game.answer('first', true, 'm1');
    const effects = game.happen({
      type: 'partChanged',
      messageId: messageId('m1'),
      text: 'first, corrected',
      at: NOW,
    });
    expect(typesOf(effects)).toEqual(['grade', 'tell edit_noted']);
    expect(game.interview.interactions[0]).toMatchObject({ revision: 1, grade: null });
    game.answer('second', true, 'm2');
    expect(
      typesOf(game.happen({ type: 'partChanged', messageId: messageId('m1'), text: 'again', at: NOW })),
    ).toEqual(['tell edit_too_late']);
  });

  it('do not let a grade of the old text count', () => {
    const game = play();
    game.begin();
    game.answer('first', true, 'm1');
    game.happen({ type: 'partChanged', messageId: messageId('m1'), text: 'better', at: NOW });
    const interactionId = game.interview.interactions[0]!.id;
    game.happen({
      type: 'graded',
      interactionId,
      revision: 0,
      grade: grade({ score: 1 }),
      final: true,
      lookTwice: false,
      at: NOW,
    });
    expect(game.interview.interactions[0]?.grade).toBeNull();
    game.happen({
      type: 'graded',
      interactionId,
      revision: 1,
      grade: grade({ score: 5 }),
      final: true,
      lookTwice: false,
      at: NOW,
    });
    expect(game.interview.interactions[0]?.grade?.score).toBe(5);
  });

  it('of messages that were no answer change nothing', () => {
    const game = play();
    game.begin();
    expect(game.happen({ type: 'partChanged', messageId: messageId('hello'), text: 'x', at: NOW })).toEqual(
      [],
    );
  });
});

describe('grades', () => {
  const answered = () => {
    const game = play();
    game.begin();
    game.answer('one');
    game.answer('two');
    game.answer('three');
    return game;
  };
  const gradeOf = (game: ReturnType<typeof play>, index: number, score: number, final = true) =>
    game.happen({
      type: 'graded',
      interactionId: game.interview.interactions[index]!.id,
      revision: 0,
      grade: grade({ score, estimate: !final }),
      final,
      lookTwice: false,
      at: NOW,
    });

  it('finish the interview when the last one arrives, in whatever order', () => {
    const game = answered();
    expect(typesOf(gradeOf(game, 2, 2))).toEqual(['answerGraded']);
    expect(typesOf(gradeOf(game, 0, 4))).toEqual(['answerGraded']);
    expect(typesOf(gradeOf(game, 1, 3))).toEqual(['answerGraded', 'evaluationFinished']);
    expect(game.interview.session).toMatchObject({
      status: 'finished',
      overall: { score: 3.1, estimate: false, scored: 3, questions: 3 },
    });
  });

  it('count once: a second grade for the same answer changes nothing', () => {
    const game = answered();
    gradeOf(game, 0, 4);
    expect(gradeOf(game, 0, 1)).toEqual([]);
    expect(game.interview.interactions[0]?.grade?.score).toBe(4);
  });

  it('an estimate finishes too, and is replaced when the model is back', () => {
    const game = answered();
    gradeOf(game, 0, 4);
    gradeOf(game, 1, 4);
    gradeOf(game, 2, 1, false);
    expect(game.interview.session.overall).toMatchObject({ score: 3.1, estimate: true });
    expect(gradeOf(game, 2, 4)).toEqual([
      { type: 'gradeUpgraded', interactionId: game.interview.interactions[2]!.id, scoreBefore: 1 },
    ]);
    expect(game.interview.session.overall).toMatchObject({ score: 4, estimate: false });
  });

  it('are silent while questions are still open', () => {
    const game = play();
    game.begin();
    game.answer('one');
    expect(gradeOf(game, 0, 4)).toEqual([]);
  });
});

describe('follow-ups', () => {
  const begun = (format: 'classic' | 'full' = 'full', followUp: string | null = 'And what does it cost?') => {
    const game = play({ session: aSession({ format }), interactions: [] });
    game.begin();
    game.answer('one');
    const [first] = game.interview.interactions;
    const graded = grade({ score: 2, followUp });
    game.happen({
      type: 'graded',
      interactionId: first!.id,
      revision: 0,
      grade: graded,
      final: true,
      lookTwice: false,
      at: NOW,
    });
    return game;
  };

  it('come after the question that was open meanwhile, once, and do not count as questions', () => {
    const game = begun();
    expect(typesOf(game.answer('two'))).toEqual(['grade', 'ask']);
    expect(game.interview.session).toMatchObject({ asked: 2, currentInteractionId: 'session-1.1' });
    expect(typesOf(game.answer('it costs writes'))).toEqual(['grade', 'ask']);
    const [first] = game.interview.interactions;
    expect(answerText(first!)).toBe('one\nit costs writes');
    expect(first).toMatchObject({ status: 'answered', revision: 1, grade: null });
    expect(game.interview.session).toMatchObject({ asked: 3, currentInteractionId: 'session-1.3' });
  });

  it('leave the answer and its grade alone when they are skipped', () => {
    const game = begun();
    game.answer('two');
    game.answer('half a thought', false);
    game.happen({ type: 'skipPressed', interactionId: 'session-1.1/2', at: NOW });
    const [first] = game.interview.interactions;
    expect(answerText(first!)).toBe('one');
    expect(first).toMatchObject({ status: 'answered', revision: 0, grade: { score: 2 } });
  });

  it('are not answered by a button of the question that they follow', () => {
    const game = begun();
    game.answer('two');
    game.answer('more', false);
    const stale = game.happen({ type: 'nextPressed', interactionId: 'session-1.1', at: NOW });
    expect(typesOf(stale)).toEqual(['tell question_already_closed']);
    expect(typesOf(game.happen({ type: 'nextPressed', interactionId: 'session-1.1/2', at: NOW }))).toEqual([
      'grade',
      'ask',
    ]);
  });

  it('want something new: what was said before does not answer them, and silence waits for it', () => {
    const game = begun();
    game.answer('two');
    expect(typesOf(game.happen({ type: 'nextPressed', interactionId: null, at: NOW }))).toEqual([
      'tell no_answer_yet',
    ]);
    expect(game.happen({ type: 'silencePassed', interactionId: 'session-1.1', at: NOW + 99_000 })).toEqual(
      [],
    );
    expect(typesOf(game.answer('more', false))).toEqual(['closeAfterSilence']);
  });

  it('do not open again what was said before them', () => {
    const game = begun();
    game.answer('two');
    const change = {
      type: 'partChanged',
      messageId: messageId('one'),
      text: 'all different',
      at: NOW,
    } as const;
    expect(typesOf(game.happen(change))).toEqual(['tell edit_too_late']);
    expect(answerText(game.interview.interactions[0]!)).toBe('one');
  });

  it('are evaluated as they stand when the interview is stopped', () => {
    const game = begun();
    game.answer('two');
    game.happen({ type: 'stopped', at: NOW });
    expect(game.interview.interactions[0]).toMatchObject({ status: 'answered', grade: { score: 2 } });
  });

  it('are not asked in the classic format, nor when nothing is missing', () => {
    for (const game of [begun('classic'), begun('full', null)]) {
      game.answer('two');
      expect(game.interview.session.currentInteractionId).toBe('session-1.3');
    }
  });
});

describe('ending early', () => {
  it('evaluates what there is, the open answer with it', () => {
    const game = play();
    game.begin();
    game.answer('one');
    game.answer('begun', false);
    expect(typesOf(game.happen({ type: 'stopped', at: NOW }))).toEqual(['grade', 'evaluationStarted']);
    expect(game.interview.interactions.map(({ status }) => status)).toEqual(['answered', 'answered']);
  });

  it('is cancelled when nothing was answered', () => {
    const game = play();
    game.begin();
    expect(typesOf(game.happen({ type: 'stopped', at: NOW }))).toEqual(['cancelled']);
    expect(game.interview.session).toMatchObject({ status: 'cancelled', finishedAt: NOW });
  });

  it('is cancelled when every question was skipped', () => {
    const game = play();
    game.begin();
    game.happen({ type: 'skipPressed', interactionId: null, at: NOW });
    game.happen({ type: 'skipPressed', interactionId: null, at: NOW });
    expect(typesOf(game.happen({ type: 'skipPressed', interactionId: null, at: NOW }))).toEqual([
      'cancelled',
    ]);
  });

  it('closes itself after seven quiet days, not before', () => {
    const game = play();
    game.begin();
    game.happen({ type: 'answered', messageId: messageId('a'), text: 'late', final: false, at: NOW + 1000 });
    expect(game.happen({ type: 'idleTooLong', at: NOW + IDLE_LIMIT_MS })).toEqual([
      { type: 'expireWhenIdle', at: NOW + 1000 + IDLE_LIMIT_MS },
    ]);
    expect(typesOf(game.happen({ type: 'idleTooLong', at: NOW + 1000 + IDLE_LIMIT_MS }))).toEqual([
      'grade',
      'evaluationStarted',
    ]);
  });
});

it('is pure: the same step again gives the same result', () => {
  const [one, two] = [play(), play()];
  for (const game of [one, two]) {
    game.begin();
    game.answer('an answer');
  }
  expect(one.interview).toEqual(two.interview);
  expect(one.effects).toEqual(two.effects);
});
