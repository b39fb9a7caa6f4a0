#include "staff/panel.h"

#include <algorithm>
#include <array>
#include <utility>

#include "scene/palette.h"

namespace anteroom::staff {

namespace {

constexpr double least_button_mm = 17;  // high; standards: a target, for staff who know what they look for
const scene::palette::Colors& house = scene::palette::standard;

ImU32 packed(scene::Color color) {
  return IM_COL32(color.r, color.g, color.b, color.a);
}

// Paths, numbers and messages are written from left to right in every language.
std::string left_to_right(const std::string& text) {
  return "\u2066" + text + "\u2069";
}

}  // namespace

Panel::Panel(const paint::FaceTable& faces, const GlassSize& size, const InterfaceWords& words)
    : glass_(faces, size, words.language), words_(words) {}

void Panel::touch(ContactPhase phase, scene::Point at) {
  glass_.touch(phase, glass_.px(at.x), glass_.px(at.y));
}

void Panel::words(const std::string& text, Letters letters) {
  text_ += text + "\n";
  glass_.words(text, letters, house.ink);
}

// ImGui's button, without a label of its own: the words on it are in our fonts.
bool Panel::button(const std::string& label, ImVec2 size, bool chosen) {
  const float pad = ImGui::GetStyle().FramePadding.x;
  const text::Layout& layout = glass_.lay_out(label, Letters::body, size.x - 2 * pad);
  const ImVec2 inside = glass_.size_of(layout);
  size.y = std::max({size.y, inside.y + 2 * ImGui::GetStyle().FramePadding.y, glass_.px(least_button_mm)});
  if (chosen) {
    for (const ImGuiCol color : {ImGuiCol_Button, ImGuiCol_ButtonHovered, ImGuiCol_ButtonActive}) {
      ImGui::PushStyleColor(color, packed(house.chosen));
    }
  }
  ImGui::PushID(label.c_str());
  const bool pressed = ImGui::Button("##button", size);
  ImGui::PopID();
  if (chosen) ImGui::PopStyleColor(3);
  const ImVec2 from = ImGui::GetItemRectMin();
  const float width = glass_.px(layout.available_mm);
  glass_.draw(layout, {from.x + (size.x - width) / 2, from.y + (size.y - inside.y) / 2},
              chosen ? house.on_chosen : house.ink);
  text_ += label + "\n";
  if (ImGui::IsItemVisible()) {
    const ImVec2 to = ImGui::GetItemRectMax();
    const ImRect clip = ImGui::GetCurrentWindow()->ClipRect;
    const float y = (std::max(from.y, clip.Min.y) + std::min(to.y, clip.Max.y)) / 2;
    seen_.push_back({label, {(from.x + to.x) / 2 / glass_.px(1), y / glass_.px(1)}});
  }
  return pressed;
}

void Panel::go_to_place(std::size_t i, std::size_t columns, float width) {
  if (i % columns != 0) ImGui::SameLine();
  const std::size_t column = glass_.right_to_left() ? columns - 1 - i % columns : i % columns;
  const float step = width + ImGui::GetStyle().ItemSpacing.x;
  ImGui::SetCursorPosX(ImGui::GetCursorStartPos().x + static_cast<float>(column) * step);
}

bool Panel::row_button(const std::string& label, bool is_grave) {
  const ImVec2 size{ImGui::GetContentRegionAvail().x, 0};
  if (!is_grave) {
    const bool pressed = button(label, size);
    if (pressed) asked_.clear();
    return pressed;
  }
  const bool asks = asked_ == label;
  const bool pressed = button(asks ? words_.say("staff_sure", {{"what", label}}) : label, size, asks);
  if (pressed) asked_ = asks ? "" : label;
  return pressed && asks;
}

// Beside the body, or above it where the screen is upright.
void Panel::tabs(ImVec2 size, std::vector<Wish>& wishes) {
  const std::array<std::pair<Tab, const char*>, 7> all{{{Tab::state, "staff_state"},
                                                        {Tab::actions, "staff_do"},
                                                        {Tab::cards, "staff_cards"},
                                                        {Tab::notices, "staff_notices"},
                                                        {Tab::settings, "staff_settings"},
                                                        {Tab::usage, "staff_usage"},
                                                        {Tab::sound, "sound"}}};
  const bool upright = glass_.size().height_mm > glass_.size().width_mm;
  const int columns = upright ? 2 : 1, rows = upright ? 4 : 8;
  const ImVec2 gap = ImGui::GetStyle().ItemSpacing;
  const auto whole = [](float length, int parts, float between) {
    return (length - between * static_cast<float>(parts - 1)) / static_cast<float>(parts);
  };
  const ImVec2 each{whole(size.x, columns, gap.x), std::min(whole(size.y, rows, gap.y), glass_.px(34))};
  std::size_t i = 0;
  for (const auto& [tab, key] : all) {
    if (tab == Tab::notices && !offers_notices_) continue;
    go_to_place(i++, static_cast<std::size_t>(columns), each.x);
    if (button(say(key), each, tab == tab_)) {
      tab_ = tab;
      asked_.clear();
      edited_.reset();
      scroll_to_ = 0;
    }
  }
  go_to_place(i, static_cast<std::size_t>(columns), each.x);
  if (button(say("staff_close"), each)) wishes.emplace_back(Action(LeaveStaff{}));
}

// A finger that is dragged scrolls, and then presses nothing.
void Panel::scroll() {
  const bool inside =
      ImGui::IsWindowHovered(ImGuiHoveredFlags_ChildWindows | ImGuiHoveredFlags_AllowWhenBlockedByActiveItem);
  if (inside && ImGui::IsMouseDragging(0)) {
    ImGui::ClearActiveID();
    scroll_to_ = std::clamp(scroll_to_ - ImGui::GetIO().MouseDelta.y, 0.0F, scroll_most_);
  }
}

void Panel::show_state(const Facts& facts) {
  // What wants somebody comes first.
  for (const std::string& fault : facts.faults) {
    if (&fault == &facts.faults.front()) words(say("staff_faults"), Letters::title);
    words(left_to_right(fault));
  }
  const float room = ImGui::GetContentRegionAvail().x;
  for (const Facts::Row& row : facts.rows) {
    const std::string name = say(row.key);
    text_ += name + "\n" + row.value + "\n";
    const text::Layout& left = glass_.lay_out(name, Letters::body, 0.4F * room);
    const text::Layout& right = glass_.lay_out(left_to_right(row.value), Letters::body, 0.57F * room);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float name_width = glass_.px(left.available_mm), value_width = glass_.px(right.available_mm);
    const bool mirrored = glass_.right_to_left();
    glass_.draw(left, {mirrored ? at.x + room - name_width : at.x, at.y}, house.accent);
    glass_.draw(right, {mirrored ? at.x + 0.57F * room - value_width : at.x + 0.43F * room, at.y}, house.ink);
    ImGui::Dummy({room, std::max(glass_.size_of(left).y, glass_.size_of(right).y)});
  }
  words(say("staff_frames"));
  if (!facts.frame_ms.empty()) {
    const float most = std::max(20.0F, *std::max_element(facts.frame_ms.begin(), facts.frame_ms.end()));
    ImGui::PlotHistogram("##frames", facts.frame_ms.data(), static_cast<int>(facts.frame_ms.size()), 0, nullptr, 0,
                         most, {room, glass_.px(24)});
  }
}

void Panel::show_actions(const Facts& facts, std::vector<Wish>& wishes) {
  if (row_button(say("staff_clean"))) wishes.emplace_back(Action(BeginCleaning{}));
  if (row_button(say("staff_next"))) {
    wishes.emplace_back(Action(LeaveStaff{}));
    wishes.emplace_back(Action(ShowNext{}));
  }
  if (facts.is_dark) {
    if (row_button(say("staff_lit"))) wishes.emplace_back(Action(DarkUntil{}));
  } else if (row_button(words_.say("staff_dark", {{"time", facts.dark_until}}))) {
    wishes.emplace_back(Action(DarkUntil{facts.dark_end}));
    wishes.emplace_back(Action(LeaveStaff{}));
  }
  if (row_button(say("staff_restart"), true)) wishes.emplace_back(Restart{});
}

void Panel::show_cards(const Facts& facts, std::vector<Wish>& wishes) {
  if (facts.days.empty()) return;
  day_ = std::min(day_, facts.days.size() - 1);
  const float room = ImGui::GetContentRegionAvail().x;
  const auto count = static_cast<float>(facts.days.size());
  const float each = (room - ImGui::GetStyle().ItemSpacing.x * (count - 1)) / count;
  for (std::size_t i = 0; i < facts.days.size(); ++i) {
    go_to_place(i, facts.days.size(), each);
    if (button(facts.days[i].written, {each, 0}, i == day_)) day_ = i;
  }
  const Facts::Day& day = facts.days[day_];
  for (const Facts::CardRow& card : facts.cards) {
    ImGui::PushID(card.id.c_str());
    words(card.title, Letters::title);
    if (!card.hidden_until.empty()) {
      words(words_.say("staff_hidden", {{"date", card.hidden_until}}));
      if (row_button(say("staff_show"))) wishes.emplace_back(Action(HideCard{card.id, {}}));
    } else if (row_button(words_.say("staff_hide", {{"date", day.written}}))) {
      wishes.emplace_back(Action(HideCard{card.id, day.begins}));
    }
    ImGui::PopID();
  }
}

void Panel::show_sound(const Facts& facts, std::vector<Wish>& wishes) {
  if (!facts.has_voice) {
    words(say("no_sound"));
    return;
  }
  words(say("staff_say"));
  for (const Facts::VoiceRow& voice : facts.voices) {
    if (row_button(voice.name)) wishes.emplace_back(SaySomething{voice.language});
  }
}

void Panel::show_notices(const Facts& facts, std::vector<Wish>& wishes) {
  if (facts.has_notice) {
    if (row_button(say("staff_take_down"))) wishes.emplace_back(TakeDownNotice{});
  } else {
    // As high as that button: what is below must not move under the finger.
    const ImGuiStyle& style = ImGui::GetStyle();
    const float room = ImGui::GetContentRegionAvail().x - 2 * style.FramePadding.x;
    const text::Layout& label = glass_.lay_out(say("staff_take_down"), Letters::body, room);
    const float top = ImGui::GetCursorPosY();
    const float height = std::max(glass_.size_of(label).y + 2 * style.FramePadding.y, glass_.px(least_button_mm));
    words(say("staff_no_notice"));
    ImGui::SetCursorPosY(top + height + style.ItemSpacing.y);
  }
  for (const Facts::NoticeRow& notice : facts.notices) {
    if (row_button(notice.title, true)) wishes.emplace_back(PutUpNotice{notice.name});
  }
}

void Panel::body(const Facts& facts, std::vector<Wish>& wishes) {
  ImGui::SetScrollY(scroll_to_);
  switch (tab_) {
    case Tab::state:
      show_state(facts);
      break;
    case Tab::actions:
      show_actions(facts, wishes);
      break;
    case Tab::cards:
      show_cards(facts, wishes);
      break;
    case Tab::sound:
      show_sound(facts, wishes);
      break;
    case Tab::notices:
      show_notices(facts, wishes);
      break;
    case Tab::settings:
      show_settings(facts, wishes);
      break;
    case Tab::usage:
      show_usage(facts);
      break;
  }
  scroll();
  scroll_most_ = ImGui::GetScrollMaxY();
  scroll_to_ = std::min(scroll_to_, scroll_most_);
}

std::vector<Wish> Panel::draw(const Facts& facts, float seconds, paint::Layer& layer) {
  std::vector<Wish> wishes;
  offers_notices_ = facts.has_notice || !facts.notices.empty();
  if (tab_ == Tab::notices && !offers_notices_) tab_ = Tab::state;
  seen_.clear();
  text_.clear();
  glass_.begin_frame(seconds);
  const ImVec2 whole = ImGui::GetIO().DisplaySize;
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize(whole);
  ImGui::Begin("panel", nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                   ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoBringToFrontOnFocus);
  const ImVec2 top = ImGui::GetCursorScreenPos();
  words(say("staff"), Letters::title);
  if (!facts.said.empty()) {
    // Beside the title, where it moves nothing.
    const float line = ImGui::GetContentRegionAvail().x;
    const text::Layout& said = glass_.lay_out(left_to_right(facts.said), Letters::body, 0.72F * line);
    glass_.draw(said, {glass_.right_to_left() ? top.x : top.x + 0.28F * line, top.y}, house.ink);
    text_ += facts.said + "\n";
  }
  const ImVec2 room = ImGui::GetContentRegionAvail();
  const bool upright = glass_.size().height_mm > glass_.size().width_mm;
  const ImVec2 bar{upright ? room.x : 0.26F * room.x, upright ? 0.25F * room.y : room.y};
  const ImVec2 page{upright ? room.x : room.x - bar.x - glass_.px(8), upright ? 0 : room.y};
  const auto draw_bar = [&] {
    ImGui::BeginChild("tabs", bar, false, ImGuiWindowFlags_NoScrollbar);
    tabs(ImGui::GetContentRegionAvail(), wishes);
    ImGui::EndChild();
  };
  const auto draw_page = [&] {
    ImGui::BeginChild("body", page, false, ImGuiWindowFlags_NoNav);
    body(facts, wishes);
    ImGui::EndChild();
  };
  // The tabs are where a line begins.
  if (upright || !glass_.right_to_left()) {
    draw_bar();
    if (!upright) ImGui::SameLine(0, glass_.px(8));
    draw_page();
  } else {
    draw_page();
    ImGui::SameLine(0, glass_.px(8));
    draw_bar();
  }
  ImGui::End();
  glass_.end_frame(layer);
  return wishes;
}

std::optional<scene::Point> Panel::find(const std::string& label) const {
  const auto found = std::find_if(seen_.begin(), seen_.end(), [&](const Seen& each) { return each.label == label; });
  return found == seen_.end() ? std::nullopt : std::optional(found->middle);
}

std::string Panel::text() const {
  return text_;
}

}  // namespace anteroom::staff
