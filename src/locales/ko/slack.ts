import type { Texts } from '../en.ts';

export const slack: Texts['slack'] = {
  estimate: '추정',
  unscored: '점수 없음',
  choose: '하나를 골라 주세요',
  howToUpload: 'PDF를 저와의 다이렉트 메시지에 끌어다 놓거나 버튼을 눌러 주세요.',
  uploadButton: 'PDF 올리기',
  uploadTitle: '이력서',
  uploadField: 'PDF 파일',
  submit: '보내기',
  close: '취소',
  openForm: '양식 열기',
  formIsReady: '입력할 양식이 있어요. 버튼을 눌러 열어 주세요.',
  answeredPrivately: '다이렉트 메시지로 답해 드렸어요.',
  filesAreInDirectMessages: '파일은 다이렉트 메시지로 보내 드렸어요.',
  status: '생각하고 있어요…',
  loading: [
    '보내 주신 내용을 읽고 있어요…',
    '기대한 답변과 견주어 보고 있어요…',
    '잘하신 점을 찾고 있어요…',
    '거의 다 됐어요…',
  ],
  stillWorking: '아직 살펴보고 있어요. 끝나면 여기에 바로 보여 드릴게요.',
};
