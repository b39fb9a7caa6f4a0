#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "language/sentences.h"
#include "screens/call_band.h"
#include "screens/front_areas.h"
#include "screens/words_block.h"

namespace anteroom::screens {

namespace {

// The sizes that a lead may have, times that of body text: in portrait the words are as wide as the screen.
const std::vector<double>& lead_sizes(const View& view) {
  static const std::vector<double> beside{1.2, 1.15, 1.1, 1.05}, below{1.5, 1.42, 1.35, 1.28, 1.2, 1.15, 1.1, 1.05};
  return view.portrait() ? below : beside;
}

constexpr std::size_t most_compared_fronts = 60;  // cards: of a longer loop, only the first are looked at

// The largest of `lead_sizes` with which all usual cards in the view's language fit beside the largest picture, of
// those that do so at all.
double common_lead(const View& view) {
  const Pack& pack = view.content.pack;
  const auto language = static_cast<std::size_t>(
      std::find(pack.languages.begin(), pack.languages.end(), view.language) - pack.languages.begin());
  std::vector<const CardText*> usual;
  std::vector<FrontPlan> plans;
  const auto fits_with = [&](std::size_t place, double times) {
    const FrontPlan& plan = plans[place];
    const WordsStyle style{.lead_times = times, .lead_is_fixed = true};
    return words_block(view, *usual[place], usual[place]->lead, plan.words, plan.spare_mm, style).fits;
  };
  for (const Card& card : pack.cards) {
    if (usual.size() == most_compared_fronts) break;
    if (!card.shown_on(view.role()) || card.picture.empty() || card.is_urgent || language >= card.text.size() ||
        !card.has_text(language)) {
      continue;
    }
    usual.push_back(&card.text[language]);
    plans.push_back(areas_of_front(view, card, picture_sizes(view).front(), {true, false}));
    if (!fits_with(plans.size() - 1, 1)) {
      usual.pop_back();
      plans.pop_back();
    }
  }
  for (const double times : lead_sizes(view)) {
    std::size_t place = 0;
    while (place < usual.size() && fits_with(place, times)) ++place;
    if (place == usual.size()) return times;
  }
  return 1;
}

// The longest beginning of `lead` in whole sentences, but not all of them, with which the words fit; empty if not even
// one does.
template <typename Fits>
std::string longest_beginning(const View& view, const std::string& lead, Fits fits_with) {
  std::vector<std::string> sentences = language::cut_at_sentences(lead, view.language);
  while (!sentences.empty()) {
    sentences.pop_back();
    std::string shorter;
    for (const std::string& sentence : sentences) {
      if (!shorter.empty()) shorter += language::between_sentences(view.language);
      shorter += sentence;
    }
    if (!shorter.empty() && fits_with(shorter)) return shorter;
  }
  return {};
}

// Finds the plan of one card, by trying one after the other.
class Search {
 public:
  Search(const View& view, const Card& card, const CardText& text) : view_(view), card_(card), text_(text) {
    if (!card.picture.empty()) sizes_ = picture_sizes(view);
    calls_ = card.is_urgent && !text.emergency.empty();
    if (!view.large()) lead_times_ = common_lead(view);
  }

  FrontPlan best() {
    std::optional<FrontPlan> found;
    if (!view_.large()) {
      found = usual_letters();
    } else if (calls_) {
      found = large_with_number();
    } else if (card_.is_urgent) {
      found = with_whole_lead({true, false});
      if (!found) found = at(0, {true, false}, text_.lead);
      if (!found) found = at(0, {false, false}, text_.lead);
    } else {
      found = large_letters();
    }
    if (!found) found = last_resort();
    found->whole_lead = found->lead == text_.lead;
    return std::move(*found);
  }

 private:
  // The plan with `lead`, if the words fit.
  std::optional<FrontPlan> at(double size, Feet feet, const std::string& lead) const {
    return checked(areas_of_front(view_, card_, size, feet), feet, lead);
  }
  std::optional<FrontPlan> checked(FrontPlan plan, Feet feet, const std::string& lead) const {
    const bool seen = plan.ground.w <= 0 || plan.picture.h > 0.25 * plan.picture.w;  // of a picture more than a strip
    // On a narrower band the number would hardly be larger than the title.
    constexpr double least_band = 0.29;
    if (feet.band && plan.band.w < least_band * view_.screen().width_mm) return std::nullopt;
    plan.lead_times = lead_times_;
    const WordsStyle style{.lead_times = lead_times_};
    if (!seen || !words_block(view_, text_, lead, plan.words, plan.spare_mm, style).fits) return std::nullopt;
    plan.lead = lead;
    return plan;
  }

  std::optional<FrontPlan> largest(Feet feet, const std::string& lead) const { return largest(feet, lead, sizes_); }
  std::optional<FrontPlan> largest(Feet feet, const std::string& lead, const std::vector<double>& sizes) const {
    for (const double size : sizes) {
      if (auto plan = at(size, feet, lead)) return plan;
    }
    return std::nullopt;
  }
  std::optional<FrontPlan> with_whole_lead(Feet feet) const { return largest(feet, text_.lead); }
  std::optional<FrontPlan> with_wall_text(Feet feet) const {
    return text_.wall.empty() ? std::nullopt : largest(feet, text_.wall);
  }
  std::optional<FrontPlan> with_beginning(Feet feet, double size) const {
    const std::string lead = longest_beginning(in_language_of(text_, view_), text_.lead, [&](const std::string& some) {
      return at(size, feet, some).has_value();
    });
    return lead.empty() ? std::nullopt : at(size, feet, lead);
  }
  std::optional<FrontPlan> with_beginning(Feet feet) const {
    for (const double size : sizes_) {
      if (auto plan = with_beginning(feet, size)) return plan;
    }
    return std::nullopt;
  }

