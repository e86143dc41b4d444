import type { Texts } from '../en.ts';

export const home: Texts['home'] = {
  title: '모의 면접',
  introduction:
    '저와의 다이렉트 메시지에서 개발자 면접을 연습해 보세요. 이력서를 보내고 직무를 고른 뒤 질문 세 개에 답하시면, 답변에 담긴 것과 빠진 것, 더 나은 답변을 보여 드려요. 15분쯤 걸리고, 언제든 멈출 수 있어요.',
  more: '다이렉트 메시지에서 `history`라고 하시면 모두 볼 수 있어요.',
  weakTopic: (topic, mean, answers) => `**${topic}**: 평균 ${mean} / 5 (답변 ${answers}개)`,
  settings: '언어와 개인정보',
  language: (name) => `지금은 **${name}**로 말씀드리고 있어요.`,
};
