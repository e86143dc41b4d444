import { expect } from 'vitest';
import type { FakeSlack, MessageView, Person } from '../fakes/slack/index.ts';
import { englishResume } from '../fixtures/cv/make-cvs.ts';

/** Of a machine that may have other things to do. */
export const PATIENCE = { withinMs: 60_000 };

/** Somebody who reads what the bot says and presses what it offers. */
export function talk(slack: FakeSlack, person: Person) {
  const fromBot = (): readonly MessageView[] => person.dm.messages.filter(({ isFromBot }) => isFromBot);
  // The fallback is what a notification shows, and ends where that has no more room.
  const count = (words: string) =>
    fromBot().filter(({ text, fallback }) => text.includes(words) || fallback.includes(words)).length;
  return {
    /** How many messages say so. */
    count,
    says: (text: string) => count(text) > 0,
    hears: (text: string) =>
      slack.waitFor(() => count(text) > 0, { ...PATIENCE, what: `the bot to say ${text}` }),
    async press(label: string) {
      const message = fromBot().findLast(({ buttons }) => buttons.some((one) => one.label.startsWith(label)));
      const button = message?.buttons.find((one) => one.label.startsWith(label));
      if (!message || !button) throw new Error(`No button says ${label}.`);
      expect(await person.click(message, button.actionId)).toBe('acknowledged');
    },
    /** Until the first question is open. */
    async begin() {
      person.dm.say('start backend');
      await this.hears('Before you send your CV');
      await this.press('Yes, go on');
      await this.hears('CV as a PDF');
      person.dm.upload({ name: 'cv.pdf', bytes: await englishResume() });
      await this.hears('Question 1 of 3');
    },
  };
}

/** Until Slack was told of everything that it was received. */
export function acknowledged(slack: FakeSlack): Promise<unknown> {
  const isDone = () => slack.deliveries.every(({ outcome }) => outcome?.type === 'acknowledged');
  return slack.waitFor(isDone, { ...PATIENCE, what: 'everything to be acknowledged' });
}
