import { describe, expect, it } from 'vitest';
import { languageModelContract, modelRequest } from '../contracts/language-model.ts';
import { createScriptedModel } from '../fakes/scripted-model.ts';

languageModelContract('The scripted model', async (replies) => {
  const model = createScriptedModel(replies);
  return {
    model,
    received: () => model.requests.map(({ system, user }) => ({ system, user })),
    arrived: async () => undefined,
    close: async () => undefined,
  };
});

describe('the scripted model', () => {
  it('throws when it is asked more often than its script foresees', async () => {
    const model = createScriptedModel([]);
    await expect(model.generate(modelRequest(), new AbortController().signal)).rejects.toThrow(
      'no reply for call 1',
    );
  });

  it('answers by a function of the request', async () => {
    const model = createScriptedModel(({ system }) => ({ value: { verdict: 'met', quote: system } }));
    const reply = await model.generate(modelRequest({ system: 'Grade.' }), new AbortController().signal);
    expect(reply.value).toEqual({ verdict: 'met', quote: 'Grade.' });
  });
});
