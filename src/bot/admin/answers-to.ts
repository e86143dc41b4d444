import type { Outgoing } from '../../chat/message.ts';
import type { ClaimedJob, NewJob } from '../../jobs/job.ts';

/** What a job has to say to an admin, who need not have an account. In a channel nobody else sees it. */
export function answersTo(
  { spec }: ClaimedJob,
  messages: readonly Outgoing[],
  at: number,
): readonly NewJob[] {
  if (spec.kind !== 'answer_admin') return [];
  const { conversation, request, replyToken } = spec;
  return messages.map((message) => ({
    spec: {
      kind: 'send',
      conversation,
      message: { ...message, locale: request.locale, audience: 'participant' },
      ...(replyToken && { replyToken }),
    },
    runAt: at,
  }));
}
