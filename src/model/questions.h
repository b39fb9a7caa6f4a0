// The questions for one's own clinician that a patient keeps, to show them at the visit. They are in the session alone:
// the next patient finds none.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "model/state.h"

namespace anteroom {

// As many as one visit has time for; own.
inline constexpr std::size_t most_questions = 6;

// True if `card`'s question in that language of the pack may be kept: it has one, on a touchscreen whose settings allow
// it. Requires: language < card.text.size().
bool may_keep_question(const Content& content, const Card& card, std::size_t language);

// A kept question as the patient reads it, and below it as the clinic does.
struct KeptQuestion {
  std::size_t card = 0;  // index into pack.cards
  std::string language = {}, words = {};
  std::string clinic_language = {}, clinic_words = {};  // empty: the same as the patient's
  friend bool operator==(const KeptQuestion&, const KeptQuestion&) = default;
};

// The kept questions in their order, in the patient's present language (a card without words in it: in the first that
// it has) and in the clinic's first one.
std::vector<KeptQuestion> kept_questions(const State& state, const Content& content);

// The first so many of `questions` as lines of plain text, numbered, without signs that only steer the direction of
// writing.
std::string plain_text(const std::vector<KeptQuestion>& questions, std::size_t count);

}  // namespace anteroom
