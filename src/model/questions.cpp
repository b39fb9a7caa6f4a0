#include "model/questions.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace anteroom {

namespace {

// The signs around values that were put into a text: U+2066 to U+2069.
std::string without_isolates(std::string text) {
  constexpr std::array<std::string_view, 4> isolates{"\u2066", "\u2067", "\u2068", "\u2069"};
  for (const std::string_view sign : isolates) {
    for (std::size_t at = text.find(sign); at != std::string::npos; at = text.find(sign, at))
      text.erase(at, sign.size());
  }
  return text;
}

// Of a text that stands in for one in another language, the language is its own.
std::string language_of(const Content& content, const CardText& text, std::size_t language) {
  return text.language.empty() ? content.pack.languages[language] : text.language;
}

}  // namespace

bool may_keep_question(const Content& content, const Card& card, std::size_t language) {
  const Settings& settings = content.settings;
  return settings.questions.keep && settings.role == Role::kiosk && !card.text[language].ask.empty();
}

std::vector<KeptQuestion> kept_questions(const State& state, const Content& content) {
  const std::vector<std::size_t> offered = offered_languages(content);
  std::vector<KeptQuestion> kept;
  for (const std::size_t index : state.session.questions) {
    const std::vector<CardText>& texts = content.pack.cards[index].text;
    const auto has_question = [&](std::size_t language) { return !texts[language].ask.empty(); };
    std::size_t own = state.language;
    for (std::size_t i = 0; i < texts.size() && !has_question(own); ++i) own = i;
    KeptQuestion question{.card = index, .language = language_of(content, texts[own], own), .words = texts[own].ask};
    if (!offered.empty() && has_question(offered.front())) {
      const std::size_t clinic = offered.front();
      const std::string language = language_of(content, texts[clinic], clinic);
      if (language != question.language) {
        question.clinic_language = language;
        question.clinic_words = texts[clinic].ask;
      }
    }
    kept.push_back(std::move(question));
  }
  return kept;
}

std::string plain_text(const std::vector<KeptQuestion>& questions, std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < std::min(count, questions.size()); ++i) {
    if (i > 0) text += "\n\n";
    text += std::to_string(i + 1) + ". " + without_isolates(questions[i].words);
    if (!questions[i].clinic_words.empty()) text += "\n" + without_isolates(questions[i].clinic_words);
  }
  return text;
}

}  // namespace anteroom