  // The whole lead, and the picture as large as that allows. Beside the number to call the picture gives way, then the
  // lead to the text for the wall, and then the invitation.
  std::optional<FrontPlan> usual_letters() const {
    if (!calls_) return with_whole_lead({true, false});
    for (const bool cue : {true, false}) {
      auto plan = with_whole_lead({cue, true});
      if (!plan) plan = with_wall_text({cue, true});
      if (plan) return plan;
    }
    return std::nullopt;
  }

  // All the signs in words come before the picture that shows them, and the invitation before the picture, too. The
  // lead gives way to the text for the wall rather than let the picture be a stamp.
  std::optional<FrontPlan> large_with_number() const {
    std::optional<FrontPlan> found;
    for (const Feet& feet : {Feet{true, true}, Feet{true, true, true}}) {
      if (feet.cue_at_side && view_.portrait()) continue;
      if (view_.portrait() && sizes_.front() > 0) found = largest(feet, text_.lead, feet_of_sight);
      if (!found) found = with_wall_text_of_sight(feet);
      if (!found) found = with_whole_lead(feet);
      if (!found) found = with_wall_text(feet);
      if (found) return found;
    }
    if (!view_.portrait() && sizes_.front() > 0) found = beside_number();
    for (const bool cue : {true, false}) {
      const Feet feet{cue, true};
      if (!found && !cue) found = with_whole_lead(feet);
      if (!found && !cue) found = with_wall_text(feet);
      if (!found) found = at(0, feet, text_.lead);
      if (!found && !text_.wall.empty()) found = at(0, feet, text_.wall);
    }
    if (!found) found = with_beginning({false, true});
    return found ? found : largest({false, true}, "");
  }
  std::optional<FrontPlan> with_wall_text_of_sight(Feet feet) const {
    if (!view_.portrait() || sizes_.front() <= 0 || text_.wall.empty()) return std::nullopt;
    return largest(feet, text_.wall, feet_of_sight);
  }

  // In landscape the number and the picture below the words, and the invitation beside the number.
  std::optional<FrontPlan> beside_number() const {
    const Feet feet{.cue = false, .band = true, .at_foot = true};
    for (const std::string* lead : {&text_.lead, &text_.wall}) {
      for (const double share : heights_at_foot) {
        auto plan = lead->empty() ? std::nullopt : at(share, feet, *lead);
        if (plan) return plan;
      }
    }
    return std::nullopt;
  }

  // As much of the lead as fits beside the largest picture that leaves room for any of it. The picture gets smaller
  // before the invitation to touch gives way.
  std::optional<FrontPlan> large_letters() const {
    for (const double size : sizes_.front() > 0 ? larger_picture_sizes(view_) : sizes_) {
      if (auto plan = at(size, {true, false}, text_.lead)) return plan;
    }
    auto plan = with_some_lead({true, false});
    if (!plan) plan = with_some_lead({false, false});
    return plan ? plan : largest({true, false}, "");
  }
  std::optional<FrontPlan> with_some_lead(Feet feet) const {
    for (const double size : sizes_) {
      auto plan = at(size, feet, text_.lead);
      if (!plan && !text_.wall.empty()) plan = at(size, feet, text_.wall);
      if (!plan && text_.wall.empty()) plan = with_beginning(feet, size);
      if (plan) return plan;
    }
    return with_beginning(feet);
  }

  // What is left where nothing fits with a picture, as below a notice. With letters of the usual size the lead is
  // whole, and `check` reports what has no room.
  FrontPlan last_resort() const {
    if (!view_.large()) {
      for (const double size : sizes_) {
        FrontPlan plan = areas_of_front(view_, card_, size, {});
        plan.spare_mm = 0;
        plan.lead = text_.lead;
        if (words_block(view_, text_, plan.lead, plan.words, 0).fits) return plan;
      }
    }
    const Feet feet;
    if (auto plan = at(0, feet, text_.lead)) return *plan;
    if (auto plan = with_beginning(feet, 0); plan && view_.large()) return *plan;
    FrontPlan plan = areas_of_front(view_, card_, 0, feet);
    plan.spare_mm = 0;
    if (!view_.large()) plan.lead = text_.lead;
    return plan;
  }

  // In portrait the heights of the foot with number and picture in which signs can be told apart.
  static inline const std::vector<double> feet_of_sight{0.28, 0.25, 0.225, 0.2, 0.175, 0.16};

  const View& view_;
  const Card& card_;
  const CardText& text_;
  std::vector<double> sizes_ = {0};
  bool calls_ = false;     // the number to call is on the front
  double lead_times_ = 1;  // see common_lead
};

}  // namespace

FrontPlan front_plan(const View& view, const Card& card, const CardText& text) {
  return Search(view, card, text).best();
}

}  // namespace anteroom::screens
