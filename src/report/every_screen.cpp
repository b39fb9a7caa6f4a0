#include "report/every_screen.h"

#include <chrono>
#include <iterator>
#include <set>
#include <utility>

#include "model/hello.h"
#include "model/names.h"
#include "model/pin.h"
#include "model/questions.h"
#include "model/wall_clock.h"
#include "scene/hit_test.h"
#include "screens/compose.h"

namespace anteroom::report {

namespace {

// What a tap on an exhibit leads to, as the name of its screen says it.
std::string name_of(const ExhibitTap& tap) {
  switch (tap.verb) {
    case ExhibitVerb::fold:
      return "folded";
    case ExhibitVerb::open:
      return "opened";
    case ExhibitVerb::smooth:
      return "smoothed";
    case ExhibitVerb::step:
      return "step-" + std::to_string(tap.index + 1);
    case ExhibitVerb::region:
      return "spot-" + std::to_string(tap.index + 1);
    case ExhibitVerb::pull:
    case ExhibitVerb::let_go:
    case ExhibitVerb::rest:
    case ExhibitVerb::month:
      return "muscle";
  }
  return {};
}

// The same for a muscle, which looks different each time it is pulled: the number of months since it was rested, if
// any, and whether it is pulled.
std::string name_of(const PullState& muscle) {
  const std::string pulled = is_pulled(muscle) ? "pulled" : "loose";
  return muscle.month ? "month-" + std::to_string(*muscle.month) + "-" + pulled : pulled;
}

// True if the tap offers others: a sheet is opened after it was folded.
bool leads_on(const ExhibitTap& tap) {
  return tap.verb != ExhibitVerb::smooth && tap.verb != ExhibitVerb::step && tap.verb != ExhibitVerb::region;
}

// Appends what goes on of the words beside the exhibit of `begun`, if they have no room there at once.
void append_pieces(const Screenful& begun, const Content& content, text::Fonts& fonts, screens::DetailPages& pages,
                   std::vector<Screenful>& all) {
  const std::string name = begun.name;
  State state = begun.state;
  std::optional<Action> forward = begun.scene.swipe.next;
  for (int number = 2; forward; ++number) {
    const auto* piece = std::get_if<ShowPage>(&*forward);
    if (piece == nullptr || piece->piece == 0) return;
    state.moments.acted.reset();
    const Now now{MonoTime{}, state.minute};
    state = update(std::move(state), content, *forward, now);
    scene::Scene scene = screens::compose(state, content, fonts, pages);
    forward = scene.swipe.next;
    all.push_back({name + "-" + std::to_string(number), state, std::move(scene)});
  }
}

// Appends the exhibit of `shown` in each state that taps lead to.
void append_worked(const Screenful& shown, const Content& content, text::Fonts& fonts, screens::DetailPages& pages,
                   std::vector<Screenful>& all) {
  constexpr std::chrono::seconds settled{1};  // longer than any movement of an exhibit
  std::set<std::string> names;
  std::vector<std::pair<Screenful, MonoTime>> from{{shown, MonoTime{}}};
  while (!from.empty()) {
    const auto [before, time] = std::move(from.back());
    from.pop_back();
    for (const scene::Target* target : scene::focus_order(before.scene)) {
      const auto* tap = std::get_if<ExhibitTap>(&target->action);
      if (tap == nullptr) continue;
      State worked = before.state;
      worked.moments.acted.reset();
      worked = update(std::move(worked), content, *tap, {time, shown.state.minute});
      worked = update(std::move(worked), content, Tick{}, {time + settled, shown.state.minute});
      const auto* muscle = std::get_if<PullState>(&worked.session.exhibit);
      const std::string name = shown.name + "-" + (muscle == nullptr ? name_of(*tap) : name_of(*muscle));
      if (!names.insert(name).second) continue;
      scene::Scene scene = screens::compose(worked, content, fonts, pages);
      all.push_back({name, std::move(worked), std::move(scene)});
      if (leads_on(*tap)) from.emplace_back(all.back(), time + settled);
      append_pieces(Screenful(all.back()), content, fonts, pages, all);
    }
  }
}

// Appends what the control "About this information" of `shown` opens.
void append_about(const Screenful& shown, const Content& content, text::Fonts& fonts, screens::DetailPages& pages,
                  std::vector<Screenful>& all) {
  if (scene::target_named(shown.scene, target_id::about) == nullptr) return;
  std::optional<Action> forward = ShowAbout{};
  for (int number = 1; forward; ++number) {
    State about = shown.state;
    about.moments.acted.reset();
    about = update(std::move(about), content, *forward, {MonoTime{}, shown.state.minute});
    scene::Scene scene = screens::compose(about, content, fonts, pages);
    forward = scene.swipe.next;
    const std::string name = number == 1 ? "about" : "about-" + std::to_string(number);
    all.push_back({name, std::move(about), std::move(scene)});
  }
}

// An open screen at `time` with the loop's first card.
State without_greetings(const Content& content, WallTime time) {
  State state = start(content, {MonoTime{}, time});
  state.open = true;
  state.hello = false;
  return state;
}

// `state` with a notice.
scene::Scene with_notice(State state, NoticeLevel level, const Content& content, text::Fonts& fonts) {
  state.notice = Notice{level, {{"", {"We close today at 4 p.m.", "Please ask at the desk."}}}, {}, {}};
  return screens::compose(state, content, fonts);
}

// Appends the list of topics, part by part.
void append_topics(State state, const Content& content, text::Fonts& fonts, std::vector<Named>& all) {
  state.session.chooser = Chooser::topics;
  for (std::optional<Action> forward = OpenTopics{}; forward;) {
    state.session.list_part = std::get<OpenTopics>(*forward).part;
    scene::Scene scene = screens::compose(state, content, fonts);
    forward = scene.swipe.next;
    const std::string name =
        state.session.list_part == 0 ? "topics" : "topics, part " + std::to_string(state.session.list_part + 1);
    all.push_back({name, std::move(scene)});
  }
}

// Appends the page with the question of `state`'s card, if it has one, as `questions` are kept.
void append_ask(State state, const std::vector<std::size_t>& questions, const char* name, const Content& content,
                text::Fonts& fonts, std::vector<Named>& all) {
  const Card& card = content.pack.cards[*state.card];
  if (!may_keep_question(content, card, state.language)) return;
  const Now now{MonoTime{}, state.minute};
  state = update(std::move(state), content, OpenCard{}, now);
  state.session.page = detail_page_count(card, state.language) - 1;
  state.session.questions = questions;
  all.push_back({name, screens::compose(state, content, fonts)});
}

// Appends what keeping questions adds: the list, part by part and without any, the key of the bar, and the control
// below a question that is kept, or cannot be because as many are as can be.
void append_questions(State state, const Content& content, text::Fonts& fonts, std::vector<Named>& all) {
  const std::size_t shown = *state.card;
  std::vector<std::size_t>& kept = state.session.questions;
  for (const std::size_t card : shown_cards(content, state.language)) {
    const bool may_keep = may_keep_question(content, content.pack.cards[card], state.language);
    if (may_keep && card != shown && kept.size() < most_questions) kept.push_back(card);
  }
  append_ask(state, {shown}, "question, kept", content, fonts, all);
  if (kept.size() == most_questions) append_ask(state, kept, "question, the seventh", content, fonts, all);
  if (kept.empty()) return;
  all.push_back({"front with kept questions", screens::compose(state, content, fonts)});
  state.session.chooser = Chooser::questions;
  for (std::optional<Action> forward = OpenQuestions{}; forward;) {
    state.session.list_part = std::get<OpenQuestions>(*forward).part;
    scene::Scene scene = screens::compose(state, content, fonts);
    forward = scene.swipe.next;
    const std::size_t part = state.session.list_part;
    all.push_back(
        {part == 0 ? "kept questions" : "kept questions, part " + std::to_string(part + 1), std::move(scene)});
  }
  kept.clear();
  all.push_back({"no question kept", screens::compose(state, content, fonts)});
}

// Appends everything that can cover `state`'s card.
void append_overlays(State state, const Content& content, text::Fonts& fonts, std::vector<Named>& all) {
  for (const auto& [chooser, name] :
       {std::pair(Chooser::language, "languages"), std::pair(Chooser::access, "reading aids"),
        std::pair(Chooser::offer, "offer to read aloud")}) {
    state.session.chooser = chooser;
    all.push_back({name, screens::compose(state, content, fonts)});
  }
  append_topics(state, content, fonts, all);
  state.session.chooser = Chooser::none;
  append_questions(state, content, fonts, all);
  state.session.chooser = Chooser::offer;
  state.session.warning = static_cast<int>(content.settings.idle.warning.count());
  all.push_back({"warning", screens::compose(state, content, fonts)});
}

// What staff can put on the screen, which is in the first language whatever a patient has chosen.
std::vector<Named> of_staff(State state, const Content& content, text::Fonts& fonts) {
  std::vector<Named> all;
  const auto add = [&](const char* name) { all.push_back({name, screens::compose(state, content, fonts)}); };
  state.session = {};
  if (content.settings.cleaning.at.empty() && content.settings.staff.pin_hash.empty()) return all;
  state.staff.place = StaffPlace::cleaning;
  state.staff.cleaning_s = static_cast<int>(content.settings.cleaning.lock.count());
  add("being cleaned");
  if (content.settings.staff.pin_hash.empty()) return all;
  state.staff.place = StaffPlace::pin;
  state.staff.digits = "12345678";
  add("PIN");
  state.staff.refused = true;
  state.staff.digits.clear();
  add("PIN, wrong");
  state.staff.locked_s = static_cast<int>(pin_lock(most_pin_digits).count());
  add("PIN, locked");
  return all;
}

}  // namespace

WallTime time_of_all_cards(const Content& content) {
  const Review& review = content.pack.review;
  const Date day = review.on.ok() ? review.on : last_day(review).value_or(Date{});
  return possible_time(content, std::chrono::local_days(day) + std::chrono::hours(10));
}

std::vector<std::size_t> shown_cards(const Content& content, std::size_t language) {
  std::vector<std::size_t> cards;
  for (std::size_t i = 0; i < content.pack.cards.size(); ++i) {
    const Card& card = content.pack.cards[i];
    if (card.shown_on(content.settings.role) && card.has_text(language)) cards.push_back(i);
  }
  return cards;
}

std::vector<std::size_t> shown_languages(const Content& content) {
  std::vector<std::size_t> languages = offered_languages(content);
  if (languages.empty()) languages.push_back(0);
  return languages;
}

std::vector<Screenful> screens_of_card(const State& state, const Content& content, text::Fonts& fonts) {
  screens::DetailPages pages;
  std::vector<Screenful> all{{"front", state, screens::compose(state, content, fonts, pages)}};
  if (content.settings.role == Role::wall) return all;
  const Now now{MonoTime{}, state.minute};
  State next = update(state, content, OpenCard{}, now);
  for (int number = 1;; ++number) {
    const Screenful page{"page-" + std::to_string(number), next, screens::compose(next, content, fonts, pages)};
    all.push_back(page);
    if (next.session.piece == 0) append_worked(page, content, fonts, pages, all);
    const std::optional<Action>& forward = page.scene.swipe.next;
    if (!forward) {
      append_about(page, content, fonts, pages, all);
      return all;
    }
    next.moments.acted.reset();
    next = update(std::move(next), content, *forward, now);
  }
}

std::vector<Named> screens_of_no_card(std::size_t language, const Content& content, text::Fonts& fonts, WallTime time,
                                      const Session& look) {
  std::vector<Named> all;
  State state = without_greetings(content, time);
  state.session = look;
  state.language = language;
  state.card.reset();
  if (const std::vector<std::size_t> cards = shown_cards(content, language); !cards.empty()) state.card = cards.back();
  if (state.card && content.settings.role == Role::kiosk) append_overlays(state, content, fonts, all);
  if (state.card) all.push_back({"notice", with_notice(state, NoticeLevel::info, content, fonts)});
  if (state.card && opens_with_hello(content)) {
    state.hello = true;
    all.push_back({"greetings", screens::compose(state, content, fonts)});
    all.push_back({"greetings below a notice", with_notice(state, NoticeLevel::info, content, fonts)});
    state.hello = false;
  }
  all.push_back({"urgent notice", with_notice(state, NoticeLevel::urgent, content, fonts)});
  state.card.reset();
  all.push_back({"no card", screens::compose(state, content, fonts)});
  state.open = false;
  all.push_back({"closed", screens::compose(state, content, fonts)});
  return all;
}

std::vector<Named> screens_of_staff(const Content& content, text::Fonts& fonts, WallTime time) {
  State state = without_greetings(content, time);
  if (content.settings.role == Role::wall) return {};
  std::vector<Named> all = of_staff(state, content, fonts);
  if (content.settings.staff.pin_hash.empty()) return all;
  state.dark_until = state.minute + std::chrono::hours(1);
  state.open = false;
  state.card.reset();
  all.push_back({"switched off", screens::compose(state, content, fonts)});
  return all;
}

std::vector<scene::Scene> language_screens(const Content& content, text::Fonts& fonts, WallTime time,
                                           const Session& look) {
  std::vector<scene::Scene> all;
  State state = without_greetings(content, time);
  state.session = look;
  state.session.chooser = Chooser::language;
  for (const std::size_t language : shown_languages(content)) {
    const std::vector<std::size_t> cards = shown_cards(content, language);
    if (cards.empty()) continue;
    state.language = language;
    state.card = cards.back();
    all.push_back(screens::compose(state, content, fonts));
  }
  return all;
}

std::vector<scene::Scene> every_front(const Content& content, text::Fonts& fonts, WallTime time) {
  std::vector<scene::Scene> all;
  State state = without_greetings(content, time);
  for (const std::size_t language : shown_languages(content)) {
    state.language = language;
    for (const std::size_t card : shown_cards(content, language)) {
      state.card = card;
      all.push_back(screens::compose(state, content, fonts));
    }
  }
  return all;
}

std::vector<scene::Scene> every_screen_in(std::size_t language, const Content& content, text::Fonts& fonts,
                                          WallTime time, const Session& look) {
  std::vector<scene::Scene> all;
  State state = without_greetings(content, time);
  state.session = look;
  state.language = language;
  for (const std::size_t card : shown_cards(content, language)) {
    state.card = card;
    for (Screenful& shown : screens_of_card(state, content, fonts)) all.push_back(std::move(shown.scene));
    all.push_back(with_notice(state, NoticeLevel::info, content, fonts));
  }
  for (Named& each : screens_of_no_card(language, content, fonts, time, look)) all.push_back(std::move(each.scene));
  const auto& languages = content.pack.languages;  // none in a pack that cannot be used
  const bool is_first = language < languages.size() && languages[language] == first_language(content);
  if (is_first && content.settings.role == Role::kiosk) {
    for (Named& each : of_staff(state, content, fonts)) all.push_back(std::move(each.scene));
  }
  return all;
}

std::vector<scene::Scene> every_screen(const Content& content, text::Fonts& fonts, WallTime time, const Session& look) {
  std::vector<scene::Scene> all;
  for (const std::size_t language : shown_languages(content)) {
    std::vector<scene::Scene> some = every_screen_in(language, content, fonts, time, look);
    all.insert(all.end(), std::make_move_iterator(some.begin()), std::make_move_iterator(some.end()));
  }
  return all;
}

}  // namespace anteroom::report
