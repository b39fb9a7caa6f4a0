// What every screen is composed from: content, fonts, language and the patient's options; and what screens have in
// common.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "model/content.h"
#include "model/session.h"
#include "scene/flow.h"
#include "scene/palette.h"
#include "scene/scene.h"
#include "text/fonts.h"

namespace anteroom::screens {

// The height of a card's picture, times its width: the shape of the art board.
inline constexpr double picture_height = 0.75;

struct View {
  const Content& content;
  text::Fonts& fonts;
  std::string language;  // BCP 47
  bool high_contrast = false;
  int text_percent = 100;
  Reach reach = Reach::none;
  const Screen* area = nullptr;            // the part of the screen that is composed for; null: all of it
  bool has_voice = true;                   // reading aloud is possible, as far as is known
  bool aloud = false;                      // the screen is read aloud
  bool differs = false;                    // the patient has changed something: see differs_from_start
  bool at_rest = false;                    // nobody uses the screen
  std::size_t turns = 0;                   // see State
  std::size_t drift = 0;                   // see State
  std::size_t cards = 0;                   // in the loop
  std::span<const std::size_t> kept = {};  // Session::questions of a state that outlives the view
  std::optional<Millis> motion = {};  // how long the picture of the card in the loop has moved; none: it is at rest
  bool greets = false;                // the loop opens with greetings

  const Screen& screen() const { return area == nullptr ? content.settings.screen : *area; }
  Role role() const { return content.settings.role; }
  bool portrait() const { return screen().height_mm > screen().width_mm; }
  // The language with the clinic's region, for dates and times: "fr-CA". A language that names its own keeps it.
  std::string locale() const {
    const std::string& region = content.settings.region;
    return region.empty() || language.find('-') != std::string::npos ? language : language + "-" + region;
  }
  const InterfaceWords& words() const { return words_for(content, language); }
  // The words of `key`, each value isolated from the direction of the words around it.
  std::string say(const std::string& key, const std::vector<std::pair<std::string, std::string>>& values = {}) const;
  // The clinic's name, likewise isolated: "Lakeside Clinic Inc." keeps its full stop at its end in Arabic.
  std::string clinic_name() const;
  // `number` in the language's digits.
  std::string number(std::size_t number) const;
  // How many times larger than usual letters are; always 1 on a wall, where nobody can choose it.
  double scale() const { return role() == Role::wall ? 1 : text_percent / 100.0; }
  bool large() const { return scale() > 1; }
  // How rows run: as the language, or in reach mode so that the controls are near the hand.
  scene::Direction direction() const;
  // How rows run that have an order (steps, Previous and Next, an icon before its word): always as the language.
  scene::Direction reading() const;
  scene::Rect glass() const { return {0, 0, screen().width_mm, screen().height_mm}; }
  // The lowest place for controls, and in reach mode the highest, in mm from the top of the glass (standards: Reach).
  double bottom() const;
  double highest_control() const;
  // The highest place for controls that somebody who sits can reach, whatever the mode.
  double highest_reachable() const;
  // False if the reach mode could not keep its promise: the screen hangs so low that its content would not fit above
  // the controls, or so high that the controls would not fit below the highest place.
  bool reach_is_offered() const;
  // True if this language has the words to keep questions with, on a touchscreen whose settings allow it.
  bool keeps_questions() const;
  // True if reach mode for `hand` is offered and moves something: the controls down, or to the other side.
  bool changes_something(Reach hand) const;
  const scene::palette::Colors& colors() const {
    return high_contrast ? scene::palette::high_contrast : scene::palette::standard;
  }
  // How far what is fixed is from its usual place: at least 4 pixels from the place before, in both directions, and
  // never more than a finger's slop. It goes up by at most one step, so that margins hold.
  scene::Point drift_mm() const;
  std::string icon(const std::string& name) const { return content.assets + "/icons/" + name + ".svg"; }
};

// All lines in high contrast but those around pictures: of controls, bands and what divides the screen.
inline constexpr double contrast_line_mm = 1.0;

// The view for a card's own words: as `view`, but in the language of `text`, which may be another than the patient's.
View in_language_of(const CardText& text, const View& view);

// Says that the pictures and the targets of `items` are named in the language of `text`.
void name_in_language_of(const CardText& text, std::vector<scene::Item>& items);

// "This card is in English", for a text in another language than the patient's; else a layout without lines.
text::Layout language_mark(const View& view, const CardText& text, double width_mm);

// A title is at least so many times the size of body text, at every text size and in every language. Where there is no
// room for that, other things give way (see front_plan).
inline constexpr double least_title_ratio = 1.25;

// The text styles, from the viewing distance and the fonts' capital height (standards: Size and legibility).
struct TypeScale {
  text::Style title, body, label;
  text::Style topic;  // of the line above a title: between a label and body text
};
TypeScale type_scale(const View& view);

// How many times larger than in other languages body text is in the view's language. What is placed by it for all
// languages leaves that out.
double body_times(const View& view);

// How high a capital of `style` is: nearly the same for all languages at one text size, unlike the style's size.
double cap_height_mm(const View& view, const text::Style& style);

// Distances that repeat on every screen, in mm.
struct Measures {
  double margin;  // between the screen's edge and its content
  double gap;     // between things that belong together
  double bar;     // height of the bottom bar
};
Measures measures(const View& view);

// The bottom bar, from edge to edge.
scene::Rect bar_area(const View& view);
// The rest of the screen, from edge to edge.
scene::Rect above_bar(const View& view);
// The same inside its margins, which ends `foot_mm` above the bar.
scene::Rect page_area(const View& view, double foot_mm = 0);

// `area` in two columns, with a margin between them. They meet at `share` of the screen's width, counted from the
// start.
struct Halves {
  scene::Rect start, end;
};
Halves halves(const View& view, const scene::Rect& area, double share);

// An empty scene of the view's glass.
scene::Scene blank(const View& view, const std::string& screen, const std::string& card);

// `utf8` laid out in `style`, no line longer than the standard allows: narrower than `width_mm` where it must be.
text::Layout lay_out_body(const View& view, const std::string& utf8, const text::Style& style, double width_mm);

// `utf8` laid out with each line centred, all as equally long as possible. They have no limit but `width_mm`.
text::Layout lay_out_centred(const View& view, const std::string& utf8, text::Style style, double width_mm);

// How high two lines are.
double two_lines(const text::Style& style);

// True if every line of `layout` fits and no word is cut.
bool fits(const text::Layout& layout, double height_mm);

// Laid out text, and how it looks.
struct Words {
  text::Layout layout;
  scene::TextRole role = scene::TextRole::body;
  scene::Color ink;
};
// A text item in `area`. Its box is as wide as the layout was allowed to be, and as high as the layout is. Where it is
// centred down, that is so of the ink of its script.
scene::Text text_in(const View& view, const scene::Rect& area, Words words, scene::Align across = scene::Align::start,
                    scene::Align down = scene::Align::start);
// Adds `words` to the end of `items`, in the next box of `column`; adds nothing for an empty layout.
void add_text(std::vector<scene::Item>& items, const View& view, scene::Column& column, Words words,
              scene::Align across = scene::Align::start);

// `items` moved by `by`.
void move_by(std::vector<scene::Item>& items, scene::Point by);

// Adds `more` to the end of `items`.
void append(std::vector<scene::Item>& items, std::vector<scene::Item> more);

}  // namespace anteroom::screens
