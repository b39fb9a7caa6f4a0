// Texts that a layouter gets wrong first: several scripts, two directions, marks, numbers, punctuation at line ends.
#pragma once

#include <string>
#include <vector>

namespace anteroom::oracle {

struct HardCase {
  std::string name, language, text;
  double narrowest_em = 4;
};

inline const std::vector<HardCase> hard_cases{
    {"Arabic with a number and a product in isolates", "ar",
     "اسألوا طبيبكم عن \u2068Botox\u2069 قبل الحقن، أو اتصلوا على الرقم \u2068519 555 0134\u2069 في أي وقت."},
    {"Arabic with a number and a product as typed", "ar",
     "اسألوا طبيبكم عن Botox قبل الحقن، أو اتصلوا على الرقم 519 555 0134 في أي وقت."},
    {"Arabic with a number abroad", "ar", "اتصلوا على \u2068+1 (519) 555-0134\u2069 أو +1 519 555 0134، 24/7، مجانا."},
    {"Arabic digits and percent", "ar",
     "يتحسن ٪٩٥ أو ٩٥٪ من الناس (أي ١٩ من ٢٠) خلال ٤٨–٧٢ ساعة؛ والباقون بعد ١٤ يوما؟"},
    {"Arabic with European digits", "ar", "يتحسن 95% من الناس خلال 48-72 ساعة، بين 3.5 و 4,000 وحدة (في 2026/11/22)."},
    {"Arabic brackets and quotes", "ar", "قالت: «هل هذا طبيعي؟» (نعم)، ثم [لا]؛ انظروا {الملحق (أ)} و“المزيد”!"},
    {"Arabic brackets around Latin", "ar", "المادة (onabotulinumtoxinA (Botox)) مسجلة [Health Canada] منذ 2001."},
    {"Arabic vowel signs and joiners", "ar", "مُحَمَّدٌ قَالَ: «لا إِلٰهَ» ثُمَّ می\u200Cخواهم و ه\u200D واللّه ﷺ."},
    {"Latin sentence in Arabic", "ar",
     "عنوان المقال \u2066“9 Facts About Neuromodulators (2nd ed.)”\u2069؛ للدكتور A. Rassouli."},
    {"Arabic in English", "en", "Ask for \u2068مترجم (عربي)\u2069 or say “مرحبا، كيف الحال؟” at the desk; room 12 ب."},
    {"Hebrew", "he",
     "שאלו את הרופא על Botox (בוטוקס), טל׳ 519-555-0134, לפני הטיפול; 95% מרוצים! צה״ל – \u2068A/B\u2069."},
    {"Persian and Urdu", "fa", "می\u200Cتوانید با شماره ۰۱۳۴ ۵۵۵ ۵۱۹ تماس بگیرید؛ هزینه ۱۲٫۵٪ کمتر است، درست؟"},
    {"Gurmukhi conjuncts", "pa", "ਪ੍ਰਸ਼ਨ ਪੁੱਛੋ, ਸ੍ਵੈ ਦੀ ਕ੍ਰਿਪਾ ਨਾਲ ਪੜ੍ਹੋ। ਤੁਹਾਡਾ ਡਾਕਟਰ ਦੱਸੇਗਾ॥ ਗ਼ਲਤ ਜ਼ਖ਼ਮ ਫ਼ਰਕ ਖ਼ੂਨ ਸ਼ੁਰੂ।"},
    {"Gurmukhi addak and tippi", "pa", "ਸੱਚੀਂ ਪੁੱਛੋ: ਦਵਾਈ ਕਿੰਨੇ ਘੰਟੇ, ਕਿੱਥੇ ਅਤੇ ਕਿਉਂ? ਪੰਜਾਬੀ ਵਿੱਚ (ਅੰਗਰੇਜ਼ੀ ਨਹੀਂ) ਦੱਸੋ।"},
    {"Gurmukhi with Latin and numbers", "pa",
     "\u2068Botox\u2069 ਅਤੇ Dysport ਬਾਰੇ \u2068519 555 0134\u2069 ’ਤੇ ਫ਼ੋਨ ਕਰੋ; 95% ਲੋਕ, ੪੮–੭੨ ਘੰਟੇ, 24/7।"},
    {"Hindi", "hi", "प्रश्न पूछिए: क्या क्षेत्र, स्त्री, ज्ञान और श्री ठीक हैं? डॉक्टर (Botox) से ४८–७२ घंटे में मिलें। क्\u200Dष क्\u200Cष॥"},
    {"Chinese punctuation", "zh-Hans",
     "请问：“您好吗？”他说（大概）：《说明》、「注意」、【提示】。然后，再来一次！好的；谢谢……再见——明天。"},
    {"Chinese with Latin and digits", "zh-Hans",
     "请拨打519-555-0134或询问Botox和Dysport的医生，95%的人在48–72小时内见效，费用约$400.50/次，24/7服务。"},
    {"Chinese with isolates", "zh-Hans",
     "产品示例：\u2068Botox和Dysport\u2069。谁可以开处方：\u2068医生、执业护士和牙医\u2069。请拨打\u2068911\u2069！"},
    {"Chinese, traditional", "zh-Hant",
     "請問「這樣正常嗎？」他說：『是的，（通常）48小時內。』——更多資訊，請洽Botox診所……"},
    {"Japanese", "ja",
     "ボトックスの効果は、ちょっと待ってから「48〜72時間」で現れます。（個人差あり）キャッシュ・カードも可！？ゆっくり"
     "、どうぞ……。ー々ゝ"},
    {"Korean", "ko", "보톡스(Botox) 주사는 48~72시간 후에 효과가 나타납니다. “괜찮나요?” 519-555-0134로 전화하세요!"},
    {"French thin spaces", "fr",
     "Est-ce normal\u202F? Oui\u202F! Voici\u00A0: «\u202Fun pli\u202F», «\u00A0deux plis\u00A0»\u202F; puis l’effet "
     "s’atténue… N’est-ce pas\u00A0?"},
    {"French numbers", "fr",
     "Environ 95\u00A0% des gens, 1\u202F200\u00A0$ par an, 48 à 72\u00A0heures, de 9\u00A0h\u00A030 à 17\u00A0h, "
     "12,5\u00A0mg, n°\u00A04."},
    {"a word wider than the line", "en",
     "See pneumonoultramicroscopicsilicovolcanoconi today, or abcdefghijklmnopqrstuvwxyzabcdefghijklmn."},
    {"hyphens, slashes and dashes", "en",
     "A follow-up—or two—is well-known; and/or yes/no, 24/7, re-check (semi-annual) – e.g. non‑stop, 3-4 times."},
    {"addresses", "en",
     "Read https://www.example.org/health/botulinum-toxin?page=2&lang=en#top or write to info@clinic.example.ca today.",
     9},
    {"soft hyphens", "en",
     "The neuro\u00ADmodu\u00ADla\u00ADtor onabotu\u00ADlinum\u00ADtoxin is a pre\u00ADscrip\u00ADtion medi\u00ADcine.",
     9},
    {"numbers and units", "en",
     "Take 12.5\u00A0mg, 1,000\u00A0units or $400.50 (±5\u00A0%) at 9:30\u00A0a.m., +1\u00A0519\u00A0555\u00A00134, "
     "from 2026-11-22, 50%."},
    {"quotes and marks", "en",
     "“Is it ‘normal’?” she asked... Yes! [Mostly.] It's 100% O.K., isn't it?! (We think so…) #1 & co."},
    {"zero-width characters", "en",
     "zero\u200Bwidth\u200Bspaces word\u2060joiners\u2060here and re\u200Clate\u200Ds combi\u0301ned e\u0301te\u0301"},
    {"all scripts in one", "en",
     "English, français «\u00A0oui\u00A0», العربية (مرحبا)، עברית, ਪੰਜਾਬੀ ਪ੍ਰਸ਼ਨ।, हिन्दी, 中文，你好。日本語、한국어 and "
     "back 519 555 0134."},
    {"all scripts in Arabic", "ar",
     "العربية، English (yes), français, עברית [שלום], ਪੰਜਾਬੀ।, 中文，你好。 ثم ١٢٣ و 456."},
};

}  // namespace anteroom::oracle
