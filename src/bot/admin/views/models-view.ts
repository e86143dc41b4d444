import type { ModelFigures } from '../../../admin/model-figures.ts';
import type { Outgoing } from '../../../chat/message.ts';
import { formatNumber, formatShare, type Texts } from '../../../locales/index.ts';
import type { TestResult } from '../../../model/test-call.ts';
import type { ProviderState } from '../models.ts';
import { secondsText } from './figures.ts';

export function modelsView(texts: Texts, providers: readonly ProviderState[]): Outgoing {
  const words = texts.admin.models;
  if (providers.length === 0) return { text: words.none };
  const body = providers.map(({ id, breaker, here, day }, index) =>
    [
      `**${index + 1}. ${id}**: ${words.breaker[breaker]}`,
      `- ${words.here}: ${figuresText(texts, here)}`,
      `- ${words.day}: ${figuresText(texts, day)}`,
    ].join('\n'),
  );
  return { cards: [{ title: words.title, body: [words.order, ...body].join('\n\n'), footer: words.hint }] };
}

function figuresText(texts: Texts, { calls, p50Ms, p95Ms, errorRate }: ModelFigures): string {
  const words = texts.admin.models;
  if (calls === 0) return words.noCalls;
  return words.figures(
    formatNumber(texts, calls),
    secondsText(texts, p50Ms),
    secondsText(texts, p95Ms),
    formatShare(texts, errorRate),
  );
}

export function modelTestView(texts: Texts, results: readonly TestResult[]): Outgoing {
  const words = texts.admin.models;
  if (results.length === 0) return { text: words.none };
  const lines = results.map((result) =>
    result.ok
      ? words.works(result.id, result.model, secondsText(texts, result.latencyMs))
      : words.fails(result.id, result.code.replaceAll('_', ' ')),
  );
  return { cards: [{ title: words.tested, body: lines.join('\n') }] };
}
