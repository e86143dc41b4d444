import { describe, expect, it } from 'vitest';
import { createPersonalDataMask, maskPersonalData } from '../../src/cv/mask.ts';

describe('masking of personal data', () => {
  it.each<[string, string]>([
    ['Mail: first.last+cv@mail.example.co.kr', 'Mail: [email]'],
    ['이메일은 dev_99@example.com입니다', '이메일은 [email]입니다'],
    ['candidate [at] example [dot] com', '[email]'],
    ['010-1234-5678', '[phone]'],
    ['01012345678', '[phone]'],
    ['연락처 010 1234 5678 / 02-345-6789', '연락처 [phone] / [phone-2]'],
    ['+82 10-1234-5678', '[phone]'],
    ['+82-(0)10-1234-5678', '[phone]'],
    ['031.123.4567', '[phone]'],
    ['070-4567-1234', '[phone]'],
    ['+1 (415) 555-0132', '[phone]'],
    ['(415) 555-0132', '[phone]'],
    ['415-555-0132', '[phone]'],
    ['+44 20 7946 0958', '[phone]'],
    ['020 7946 0958', '[phone]'],
    ['+49 151 23456789', '[phone]'],
    ['Phone: 4155550132', 'Phone: [phone]'],
    ['서울특별시 강남구 테헤란로 152', '[address]'],
    ['주소: 경기도 성남시 분당구 판교역로 166, 101동 1203호', '주소: [address]'],
    ['서울시 마포구 월드컵북로 56길 19 3층에 삽니다', '[address]에 삽니다'],
    ['강남구 역삼동 123-4번지', '[address]'],
    ['부산광역시 해운대구 우동 1500', '[address]'],
    ['제주특별자치도 제주시 첨단로 242', '[address]'],
    ['123 Main Street, Springfield, IL 62704', '[address]'],
    ['Lives at 42B Old Mill Road, Apt 5', 'Lives at [address]'],
    ['152, Teheran-ro, Gangnam-gu, Seoul', '[address]'],
    ['Musterstraße 12, 10115 Berlin', '[address]'],
    ['12 rue de la Paix, 75002 Paris', '[address]'],
    ['Address: Flat 3, The Old Mill', 'Address: [address]'],
    ['주민등록번호 900101-1234567', '주민등록번호 [id]'],
    ['주민번호: 900101-1******', '주민번호: [id]'],
    ['SSN 123-45-6789', 'SSN [id]'],
    ['생년월일: 1995.03.02', '생년월일: [birth-date]'],
    ['Date of birth: 2 March 1995', 'Date of birth: [birth-date]'],
    ['https://www.linkedin.com/in/some-name-123/', '[profile]'],
    ['github.com/some-name', '[profile]'],
  ])('hides what belongs to the person: %s', (text, masked) => {
    expect(maskPersonalData(text).masked).toBe(masked);
  });

  it.each([
    'Node.js 18.20.4, Spring Boot 3.2.1, React 18',
    'Worked from 2019-2021 and 2021.03 - 2023.05',
    '2020.01.02 ~ 2021.12.31',
    'Released on 2024-05-17 at 10:30',
    'p95 fell from 1,200 ms to 320 ms (73.3%)',
    'Handles 12,000 requests per second and 1 000 000 users',
    'Grew by +10 000 000 requests a day',
    'Listens on 127.0.0.1:8080 and 192.168.100.200',
    'IP address: 10.0.0.1',
    'Changed the memory address: 0x7fff',
    'Order 2023-000123 in build 20230115123456',
    '장애 발생시 복구 절차로 30분 만에 해결',
    '서울 강남구에서 근무',
    '경기 지역 물류 동 3만 건을 처리',
    'Mobile: 2019 - 2021',
    'Integrated 10 Google Drive folders',
    'Java 8 to Java 17, JDK 1.8.0_292',
    'ISO 8601, RFC 7231, HTTP 1.1',
    'score 4.1/4.5',
    'the npm package @scope/name in version 1.2.3',
    'cut costs from $120,000 to $45,000',
    '매출 010% 증가, 1234-5678 건',
    'Seoul 2021-2022-2023',
  ])('leaves versions, dates and figures alone: %s', (text) => {
    expect(maskPersonalData(text).masked).toBe(text);
  });

  it('gives what was quoted back in the words of the original', () => {
    const text = 'Ran support at help@example.com and 010-1234-5678, then at help@example.com again.';
    const { masked, restore } = maskPersonalData(text);
    expect(masked).toBe('Ran support at [email] and [phone], then at [email] again.');
    expect(restore(masked)).toBe(text);
    expect(restore('support at [email]')).toBe('support at help@example.com');
  });

  it('does not mistake a placeholder that the text itself contains', () => {
    const text = 'Templates with [email] filled in; write to a@example.com';
    const { masked, restore } = maskPersonalData(text);
    expect(masked).toBe('Templates with [email] filled in; write to [email-2]');
    expect(restore(masked)).toBe(text);
  });

  it('uses one placeholder for one thing over several texts', () => {
    const { mask, restore } = createPersonalDataMask();
    expect([mask('a@example.com'), mask('b@example.com, a@example.com')]).toEqual([
      '[email]',
      '[email-2], [email]',
    ]);
    expect(restore('[email-2]')).toBe('b@example.com');
  });

  it('is quick on a long text without spaces', () => {
    const text = `${'1-'.repeat(20_000)}${'가'.repeat(20_000)}${'a.'.repeat(20_000)}`;
    expect(maskPersonalData(text).masked.length).toBe(text.length);
  });
});
