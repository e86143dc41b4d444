import type { SlackWords } from '../../../adapters/slack/index.ts';
import type { Locale } from '../../../src/chat/message.ts';

const en: SlackWords = {
  estimate: 'estimate',
  unscored: 'not scored',
  choose: 'Choose one',
  howToUpload: 'Drag the PDF into our direct messages.',
  uploadButton: 'Upload a PDF',
  close: 'Cancel',
  formTooLate: 'That took too long. Please do it again.',
  answeredPrivately: 'I have answered you in our direct messages.',
  status: 'is thinking…',
  loading: ['Reading…', 'Comparing…'],
  stillWorking: 'Still working on it.',
};

const ko: SlackWords = {
  estimate: '추정',
  unscored: '채점하지 않음',
  choose: '하나를 고르세요',
  howToUpload: 'PDF를 다이렉트 메시지에 끌어다 놓으세요.',
  uploadButton: 'PDF 올리기',
  close: '취소',
  formTooLate: '너무 오래 걸렸습니다. 다시 해 주세요.',
  answeredPrivately: '다이렉트 메시지로 답했습니다.',
  status: '생각하고 있습니다…',
  loading: ['읽는 중…', '견주는 중…'],
  stillWorking: '아직 하고 있습니다.',
};

export const WORDS: Readonly<Record<Locale, SlackWords>> = { en, ko };
