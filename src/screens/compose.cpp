#include "screens/compose.h"

#include <algorithm>

#include "language/dates.h"
#include "model/hello.h"
#include "model/names.h"
#include "screens/about_page.h"
#include "screens/choosers.h"
#include "screens/cleaned_line.h"
#include "screens/closed.h"
#include "screens/detail.h"
#include "screens/exhibit_words.h"
#include "screens/fallback.h"
#include "screens/hello.h"
#include "screens/loop_card.h"
#include "screens/notice.h"
#include "screens/questions.h"
#include "screens/staff_dot.h"
#include "screens/staff_screens.h"
#include "screens/topics.h"
#include "screens/warning.h"

namespace anteroom::screens {

namespace {

// The tag of the language number `index` of the pack.
std::string language_at(std::size_t index, const Content& content) {
  const std::vector<std::string>& languages = content.pack.languages;
  return index < languages.size() ? languages[index] : "en";
}

View view_of(const State& state, const Content& content, text::Fonts& fonts) {
  const Session& session = state.session;
  return {.content = content,
          .fonts = fonts,
          .language = language_at(state.language, content),
          .high_contrast = session.high_contrast,
          .text_percent = session.text_percent,
          .reach = session.reach,
          .has_voice = state.has_voice,
          .aloud = session.aloud,
          .differs = differs_from_start(session),
          .at_rest = !has_something_to_lose(session),
          .turns = state.turns,
          .drift = state.drift,
          .cards = state.card ? loop_cards(state, content, state.minute).size() : 0,
          .kept = session.questions,
          .motion = motion_of(state, content),
          .greets = state.card && opens_with_hello(content)};
}

Position position_of(const State& state, const Content& content) {
  std::vector<std::size_t> cards = loop_cards(state, content, state.minute);
  auto at = std::lower_bound(cards.begin(), cards.end(), *state.card);
  // A card whose hours are over stays until its dwell ends, and is counted while it is on the screen.
  if (at == cards.end() || *at != *state.card) at = cards.insert(at, *state.card);
  return {static_cast<std::size_t>(at - cards.begin()), cards.size()};
}

// What staff have on the screen: in the clinic's first language, as it looks to nobody in particular.
scene::Scene compose_for_staff(const State& state, View view) {
  const std::string first = first_language(view.content);
  if (!first.empty()) view.language = first;
  switch (state.staff.place) {
    case StaffPlace::pin:
      return pin_pad(view, state.staff);
    case StaffPlace::cleaning:
      return cleaning(view, state.staff.cleaning_s, static_cast<int>(view.content.settings.cleaning.lock.count()));
    case StaffPlace::panel:
    case StaffPlace::none:
      break;
  }
  return panel_ground(view);
}

// In high contrast a picture whose file has colours of its own for it is drawn in these.
void use_contrast_colors(const Pack& pack, std::vector<scene::Item>& items) {
  for (scene::Item& item : items) {
    auto* picture = std::get_if<scene::Picture>(&item);
    if (picture == nullptr) continue;
    picture->high_contrast = std::any_of(pack.cards.begin(), pack.cards.end(), [&](const Card& card) {
      return card.has_contrast_colors && card.picture == picture->file;
    });
  }
}

// What is shown where no notice has the screen.
scene::Scene compose_below(const State& state, const View& view, DetailPages& pages) {
  const Content& content = view.content;
  if (!state.open) return closed(view, state);
  const bool wall = content.settings.role == Role::wall;
  // A clock that may be wrong is not shown.
  const bool has_clock = wall && state.clock_possible;
  const std::string clock = has_clock ? language::clock_time(minute_of_day(state.minute), view.locale()) : "";
  if (!state.card) return fallback_card(view, clock);
  const Card& card = content.pack.cards[*state.card];
  const CardText& text = card.text[state.language];
  const Session& session = state.session;
  if (wall && state.hello) return wall_hello(view, clock);
  if (wall) return wall_card(view, card, text, position_of(state, content), clock);
  if (session.warning) {
    State asked = state;
    asked.session.warning.reset();
    return warning(view, compose_below(asked, view, pages), *session.warning,
                   static_cast<int>(content.settings.idle.warning.count()));
  }
  const std::string on_screen = state.hello ? std::string() : card.id;
  if (session.chooser == Chooser::language) return language_chooser(view, on_screen, state.language, session.paused);
  if (session.chooser == Chooser::access) return access_chooser(view, on_screen, session, state.has_voice);
  if (session.chooser == Chooser::topics) return topics(view, state, session.list_part);
  if (session.chooser == Chooser::questions) return questions(view, state, session.list_part);
  if (session.chooser == Chooser::offer) return offer(view, on_screen);
  if (state.hello) return hello(view, session.paused);
  if (session.place == Place::detail && session.about) {
    return about_page(view, card, text, *session.about, session.paused);
  }
  if (session.place == Place::detail) {
    const std::optional<std::size_t> shown = part_told(view, card, session.exhibit);
    return detail(view, card, text, session, pages.of(view, card, text, shown));
  }
  return kiosk_card(view, card, text, position_of(state, content), session.paused, session.pressed == target_id::card);
}

// True if the patient has a card of the loop before them, or what is there instead of one.
bool is_front(const State& state) {
  const Session& session = state.session;
  return state.open && session.place == Place::loop && session.chooser == Chooser::none && !session.warning;
}

// Where no notice is up: the cards, below a line about the last cleaning if there is one.
scene::Scene compose_without_notice(const State& state, const View& view, DetailPages& pages) {
  // Large letters need the room.
  const bool has_room = is_front(state) && state.card && !view.large() && view.words().has("cleaned");
  const auto ago = has_room ? shown_cleaned(state, view.content) : std::nullopt;
  if (!ago) return compose_below(state, view, pages);
  Screen area = view.content.settings.screen;
  area.height_mm -= cleaned_height_mm(view, *ago);
  View below = view;
  below.area = &area;
  return with_cleaned_line(compose_below(state, below, pages), view, *ago);
}

// What is on the screen, all pictures in their usual colours.
scene::Scene compose_all(const State& state, const View& view, DetailPages& pages) {
  const Content& content = view.content;
  const Notice* notice = due_notice(state, state.minute);
  const bool staff_have_screen = state.staff.place == StaffPlace::cleaning ? !is_urgent(state, state.minute)
                                                                           : state.staff.place != StaffPlace::none;
  if (staff_have_screen) return compose_for_staff(state, view);
  if (notice == nullptr) return compose_without_notice(state, view, pages);
  const bool is_urgent = notice->level == NoticeLevel::urgent;
  const std::size_t language = is_urgent ? state.notice_language.value_or(state.language) : state.language;
  const NoticeChoice choice = words_for(*notice, language_at(language, content), first_language(content));
  View of_notice = view;
  of_notice.language = choice.language;
  if (is_urgent) return urgent_notice(of_notice, choice.words);
  // What the patient has opened has the whole screen.
  if (!is_front(state)) return compose_below(state, view, pages);
  Screen area = content.settings.screen;
  area.height_mm -= band_height_mm(of_notice, choice.words);
  View below = view;
  below.area = &area;
  return with_band(compose_below(state, below, pages), of_notice, choice.words);
}

}  // namespace

scene::Scene compose(const State& state, const Content& content, text::Fonts& fonts) {
  DetailPages pages;
  return compose(state, content, fonts, pages);
}

scene::Scene compose(const State& state, const Content& content, text::Fonts& fonts, DetailPages& pages) {
  const View view = view_of(state, content, fonts);
  scene::Scene scene = compose_all(state, view, pages);
  const bool is_calm = state.staff.place == StaffPlace::none && !is_urgent(state, state.minute);
  if (is_calm && is_front(state) && shows_staff_dot(state, content)) add_staff_dot(scene, view);
  if (view.high_contrast) {
    use_contrast_colors(content.pack, scene.behind);
    use_contrast_colors(content.pack, scene.items);
  }
  return scene;
}

}  // namespace anteroom::screens
