#include "screens/view.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>

#include "language/language_name.h"
#include "language/numbers.h"
#include "language/words.h"
#include "scene/rules.h"
#include "text/layout.h"

namespace anteroom::screens {

namespace {

// A little above the minimum of the standard, so that letters are not below it after rounding or in another font.
constexpr double reserve = 1.03;
// Body text is larger than the minimum, since our cards are short and our readers are old.
constexpr double body_ratio = 1.12;
// A Chinese character has as many strokes as a Latin word, and the small letters of Arabic are lower than Latin ones
// for the same capitals; letters of 200 % are large enough for both.
constexpr double chinese_times = 1.08, arabic_times = 1.14;
constexpr double chinese_label_times = 1.15;
// Paragraphs of a page are separated by space, not by indents.
constexpr double paragraph_gap = 0.45;
constexpr double title_leading = 1.16, label_leading = 1.3;
constexpr double body_leading = 1.42;  // standards: Size and legibility, Lines: 1.4 to 1.5
// A kiosk's title is this many times larger than the minimum: one clear step, seen first by people in a hurry.
constexpr double kiosk_title_ratio = 1.9;
// The line above a title is so many times larger than a label, on the kiosk, where labels are on buttons.
constexpr double topic_ratio = 1.4;
// The same capital height is another size in each face: so much more than the least ratio keeps the ratio of the sizes.
constexpr double face_reserve = 1.02;

int longest_line(const text::Layout& layout, const std::string& language) {
  int longest = 0;
  for (const text::Line& line : layout.lines)
    longest = std::max(longest, language::character_count(line.text, language));
  return longest;
}

// How much of the height the reach mode may leave empty below the controls.
constexpr double max_raised = 0.185;

// The most characters in a line of body text (standards: Size and legibility, Lines).
constexpr int max_line_wall = 35, max_line_kiosk = 45;

bool is_in(const View& view, const char* language) {
  return view.language == language || view.language.starts_with(std::string(language) + "-");
}

bool is_chinese(const View& view) {
  return is_in(view, "zh");
}

// True if the view's language is written in the Arabic script.
bool is_arabic(const View& view) {
  constexpr std::array languages{"ar", "fa", "ur", "ps", "ckb"};
  return std::any_of(languages.begin(), languages.end(), [&](const char* each) { return is_in(view, each); });
}

// How many times larger than in other languages labels are.
double label_times(const View& view) {
  if (view.role() != Role::kiosk || view.large()) return 1;
  return is_chinese(view) ? chinese_label_times : 1;
}

// A value in a right-to-left text, such as a telephone number, would turn the words around it.
std::string isolated(const std::string& value) {
  return "\u2068" + value + "\u2069";
}

}  // namespace

std::string View::say(const std::string& key, const std::vector<std::pair<std::string, std::string>>& values) const {
  if (!text::is_right_to_left(language)) return words().say(key, values);
  std::vector<std::pair<std::string, std::string>> apart;
  apart.reserve(values.size());
  for (const auto& [name, value] : values) apart.emplace_back(name, isolated(value));
  return words().say(key, apart);
}

std::string View::clinic_name() const {
  const std::string& name = content.settings.clinic_name;
  return name.empty() || !text::is_right_to_left(language) ? name : isolated(name);
}

std::string View::number(std::size_t number) const {
  return language::number(static_cast<long>(number), locale());
}

scene::Direction View::direction() const {
  if (reach == Reach::none) return reading();
  return reach == Reach::left ? scene::Direction::right_to_left : scene::Direction::left_to_right;
}

scene::Direction View::reading() const {
  return text::is_right_to_left(language) ? scene::Direction::right_to_left : scene::Direction::left_to_right;
}

double View::bottom() const {
  const double height = screen().height_mm;
  if (reach == Reach::none) return height;
  return height - std::clamp(scene::lowest_in_reach_mm - screen().lower_edge_mm, 0.0, max_raised * height);
}

double View::highest_control() const {
  if (reach == Reach::none) return 0;
  return std::max(0.0, screen().lower_edge_mm + screen().height_mm - scene::highest_in_reach_mm);
}

double View::highest_reachable() const {
  const double reachable = screen().lower_edge_mm + screen().height_mm - scene::highest_reach_mm;
  return std::max({0.0, highest_control(), reachable});
}

bool View::reach_is_offered() const {
  const double edge = screen().lower_edge_mm;
  const bool too_low = scene::lowest_in_reach_mm - edge > max_raised * screen().height_mm;
  const bool too_high = edge + measures(*this).bar > scene::highest_in_reach_mm;
  return !too_low && !too_high;
}

bool View::keeps_questions() const {
  constexpr std::array keys{
      "keep",           "kept",         "kept_spoken",    "keep_full",      "questions",      "questions_spoken",
      "questions_none", "question_out", "questions_note", "questions_scan", "questions_some", "said_kept",
      "said_taken_out"};
  return role() == Role::kiosk && content.settings.questions.keep &&
         std::all_of(keys.begin(), keys.end(), [&](const char* key) { return words().has(key); });
}

bool View::changes_something(Reach hand) const {
  if (!reach_is_offered()) return false;
  View moved = *this, still = *this;
  moved.reach = hand;
  still.reach = Reach::none;
  return moved.direction() != still.direction() || moved.bottom() < still.bottom() || moved.highest_control() > 0;
}

scene::Point View::drift_mm() const {
  constexpr double step_px = 4;
  constexpr std::array<int, 4> across{0, 1, 2, 1}, up{0, 1, 0, 1};
  const double step = step_px * screen().width_mm / screen().width_px;
  const std::size_t at = drift % across.size();
  return {across.at(at) * step, -up.at(at) * step};
}

View in_language_of(const CardText& text, const View& view) {
  View own = view;
  if (!text.language.empty()) own.language = text.language;
  return own;
}

void name_in_language_of(const CardText& text, std::vector<scene::Item>& items) {
  if (text.language.empty()) return;
  for (scene::Item& item : items) {
    if (auto* picture = std::get_if<scene::Picture>(&item)) picture->language = text.language;
    if (auto* target = std::get_if<scene::Target>(&item)) target->language = text.language;
  }
}

text::Layout language_mark(const View& view, const CardText& text, double width_mm) {
  if (text.language.empty()) return {};
  const std::string name = language::language_name(text.language, view.language);
  return text::lay_out(view.say("other_language", {{"language", name}}), type_scale(view).label, width_mm, view.fonts);
}

double body_times(const View& view) {
  if (view.role() != Role::kiosk || view.scale() >= 2) return 1;
  if (is_chinese(view)) return chinese_times;
  return is_arabic(view) ? arabic_times : 1;
}

TypeScale type_scale(const View& view) {
  const double distance = view.screen().viewing_distance_mm;
  const Role role = view.role();
  const auto style = [&](scene::TextRole text_role, text::Weight weight, double leading, double ratio,
                         text::Breaks breaks) {
    const text::FaceId face = view.fonts.face_for(U' ', view.language, weight, text::no_face);
    const double cap = scene::min_cap_height_mm(text_role, role, distance) * reserve * ratio * view.scale();
    return text::Style{.language = view.language,
                       .weight = weight,
                       .size_mm = cap / view.fonts.metrics(face).cap_height,
                       .leading = leading,
                       .align = text::Align::start,
                       .paragraph_gap = paragraph_gap,
                       .breaks = breaks};
  };
  const double body_times_ratio = body_ratio * body_times(view);
  // A title grows less than the text size asks for: at twice its size, few words would fit on the screen.
  const double least_ratio = least_title_ratio * face_reserve * body_ratio;
  const double title_ratio =
      role == Role::kiosk ? std::max(least_ratio, kiosk_title_ratio / std::sqrt(view.scale())) : 1;
  using text::Breaks;
  return {
      .title = style(scene::TextRole::title, text::Weight::semibold, title_leading, title_ratio, Breaks::balanced),
      .body = style(scene::TextRole::body, text::Weight::regular, body_leading, body_times_ratio, Breaks::pretty),
      .label = style(scene::TextRole::label, text::Weight::semibold, label_leading, label_times(view), Breaks::pretty),
      .topic = style(scene::TextRole::label, text::Weight::semibold, label_leading,
                     role == Role::kiosk ? topic_ratio : 1, Breaks::pretty)};
}

double cap_height_mm(const View& view, const text::Style& style) {
  const text::FaceId face = view.fonts.face_for(U' ', style.language, style.weight, text::no_face);
  return view.fonts.metrics(face).cap_height * style.size_mm;
}

Measures measures(const View& view) {
  const double side = std::min(view.screen().width_mm, view.screen().height_mm);
  const double gap = side * 0.03;
  const double row = std::max(30.0, side * 0.115);
  if (view.role() == Role::kiosk) {
    // More rows of controls where the screen is narrow or the letters are large.
    const int rows = (view.portrait() ? 2 : 1) + (view.large() ? 1 : 0);
    const double each = view.large() ? std::max(26.0, type_scale(view).label.size_mm * label_leading + 9) : row;
    return {.margin = side * 0.052, .gap = gap, .bar = rows * each};
  }
  return {.margin = side * 0.055, .gap = gap, .bar = side * 0.1};
}

scene::Rect bar_area(const View& view) {
  scene::Column glass({0, 0, view.screen().width_mm, view.bottom()});
  return glass.take_from_end(measures(view).bar);
}

scene::Rect above_bar(const View& view) {
  return {0, 0, view.screen().width_mm, bar_area(view).y};
}

scene::Rect page_area(const View& view, double foot_mm) {
  const double margin = measures(view).margin;
  return {margin, margin, view.screen().width_mm - 2 * margin, bar_area(view).y - foot_mm - margin};
}

Halves halves(const View& view, const scene::Rect& area, double share) {
  const double margin = measures(view).margin;
  scene::Row row(area, view.direction(), margin);
  const scene::Rect start = row.take(view.screen().width_mm * share - 1.5 * margin);
  return {start, row.rest()};
}

scene::Scene blank(const View& view, const std::string& screen, const std::string& card) {
  scene::Scene scene;
  scene.screen = screen;
  scene.card = card;
  scene.language = view.language;
  scene.role = view.role();
  scene.viewing_distance_mm = view.screen().viewing_distance_mm;
  scene.width_mm = view.screen().width_mm;
  scene.height_mm = view.screen().height_mm;
  scene.lower_edge_mm = view.screen().lower_edge_mm;
  scene.text_percent = static_cast<int>(view.scale() * 100);
  scene.in_reach = view.reach != Reach::none;
  scene.ground = view.colors().ground;
  return scene;
}

text::Layout lay_out_body(const View& view, const std::string& utf8, const text::Style& style, double width_mm) {
  const int max = view.role() == Role::wall ? max_line_wall : max_line_kiosk;
  text::Layout layout = text::lay_out(utf8, style, width_mm, view.fonts);
  for (double width = width_mm; longest_line(layout, style.language) > max && width > style.size_mm * 5;) {
    width *= 0.97;
    layout = text::lay_out(utf8, style, width, view.fonts);
  }
  return layout;
}

text::Layout lay_out_centred(const View& view, const std::string& utf8, text::Style style, double width_mm) {
  style.align = text::Align::centre;
  style.breaks = text::Breaks::balanced;
  return text::lay_out(utf8, style, width_mm, view.fonts);
}

double two_lines(const text::Style& style) {
  return 2 * style.leading * style.size_mm;
}

bool fits(const text::Layout& layout, double height_mm) {
  return layout.height_mm <= height_mm && !layout.has_broken_word();
}

namespace {

// How much lower than its line a script's ink is to be, so that its middle is where the line's is: a designer's ascent
// and descent set Gurmukhi too high and Arabic too low in a button.
double to_middle_mm(const View& view, const text::Style& style) {
  const text::FaceMetrics face =
      view.fonts.metrics(view.fonts.face_for(U' ', style.language, style.weight, text::no_face));
  return (face.middle - (face.ascent - face.descent) / 2) * style.size_mm;
}

}  // namespace

scene::Text text_in(const View& view, const scene::Rect& area, Words words, scene::Align across, scene::Align down) {
  const scene::Size size{words.layout.available_mm, words.layout.height_mm};
  scene::Rect box = scene::placed(size, area, view.direction(), across, down);
  if (down == scene::Align::centre && box.h <= area.h) {
    box.y = std::clamp(box.y + to_middle_mm(view, words.layout.style), area.y, area.bottom() - box.h);
  }
  return {box, std::move(words.layout), words.role, words.ink};
}

void add_text(std::vector<scene::Item>& items, const View& view, scene::Column& column, Words words,
              scene::Align across) {
  if (words.layout.lines.empty()) return;
  const scene::Rect box = column.take(words.layout.height_mm);
  items.emplace_back(text_in(view, box, std::move(words), across));
}

void move_by(std::vector<scene::Item>& items, scene::Point by) {
  const auto move = [by](scene::Rect& box) {
    box.x += by.x;
    box.y += by.y;
  };
  for (scene::Item& item : items) {
    std::visit([&](auto& each) { move(each.box); }, item);
    if (auto* handle = std::get_if<scene::Handle>(&item)) move(handle->grab_area);
    if (auto* ribbon = std::get_if<scene::Ribbon>(&item)) {
      for (scene::Rung& rung : ribbon->rungs) {
        rung.upper = {rung.upper.x + by.x, rung.upper.y + by.y};
        rung.lower = {rung.lower.x + by.x, rung.lower.y + by.y};
      }
    }
    auto* polygon = std::get_if<scene::Polygon>(&item);
    if (polygon == nullptr) continue;
    for (scene::Point& corner : polygon->corners) corner = {corner.x + by.x, corner.y + by.y};
  }
}

void append(std::vector<scene::Item>& items, std::vector<scene::Item> more) {
  items.insert(items.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

}  // namespace anteroom::screens
