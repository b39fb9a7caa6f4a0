#include "platform/spoken_voices.h"

#include "catch.h"

using namespace anteroom::platform;

TEST_CASE("a language is read by the voice of its region if there is one, else by the first that speaks it") {
  const std::vector<SpokenVoice> voices{{"English (Great Britain)", "en-GB"}, {"English (America)", "en-us"},
                                        {"French (France)", "fr-fr"},         {"Chinese (Mandarin)", "cmn"},
                                        {"Chinese (Cantonese)", "yue"},       {"Punjabi", "pa"}};
  struct Row {
    std::string language, voice;
  };
  for (const Row& row : {Row{"en", "English (Great Britain)"},
                         {"en-US", "English (America)"},
                         {"fr-CA", "French (France)"},
                         {"zh-Hans", "Chinese (Mandarin)"},
                         {"zh-Hant-HK", "Chinese (Cantonese)"},
                         {"pa", "Punjabi"},
                         {"ar", ""}}) {
    INFO(row.language);
    const SpokenVoice* voice = voice_for(voices, row.language);
    CHECK((voice == nullptr ? "" : voice->name) == row.voice);
  }
}
